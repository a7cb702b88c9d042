import type { Catalogue } from './say.ts'

/** A few taps that end in what one filing needs. */
export const eligibilityTexts = {
  link: { vi: 'Tôi cần giấy tờ gì? Trả lời vài câu', en: 'What do I need? Answer a few questions' },
  title: { vi: 'Cần giấy tờ gì', en: 'What you need' },
  step: (number: number) => ({ vi: `Câu ${number}`, en: `Question ${number}` }),
  yes: { vi: 'Có', en: 'Yes' },
  no: { vi: 'Không', en: 'No' },
  again: { vi: 'Trả lời lại từ đầu', en: 'Start again' },
  papers: (count: number) => ({
    vi: count === 0 ? 'Không cần giấy tờ nào kèm theo' : `Cần ${count} loại giấy tờ`,
    en: count === 0 ? 'No papers are needed' : count === 1 ? 'One paper is needed' : `${count} papers are needed`,
  }),
  nothingElse: {
    vi: 'Những gì công an xã tự tra được trong cơ sở dữ liệu thì không phải nộp (Thông tư 116/2026/TT-BCA Điều 3 khoản 5).',
    en: 'What the police can look up in their databases need not be handed in (Circular 116/2026/TT-BCA Article 3(5)).',
  },
  consents: { vi: 'Cần người khác đồng ý', en: 'Whose agreement is needed' },
  consentsIf: {
    vi: 'Nếu có người chưa đủ 18 tuổi, cần thêm cha, mẹ hoặc người giám hộ đồng ý.',
    en: 'If somebody is under 18, a parent or guardian must agree too.',
  },
  counter: {
    vi: 'Hoặc mang giấy tờ đến công an xã trong giờ làm việc; nộp tại quầy cũng được nhận như nhau.',
    en: 'Or bring the papers to the commune police in office hours; the counter takes them just as well.',
  },
} satisfies Catalogue
