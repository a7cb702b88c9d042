import type { StaffActor } from '#shared/accounts/policy.ts'
import { percentileError } from '#shared/reports/buckets.ts'
import { backlogAges, type SlaQuery, type SlaRow, type SlaView } from '#shared/reports/schemas.ts'
import { type LocalPeriod, periodBefore } from '#shared/reports/sla-periods.ts'
import { readUnitKey, unitKey, unitOfNow } from '#shared/reports/sla-units.ts'
import { localDayOf } from '#shared/text/format.ts'
import type { Deps } from '../platform/deps.ts'
import { rollupLag } from './rollups/rollup-lag.ts'
import { addUp, type Counted, countCells, toFigures } from './sla-cells.ts'
import { type SlaFilter, slaFilter } from './sla-filters.ts'
import { hrefOf, labelOf } from './sla-labels.ts'
import { countOfficers, officerNames, refuseWideOfficers } from './sla-officers.ts'
import { addUpOpen, countOpen, type OpenCounts } from './sla-open.ts'

type Needs = Pick<Deps, 'pool' | 'reportPool' | 'reference' | 'now'>

/** Before the first desk that could have stored anything. */
const firstDay = '2000-01-01'

/**
 * Processing times of the dossiers filed in a period: counts, verdicts, median and 90th percentile of working time,
 * whose turn it was, by commune, procedure, channel, month or officer, beside the period before.
 *
 * What logs fix comes from the rollups, so that it costs the same however many dossiers there are; what depends on
 * now comes from the open dossiers. Read as `desk_report`, which sees no personal data.
 */
export async function slaReport(deps: Needs, actor: StaffActor, query: SlaQuery): Promise<SlaView> {
  const now = deps.now()
  const by = query.by ?? 'unit'
  const filter = slaFilter(deps, actor, query, now)
  if (by === 'officer') refuseWideOfficers(deps, filter)
  const directory = deps.reference.directory()
  const everything = { ...filter, from: firstDay, to: localDayOf(now) }
  const period = periodBefore(filter)
  const rowOf = (key: string) =>
    by === 'unit' && filter.view === 'now' ? unitKey(unitOfNow(directory, readUnitKey(key))) : key

  const [counted, before, { open, backlog }, lag] = await Promise.all([
    countLogs(deps, filter, by, filter).then((rows) => gather(rows, rowOf, addUp)),
    countLogs(deps, filter, by, period).then((rows) => gather(rows, rowOf, addUp)),
    countOpen(deps.reportPool, filter, by, { newest: directory.newest, now }).then(({ filedWithin, ever }) => ({
      open: gather(filedWithin, rowOf, addUpOpen),
      backlog: ever,
    })),
    rollupLag(deps.reportPool),
  ])
  const keys = [...new Set([...counted.keys(), ...open.keys()])].sort()
  const officers =
    by === 'officer'
      ? await officerNames(
          deps,
          keys.filter((key) => key !== 'none'),
        )
      : new Map()

  return {
    asOf: now,
    from: filter.from,
    to: filter.to,
    by,
    units: filter.view,
    lag,
    percentileError,
    totals: toRow(addUp(counted.values()), addUpOpen(open.values())),
    before: { ...period, totals: toFigures(addUp(before.values())) },
    backlog: backlogAges.map(({ measure, days }) => ({
      measure,
      days,
      count: backlog[measure],
      href: hrefOf(query, everything),
    })),
    rows: keys.map((key) => {
      const then = by === 'month' ? undefined : before.get(key)

      return {
        ...toRow(counted.get(key) ?? addUp([]), open.get(key) ?? addUpOpen([])),
        key: by === 'unit' ? shortKey(key, directory.newest) : key,
        label: officers.get(key) ?? labelOf(deps, by, key, now),
        href: hrefOf(query, filter, by, key),
        before: then ? toFigures(then) : null,
      }
    }),
  }
}

function countLogs(
  { reportPool }: Needs,
  filter: SlaFilter,
  by: NonNullable<SlaQuery['by']>,
  period: LocalPeriod,
): Promise<Map<string, Counted>> {
  return by === 'officer'
    ? countOfficers(reportPool, { ...filter, ...period })
    : countCells(reportPool, filter, by, period)
}

/** Puts rows together that are shown as one. */
function gather<Row>(
  rows: Map<string, Row>,
  rowOf: (key: string) => string,
  add: (rows: Row[]) => Row,
): Map<string, Row> {
  const gathered = new Map<string, Row[]>()
  for (const [key, row] of rows) gathered.set(rowOf(key), [...(gathered.get(rowOf(key)) ?? []), row])

  return new Map([...gathered].map(([key, same]) => [key, add(same)]))
}

function toRow(counted: Counted, open: OpenCounts): SlaRow {
  return {
    ...toFigures(counted),
    open: open.open,
    dueSoon: open.due_soon,
    overdue: open.overdue,
    waiting: open.waiting,
  }
}

/** Communes of today are known by their code alone. */
function shortKey(key: string, newest: string): string {
  const { edition, code } = readUnitKey(key)

  return edition === newest ? code : key
}
