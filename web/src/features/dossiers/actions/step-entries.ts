import type { DossierView } from '#shared/dossiers/dossier-view.ts'
import type { DossierAction } from '#shared/dossiers/transitions.ts'
import type { DeskKey } from '#web/src/lib/keys.ts'

/** The steps that staff take, in the order of the action bar. */
export const stepNames = [
  'claim',
  'accept',
  'resolve',
  'propose',
  'record_payment',
  'hand_over',
  'request_supplement',
  'refuse',
  'send_back',
  'transfer',
  'request_payment',
  'change_variant',
  'end_agency_check',
  'extend',
  'begin_agency_check',
  'withdraw',
  'release',
] as const satisfies readonly DossierAction[]
export type StepName = (typeof stepNames)[number]

export interface StepEntry {
  /** A verb, as on its button. */
  words: string
  /** Said when it is done. */
  doneWords: string
  key?: DeskKey
  tone: 'primary' | 'plain' | 'danger'
  /** Seldom needed: behind "Thêm". */
  isRare?: true
  /** The dossier leaves these hands: the next one opens. */
  leaves?: true
  /** Waits ten seconds on this machine before it is sent, so that it can be taken back; as it is said meanwhile. */
  heldWords?: string
}

export const stepEntries: Record<StepName, StepEntry> = {
  claim: { words: 'Nhận xử lý', doneWords: 'Đã nhận xử lý', key: 'take', tone: 'primary' },
  accept: {
    words: 'Tiếp nhận',
    doneWords: 'Đã tiếp nhận, thời hạn bắt đầu tính',
    heldWords: 'Sắp tiếp nhận',
    key: 'take',
    tone: 'primary',
  },
  resolve: {
    words: 'Duyệt',
    doneWords: 'Đã duyệt và ký kết quả',
    heldWords: 'Sắp duyệt và ký',
    key: 'grant',
    tone: 'primary',
    leaves: true,
  },
  propose: {
    words: 'Trình ký',
    doneWords: 'Đã trình chỉ huy',
    heldWords: 'Sắp trình chỉ huy',
    key: 'propose',
    tone: 'primary',
    leaves: true,
  },
  record_payment: { words: 'Ghi nhận lệ phí', doneWords: 'Đã ghi nhận lệ phí', key: 'payment', tone: 'primary' },
  hand_over: { words: 'Giao kết quả', doneWords: 'Đã giao kết quả', key: 'handOver', tone: 'primary', leaves: true },
  request_supplement: {
    words: 'Yêu cầu bổ sung',
    doneWords: 'Đã gửi yêu cầu bổ sung',
    heldWords: 'Sắp gửi yêu cầu bổ sung',
    key: 'supplement',
    tone: 'plain',
    leaves: true,
  },
  refuse: {
    words: 'Từ chối',
    doneWords: 'Đã từ chối',
    heldWords: 'Sắp từ chối',
    key: 'refuse',
    tone: 'danger',
    leaves: true,
  },
  send_back: {
    words: 'Trả lại cán bộ',
    doneWords: 'Đã trả lại cán bộ',
    heldWords: 'Sắp trả lại cán bộ',
    key: 'sendBack',
    tone: 'plain',
    leaves: true,
  },
  transfer: { words: 'Chuyển', doneWords: 'Đã chuyển công an xã khác', key: 'transfer', tone: 'plain', leaves: true },
  request_payment: {
    words: 'Yêu cầu nộp lệ phí',
    doneWords: 'Đã yêu cầu nộp lệ phí',
    key: 'payment',
    tone: 'plain',
    isRare: true,
  },
  change_variant: {
    words: 'Đổi thời hạn',
    doneWords: 'Đã đổi thời hạn giải quyết',
    key: 'variant',
    tone: 'plain',
    isRare: true,
  },
  end_agency_check: {
    words: 'Ghi kết quả xác minh',
    doneWords: 'Đã ghi kết quả xác minh',
    key: 'agencyCheck',
    tone: 'plain',
  },
  extend: {
    words: 'Xin lỗi, hẹn lại',
    doneWords: 'Đã gửi thư xin lỗi và hẹn lại',
    key: 'extend',
    tone: 'plain',
    isRare: true,
  },
  begin_agency_check: {
    words: 'Chuyển cơ quan khác xác minh',
    doneWords: 'Đã ghi việc chuyển xác minh',
    key: 'agencyCheck',
    tone: 'plain',
    isRare: true,
  },
  withdraw: {
    words: 'Rút hồ sơ theo lời công dân',
    doneWords: 'Đã rút hồ sơ',
    key: 'withdraw',
    tone: 'danger',
    isRare: true,
    leaves: true,
  },
  release: {
    words: 'Trả lại hàng chờ',
    doneWords: 'Đã trả lại hàng chờ',
    key: 'release',
    tone: 'plain',
    isRare: true,
    leaves: true,
  },
}

/** The steps open to this person now; those that would only be refused are left out. */
export function openSteps(
  dossier: Pick<DossierView, 'state' | 'allowed' | 'fee' | 'paid' | 'variant' | 'variants' | 'letter' | 'agencyCheck'>,
): StepName[] {
  const isUseful = (step: StepName) => {
    // What waits for the signature is signed from the queue, not taken into hands first.
    if (step === 'claim') return dossier.state !== 'proposed'
    if (step === 'request_payment') return dossier.fee > 0 && !dossier.paid
    if (step === 'change_variant') return dossier.variants.some(({ id }) => id !== dossier.variant?.id)
    // A letter is sent once, and only for a date that runs.
    if (step === 'extend') return dossier.letter !== null
    if (step === 'begin_agency_check') return dossier.agencyCheck === null
    if (step === 'end_agency_check') return dossier.agencyCheck !== null

    return true
  }

  return stepNames.filter((step) => dossier.allowed.includes(step) && isUseful(step))
}

/** The step behind each key; where two share one (take: claim, then accept), the first that is open. */
export function stepForKey(steps: readonly StepName[], key: DeskKey): StepName | undefined {
  return steps.find((step) => stepEntries[step].key === key)
}
