import type { DossierEvent } from '../dossiers/events.ts'
import type { DossierAction } from '../dossiers/transitions.ts'
import type { MessageFacts, MessageTemplate } from './templates.ts'

/** A message that an event calls for, before it is promised. */
export type MessageForEvent = {
  [T in MessageTemplate]: { template: T; facts: MessageFacts<T>; dedupe: string; recipient?: string }
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
  // Whoever refuses before an officer, the officer speaks with both.
  answer_consent: ({ data }) =>
    data.agrees || data.by === 'counter' ? undefined : { template: 'consent_missing', facts: {} },
  // Once it was accepted the papers are complete, and a silence keeps nothing back.
  end_consent: ({ data }, { dueAt }) =>
    data.reason === 'not_answered' && dueAt === null ? { template: 'consent_missing', facts: {} } : undefined,
}

/** How a message names the applicant whose address was proved by digits, a moment before the filing. */
export const provedApplicant = 'proved_applicant'

/** The messages of one event, each under a name that makes it once however often the step is tried. */
export function messagesFor(event: DossierEvent, dates: DatesAfter): MessageForEvent[] {
  const tell = told[event.action] as Told<DossierAction> | undefined
  const message = tell?.(event, dates)
  const own = message ? [{ ...message, dedupe: `${event.action}:${event.seq}` } as MessageForEvent] : []

  return [...own, ...keyMessage(event)]
}

/** Who confirmed with digits at a helper's device has no receipt on the own one: the key goes where the digits went. */
function keyMessage(event: DossierEvent): MessageForEvent[] {
  if (event.action !== 'submit' || event.data.assistedBy?.confirmedBy !== 'one_time_password') return []

  // The key is put in where the message is sent, and stands in no table.
  return [{ template: 'tracking_key', facts: { trackingKey: '' }, dedupe: 'tracking_key', recipient: provedApplicant }]
}
