import { setImmediate } from 'node:timers/promises'
import { type Ii06DatedEntry, type Ii06Share, ii06Share } from '#shared/reports/ii06-share.ts'
import type { Deps } from '../../platform/deps.ts'
import type { ReportScope } from '../report-scope.ts'
import { reportedLogs } from '../reported-logs.ts'

/** What the logs say about one unit's or the province's period, before it is laid out as a form. */
export interface GatheredIi06 {
  /** What the form counts: dossiers for the province, what a unit held for a unit. */
  entries: Ii06DatedEntry[]
  /** For the province: what each unit held. */
  held: Ii06DatedEntry[]
  asides: NonNullable<Ii06Share['aside']>[]
  transfers: number
  /** Open where the period begins, by procedure: column 11 of the period before, counted at its own end. */
  carried: Map<string, number>
}

/** Reads the logs that touch the period and takes each dossier's share; optionally only these dossiers. */
export async function gatherIi06(
  { reportPool }: Pick<Deps, 'reportPool'>,
  scope: ReportScope,
  ids?: readonly string[],
): Promise<GatheredIi06> {
  const gathered: GatheredIi06 = { entries: [], held: [], asides: [], transfers: 0, carried: new Map() }
  const isOurs = ({ unit }: { unit: string }) => scope.isProvince || unit === scope.unit
  const before = { ...scope.window, from: new Date(0), until: scope.window.from, asOf: scope.window.from }

  for await (const batch of reportedLogs(reportPool, { ...scope.logs, ...(ids && { ids }) })) {
    for (const dossier of batch) {
      const share = ii06Share(dossier, scope.window)
      gathered.entries.push(...entriesOf(share, scope).filter(isOurs))
      if (scope.isProvince) gathered.held.push(...share.held)
      if (share.aside && isOurs(share.aside)) gathered.asides.push(share.aside)
      gathered.transfers += scope.isProvince
        ? share.transfers
        : share.held.filter((entry) => isOurs(entry) && entry.fate === 'transferred').length
      if (dossier.filedAt >= scope.window.from) continue
      const open = entriesOf(ii06Share(dossier, before), scope).filter(
        (entry) => isOurs(entry) && entry.endedAt === null,
      )
      if (open.length > 0)
        gathered.carried.set(dossier.procedure, (gathered.carried.get(dossier.procedure) ?? 0) + open.length)
    }
    await setImmediate()
  }

  return gathered
}

/** A province counts dossiers, a unit what it held (CLOCK rule 9.6). */
export const entriesOf = (
  { whole, held }: Ii06Share,
  { isProvince }: Pick<ReportScope, 'isProvince'>,
): Ii06DatedEntry[] => (isProvince ? (whole ? [whole] : []) : held)
