import { problemTypes } from '#shared/http/problem.ts'
import { sessionsOn, type WorkingCalendar } from '#shared/sla/calendar.ts'
import { dayOf, type Minute, startOf, toDate } from '#shared/sla/minutes.ts'
import { openAgenda } from './agenda.ts'
import type { DemoClock } from './demo-clock.ts'
import { type DeskClient, DeskRefusal } from './desk-client.ts'
import type { Delivery, Officers } from './officers.ts'
import type { Plan } from './plan.ts'
import type { Progress } from './progress.ts'
import { cookiesOf, isDoneBefore, type Residents } from './residents.ts'
import type { Running } from './run-state.ts'
import { accountOf, type Staff } from './staff.ts'
import type { Step } from './steps.ts'

export interface Hands {
  client: DeskClient
  staff: Staff
  residents: Residents
  officers: Officers
  clock: DemoClock
  calendar: WorkingCalendar
  progress: Progress
  /** Names the run in keys and cookies. */
  run: string
  /** Where the desk's clock stood at the beginning: an earlier run of the same name came so far at least. */
  startsAt: Minute
}

/** What is planned within an hour happens at the minute of its first step, unless the desk opens or closes between. */
const slotMinutes = 60

/**
 * Does what the plan says, in its order: all steps of a slot are done, and what was filed is delivered, before the
 * clock moves on. Steps of one dossier follow each other; those of others run beside them.
 */
export async function carryOut(plan: Plan, hands: Hands): Promise<Running[]> {
  const { client, clock, calendar, progress, officers } = hands
  const all = plan.dossiers.map(
    (dossier): Running => ({
      plan: dossier,
      browser: client.browser(cookiesOf(hands.run, dossier.number)),
      done: 0,
      openedBy: new Set(),
      isAstray: false,
    }),
  )
  await hands.staff.signInAll(accountsOf(plan))
  const agenda = openAgenda<Running>()
  const addNext = (running: Running, after: Minute) => {
    const step = running.plan.steps[running.done]
    if (step && !running.isAstray) agenda.add(Math.max(step.at, after), running)
  }
  for (const running of all) addNext(running, 0)

  const total = all.reduce((sum, { plan: { steps } }) => sum + steps.filter(({ at }) => at < plan.endsAt).length, 0)
  let taken = 0
  for (let at = agenda.next(); at !== undefined && at < plan.endsAt; at = agenda.next()) {
    const slotEnd = Math.min(plan.endsAt, at + slotMinutes, nextEdge(calendar, at))
    await clock.moveTo(at)
    for (let due = agenda.takeBefore(slotEnd); due.length > 0; due = agenda.takeBefore(slotEnd)) {
      await officers.waitForDelivery(await takeAll(due, hands))
      taken += due.length
      for (const running of due) addNext(running, at)
    }
    progress.show({
      at: toDate(at),
      share: taken / total,
      filed: all.filter(({ filed }) => filed).length,
      requests: client.requests(),
    })
  }
  await clock.moveTo(plan.endsAt)

  return all
}

/** Everybody whom the plan calls to work. */
const accountsOf = ({ dossiers, endsAt }: Plan): string[] => [
  ...new Set(
    dossiers.flatMap(({ steps, way, place }) => [
      ...(way === 'counter' ? [accountOf({ by: 'officer', unit: place.code })] : []),
      ...steps.flatMap((step) => (step.by !== 'resident' && step.at < endsAt ? [accountOf(step)] : [])),
    ]),
  ),
]

/** When the desk next opens or closes after `at`, or the day ends: answers were written for their own day. */
function nextEdge(calendar: WorkingCalendar, at: Minute): Minute {
  const edges = [...sessionsOn(calendar, dayOf(at))].flatMap(({ from, to }) => [from, to])

  return edges.find((edge) => edge > at) ?? startOf(dayOf(at) + 1)
}

/** Takes the next step of each; when one fails the others are still finished. Resolves with what must be delivered. */
async function takeAll(due: readonly Running[], hands: Hands): Promise<Delivery[]> {
  const results = await Promise.allSettled(due.map((running) => takeNext(running, hands)))
  const failed = results.find((result) => result.status === 'rejected')
  if (failed) throw failed.reason

  return results.flatMap((result) => (result.status === 'fulfilled' && result.value ? [result.value] : []))
}

async function takeNext(running: Running, { residents, officers, startsAt }: Hands): Promise<Delivery | undefined> {
  const step = running.plan.steps[running.done]
  if (!step) return undefined
  try {
    if (step.by === 'resident') await residents.take(running, step)
    else await officers.take(running, step)
  } catch (error) {
    if (wentAnotherWay(error)) running.isAstray = true
    else if (!isDoneBefore(error)) throw error
  }
  running.done += 1

  return step.at < startsAt ? undefined : deliveryAfter(running, step)
}

/** Somebody else works on the same desk, or an earlier run stopped halfway: the plan's next step does not fit. */
function wentAnotherWay(error: unknown): boolean {
  const types: readonly string[] = [
    problemTypes.notFound,
    problemTypes.notAllowedInState,
    problemTypes.heldByAnother,
    problemTypes.stale,
  ]

  return error instanceof DeskRefusal && types.includes(error.problem.type)
}

function deliveryAfter({ filed, plan, isAstray }: Running, step: Step): Delivery | undefined {
  if (!filed || isAstray || filed.state !== 'submitted') return undefined
  if (step.does === 'file') return { code: filed.code, unit: plan.place.code }

  return step.does === 'transfer' ? { code: filed.code, unit: step.body.to } : undefined
}
