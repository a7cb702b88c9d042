import type { DossierEvent } from '../dossiers/events.ts'
import { isQuiet } from '../dossiers/transitions.ts'

/** With which unit and in whose hands a dossier is, as its log says. */
export interface Hands {
  unit: string
  /** Since when the unit has it. */
  unitSince: Date
  holder: { id: string; name: string } | null
  /** Who had it last in this unit, also after it left the hands again: whom its work is counted for. */
  lastHolder: { id: string; name: string } | null
  variant: string | null
  /** When the unit's queue delivered it; null while it is on its way. */
  deliveredAt: Date | null
  /** One for the filing and one for each step of a person since; the desk's own housekeeping counts not. */
  version: number
}

/** Follows a dossier from hand to hand through its log, by the same rules as the steps that wrote it. */
export function handsAfter(events: readonly DossierEvent[]): Hands | undefined {
  const [submit, ...rest] = events
  if (submit?.action !== 'submit') return undefined
  const hands: Hands = {
    unit: submit.data.unit,
    unitSince: submit.occurredAt,
    holder: null,
    lastHolder: null,
    variant: submit.data.variant,
    deliveredAt: null,
    version: 1,
  }
  for (const [index, event] of rest.entries()) {
    follow(hands, event, rest.slice(0, index))
    // What was filed and answered in one statement is one version: the steps that the desk took with it are its own.
    if (!isQuiet(event.action) && !(event.actor.kind === 'system' && event.actor.part === 'desk')) hands.version += 1
    hands.lastHolder = hands.holder ?? hands.lastHolder
  }

  return hands
}

function follow(hands: Hands, event: DossierEvent, before: readonly DossierEvent[]) {
  switch (event.action) {
    case 'deliver':
      hands.deliveredAt = event.recordedAt
      return
    case 'claim':
      hands.holder = { id: event.data.holder, name: event.data.holderName }
      return
    case 'accept':
      hands.variant = event.data.variant
      hands.holder ??= staffOf(event)
      return
    case 'change_variant':
      hands.variant = event.data.variant
      return
    case 'send_back':
      // Whoever proposed it gets it back.
      hands.holder = staffOf(before.findLast(({ action }) => action === 'propose')) ?? hands.holder
      return
    case 'transfer':
      Object.assign(hands, {
        unit: event.data.to,
        unitSince: event.occurredAt,
        holder: null,
        lastHolder: null,
        deliveredAt: null,
      })
      return
    case 'release':
    case 'propose':
    case 'resolve':
    case 'withdraw':
      hands.holder = null
  }
}

const staffOf = (event: DossierEvent | undefined) =>
  event?.actor.kind === 'staff' ? { id: event.actor.accountId, name: event.actor.name } : null
