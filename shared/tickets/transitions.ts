/** Where a ticket stands. */
export const ticketStates = ['waiting', 'called', 'serving', 'held', 'no_show', 'done'] as const
export type TicketState = (typeof ticketStates)[number]

/** What happens to a ticket after it was taken. */
export const ticketSteps = [
  'call',
  'recall',
  'serve',
  'hold',
  'resume',
  'no_show',
  'return',
  'transfer',
  'finish',
] as const
export type TicketStep = (typeof ticketSteps)[number]

interface StepRule {
  from: readonly TicketState[]
  to: TicketState
  /** The step takes a counter for itself, so nothing else may run there. */
  takesCounter?: true
}

/**
 * The life of a ticket as one table.
 *
 * `call` also takes somebody who was put aside or had been absent: an officer sees them come through the door.
 * `transfer` puts the ticket into the line of one other counter, with the place it had.
 */
const rules: Record<TicketStep, StepRule> = {
  call: { from: ['waiting', 'held', 'no_show'], to: 'called', takesCounter: true },
  recall: { from: ['called'], to: 'called' },
  serve: { from: ['called'], to: 'serving' },
  hold: { from: ['called', 'serving'], to: 'held' },
  resume: { from: ['held'], to: 'serving', takesCounter: true },
  no_show: { from: ['called'], to: 'no_show' },
  return: { from: ['no_show'], to: 'waiting' },
  transfer: { from: ['called', 'serving'], to: 'waiting' },
  finish: { from: ['called', 'serving', 'held'], to: 'done' },
}

/** Where a step leads from a state, or undefined when it is not possible there. */
export const afterStep = (step: TicketStep, state: TicketState): TicketState | undefined =>
  rules[step].from.includes(state) ? rules[step].to : undefined

export const takesCounter = (step: TicketStep): boolean => rules[step].takesCounter === true

/** Called or being served: the ticket has a counter for itself. */
export const isAtCounter = (state: TicketState): boolean => state === 'called' || state === 'serving'
