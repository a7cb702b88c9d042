import type { EntryOutcome, Settlement } from '#shared/payments/schemas.ts'

export const outcomeWords: Record<EntryOutcome, string> = {
  matched: 'Khớp',
  unmatched: 'Không rõ nộp cho hồ sơ nào',
  wrong_amount: 'Sai số tiền',
  doubled: 'Nộp hai lần',
  not_due: 'Hồ sơ không còn chờ lệ phí',
}

/** What to do about it, in one sentence. */
export const outcomeHelp: Record<Exclude<EntryOutcome, 'matched'>, string> = {
  unmatched:
    'Tìm hồ sơ theo tên, số điện thoại trong nội dung chuyển khoản rồi gán cho hồ sơ; không tìm được thì trả lại.',
  wrong_amount:
    'Gọi người nộp: chuyển bù, hoặc trả lại rồi chuyển đúng số. Chuyển thừa thì gán cho hồ sơ và trả phần thừa.',
  doubled: 'Lệ phí đã thu rồi. Trả lại khoản này.',
  not_due: 'Hồ sơ đã kết thúc hoặc đã rút. Trả lại nếu không có căn cứ thu.',
}

export const settlementWords: Record<Settlement, string> = {
  assigned: 'Đã gán cho hồ sơ',
  returned: 'Đã trả lại',
  noted: 'Đã ghi chú',
}
