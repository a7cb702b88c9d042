import type { StaffActor } from '#shared/accounts/policy.ts'
import type { SlaMeasure, SlaQuery } from '#shared/reports/schemas.ts'
import { localDayOf } from '#shared/text/format.ts'
import { invalid, notFound } from '../platform/problem.ts'

/** A report's period and place as parameters `$1` to `$5` of its statements. */
export interface SlaFilter {
  from: string
  to: string
  units: readonly string[]
  procedure: string | null
  channel: string | null
}

const dayMs = 86_400_000
const defaultDays = 90

/** Only units of the asker's posting; without a period the last ninety days. */
export function slaFilter(actor: StaffActor, query: Omit<SlaQuery, 'by'>, now: Date): SlaFilter {
  const to = query.to ?? localDayOf(now)
  const from = query.from ?? localDayOf(new Date(Date.parse(`${to}T00:00:00+07:00`) - (defaultDays - 1) * dayMs))
  if (from > to) throw invalid([{ parameter: 'from', detail: 'Ngày đầu phải trước ngày cuối.' }])
  if (query.unit && !actor.units.includes(query.unit))
    throw notFound('Không có báo cáo này, hoặc nó không thuộc quyền xem của bạn.')

  return {
    from,
    to,
    units: query.unit ? [query.unit] : actor.units,
    procedure: query.procedure ?? null,
    channel: query.channel ?? null,
  }
}

export const slaParameters = ({ from, to, units, procedure, channel }: SlaFilter) => [
  from,
  to,
  [...units],
  procedure,
  channel,
]

/** Days are Việt Nam's: from the first's midnight to the midnight after the last. */
export const slaWhere = `
  filed_at >= ($1::date::timestamp at time zone 'Asia/Ho_Chi_Minh')
  and filed_at < (($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
  and unit_code = any ($3) and ($4::text is null or procedure = $4) and ($5::text is null or channel = $5)`

/**
 * What each measure counts; `$6` is now. The same text counts the cells and lists the dossiers behind them, so a
 * number and its list cannot differ.
 *
 * An open pause makes a dossier `waiting`, as CLOCK rule 6.3 has it: overdue comes first, then waiting, then due soon.
 */
export const measureConditions: Record<SlaMeasure, string> = {
  received: 'true',
  accepted: 'accepted_at is not null',
  ended: 'is_ended',
  early: `verdict = 'early'`,
  on_time: `verdict = 'on_time'`,
  late: `verdict = 'late'`,
  open: 'not is_ended',
  due_soon: `not is_ended and state <> 'need_supplement' and due_soon_at <= $6 and next_due_at >= date_trunc('minute', $6::timestamptz)`,
  overdue: `not is_ended and state <> 'need_supplement' and next_due_at < date_trunc('minute', $6::timestamptz)`,
  waiting: `state = 'need_supplement'`,
  second_supplements: 'supplements > 1',
}
