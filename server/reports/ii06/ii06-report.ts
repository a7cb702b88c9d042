import type { ProcedureVersion } from '#shared/catalogue/types.ts'
import { checkRow, countEntries, type Ii06Counts, type Ii06Entry } from '#shared/reports/ii06.ts'
import type { Ii06View } from '#shared/reports/ii06-schemas.ts'
import type { Bilingual } from '#shared/text/bilingual.ts'
import { localDayOf } from '#shared/text/format.ts'
import type { Deps } from '../../platform/deps.ts'
import type { ReportScope } from '../report-scope.ts'
import { refuseTooMuch } from '../too-much.ts'
import { unitLabelOn } from '../unit-name-on.ts'
import { type GatheredIi06, gatherIi06 } from './gather-ii06.ts'
import { type CarriedSeal, findCarriedSeal, findSealOf } from './read-seals.ts'

type Needs = Pick<Deps, 'pool' | 'reportPool' | 'reference' | 'now'>

/**
 * The report as the logs say it now, with its checks, its notes, and its seal if it was sent. `limit`: how many dossiers
 * it may read; an export, which nobody waits for, reads any number.
 */
export async function ii06Report(deps: Needs, scope: ReportScope, limit?: number): Promise<Ii06View> {
  await refuseTooMuch(deps, scope, 'see', limit)
  const [gathered, seal, carried] = await Promise.all([
    gatherIi06(deps, scope),
    findSealOf(deps, scope.unit, scope.period),
    findCarriedSeal(deps, scope.unit, scope.period.from),
  ])

  return { ...formOf(deps, scope, gathered, carried), seal: seal ?? null }
}

/** Lays out what was gathered: a row for each procedure that had anything, the totals, the checks and the notes. */
export function formOf(
  deps: Pick<Deps, 'reference'>,
  scope: ReportScope,
  gathered: GatheredIi06,
  carriedSeal: CarriedSeal | undefined,
): Omit<Ii06View, 'seal'> {
  const { entries, asides, transfers } = gathered
  const carriedOf = (procedure: string) =>
    carriedSeal ? (carriedSeal.open.get(procedure) ?? 0) : (gathered.carried.get(procedure) ?? 0)
  const rows = proceduresIn(deps, scope, entries, [
    ...(carriedSeal?.open.keys() ?? []),
    ...gathered.carried.keys(),
  ]).map(({ code, name }) => ({
    procedure: code,
    label: name,
    counts: countEntries(entries.filter(({ procedure }) => procedure === code)),
  }))
  const totals = countEntries(entries)
  const carriedTotal = rows.reduce((sum, { procedure }) => sum + carriedOf(procedure), 0)

  return {
    period: scope.period,
    unit: { code: scope.unit, name: scope.name, isProvince: scope.isProvince },
    asOf: scope.window.asOf,
    isRunning: scope.isRunning,
    rows,
    totals,
    ...(scope.isProvince && { units: unitsOf(deps, scope, gathered) }),
    checks: checkRow(totals, carriedTotal).map((check) => {
      const failing = rows
        .filter(({ counts, procedure }) =>
          checkRow(counts, carriedOf(procedure)).some(({ id, holds }) => id === check.id && !holds),
        )
        .map(({ procedure }) => procedure)

      return { ...check, holds: check.holds && failing.length === 0, failing }
    }),
    notes: {
      waiting: asides.filter(({ kind }) => kind === 'waiting').length,
      refusedIntake: asides.filter(({ kind }) => kind === 'refused_intake').length,
      withdrawnBefore: asides.filter(({ kind }) => kind === 'withdrawn_before').length,
      transfers,
      withdrawn: entries.filter(({ fate }) => fate === 'withdrawn' || fate === 'duplicate').length,
      duplicates: entries.filter(({ fate }) => fate === 'duplicate').length,
    },
    carriedFrom: carriedSeal
      ? { sealId: carriedSeal.id, sealed: carriedSeal.sealed, corrected: carriedSeal.corrected }
      : null,
  }
}

/** Every procedure in force at the period's end, and those of which only older dossiers are left. */
function proceduresIn(
  { reference }: Pick<Deps, 'reference'>,
  scope: ReportScope,
  entries: readonly Ii06Entry[],
  carried: readonly string[],
): Pick<ProcedureVersion, 'code' | 'name'>[] {
  const inForce = reference.procedures(scope.period.to)
  const known = new Set<string>(inForce.map(({ code }) => code))
  const older = [...new Set([...entries.map(({ procedure }) => procedure), ...carried])].filter(
    (code) => !known.has(code),
  )

  return [
    ...inForce,
    ...older.map((code) => ({ code: code as ProcedureVersion['code'], name: { vi: `Thủ tục ${code}`, en: code } })),
  ]
}

function unitsOf({ reference }: Pick<Deps, 'reference'>, { period }: ReportScope, { held }: GatheredIi06) {
  const byUnit = new Map<string, Ii06Entry[]>()
  for (const entry of held) {
    const entries = byUnit.get(entry.unit)
    if (entries) entries.push(entry)
    else byUnit.set(entry.unit, [entry])
  }

  return [...byUnit]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([unit, entries]): { unit: string; label: Bilingual; counts: Ii06Counts } => ({
      unit,
      label: unitLabelOn(reference, unit, period.to),
      counts: countEntries(entries),
    }))
}

/** What a file of a report is called: `bieu-ii06-18634-2026-11.xlsx`. */
export const reportFileName = ({ unit, period }: Pick<ReportScope, 'unit' | 'period'>, extension: string): string =>
  `bieu-ii06-${unit}-${period.name.replace('..', '_')}.${extension}`

/** The day that stands over the signature: the last of the period, or today's while it runs. */
export const reportDay = ({ asOf, isRunning, period }: Pick<Ii06View, 'asOf' | 'isRunning' | 'period'>): string =>
  isRunning ? localDayOf(asOf) : period.to
