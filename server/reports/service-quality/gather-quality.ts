import { setImmediate } from 'node:timers/promises'
import type { Ii06DatedEntry } from '#shared/reports/ii06-share.ts'
import { ii06Share } from '#shared/reports/ii06-share.ts'
import type { QualityDossier } from '#shared/reports/service-quality.ts'
import { dossierClock } from '#shared/sla/dossier-clock.ts'
import { dayOf, minuteOf } from '#shared/sla/minutes.ts'
import type { Deps } from '../../platform/deps.ts'
import { entriesOf } from '../ii06/gather-ii06.ts'
import type { ReportScope } from '../report-scope.ts'
import { type LoggedDossier, reportedLogs } from '../reported-logs.ts'

type Needs = Pick<Deps, 'reportPool' | 'reference' | 'now'>

/** Ratings below this say that the resident was not content. */
const contentFrom = 3

/**
 * The dossiers of a period as the indicators look at them: the entries of II.06, and beside each what its whole log
 * says by now. `complainedOf` are the dossiers with a complaint; `byUnit` are the entries of each commune, for the province only.
 */
export async function gatherQuality(
  deps: Needs,
  scope: ReportScope,
  complainedOf: ReadonlySet<string>,
): Promise<{ dossiers: QualityDossier[]; byUnit: QualityDossier[] }> {
  const dossiers: QualityDossier[] = []
  const byUnit: QualityDossier[] = []
  for await (const batch of reportedLogs(deps.reportPool, scope.logs)) {
    for (const logged of batch) {
      const share = ii06Share(logged, scope.window)
      if (!share.whole) continue
      const facts = factsOf(deps, logged, share.waitsAgain, complainedOf)
      const of = (entry: Ii06DatedEntry): QualityDossier => ({
        ...entry,
        ...facts,
        waitsAgain: facts.waitsAgain && entry.fate === 'open',
      })
      dossiers.push(
        ...entriesOf(share, scope)
          .filter(({ unit }) => scope.isProvince || unit === scope.unit)
          .map(of),
      )
      if (scope.isProvince) byUnit.push(...share.held.map(of))
    }
    await setImmediate()
  }

  return { dossiers, byUnit }
}

type Facts = Omit<QualityDossier, keyof Ii06DatedEntry>

function factsOf(
  { reference, now }: Needs,
  dossier: LoggedDossier,
  waitsAgain: boolean,
  complainedOf: ReadonlySet<string>,
): Facts {
  const { log } = dossier
  const resolved = log.find((event) => event.action === 'resolve')
  const rated = log.find((event) => event.action === 'rate')

  return {
    isOnline: dossier.channel === 'online',
    waitsAgain,
    givesResult: reference.version(dossier.procedure, dossier.procedureVersion).results.length > 0,
    hasResultFile: resolved?.action === 'resolve' && resolved.data.resultForms.length > 0,
    hasDigitalPaper: log.some(
      (event) => (event.action === 'submit' || event.action === 'answer_supplement') && event.data.papers.length > 0,
    ),
    hasReusedPaper: log.some(
      (event) => event.action === 'submit' && event.data.papers.some(({ reusedFrom }) => reusedFrom),
    ),
    fee: dossier.fee,
    isPaidOnline: log.some(
      (event) => event.action === 'record_payment' && ['portal', 'vietqr'].includes(event.data.method),
    ),
    isDisliked: complainedOf.has(dossier.id) || (rated?.action === 'rate' && rated.data.score < contentFrom),
    taken: resolved ? takenBy(log, { now: now(), calendarOf: reference.calendarOf }) : null,
    isEnded: log.some(({ action }) => action === 'resolve' || action === 'refuse' || action === 'withdraw'),
  }
}

/** Working days or hours without pauses; calendar days less the whole days of pauses (CLOCK rule 10.3). */
function takenBy(log: LoggedDossier['log'], context: Parameters<typeof dossierClock>[1]): QualityDossier['taken'] {
  const { clock, clockInput } = dossierClock(log, context)
  if (!clock || !clockInput?.endedAt) return null
  const { unit } = clockInput.term
  if (unit === 'working_day') return { unit, amount: { numerator: clock.workingMinutes, denominator: 480 } }
  if (unit === 'working_minute') return { unit, amount: { numerator: clock.workingMinutes, denominator: 60 } }
  const days = dayOf(minuteOf(clockInput.endedAt)) - dayOf(minuteOf(clockInput.acceptedAt))
  const pausedMs = clock.pauses.reduce((sum, { from, to }) => sum + to.getTime() - from.getTime(), 0)

  return { unit, amount: { numerator: days - Math.floor(pausedMs / 86_400_000), denominator: 1 } }
}
