import writeExcelFile from 'write-excel-file/node'
import { formatIsoDay } from '#shared/text/format.ts'
import type { LogbookFacts, LogbookRow } from '../documents/desk-book-facts.ts'

interface BookColumn {
  title: string
  width: number
  value(row: LogbookRow, index: number): string | number | Date | null
}

const columns: readonly BookColumn[] = [
  { title: 'TT', width: 6, value: (_row, index) => index + 1 },
  { title: 'Mã hồ sơ', width: 24, value: ({ code }) => code },
  { title: 'Tên thủ tục hành chính', width: 34, value: ({ procedureName }) => procedureName },
  { title: 'Số bộ', width: 7, value: () => 1 },
  { title: 'Tên tổ chức, cá nhân', width: 26, value: ({ applicantName }) => applicantName },
  { title: 'Địa chỉ, số điện thoại', width: 40, value: ({ contact }) => contact },
  { title: 'Cơ quan giải quyết', width: 24, value: ({ unit }) => unit },
  { title: 'Nộp', width: 17, value: ({ filedAt }) => filedAt },
  { title: 'Nhận hồ sơ', width: 17, value: ({ acceptedAt }) => acceptedAt },
  { title: 'Hẹn trả', width: 17, value: ({ dueAt }) => dueAt },
  { title: 'Trả kết quả', width: 17, value: ({ returnedAt }) => returnedAt },
  { title: 'Cách trả', width: 12, value: ({ method }) => method },
  { title: 'Ghi chú', width: 30, value: ({ note }) => note },
]

/** The logbook as a workbook with real dates; texts are typed as texts and can never become formulas. */
export async function logbookWorkbook({ unit, from, to, rows }: LogbookFacts): Promise<Buffer> {
  const bold = { type: String, fontWeight: 'bold' } as const
  const data = [
    [
      {
        ...bold,
        value: `Sổ theo dõi hồ sơ, Công an ${unit.type.toLocaleLowerCase('vi')} ${unit.name}, từ ${formatIsoDay(from)} đến ${formatIsoDay(to)} (mẫu số 07, TT 03/2025/TT-VPCP)`,
        fontSize: 14,
      },
    ],
    [],
    columns.map(({ title }) => ({ ...bold, value: title, wrap: true, backgroundColor: '#E8F3EC' })),
    ...rows.map((row, index) => columns.map(({ value }) => cellOf(value(row, index)))),
  ]

  return writeExcelFile(data, {
    sheet: 'Sổ theo dõi hồ sơ',
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 3,
  }).toBuffer()
}

function cellOf(value: string | number | Date | null) {
  if (value === null || value === '') return null
  if (value instanceof Date) return { type: Date, value: asLocal(value), format: 'dd/mm/yyyy hh:mm' } as const
  if (typeof value === 'number') return { type: Number, value } as const

  return { type: String, value, wrap: true } as const
}

/** Excel knows no zones: the cell shows Việt Nam's clock. */
const asLocal = (at: Date) => new Date(at.getTime() + 7 * 3_600_000)
