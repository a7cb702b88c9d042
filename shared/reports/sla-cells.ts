import { localDayOf } from '../text/format.ts'
import { bucketOf } from './buckets.ts'
import type { SlaFact } from './sla-fact.ts'

/** By day and by month of filing; for a procedure and channel each, or with `unit_` for all of them together. */
export const cellGrains = ['day', 'month', 'unit_day', 'unit_month'] as const
export type CellGrain = (typeof cellGrains)[number]

/** What a cell counts of the dossiers filed in it; each is a number that opens its dossiers. */
export const cellCounts = [
  'received',
  'accepted',
  'ended',
  'early',
  'on_time',
  'late',
  'late_on_arrival',
  'second_supplements',
  'extended',
] as const
export type CellCount = (typeof cellCounts)[number]

/** Working minutes from filing to the end of the ended dossiers, by whose turn it was; they add up to the whole. */
export const cellMinutes = ['office_minutes', 'resident_minutes', 'agency_minutes', 'system_minutes'] as const
export type CellMinutes = (typeof cellMinutes)[number]

export const cellSums = [...cellCounts, ...cellMinutes] as const
export type CellSum = CellCount | CellMinutes

export interface CellKey {
  grain: CellGrain
  /** The local day, or the first day of the month. */
  startsOn: string
  edition: string
  unitCode: string
  /** `all` in the cells of whole units, as is the channel. */
  procedure: string
  channel: string
}

const wholeUnit = { procedure: 'all', channel: 'all' }

export interface SlaCell extends CellKey {
  sums: Record<CellSum, number>
  /** Dossiers by the bucket of their working time. */
  times: Map<number, number>
}

/**
 * The cells that a dossier is counted in: its day and its month of filing, in Việt Nam's calendar, of its procedure and
 * channel and of its whole unit. The report that is opened most, a year by communes, adds up a thirtieth of the cells.
 */
export function cellKeysOf({ filedAt, edition, unitCode, procedure, channel }: SlaFact): CellKey[] {
  const day = localDayOf(filedAt)
  const month = `${day.slice(0, 7)}-01`
  const unit = { edition, unitCode }

  return [
    { grain: 'day', startsOn: day, ...unit, procedure, channel },
    { grain: 'month', startsOn: month, ...unit, procedure, channel },
    { grain: 'unit_day', startsOn: day, ...unit, ...wholeUnit },
    { grain: 'unit_month', startsOn: month, ...unit, ...wholeUnit },
  ]
}

export const emptyCell = (key: CellKey): SlaCell => ({
  ...key,
  sums: Object.fromEntries(cellSums.map((sum) => [sum, 0])) as Record<CellSum, number>,
  times: new Map(),
})

/** Counts a dossier in, or with `-1` out again; a bucket that nobody is left in goes. */
export function countIn(cell: SlaCell, fact: SlaFact, sign: 1 | -1): void {
  for (const sum of cellSums) cell.sums[sum] += sign * shareOf[sum](fact)
  if (fact.workingMinutes === null) return
  const bucket = bucketOf(fact.workingMinutes)
  const count = (cell.times.get(bucket) ?? 0) + sign
  if (count === 0) cell.times.delete(bucket)
  else cell.times.set(bucket, count)
}

const shareOf: Record<CellSum, (fact: SlaFact) => number> = {
  received: () => 1,
  accepted: ({ isAccepted }) => Number(isAccepted),
  ended: ({ isEnded }) => Number(isEnded),
  early: ({ verdict }) => Number(verdict === 'early'),
  on_time: ({ verdict }) => Number(verdict === 'on_time'),
  late: ({ verdict }) => Number(verdict === 'late'),
  late_on_arrival: ({ isLateOnArrival }) => Number(isLateOnArrival),
  second_supplements: ({ supplements }) => Number(supplements > 1),
  extended: ({ isExtended }) => Number(isExtended),
  office_minutes: ({ officeMinutes }) => officeMinutes,
  resident_minutes: ({ residentMinutes }) => residentMinutes,
  agency_minutes: ({ agencyMinutes }) => agencyMinutes,
  system_minutes: ({ systemMinutes }) => systemMinutes,
}
