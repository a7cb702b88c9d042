import type { DossierEvent } from '../dossiers/events.ts'
import type { DossierAction } from '../dossiers/transitions.ts'
import type { MessageFacts, MessageTemplate } from './templates.ts'

/** A message that an event calls for, before it is promised. */
export type MessageForEvent = {
  [T in MessageTemplate]: { template: T; facts: MessageFacts<T>; dedupe: string }
}[MessageTemplate]

/** The dates of the dossier as they stand after the event. */
export interface DatesAfter {
  receptionDueAt: Date | null
  dueAt: Date | null
}

type Told<A extends DossierAction> = (
  event: Extract<DossierEvent, { action: A }>,
  dates: DatesAfter,
) => Omit<MessageForEvent, 'dedupe'> | undefined

/**
 * Which steps the resident is told of, each in which words. What is absent is not worth a message: the resident's own
 * steps, and those inside the office. Moved dates and letters of apology are promised by who makes them.
 */
const told: { [A in DossierAction]?: Told<A> } = {
  submit: (_event, { receptionDueAt }) =>
    receptionDueAt ? { template: 'filed', facts: { answerBy: receptionDueAt.toISOString() } } : undefined,
  accept: (event, { dueAt }) => {
    // What the desk accepts by itself is a notice: accepted, ended and answered in one minute, told of once.
    if (event.actor.kind === 'system') return { template: 'notice_received', facts: {} }

    return dueAt ? { template: 'accepted', facts: { dueAt: dueAt.toISOString() } } : undefined
  },
  request_supplement: () => ({ template: 'supplement_asked', facts: {} }),
  request_payment: ({ data }) => ({ template: 'payment_asked', facts: { amount: String(data.amount) } }),
  resolve: ({ actor }) => (actor.kind === 'system' ? undefined : { template: 'resolved', facts: {} }),
  refuse: () => ({ template: 'refused', facts: {} }),
  transfer: () => ({ template: 'transferred', facts: {} }),
}

/** The messages of one event: none or one, under a name that makes it once however often the step is tried. */
export function messagesFor(event: DossierEvent, dates: DatesAfter): MessageForEvent[] {
  const tell = told[event.action] as Told<DossierAction> | undefined
  const message = tell?.(event, dates)

  return message ? [{ ...message, dedupe: `${event.action}:${event.seq}` } as MessageForEvent] : []
}
