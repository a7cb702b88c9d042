import { complaintTopicNames } from '#shared/i18n/complaints.ts'
import { periodBounds } from '#shared/reports/ii06-periods.ts'
import {
  behindIndicator,
  levers,
  meanTimes,
  percent,
  type QualityDossier,
  serviceQuality,
} from '#shared/reports/service-quality.ts'
import {
  classOf,
  complaintClasses,
  complaintsBehind,
  type QualityComplaint,
} from '#shared/reports/service-quality-complaints.ts'
import type {
  ServiceQualityComplaintsQuery,
  ServiceQualityDossiersQuery,
  ServiceQualityView,
} from '#shared/reports/service-quality-schemas.ts'
import { localDayOf } from '#shared/text/format.ts'
import type { Deps } from '../../platform/deps.ts'
import { entryPage } from '../entry-page.ts'
import type { ReportScope } from '../report-scope.ts'
import { refuseTooMuch } from '../too-much.ts'
import { unitLabelOn } from '../unit-name-on.ts'
import { gatherComplaints } from './gather-complaints.ts'
import { gatherQuality } from './gather-quality.ts'

type Needs = Pick<Deps, 'pool' | 'reportPool' | 'reference' | 'now'>

const shownOfLever = 100
const shownComplaints = 100

/** The indicators of Decision 766 as the logs say them now, for a unit or the province with each commune beside. */
export async function serviceQualityReport(deps: Needs, scope: ReportScope): Promise<ServiceQualityView> {
  await refuseTooMuch(deps, scope, 'see')
  const { complaints, complainedOf } = await gatherComplaints(deps, scope)
  const { dossiers, byUnit } = await gatherQuality(deps, scope, complainedOf)
  const offered = deps.reference.procedures(scope.period.to)
  const names = new Map<string, { vi: string; en: string }>(offered.map(({ code, name }) => [code, name]))

  return {
    period: scope.period,
    unit: { code: scope.unit, name: scope.name, isProvince: scope.isProvince },
    asOf: scope.window.asOf,
    isRunning: scope.isRunning,
    indicators: serviceQuality(dossiers, offered.length, complaints),
    complaintClasses: complaintClasses(complaints).map(({ topic, count }) => ({
      topic,
      label: complaintTopicNames[topic],
      count,
      rate: percent({ numerator: count, denominator: complaints.length }),
    })),
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
    ...(scope.isProvince && {
      units: unitsOf(deps, byUnit, complaints, { offered: offered.length, day: scope.period.to }),
    }),
  }
}

/** The dossiers behind a numerator or a denominator, or those that are missing from the one. */
export async function serviceQualityDossiers(
  deps: Needs,
  scope: ReportScope,
  { indicator, part, cursor }: Pick<ServiceQualityDossiersQuery, 'indicator' | 'part' | 'cursor'>,
) {
  await refuseTooMuch(deps, scope, 'see')
  const { complainedOf } = await gatherComplaints(deps, scope)
  const { dossiers } = await gatherQuality(deps, scope, complainedOf)

  return entryPage(deps, behindIndicator(dossiers, indicator, part), scope.period.to, cursor)
}

/** The complaints behind 5.1, 5.2 and 5.3, the latest first. */
export async function serviceQualityComplaints(
  deps: Needs,
  scope: ReportScope,
  { indicator, part, topic, cursor = '' }: ServiceQualityComplaintsQuery,
) {
  const { complaints } = await gatherComplaints(deps, scope)
  const counted = indicator === '5.1' ? complaints : complaintsBehind(complaints, indicator, part)
  const behind = counted.filter((complaint) => !topic || classOf(complaint) === topic)
  const keyOf = ({ receivedAt, id }: QualityComplaint) => `${receivedAt.toISOString()} ${id}`
  const rest = behind
    .filter((complaint) => !cursor || keyOf(complaint) < cursor)
    .sort((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1))
  const shown = rest.slice(0, shownComplaints)
  const last = shown.at(-1)

  return {
    items: shown.map((complaint) => ({
      ...complaint,
      topic: classOf(complaint),
      unitName: unitLabelOn(deps.reference, complaint.unit, localDayOf(complaint.receivedAt)),
    })),
    total: behind.length,
    ...(rest.length > shown.length && last && { nextCursor: keyOf(last) }),
  }
}

function unitsOf(
  { reference }: Needs,
  byUnit: readonly QualityDossier[],
  complaints: readonly QualityComplaint[],
  { offered, day }: { offered: number; day: string },
) {
  const groups = new Map<string, QualityDossier[]>()
  for (const dossier of byUnit) {
    const group = groups.get(dossier.unit)
    if (group) group.push(dossier)
    else groups.set(dossier.unit, [dossier])
  }
  // A commune may have had complaints only.
  for (const { unit } of complaints) if (!groups.has(unit)) groups.set(unit, [])

  return [...groups]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([unit, dossiers]) => ({
      unit,
      label: unitLabelOn(reference, unit, day),
      dossiers: dossiers.length,
      rates: serviceQuality(
        dossiers,
        offered,
        complaints.filter((complaint) => complaint.unit === unit),
      ).map(({ id, rate }) => ({ id, rate })),
    }))
}
