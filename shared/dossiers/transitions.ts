/** The life of a dossier as one table; states and slips follow the one-stop rules (NĐ 118/2025) and TT 66/2023/TT-BCA. */

export const dossierStates = [
  'submitted',
  'accepted',
  'processing',
  'need_supplement',
  'payment_due',
  'proposed',
  'refused_intake',
  'refused',
  'withdrawn',
  'resolved',
  'returned',
] as const
export type DossierState = (typeof dossierStates)[number]

export const dossierActions = [
  'submit',
  'deliver',
  'claim',
  'release',
  'accept',
  'request_supplement',
  'answer_supplement',
  'change_variant',
  'request_payment',
  'record_payment',
  'propose',
  'send_back',
  'resolve',
  'refuse',
  'withdraw',
  'hand_over',
  'transfer',
  'rate',
] as const
export type DossierAction = (typeof dossierActions)[number]

/** Where an action leads; two targets where it matters whether the dossier has been accepted. */
type Target = DossierState | { beforeAcceptance: DossierState; afterAcceptance: DossierState }

/**
 * What may happen in each state. An action that is absent is not allowed there.
 *
 * `claim` on an accepted dossier begins its processing. A supplement asked before acceptance goes back to
 * `submitted` when answered, later ones to `processing`. `refuse` before acceptance is a refusal to receive
 * (CT06 by the officer), after it a refusal to grant (CT06 signed by the head of the unit).
 */
export const transitions: Record<DossierState, Partial<Record<DossierAction, Target>>> = {
  submitted: {
    deliver: 'submitted',
    claim: 'submitted',
    release: 'submitted',
    transfer: 'submitted',
    accept: 'accepted',
    request_supplement: 'need_supplement',
    refuse: 'refused_intake',
    withdraw: 'withdrawn',
  },
  accepted: {
    deliver: 'accepted',
    claim: 'processing',
    release: 'accepted',
    transfer: 'accepted',
    change_variant: 'accepted',
    request_supplement: 'need_supplement',
    request_payment: 'payment_due',
    propose: 'proposed',
    refuse: 'refused',
    withdraw: 'withdrawn',
  },
  processing: {
    deliver: 'processing',
    claim: 'processing',
    release: 'processing',
    transfer: 'processing',
    change_variant: 'processing',
    request_supplement: 'need_supplement',
    request_payment: 'payment_due',
    propose: 'proposed',
    refuse: 'refused',
    withdraw: 'withdrawn',
  },
  need_supplement: {
    deliver: 'need_supplement',
    claim: 'need_supplement',
    release: 'need_supplement',
    answer_supplement: { beforeAcceptance: 'submitted', afterAcceptance: 'processing' },
    refuse: { beforeAcceptance: 'refused_intake', afterAcceptance: 'refused' },
    withdraw: 'withdrawn',
  },
  payment_due: {
    deliver: 'payment_due',
    claim: 'payment_due',
    release: 'payment_due',
    record_payment: 'processing',
    withdraw: 'withdrawn',
  },
  proposed: {
    deliver: 'proposed',
    claim: 'proposed',
    release: 'proposed',
    send_back: 'processing',
    resolve: 'resolved',
    refuse: 'refused',
    withdraw: 'withdrawn',
  },
  refused_intake: { deliver: 'refused_intake', rate: 'refused_intake' },
  refused: { deliver: 'refused', rate: 'refused' },
  withdrawn: { deliver: 'withdrawn', rate: 'withdrawn' },
  resolved: { deliver: 'resolved', hand_over: 'returned', rate: 'resolved' },
  returned: { deliver: 'returned', rate: 'returned' },
}

/** States in which nobody owes the resident anything more. */
export const endedStates: readonly DossierState[] = ['refused_intake', 'refused', 'withdrawn', 'resolved', 'returned']

export const isEnded = (state: DossierState) => endedStates.includes(state)

/**
 * The state after `action`, or `undefined` when the table does not allow it.
 *
 * `submit` is the first event of every dossier and leads from nothing to `submitted`; it is never asked here.
 */
export function nextState(
  dossier: { state: DossierState; isAccepted: boolean },
  action: DossierAction,
): DossierState | undefined {
  const target = transitions[dossier.state][action]
  if (target === undefined || typeof target === 'string') return target

  return dossier.isAccepted ? target.afterAcceptance : target.beforeAcceptance
}

/** What may be done now, in the order of the table: for buttons and for the words of a refusal. */
export function allowedActions(state: DossierState): DossierAction[] {
  return dossierActions.filter((action) => transitions[state][action] !== undefined)
}
