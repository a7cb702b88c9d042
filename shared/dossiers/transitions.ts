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
  'move_date',
  'warn',
  'extend',
  'begin_agency_check',
  'end_agency_check',
  'ask_consent',
  'answer_consent',
  'end_consent',
] as const
export type DossierAction = (typeof dossierActions)[number]

/**
 * The desk's own housekeeping, and what comes of asking others to agree. It is never offered as a step and leaves
 * `version` as it is, so that no page that somebody has open goes stale by it.
 */
export const quietActions = [
  'deliver',
  'move_date',
  'warn',
  'ask_consent',
  'answer_consent',
  'end_consent',
] as const satisfies readonly DossierAction[]
export type QuietAction = (typeof quietActions)[number]

export const isQuiet = (action: string): action is QuietAction => quietActions.some((quiet) => quiet === action)

/** Events that store no date anew: what is stored of the clock is as of the last other event. */
export const datelessActions = ['deliver', 'warn'] as const satisfies readonly DossierAction[]

export const storesDates = (action: DossierAction) => !datelessActions.some((dateless) => dateless === action)

/** Somebody is asked to agree, answers, or is no longer waited for: whatever the state, it stays. */
const consentsIn = <S extends DossierState>(state: S) => ({
  ask_consent: state,
  answer_consent: state,
  end_consent: state,
})

/** Where an action leads; two targets where it matters whether the dossier has been accepted. */
type Target = DossierState | { beforeAcceptance: DossierState; afterAcceptance: DossierState }

/**
 * What may happen in each state. An action that is absent is not allowed there.
 *
 * `claim` on an accepted dossier begins its processing. A supplement asked before acceptance goes back to
 * `submitted` when answered, later ones to `processing`. `refuse` before acceptance is a refusal to receive
 * (CT06 by the officer), after it a refusal to grant (CT06 signed by the head of the unit). A letter of apology
 * (`extend`) needs a date that runs: not before acceptance, nor while the resident is waited for. Another body's
 * check may end in any open state, also after the dossier was put before the head.
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
    move_date: 'submitted',
    warn: 'submitted',
    ...consentsIn('submitted'),
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
    move_date: 'accepted',
    warn: 'accepted',
    extend: 'accepted',
    begin_agency_check: 'accepted',
    end_agency_check: 'accepted',
    ...consentsIn('accepted'),
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
    move_date: 'processing',
    warn: 'processing',
    extend: 'processing',
    begin_agency_check: 'processing',
    end_agency_check: 'processing',
    ...consentsIn('processing'),
  },
  need_supplement: {
    deliver: 'need_supplement',
    claim: 'need_supplement',
    release: 'need_supplement',
    answer_supplement: { beforeAcceptance: 'submitted', afterAcceptance: 'processing' },
    refuse: { beforeAcceptance: 'refused_intake', afterAcceptance: 'refused' },
    withdraw: 'withdrawn',
    move_date: 'need_supplement',
    warn: 'need_supplement',
    end_agency_check: 'need_supplement',
    ...consentsIn('need_supplement'),
  },
  payment_due: {
    deliver: 'payment_due',
    claim: 'payment_due',
    release: 'payment_due',
    record_payment: 'processing',
    withdraw: 'withdrawn',
    move_date: 'payment_due',
    warn: 'payment_due',
    extend: 'payment_due',
    end_agency_check: 'payment_due',
    ...consentsIn('payment_due'),
  },
  proposed: {
    deliver: 'proposed',
    claim: 'proposed',
    release: 'proposed',
    send_back: 'processing',
    resolve: 'resolved',
    refuse: 'refused',
    withdraw: 'withdrawn',
    move_date: 'proposed',
    warn: 'proposed',
    extend: 'proposed',
    end_agency_check: 'proposed',
    ...consentsIn('proposed'),
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

/** As `nextState`, of a notice, which the desk accepts and ends by itself, without a proposal (CLOCK rule 4.4). */
export function nextStateOfNotice(
  dossier: { state: DossierState; isAccepted: boolean },
  action: DossierAction,
): DossierState | undefined {
  return dossier.state === 'accepted' && action === 'resolve' ? 'resolved' : nextState(dossier, action)
}

/** What may be done now, in the order of the table: for buttons and for the words of a refusal. */
export function allowedActions(state: DossierState): DossierAction[] {
  return dossierActions.filter((action) => transitions[state][action] !== undefined)
}
