import type { StaffActor } from '#shared/accounts/policy.ts'
import type { LiveCount, SlaDossiersQuery, SlaQuery, UnitView } from '#shared/reports/schemas.ts'
import type { CellCount } from '#shared/reports/sla-cells.ts'
import type { LocalPeriod } from '#shared/reports/sla-periods.ts'
import { dayAfter } from '#shared/reports/sla-periods.ts'
import { unitKey, unitOfNow, unitsWithin } from '#shared/reports/sla-units.ts'
import { localDayOf } from '#shared/text/format.ts'
import type { UnitRef } from '#shared/units/types.ts'
import type { Deps } from '../platform/deps.ts'
import { invalid, notFound } from '../platform/problem.ts'

/** A report's period and place, after it was made sure that the asker may see it. */
export interface SlaFilter extends LocalPeriod {
  units: readonly UnitRef[]
  view: UnitView
  procedure: string | null
  channel: string | null
  /** An account, `none`, or null for all. */
  officer: string | null
}

const defaultDays = 90

/** Only communes of the asker's posting and those that went into them; without a period the last ninety days. */
export function slaFilter(
  { reference }: Pick<Deps, 'reference'>,
  actor: StaffActor,
  query: Omit<SlaQuery, 'by'> & Pick<SlaDossiersQuery, 'officer'>,
  now: Date,
): SlaFilter {
  const to = query.to ?? localDayOf(now)
  const from = query.from ?? dayAfter(to, 1 - defaultDays)
  if (from > to) throw invalid([{ parameter: 'from', detail: 'Ngày đầu phải trước ngày cuối.' }])
  const directory = reference.directory()
  const view = query.units ?? 'now'
  const within = unitsWithin(directory, actor.units)
  const { unit } = query
  const asked = unit && unitKey({ edition: query.edition ?? directory.newest, code: unit })
  const units = asked
    ? within.filter((ref) => asked === unitKey(view === 'now' ? unitOfNow(directory, ref) : ref))
    : within
  if (units.length === 0) throw notFound('Không có báo cáo này, hoặc nó không thuộc quyền xem của bạn.')

  return {
    from,
    to,
    units,
    view,
    procedure: query.procedure ?? null,
    channel: query.channel ?? null,
    officer: query.officer ?? null,
  }
}

/** `$1` to `$7` of statements about facts and open dossiers. */
export const slaParameters = ({ from, to, units, procedure, channel, officer }: SlaFilter) => [
  from,
  to,
  units.map(({ edition }) => edition),
  units.map(({ code }) => code),
  procedure,
  channel,
  officer,
]

/** Days are Việt Nam's: from the first's midnight to the midnight after the last. */
export const filedWithin = `filed_at >= ($1::date::timestamp at time zone 'Asia/Ho_Chi_Minh')
  and filed_at < (($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')`
const ofKind = '($5::text is null or procedure = $5) and ($6::text is null or channel = $6)'
const isInHands = (column: string) =>
  `($7::text is null or ($7 = 'none' and ${column} is null) or ${column}::text = $7)`

/** The facts of a filter; what the cells of the same filter count. */
export const factsWhere = `${filedWithin} and unit_code = any ($4)
  and (edition, unit_code) in (select * from unnest($3::text[], $4::text[])) and ${ofKind} and ${isInHands('officer_id')}`

/**
 * The open dossiers of a filter, whenever they were filed. `$8` is the list of communes in force: an open dossier stands
 * with a commune of today, whichever list was in force when it was filed.
 */
export const openEver = `not is_ended and unit_code = any ($4)
  and ($8, unit_code) in (select * from unnest($3::text[], $4::text[])) and ${ofKind} and ${isInHands('holder_id')}`

/** Those of them that were filed within its period. */
export const openWhere = `${openEver} and ${filedWithin}`

/** What each count of the cells means for one fact: the list behind a number. */
export const factConditions: Record<CellCount, string> = {
  received: 'true',
  accepted: 'is_accepted',
  ended: 'is_ended',
  early: `verdict = 'early'`,
  on_time: `verdict = 'on_time'`,
  late: `verdict = 'late'`,
  late_on_arrival: 'is_late_on_arrival',
  second_supplements: 'supplements > 1',
  extended: 'is_extended',
}

/** Selected, because PostgreSQL computes it once then, and otherwise anew for every row: a day's length depends on its zone. */
const filedBefore = (days: number) => `filed_at <= (select $9::timestamptz - interval '${days} days')`
const thisMinute = `(select date_trunc('minute', $9::timestamptz))`
const isAged = (from: number, to: number) => `${filedBefore(from)} and not ${filedBefore(to)}`

/**
 * What is counted of the open dossiers; `$9` is now. The same text counts and lists them.
 *
 * An open pause makes a dossier `waiting`; the other three follow CLOCK rule 6.3 for those that do not wait.
 */
export const openConditions: Record<LiveCount, string> = {
  open: 'true',
  due_soon: `state <> 'need_supplement' and due_soon_at <= $9 and next_due_at >= ${thisMinute}`,
  overdue: `state <> 'need_supplement' and next_due_at < ${thisMinute}`,
  waiting: `state = 'need_supplement'`,
  age_0: `not ${filedBefore(3)}`,
  age_3: isAged(3, 7),
  age_7: isAged(7, 14),
  age_14: isAged(14, 30),
  age_30: filedBefore(30),
}
