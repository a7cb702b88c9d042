import { eq } from 'drizzle-orm'
import { dossierEvents, dossiers } from '#db/schema/dossiers.ts'
import { calendarEntries } from '#db/schema/reference.ts'
import { type Actor, may, receivesNotices } from '#shared/accounts/policy.ts'
import type { DossierEvent, EventActor, EventData } from '#shared/dossiers/events.ts'
import { actionName, stateName } from '#shared/dossiers/names.ts'
import {
  allowedActions,
  type DossierAction,
  type DossierState,
  isEnded,
  isQuiet,
  nextState,
  nextStateOfNotice,
  storesDates,
} from '#shared/dossiers/transitions.ts'
import { problemTypes } from '#shared/http/problem.ts'
import { messagesFor } from '#shared/messages/messages-for.ts'
import { promiseMessage } from '../messages/promise-message.ts'
import { type Scope, type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { type Keyed, wasDone } from '../platform/keyed.ts'
import { type Promised, promise } from '../platform/outbox.ts'
import { conflict, forbidden, notFound, type ProblemError, stale, versionNeeded } from '../platform/problem.ts'
import { clockColumns } from './clock-columns.ts'
import { chain, readEvent } from './event-chain.ts'

export type Dossier = typeof dossiers.$inferSelect

/** Which dossier, who acts, and under which guard. */
export interface Target {
  actor: Actor
  /** By code within the staff's units, or by the id that a proved tracking key gave. */
  dossier: { code: string } | { id: string }
  /** The version that was on screen. `undefined` is refused with 428; `'any'` where the row lock alone decides. */
  ifMatch: number | 'any' | undefined
  keyed?: Keyed | undefined
  /** The unit that receives a transfer, in scope beside the actor's own so that the row may be moved there. */
  receiver?: string
}

/** One step: what the log will say, and what changes beside it in the same transaction. */
export interface Step<A extends DossierAction> {
  action: A
  data: EventData[A]
  /** Columns that the event decides beside state and clock. */
  set?: Partial<Pick<Dossier, 'unitCode' | 'holderId' | 'holderName' | 'variant' | 'deliveredAt'>>
  /** More rows of the same transaction: answers, papers, documents. */
  also?: (tx: Tx, event: DossierEvent) => Promise<void>
  promises?: Promised[]
  /** Set when `also` left rows in the outbox. */
  wakesRelay?: true
}

/** What a step may look at before it decides. */
export interface Seen {
  dossier: Dossier
  events: DossierEvent[]
  at: Date
  tx: Tx
}

/**
 * Takes one step in a dossier's life: lock the row, ask the policy and the transition table, append the event,
 * read the clock anew, store what it says, promise what follows. All or nothing.
 *
 * `decide` sees the locked dossier and words the step, or throws a refusal. Returns the dossier's id; a step that
 * came before under the same key changes nothing and returns it too.
 */
export async function changeDossier<A extends DossierAction>(
  deps: Deps,
  { actor, dossier: which, ifMatch, keyed, receiver }: Target,
  action: A,
  decide: (seen: Seen) => Step<A> | Promise<Step<A>>,
): Promise<string> {
  const now = deps.now()
  const changed = await withTx(deps.pool, scopeOf(actor, which, receiver), async (tx) => {
    const [dossier] = await tx
      .select()
      .from(dossiers)
      .where('id' in which ? eq(dossiers.id, which.id) : eq(dossiers.code, which.code))
      .for('update')
    if (!dossier || !may(actor, 'read', asSubject(dossier))) throw notFound()
    if (await wasDone(tx, keyed, dossier.id, now)) return { id: dossier.id, units: [], relays: false }
    if (!may(actor, action, asSubject(dossier)))
      throw forbidden(`Tài khoản này không được thực hiện bước “${actionName(action).vi}”.`)
    if (ifMatch === undefined) throw versionNeeded()
    if (ifMatch !== 'any' && ifMatch !== dossier.version) throw new StaleDossier(dossier.id)
    refuseForeignHolder(actor, action, dossier)
    const state = stateAfter(actor, action, dossier)

    await keepCalendarKnown(tx, deps)
    const events = await readLog(tx, dossier.id)
    const step = await decide({ dossier, events, at: now, tx })
    const head = {
      dossierId: dossier.id,
      unit: dossier.unitCode,
      seq: dossier.lastSeq,
      hash: dossier.lastHash,
      at: dossier.lastAt,
    }
    const { stored, head: next } = chain(head, { action: step.action, actor: eventActor(actor), data: step.data }, now)
    await tx.insert(dossierEvents).values({
      dossierId: dossier.id,
      seq: stored.seq,
      action: stored.action,
      unitCode: stored.unit,
      occurredAt: stored.occurredAt,
      recordedAt: stored.recordedAt,
      body: stored.body,
      hash: stored.hash,
    })
    const event = readEvent(stored.body)
    await step.also?.(tx, event)
    const dates = storesDates(action) ? clockColumns(deps, [...events, event]) : undefined
    await tx
      .update(dossiers)
      .set({
        ...dates,
        ...step.set,
        state,
        isEnded: isEnded(state),
        version: isQuiet(action) ? dossier.version : dossier.version + 1,
        lastSeq: next.seq,
        lastHash: next.hash,
        lastAt: next.at,
      })
      .where(eq(dossiers.id, dossier.id))
    await promise(tx, now, ...(step.promises ?? []))
    const told = messagesFor(event, dates ?? dossier)
    for (const message of told) await promiseMessage(tx, { dossierId: dossier.id, at: now, ...message })

    return {
      id: dossier.id,
      units: [dossier.unitCode, step.set?.unitCode].filter((unit) => unit !== undefined),
      relays: step.promises !== undefined || told.length > 0 || step.wakesRelay === true,
    }
  })
  deps.wake.send(...new Set(changed.units), ...(changed.relays ? ['outbox'] : []))

  return changed.id
}

/**
 * Another process may have recorded a day a moment ago that this one has not read yet, and a verdict counts by all that
 * was recorded before it (CLOCK rule 2.6). The table only grows, so its length tells.
 */
async function keepCalendarKnown(tx: Tx, { reference }: Pick<Deps, 'reference'>): Promise<void> {
  if ((await tx.$count(calendarEntries)) !== reference.calendarBook().entries.length) await reference.reload()
}

/** Thrown inside the transaction; the route answers 412 with the dossier as it is now. */
export class StaleDossier extends Error {
  readonly dossierId: string

  constructor(dossierId: string) {
    super('the dossier has changed')
    this.dossierId = dossierId
  }
}

/** Runs a step and turns a stale version into its answer, which carries the present dossier. */
export async function orStale<T>(work: Promise<T>, present: (dossierId: string) => Promise<unknown>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof StaleDossier) throw stale(await present(error.dossierId))
    throw error
  }
}

