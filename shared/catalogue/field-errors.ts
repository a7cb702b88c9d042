import type { Bilingual } from '../text/bilingual.ts'

/**
 * Everything that can be wrong with an answer, in words: what happened, and what to do.
 *
 * `{label}` is the question; other braces are filled from the facts of the case.
 */
const texts = {
  required: {
    vi: '“{label}” chưa có câu trả lời. Hãy điền hoặc chọn.',
    en: '“{label}” has no answer. Fill it in or choose.',
  },
  hidden: {
    vi: '“{label}” không cần trả lời theo các câu đã chọn. Hãy bỏ câu này.',
    en: '“{label}” is not asked, given the other answers. Leave it out.',
  },
  unknown_key: {
    vi: 'Thủ tục này không có mục “{key}”. Hãy bỏ mục này.',
    en: 'This procedure has no question “{key}”. Leave it out.',
  },
  wrong_type: {
    vi: '“{label}” chưa đúng dạng. Hãy trả lời lại.',
    en: '“{label}” has the wrong form. Answer it again.',
  },
  name_invalid: {
    vi: 'Họ tên chỉ gồm chữ cái. Hãy ghi đủ họ, chữ đệm và tên như trong giấy khai sinh.',
    en: 'A name has letters only. Write the full name as in the birth certificate.',
  },
  text_invalid: {
    vi: 'Có ký tự không đọc được. Hãy xóa và gõ lại.',
    en: 'A character cannot be read. Delete it and type again.',
  },
  too_long: { vi: 'Dài quá {max} ký tự. Hãy viết ngắn hơn.', en: 'Longer than {max} characters. Write it shorter.' },
  date_invalid: {
    vi: 'Không có ngày này. Hãy ghi ngày, tháng, năm có thật.',
    en: 'There is no such day. Write a real date.',
  },
  date_in_future: { vi: 'Ngày này chưa tới. Hãy kiểm tra lại năm.', en: 'This day has not come yet. Check the year.' },
  date_in_past: {
    vi: 'Ngày này đã qua. Hãy ghi hôm nay hoặc một ngày sau.',
    en: 'This day is over. Write today or a later day.',
  },
  date_too_old: {
    vi: 'Ngày này trước năm 1900. Hãy kiểm tra lại năm.',
    en: 'This day is before 1900. Check the year.',
  },
  choice_invalid: {
    vi: 'Câu trả lời không có trong danh sách. Hãy chọn một mục.',
    en: 'The answer is not in the list. Choose one.',
  },
  identity_format: {
    vi: 'Số định danh cá nhân có đúng 12 chữ số. Hãy xem số trên thẻ căn cước.',
    en: 'A personal identification number has exactly 12 digits. See the identity card.',
  },
  identity_place: {
    vi: 'Ba số đầu {place} không phải mã tỉnh, thành phố hay quốc gia nào. Hãy xem lại số trên thẻ căn cước.',
    en: 'No province or country has the first three digits {place}. See the identity card.',
  },
  identity_or_passport: {
    vi: 'Hãy ghi số định danh cá nhân (12 chữ số) hoặc số hộ chiếu (6 đến 9 chữ và số).',
    en: 'Write the identification number (12 digits) or the passport number (6 to 9 letters and digits).',
  },
  phone_invalid: {
    vi: 'Số điện thoại chưa đúng. Số di động có 10 chữ số, bắt đầu bằng 03, 05, 07, 08 hoặc 09.',
    en: 'Not a phone number of Việt Nam. A mobile number has 10 digits and begins 03, 05, 07, 08 or 09.',
  },
  email_invalid: {
    vi: 'Địa chỉ thư điện tử chưa đúng. Ví dụ: ten@vidu.vn. Có thể để trống.',
    en: 'Not an e-mail address. Example: name@example.com. It may be left empty.',
  },
  relationship_unknown: {
    vi: 'Quan hệ này không có trong danh sách của Thông tư 116/2026/TT-BCA. Hãy chọn một quan hệ.',
    en: 'This relationship is not in the list of Circular 116/2026/TT-BCA. Choose one.',
  },
  address_invalid: {
    vi: 'Địa chỉ chưa đủ. Hãy chọn xã, phường và ghi số nhà, thôn hoặc tổ dân phố.',
    en: 'The address is not complete. Choose the commune or ward and write house, hamlet or group.',
  },
  unit_invalid: {
    vi: 'Hãy chọn công an xã, phường trong danh sách.',
    en: 'Choose a commune police unit from the list.',
  },
  period_order: { vi: 'Ngày kết thúc phải sau ngày bắt đầu.', en: 'The last day must be after the first.' },
  period_days: {
    vi: 'Thời gian dài quá {max} ngày. Hãy ghi ngày kết thúc sớm hơn.',
    en: 'Longer than {max} days. Write an earlier last day.',
  },
  period_months: {
    vi: 'Thời gian dài quá {max} tháng. Hãy ghi ngày kết thúc sớm hơn; sau này có thể gia hạn.',
    en: 'Longer than {max} months. Write an earlier last day; it can be extended later.',
  },
  period_over: { vi: 'Thời gian này đã qua. Hãy kiểm tra lại năm.', en: 'This period is over. Check the year.' },
  too_few: { vi: 'Cần ít nhất {min} người. Hãy thêm người.', en: 'At least {min} person is needed. Add one.' },
  too_many: {
    vi: 'Nhiều nhất {max} người trong một hồ sơ. Hãy chia thành nhiều hồ sơ.',
    en: 'At most {max} people in one dossier. File several.',
  },
  same_person: {
    vi: 'Số này đã ghi cho một người khác trong hồ sơ. Hãy sửa lại hoặc bỏ người ghi trùng.',
    en: 'This number stands for another person of the dossier already. Correct it or remove the double.',
  },
} satisfies Record<string, Bilingual>

export type FieldErrorCode = keyof typeof texts

/** What fills the braces; a label in both languages. */
export type FieldErrorFacts = Readonly<Record<string, string | number | Bilingual>>

export const isFieldErrorCode = (code: unknown): code is FieldErrorCode => typeof code === 'string' && code in texts

/** The sentence for a fault, in both languages. */
export function fieldErrorText(code: FieldErrorCode, facts: FieldErrorFacts = {}): Bilingual {
  return { vi: fill(texts[code].vi, 'vi', facts), en: fill(texts[code].en, 'en', facts) }
}

function fill(text: string, language: keyof Bilingual, facts: FieldErrorFacts): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const fact = facts[name]
    if (fact === undefined) return '…'

    return typeof fact === 'object' ? fact[language] : String(fact)
  })
}
