import writeExcelFile from 'write-excel-file/node'
import type { SlaRow, SlaView } from '#shared/reports/schemas.ts'
import { formatInstant, formatIsoDay } from '#shared/text/format.ts'

const groupNames = {
  unit: 'Đơn vị',
  procedure: 'Thủ tục',
  month: 'Tháng',
  channel: 'Hình thức nộp',
  officer: 'Cán bộ',
} as const

const columns: { title: string; width: number; value(row: SlaRow): number | null; format?: string }[] = [
  { title: 'Đã nhận', width: 10, value: (row) => row.received },
  { title: 'Tiếp nhận', width: 10, value: (row) => row.accepted },
  { title: 'Kết thúc', width: 10, value: (row) => row.ended },
  { title: 'Trước hạn', width: 11, value: (row) => row.early },
  { title: 'Đúng hạn', width: 10, value: (row) => row.onTime },
  { title: 'Quá hạn', width: 10, value: (row) => row.late },
  { title: 'Quá hạn từ nơi chuyển đến', width: 16, value: (row) => row.lateOnArrival },
  { title: 'Đang giải quyết', width: 15, value: (row) => row.open },
  { title: 'Sắp đến hạn', width: 12, value: (row) => row.dueSoon },
  { title: 'Đang quá hạn', width: 13, value: (row) => row.overdue },
  { title: 'Chờ bổ sung', width: 12, value: (row) => row.waiting },
  { title: 'Bổ sung lần 2', width: 13, value: (row) => row.secondSupplements },
  { title: 'Gia hạn', width: 9, value: (row) => row.extended },
  { title: 'Tỷ lệ đúng hạn', width: 14, value: onTimeRate, format: '0.00%' },
  { title: 'Trung vị (giờ làm việc)', width: 22, value: (row) => hours(row.medianMinutes), format: '0.0' },
  { title: 'p90 (giờ làm việc)', width: 18, value: (row) => hours(row.p90Minutes), format: '0.0' },
  { title: 'Cơ quan giữ (giờ)', width: 12, value: (row) => hours(row.officeMinutes), format: '0.0' },
  { title: 'Công dân giữ (giờ)', width: 12, value: (row) => hours(row.residentMinutes), format: '0.0' },
  { title: 'Cơ quan khác giữ (giờ)', width: 13, value: (row) => hours(row.agencyMinutes), format: '0.0' },
  { title: 'Sự cố hệ thống (giờ)', width: 12, value: (row) => hours(row.systemMinutes), format: '0.0' },
]

/**
 * The report as a workbook: numbers and dates are cells of their kind, so that Excel sums and sorts them; the head
 * stays in sight. Texts are typed as texts and can never become formulas.
 */
export async function slaWorkbook(view: SlaView): Promise<Buffer> {
  const heading = (value: string) =>
    ({ type: String, value, fontWeight: 'bold', wrap: true, backgroundColor: '#E8F3EC' }) as const
  const row = (label: string, figures: SlaRow, isTotal: boolean) => [
    { type: String, value: label, ...(isTotal && { fontWeight: 'bold' as const }) },
    ...columns.map(({ value, format }) => {
      const figure = value(figures)

      return figure === null
        ? null
        : { type: Number, value: figure, ...(format && { format }), ...(isTotal && { fontWeight: 'bold' as const }) }
    }),
  ]
  const data = [
    [
      {
        type: String,
        value: `Thời gian giải quyết hồ sơ nộp từ ${formatIsoDay(view.from)} đến ${formatIsoDay(view.to)}`,
        fontWeight: 'bold' as const,
        fontSize: 14,
      },
    ],
    [
      { type: String, value: 'Số liệu lúc' },
      { type: Date, value: asLocal(view.asOf), format: 'dd/mm/yyyy hh:mm' },
      { type: String, value: `(${formatInstant(view.asOf)})` },
    ],
    [
      {
        type: String,
        value: `Số đếm là chính xác; trung vị và p90 sai không quá ${view.percentileError * 100} %. Giờ giữ là tổng giờ làm việc của hồ sơ đã kết thúc.`,
      },
    ],
    [],
    [heading(groupNames[view.by]), ...columns.map(({ title }) => heading(title))],
    row('Cộng', view.totals, true),
    ...view.rows.map((each) => row(each.label.vi, each, false)),
  ]

  return writeExcelFile(data, {
    sheet: 'Thời gian giải quyết',
    columns: [{ width: 34 }, ...columns.map(({ width }) => ({ width }))],
    stickyRowsCount: 5,
    stickyColumnsCount: 1,
  }).toBuffer()
}

/** Of the dossiers with a verdict, those that were early or on time; nothing when none has one. */
function onTimeRate({ early, onTime, late }: SlaRow): number | null {
  const judged = early + onTime + late

  return judged === 0 ? null : (early + onTime) / judged
}

const hours = (minutes: number | null) => (minutes === null ? null : minutes / 60)

/** Excel knows no zones: the cell shows Việt Nam's clock. */
const asLocal = (at: Date) => new Date(at.getTime() + 7 * 3_600_000)
