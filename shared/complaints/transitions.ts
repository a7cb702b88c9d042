/**
 * `complaint`: phản ánh, kiến nghị on how the office works. The others are requests about one's own data
 * (Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15).
 */
export const complaintKinds = ['complaint', 'data_copy', 'data_correction', 'data_deletion'] as const
export type ComplaintKind = (typeof complaintKinds)[number]

export const complaintStates = ['received', 'taken', 'asked', 'answered', 'refused'] as const
export type ComplaintState = (typeof complaintStates)[number]

/** `take`: the unit takes it on. `ask`: it needs more from the resident. `add`: the resident sends it. `rate`: of the answer. */
export const complaintActions = ['receive', 'take', 'ask', 'add', 'extend', 'answer', 'refuse', 'rate'] as const
export type ComplaintAction = (typeof complaintActions)[number]

const transitions: Record<ComplaintState, Partial<Record<ComplaintAction, ComplaintState>>> = {
  received: { take: 'taken', ask: 'asked', answer: 'answered', refuse: 'refused' },
  taken: { ask: 'asked', extend: 'taken', answer: 'answered', refuse: 'refused' },
  asked: { add: 'taken', answer: 'answered', refuse: 'refused' },
  answered: { rate: 'answered' },
  refused: { rate: 'refused' },
}

/** The state after `action`, or `undefined` when it makes no sense there. `receive` begins and is never asked here. */
export const nextComplaintState = (state: ComplaintState, action: ComplaintAction): ComplaintState | undefined =>
  transitions[state][action]

export const complaintActionsIn = (state: ComplaintState): ComplaintAction[] =>
  complaintActions.filter((action) => transitions[state][action] !== undefined)

export const isClosedComplaint = (state: ComplaintState): boolean => state === 'answered' || state === 'refused'
