import type { Source } from '../catalogue/types.ts'
import { type Day, formatLocalDate, parseLocalDate, startOf, toDate } from '../sla/minutes.ts'
import type { Bilingual } from '../text/bilingual.ts'
import { formatIsoDay } from '../text/format.ts'

/** A period of reporting; both days are local and included. */
export interface ReportPeriod {
  /** `2026-11`, `2026-Q4`, `2026-H2`, `2026`, or `2026-10-15..2026-11-14`. */
  name: string
  from: string
  to: string
  label: Bilingual
}

/** On which day of a month the next reporting month begins; 1 makes reporting months those of the calendar. */
export interface CutOff {
  /** The first reporting month, `YYYY-MM`, that closes by this rule. */
  since: string
  firstDay: number
  source: Source
}

/**
 * Reporting months run from the 15th to the 14th. A change of the rule is a new entry: periods stay without gap or
 * overlap, because each begins on the day after the one before closed.
 */
export const reportCutOffs: readonly CutOff[] = [
  { since: '2019-03', firstDay: 15, source: { text: 'NĐ 09/2019/NĐ-CP Điều 12', mark: 'memory' } },
]

/** The period of this name, or undefined for what names none. */
export function periodOf(name: string, cutOffs: readonly CutOff[] = reportCutOffs): ReportPeriod | undefined {
  const custom = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(name)
  if (custom) return customPeriod(name, custom[1] ?? '', custom[2] ?? '')
  const [, year = '', part] = /^(\d{4})(?:-(0[1-9]|1[0-2]|Q[1-4]|H[12]))?$/.exec(name) ?? []
  if (!year) return undefined
  const [first, last] = monthsOf(part)

  return {
    name,
    from: formatLocalDate(closingDay(Number(year), first - 1, cutOffs) + 1),
    to: formatLocalDate(closingDay(Number(year), last, cutOffs)),
    label: labelOf(year, part),
  }
}

/** Months, quarters, halves and the year itself, as reports are asked for. */
export function periodsOfYear(year: number, cutOffs: readonly CutOff[] = reportCutOffs): ReportPeriod[] {
  const parts = [
    ...Array.from({ length: 12 }, (_, i) => `-${String(i + 1).padStart(2, '0')}`),
    ...['-Q1', '-Q2', '-Q3', '-Q4', '-H1', '-H2', ''],
  ]

  return parts.flatMap((part) => periodOf(`${year}${part}`, cutOffs) ?? [])
}

/** The reporting month that holds a local day. */
export function monthHolding(day: string, cutOffs: readonly CutOff[] = reportCutOffs): ReportPeriod {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  const wanted = parseLocalDate(day) <= closingDay(year, month, cutOffs) ? month : month + 1
  const name = new Date(Date.UTC(year, wanted - 1, 1)).toISOString().slice(0, 7)
  const period = periodOf(name, cutOffs)
  if (!period) throw new RangeError(`No reporting month holds ${day}`)

  return period
}

/** `[first day 00:00, day after the last 00:00)` in Việt Nam (CLOCK rule 9.1). */
export const periodBounds = ({ from, to }: Pick<ReportPeriod, 'from' | 'to'>): { from: Date; until: Date } => ({
  from: toDate(startOf(parseLocalDate(from))),
  until: toDate(startOf(parseLocalDate(to) + 1)),
})

function customPeriod(name: string, from: string, to: string): ReportPeriod | undefined {
  if (!isDay(from) || !isDay(to) || from > to) return undefined
  const label = {
    vi: `Từ ngày ${formatIsoDay(from)} đến ngày ${formatIsoDay(to)}`,
    en: `${formatIsoDay(from)} to ${formatIsoDay(to)}`,
  }

  return { name, from, to, label }
}

function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`)

  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

function monthsOf(part: string | undefined): [first: number, last: number] {
  if (part === undefined) return [1, 12]
  const number = Number(part.slice(1))
  if (part.startsWith('Q')) return [number * 3 - 2, number * 3]
  if (part.startsWith('H')) return [number * 6 - 5, number * 6]

  return [Number(part), Number(part)]
}

/** The last day of a reporting month; month 0 is the December before. */
function closingDay(year: number, month: number, cutOffs: readonly CutOff[]): Day {
  const first = new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10)
  const { firstDay } = cutOffs.findLast(({ since }) => since <= first.slice(0, 7)) ?? { firstDay: 1 }
  if (firstDay > 1) return parseLocalDate(first) + firstDay - 2

  return parseLocalDate(new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10))
}

const roman = ['I', 'II', 'III', 'IV']

function labelOf(year: string, part: string | undefined): Bilingual {
  if (part === undefined) return { vi: `Năm ${year}`, en: `Year ${year}` }
  const number = Number(part.slice(1))
  if (part.startsWith('Q')) return { vi: `Quý ${roman[number - 1]}/${year}`, en: `Quarter ${number} of ${year}` }
  if (part === 'H1') return { vi: `6 tháng đầu năm ${year}`, en: `First half of ${year}` }
  if (part === 'H2') return { vi: `6 tháng cuối năm ${year}`, en: `Second half of ${year}` }

  return { vi: `Tháng ${part}/${year}`, en: `Month ${part}/${year}` }
}
