import type { DossierAction, DossierState } from '../dossiers/transitions.ts'

/** Whether the date was missed, is today, or comes within a day of work. */
export function riskOf(dueAt: Date, now: Date, endOfToday: Date): 'late' | 'today' | 'soon' {
  if (dueAt < now) return 'late'

  return dueAt <= endOfToday ? 'today' : 'soon'
}

/** The step that moves an open dossier on, whoever's turn it is. */
export function nextStepOf(state: DossierState): DossierAction {
  switch (state) {
    case 'submitted':
      return 'accept'
    case 'proposed':
      return 'resolve'
    case 'payment_due':
      return 'record_payment'
    case 'resolved':
      return 'hand_over'
    default:
      return 'propose'
  }
}
