/** The life of one payment, from the moment a fee is asked for until the money is where it belongs. */
export const paymentStates = ['requested', 'waiting_bank', 'paid', 'failed', 'expired', 'refunded'] as const
export type PaymentState = (typeof paymentStates)[number]

/**
 * What may happen to a payment. `tell`: the payer says that it was sent. `confirm` and `fail`: the bank says so.
 * `expire`: nobody paid in time. `refund`: the money went back.
 */
export const paymentActions = ['tell', 'confirm', 'fail', 'expire', 'refund'] as const
export type PaymentAction = (typeof paymentActions)[number]

/**
 * Notices of banks come twice, late and in the wrong order, so the table decides by what they prove and not by when
 * they come: money that arrived stays arrived (a later "failed" changes nothing), and also pays what was given up.
 * Who said that it was sent waits for the bank for as long as it takes: such a payment never expires by itself.
 */
const transitions: Record<PaymentState, Partial<Record<PaymentAction, PaymentState>>> = {
  requested: { tell: 'waiting_bank', confirm: 'paid', fail: 'failed', expire: 'expired' },
  waiting_bank: { tell: 'waiting_bank', confirm: 'paid', fail: 'failed' },
  paid: { tell: 'paid', confirm: 'paid', fail: 'paid', refund: 'refunded' },
  failed: { tell: 'waiting_bank', confirm: 'paid', fail: 'failed' },
  expired: { tell: 'waiting_bank', confirm: 'paid', fail: 'expired', expire: 'expired' },
  refunded: { confirm: 'refunded', fail: 'refunded', refund: 'refunded' },
}

/** The state after `action`, the same one where nothing changes, `undefined` where it makes no sense. */
export const nextPaymentState = (state: PaymentState, action: PaymentAction): PaymentState | undefined =>
  transitions[state][action]

/** What is still open: a dossier has one such payment at most. */
export const openPaymentStates = ['requested', 'waiting_bank', 'failed'] as const satisfies readonly PaymentState[]

export const isOpenPayment = (state: PaymentState): boolean => openPaymentStates.some((open) => open === state)
