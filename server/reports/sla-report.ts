import type { StaffActor } from '#shared/accounts/policy.ts'
import type { SlaGrouping, SlaMeasure, SlaQuery, SlaRow, SlaView } from '#shared/reports/schemas.ts'
import { slaMeasures } from '#shared/reports/schemas.ts'
import type { Bilingual } from '#shared/text/bilingual.ts'
import { localDayOf } from '#shared/text/format.ts'
import { unitTitle } from '#shared/units/unit-names.ts'
import type { Deps } from '../platform/deps.ts'
import { measureConditions, type SlaFilter, slaFilter, slaParameters, slaWhere } from './sla-filters.ts'

type Counted = Record<SlaMeasure, number> & { key: string; median: number | null; p90: number | null }

const keyOf: Record<SlaGrouping, string> = {
  unit: 'unit_code',
  procedure: 'procedure',
  channel: 'channel',
  month: `to_char(filed_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM')`,
}

const counts = slaMeasures
  .map((measure) => `count(*) filter (where ${measureConditions[measure]})::integer as ${measure}`)
  .join(',\n')
const percentile = (p: number) =>
  `percentile_cont(${p}) within group (order by working_minutes) filter (where is_ended and working_minutes is not null)`

/**
 * Processing times of the dossiers filed in a period: counts, verdicts, median and 90th percentile of working time,
 * by commune, procedure, channel or month. Read as `desk_report`, which sees no personal data.
 */
export async function slaReport(
  deps: Pick<Deps, 'reportPool' | 'reference' | 'now'>,
  actor: StaffActor,
  query: SlaQuery,
): Promise<SlaView> {
  const now = deps.now()
  const by = query.by ?? 'unit'
  const filter = slaFilter(actor, query, now)
  const { rows } = await deps.reportPool.query<Counted>(
    `select ${keyOf[by]} as key, grouping(${keyOf[by]}) as is_total, ${counts}, ${percentile(0.5)} as median, ${percentile(0.9)} as p90
     from dossiers where ${slaWhere} group by grouping sets ((${keyOf[by]}), ()) order by is_total desc, key`,
    [...slaParameters(filter), now],
  )
  const [totals, ...groups] = rows

  return {
    asOf: now,
    from: filter.from,
    to: filter.to,
    by,
    totals: toRow(totals),
    rows: groups.map((group) => ({
      ...toRow(group),
      key: group.key,
      label: labelOf(deps, by, group.key, now),
      href: hrefOf(query, filter, by, group.key),
    })),
  }
}

function toRow(counted: Counted | undefined): SlaRow {
  const n = (measure: SlaMeasure) => counted?.[measure] ?? 0

  return {
    received: n('received'),
    accepted: n('accepted'),
    ended: n('ended'),
    early: n('early'),
    onTime: n('on_time'),
    late: n('late'),
    open: n('open'),
    dueSoon: n('due_soon'),
    overdue: n('overdue'),
    waiting: n('waiting'),
    secondSupplements: n('second_supplements'),
    medianMinutes: counted?.median ?? null,
    p90Minutes: counted?.p90 ?? null,
  }
}

function labelOf({ reference }: Pick<Deps, 'reference'>, by: SlaGrouping, key: string, now: Date): Bilingual {
  if (by === 'unit') return unitTitle(reference.unitName(key))
  if (by === 'procedure') return reference.procedure(key, localDayOf(now))?.name ?? { vi: key, en: key }
  if (by === 'month') return { vi: `Tháng ${key.slice(5)}/${key.slice(0, 4)}`, en: key }

  return channelNames[key] ?? { vi: key, en: key }
}

const channelNames: Record<string, Bilingual> = {
  online: { vi: 'Trực tuyến', en: 'Online' },
  counter: { vi: 'Trực tiếp', en: 'At the counter' },
  post: { vi: 'Bưu chính', en: 'By post' },
}

/** The page's own filters narrowed to the row; the reader adds `&measure=`. */
function hrefOf(query: SlaQuery, filter: SlaFilter, by: SlaGrouping, key: string): string {
  const narrowed: Record<string, string | undefined> = {
    from: filter.from,
    to: filter.to,
    unit: query.unit,
    procedure: query.procedure,
    channel: query.channel,
  }
  if (by === 'month') Object.assign(narrowed, monthWithin(key, filter))
  else narrowed[by] = key
  const search = new URLSearchParams(
    Object.entries(narrowed).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  )

  return `/api/reports/sla/dossiers?${search}`
}

function monthWithin(month: string, { from, to }: SlaFilter) {
  const first = `${month}-01`
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).toISOString().slice(0, 10)

  return { from: first > from ? first : from, to: last < to ? last : to }
}
