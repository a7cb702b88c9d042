import type { Bilingual } from '../text/bilingual.ts'
import type { DossierAction, DossierState } from './transitions.ts'

const states: Record<DossierState, Bilingual> = {
  submitted: { vi: 'Chờ tiếp nhận', en: 'Waiting to be accepted' },
  accepted: { vi: 'Đã tiếp nhận', en: 'Accepted' },
  processing: { vi: 'Đang xử lý', en: 'Being processed' },
  need_supplement: { vi: 'Chờ bổ sung', en: 'Waiting for a supplement' },
  payment_due: { vi: 'Chờ nộp lệ phí', en: 'Waiting for the fee' },
  proposed: { vi: 'Chờ ký', en: 'Waiting for signature' },
  refused_intake: { vi: 'Không tiếp nhận', en: 'Not accepted' },
  refused: { vi: 'Từ chối giải quyết', en: 'Refused' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
  resolved: { vi: 'Có kết quả', en: 'Resolved' },
  returned: { vi: 'Đã trả kết quả', en: 'Result handed over' },
}

const actions: Record<DossierAction, Bilingual> = {
  submit: { vi: 'nộp hồ sơ', en: 'file' },
  deliver: { vi: 'chuyển đến công an xã', en: 'deliver' },
  claim: { vi: 'nhận xử lý', en: 'claim' },
  release: { vi: 'trả lại hàng chờ', en: 'release' },
  accept: { vi: 'tiếp nhận', en: 'accept' },
  request_supplement: { vi: 'yêu cầu bổ sung', en: 'request a supplement' },
  answer_supplement: { vi: 'bổ sung hồ sơ', en: 'answer the supplement request' },
  change_variant: { vi: 'đổi thời hạn giải quyết', en: 'change the term' },
  request_payment: { vi: 'yêu cầu nộp lệ phí', en: 'request payment' },
  record_payment: { vi: 'ghi nhận lệ phí', en: 'record a payment' },
  propose: { vi: 'trình ký', en: 'propose' },
  send_back: { vi: 'trả lại cán bộ', en: 'send back' },
  resolve: { vi: 'duyệt kết quả', en: 'decide' },
  refuse: { vi: 'từ chối', en: 'refuse' },
  withdraw: { vi: 'rút hồ sơ', en: 'withdraw' },
  hand_over: { vi: 'trả kết quả', en: 'hand over the result' },
  transfer: { vi: 'chuyển công an xã khác', en: 'transfer' },
  rate: { vi: 'đánh giá', en: 'rate' },
  move_date: { vi: 'dời ngày hẹn theo lịch làm việc', en: 'move the date with the calendar' },
  warn: { vi: 'cảnh báo thời hạn', en: 'warn of the deadline' },
  extend: { vi: 'gửi thư xin lỗi và hẹn lại', en: 'send a letter of apology with a new date' },
  begin_agency_check: { vi: 'chuyển cơ quan khác xác minh', en: 'begin a check by another body' },
  end_agency_check: { vi: 'ghi nhận kết quả xác minh', en: 'end a check by another body' },
  ask_consent: { vi: 'hỏi ý kiến qua đường dẫn', en: 'ask for agreement by a link' },
  answer_consent: { vi: 'ghi nhận ý kiến', en: 'record an agreement or a refusal' },
  end_consent: { vi: 'thôi chờ ý kiến', en: 'wait no longer for an agreement' },
}

/** The state as people read it. */
export const stateName = (state: DossierState): Bilingual => states[state]

/** The step as a verb, for buttons and for the words of a refusal. */
export const actionName = (action: DossierAction): Bilingual => actions[action]
