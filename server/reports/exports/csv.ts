import { fateWords } from '#shared/reports/ii06.ts'
import type { Ii06DatedEntry } from '#shared/reports/ii06-share.ts'
import { formatDay, formatTime } from '#shared/text/format.ts'
import type { Deps } from '../../platform/deps.ts'
import { unitNameOn } from '../unit-name-on.ts'

type Value = string | number | null | Date

/** What Excel needs to read UTF-8. */
const byteOrderMark = '\uFEFF'

export const csvHead = (heads: readonly string[]): Buffer => Buffer.from(byteOrderMark + csvLine(heads))

/** One line of RFC 4180. A text that a spreadsheet would take for a formula is told to be a text. */
export const csvLine = (values: readonly Value[]): string => `${values.map(csvField).join(',')}\r\n`

function csvField(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = value instanceof Date ? `${formatDay(value)} ${formatTime(value)}` : value
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text

  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

export const entryHeads = [
  'Mã hồ sơ',
  'Thủ tục',
  'Tên thủ tục',
  'Đơn vị',
  'Cột tiếp nhận',
  'Cột kết quả',
  'Diễn biến trong kỳ',
  'Nhận lúc',
  'Hẹn trả',
  'Kết thúc',
] as const

/** One dossier behind a cell of II.06. */
export const entryLine = ({ reference }: Pick<Deps, 'reference'>, entry: Ii06DatedEntry, day: string): Value[] => [
  entry.code,
  entry.procedure,
  reference.procedure(entry.procedure, day)?.name.vi ?? '',
  unitNameOn(reference, entry.unit, day).name,
  entry.received,
  entry.outcome,
  fateWords[entry.fate],
  entry.receivedAt,
  entry.dueAt,
  entry.endedAt,
]
