import { periodBounds } from '#shared/reports/ii06-periods.ts'
import {
  behindIndicator,
  levers,
  meanTimes,
  type QualityDossier,
  serviceQuality,
} from '#shared/reports/service-quality.ts'
import type { ServiceQualityDossiersQuery, ServiceQualityView } from '#shared/reports/service-quality-schemas.ts'
import { unitTitle } from '#shared/units/unit-names.ts'
import type { Deps } from '../../platform/deps.ts'
import { entryPage } from '../entry-page.ts'
import type { ReportScope } from '../report-scope.ts'
import { countLogs } from '../reported-logs.ts'
import { tooMuch } from '../too-much.ts'
import { gatherQuality } from './gather-quality.ts'

type Needs = Pick<Deps, 'reportPool' | 'reference' | 'now'>

const mostDossiers = 40_000
const shownOfLever = 100

/** The indicators of Decision 766 as the logs say them now, for a unit or the province with each commune beside. */
export async function serviceQualityReport(deps: Needs, scope: ReportScope): Promise<ServiceQualityView> {
  const count = await countLogs(deps.reportPool, scope.logs)
  if (count > mostDossiers) throw tooMuch(count)
  const { dossiers, byUnit } = await gatherQuality(deps, scope)
  const offered = deps.reference.procedures(scope.period.to)
  const names = new Map<string, { vi: string; en: string }>(offered.map(({ code, name }) => [code, name]))

  return {
    period: scope.period,
    unit: { code: scope.unit, name: scope.name, isProvince: scope.isProvince },
    asOf: scope.window.asOf,
    isRunning: scope.isRunning,
    indicators: serviceQuality(dossiers, offered.length),
    meanTimes: meanTimes(dossiers).map((mean) => ({
      ...mean,
      label: names.get(mean.procedure) ?? { vi: mean.procedure, en: mean.procedure },
    })),
    levers: levers(dossiers, periodBounds(scope.period).until, scope.isRunning).map(
      ({ dossiers: codes, ...lever }) => ({
        ...lever,
        count: codes.length,
        dossiers: codes.slice(0, shownOfLever),
      }),
    ),
    ...(scope.isProvince && { units: unitsOf(deps, byUnit, offered.length) }),
  }
}

/** The dossiers behind a numerator or a denominator, or those that are missing from the one. */
export async function serviceQualityDossiers(
  deps: Needs,
  scope: ReportScope,
  { indicator, part, cursor }: Pick<ServiceQualityDossiersQuery, 'indicator' | 'part' | 'cursor'>,
) {
  const { dossiers } = await gatherQuality(deps, scope)

  return entryPage(deps, behindIndicator(dossiers, indicator, part), cursor)
}

function unitsOf({ reference }: Needs, byUnit: readonly QualityDossier[], offered: number) {
  const groups = new Map<string, QualityDossier[]>()
  for (const dossier of byUnit) {
    const group = groups.get(dossier.unit)
    if (group) group.push(dossier)
    else groups.set(dossier.unit, [dossier])
  }

  return [...groups]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([unit, dossiers]) => ({
      unit,
      label: unitTitle(reference.unitName(unit)),
      dossiers: dossiers.length,
      rates: serviceQuality(dossiers, offered).map(({ id, rate }) => ({ id, rate })),
    }))
}
