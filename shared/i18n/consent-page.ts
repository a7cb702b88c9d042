import type { ConsentState } from '../consents/schemas.ts'
import type { Bilingual } from '../text/bilingual.ts'
import type { Catalogue } from './say.ts'

/** Words for the person who is asked to agree, and never used this desk before. */
export const consentTexts = {
  title: { vi: 'Cho ý kiến về một hồ sơ cư trú', en: 'Your word on a residence dossier' },
  intro: (unit: string, code: string) => ({
    vi: `Có người nộp hồ sơ ${code} tại ${unit} và nhờ ông/bà cho ý kiến.`,
    en: `Somebody filed dossier ${code} with ${unit} and asks for your word.`,
  }),
  asRole: (role: string) => ({ vi: `Ông/bà được hỏi với tư cách: ${role}.`, en: `You are asked as: ${role}.` }),
  unknown: {
    vi: 'Nếu không biết gì về việc này, đừng nhập mật khẩu; hãy báo công an xã.',
    en: 'If you know nothing of this, type no password; tell the police.',
  },
  password: { vi: 'Mật khẩu dùng một lần', en: 'One-time password' },
  passwordSent: (to: string) => ({
    vi: `Đã gửi mật khẩu 6 chữ số đến ${to}. Dùng trong 15 phút.`,
    en: `A password of 6 digits was sent to ${to}. It works for 15 minutes.`,
  }),
  sendPassword: (to: string) => ({ vi: `Gửi mật khẩu đến ${to}`, en: `Send a password to ${to}` }),
  sendAgain: { vi: 'Gửi mật khẩu khác', en: 'Send another password' },
  show: { vi: 'Xem nội dung', en: 'Show what it is about' },
  matter: { vi: 'Nội dung được hỏi', en: 'What you are asked' },
  applicant: { vi: 'Người đăng ký', en: 'Person registering' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  request: { vi: 'Nội dung đề nghị', en: 'What is requested' },
  statement: (name: string, role: string) => ({
    vi: `Tôi là ${name}, ${role.toLocaleLowerCase('vi')}. Tôi đã đọc nội dung đề nghị trên và cho ý kiến như sau:`,
    en: `I am ${name}, ${role.toLocaleLowerCase('en')}. I have read the request above and say:`,
  }),
  agree: { vi: 'Tôi đồng ý', en: 'I agree' },
  refuse: { vi: 'Tôi không đồng ý', en: 'I do not agree' },
  counter: {
    vi: 'Cũng có thể cho ý kiến trực tiếp tại trụ sở công an xã, mang theo thẻ căn cước.',
    en: 'You may also say it at the commune police office; bring your identity card.',
  },
} satisfies Catalogue

/** What became of an agreement, for the person asked, the resident and the officer. */
export const consentStateNames: Record<ConsentState, Bilingual> = {
  asked: { vi: 'Đang chờ trả lời', en: 'Waiting for an answer' },
  agreed: { vi: 'Đã đồng ý', en: 'Agreed' },
  refused: { vi: 'Không đồng ý', en: 'Did not agree' },
  expired: { vi: 'Hết hạn trả lời', en: 'Not answered in time' },
  counter: { vi: 'Đã đồng ý tại trụ sở', en: 'Agreed at the office' },
}