/** The log in its order, as the clock reads it. */
export async function readLog(tx: Tx, dossierId: string): Promise<DossierEvent[]> {
  const rows = await tx
    .select({ body: dossierEvents.body })
    .from(dossierEvents)
    .where(eq(dossierEvents.dossierId, dossierId))
    .orderBy(dossierEvents.seq)

  return rows.map(({ body }) => readEvent(body))
}

export const asSubject = (dossier: Pick<Dossier, 'unitCode' | 'acceptedAt'>) => ({
  unit: dossier.unitCode,
  isAccepted: dossier.acceptedAt !== null,
})

export function scopeOf(actor: Actor, which: Target['dossier'], receiver?: string): Scope {
  if (actor.kind === 'system') return { units: actor.units }
  if (actor.kind === 'staff') return { units: receiver ? [...actor.units, receiver] : actor.units }
  if (!('id' in which)) throw new Error('a resident acts only on a dossier whose key was proved')

  return { dossier: which.id }
}

export function eventActor(actor: Actor): EventActor {
  switch (actor.kind) {
    case 'staff':
      return { kind: 'staff', accountId: actor.accountId, name: actor.name, role: actor.role, unit: actor.unit }
    case 'system':
      return { kind: 'system', part: actor.part }
    case 'resident':
      return { kind: 'resident' }
  }
}

/** What another officer holds is not taken out of the hands; the head of the unit may. A quiet step takes nothing. */
function refuseForeignHolder(actor: Actor, action: DossierAction, dossier: Dossier) {
  if (actor.kind !== 'staff' || isQuiet(action) || !dossier.holderId || dossier.holderId === actor.accountId) return
  if (actor.role === 'commander' && action !== 'claim') return
  throw heldBy(dossier)
}

export const heldBy = (dossier: Pick<Dossier, 'holderName'>): ProblemError =>
  conflict(problemTypes.heldByAnother, `${dossier.holderName} đang xử lý hồ sơ này.`, {
    current: { holder: dossier.holderName },
  })

/** Where the step leads by the table of transitions, or the refusal that says what can be done instead. */
function stateAfter(actor: Actor, action: DossierAction, dossier: Dossier): DossierState {
  const before = { state: dossier.state, isAccepted: dossier.acceptedAt !== null }
  const state = receivesNotices(actor) ? nextStateOfNotice(before, action) : nextState(before, action)
  if (!state) throw notAllowed(dossier, action)

  return state
}

function notAllowed(dossier: Dossier, action: DossierAction): ProblemError {
  const possible = allowedActions(dossier.state)
    .filter((each) => !isQuiet(each))
    .map((each) => actionName(each).vi)
  const instead = possible.length > 0 ? ` Lúc này có thể: ${possible.join(', ')}.` : ''

  return conflict(
    problemTypes.notAllowedInState,
    `Hồ sơ đang ở trạng thái “${stateName(dossier.state).vi}”, không thể “${actionName(action).vi}”.${instead}`,
    { current: { state: dossier.state, version: dossier.version } },
  )
}
