import type { DossierView } from '#shared/dossiers/dossier-view.ts'
import type { DossierEvent } from '#shared/dossiers/events.ts'
import type { ExtensionView } from '#shared/dossiers/schemas.ts'
import type { DossierClock } from '#shared/sla/dossier-clock.ts'
import { minuteOf, toDate } from '#shared/sla/minutes.ts'
import { localDayOf } from '#shared/text/format.ts'
import { escalationOn, letterWindow } from '#shared/warnings/escalation.ts'

/** The letter of apology that was sent, with its date as pauses since have moved it. */
export function extensionOf(events: readonly DossierEvent[], { clock }: DossierClock): ExtensionView | null {
  const sent = events.find(({ action }) => action === 'extend')
  if (sent?.action !== 'extend' || !clock?.extension) return null
  const { dueAt, sentLate } = clock.extension

  return { sentAt: sent.occurredAt, newDueAt: new Date(sent.data.newDueAt), dueAt, reason: sent.data.reason, sentLate }
}

/**
 * Whether to think of a letter, and by when: for an accepted, open dossier without one, whose date is not waiting
 * for the resident.
 */
export function letterOf(
  events: readonly DossierEvent[],
  { clock, calendar }: DossierClock,
  now: Date,
): DossierView['letter'] {
  const hasLetter = events.some(({ action }) => action === 'extend')
  if (!clock || clock.verdict || clock.standing === 'paused' || hasLetter) return null
  const window = letterWindow(minuteOf(clock.dueAt), calendar, escalationOn(localDayOf(now)))
  const at = minuteOf(now)

  return {
    sendBy: toDate(window.by),
    standing: at > window.by ? 'late' : at >= window.from ? 'proposed' : 'early',
  }
}
