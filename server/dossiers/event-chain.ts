import type { DossierEvent, EventActor, EventData } from '#shared/dossiers/events.ts'
import type { DossierAction } from '#shared/dossiers/transitions.ts'
import { sha256 } from '../platform/sealing.ts'

/** Where a dossier's log ends: what the next event is chained to. */
export interface ChainHead {
  dossierId: string
  unit: string
  seq: number
  hash: Buffer
  /** When the last event was recorded; the log never runs backwards. */
  at: Date
}

export interface NewEvent<A extends DossierAction = DossierAction> {
  action: A
  actor: EventActor
  data: EventData[A]
  /** Set when it happened before it was recorded (papers handed in during a network loss). */
  occurredAt?: Date
}

/** An event as it is stored: `body` are the exact bytes that were hashed. */
export interface StoredEvent {
  seq: number
  action: DossierAction
  unit: string
  occurredAt: Date
  recordedAt: Date
  body: string
  hash: Buffer
}

const noHash = Buffer.alloc(0)

/** The head before the first event. */
export const emptyChain = (dossierId: string, unit: string, at: Date): ChainHead => ({
  dossierId,
  unit,
  seq: 0,
  hash: noHash,
  at,
})

/**
 * The next link: hash of the hash before it and of its own bytes.
 *
 * `now` is lifted to the last event's instant when another process's clock was a little ahead.
 */
export function chain<A extends DossierAction>(
  head: ChainHead,
  event: NewEvent<A>,
  now: Date,
): { stored: StoredEvent; head: ChainHead } {
  const recordedAt = now > head.at ? now : head.at
  const occurredAt = event.occurredAt && event.occurredAt < recordedAt ? event.occurredAt : recordedAt
  const seq = head.seq + 1
  const body = JSON.stringify({
    v: 1,
    dossier: head.dossierId,
    seq,
    action: event.action,
    unit: head.unit,
    occurredAt: occurredAt.toISOString(),
    recordedAt: recordedAt.toISOString(),
    actor: event.actor,
    data: event.data,
  })
  const hash = sha256(Buffer.concat([head.hash, Buffer.from(body)]))

  return {
    stored: { seq, action: event.action, unit: head.unit, occurredAt, recordedAt, body, hash },
    head: { ...head, seq, hash, at: recordedAt },
  }
}

interface EventBody {
  dossier: string
  seq: number
  action: DossierAction
  occurredAt: string
  recordedAt: string
  actor: EventActor
  data: EventData[DossierAction]
}

/** The event that a stored body holds. */
export function readEvent(body: string): DossierEvent {
  const { seq, action, actor, data, occurredAt, recordedAt } = JSON.parse(body) as EventBody

  return {
    seq,
    action,
    actor,
    data,
    occurredAt: new Date(occurredAt),
    recordedAt: new Date(recordedAt),
  } as DossierEvent
}

/**
 * The first link that does not hold, or undefined for a whole chain: a wrong hash, a gap, another dossier's event,
 * or an end that is not the one the dossier remembers.
 */
export function brokenLink(
  dossierId: string,
  events: readonly { seq: number; body: string; hash: Buffer }[],
  last: { seq: number; hash: Buffer },
): { seq: number; reason: string } | undefined {
  let hash: Buffer = noHash
  for (const [index, event] of events.entries()) {
    const body = JSON.parse(event.body) as EventBody
    if (event.seq !== index + 1 || body.seq !== event.seq)
      return { seq: index + 1, reason: 'an event is missing or out of order' }
    if (body.dossier !== dossierId) return { seq: event.seq, reason: 'the event belongs to another dossier' }
    hash = sha256(Buffer.concat([hash, Buffer.from(event.body)]))
    if (!hash.equals(event.hash)) return { seq: event.seq, reason: 'the hash does not fit the event' }
  }
  if (events.length !== last.seq || !hash.equals(last.hash))
    return { seq: last.seq, reason: 'the log ends elsewhere than the dossier remembers' }

  return undefined
}
