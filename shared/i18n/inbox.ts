import type { Catalogue } from './say.ts'

/** The letter box of a demonstration. */
export const inboxTexts = {
  title: { vi: 'Hộp thư mô phỏng', en: 'The demonstration’s letter box' },
  intro: {
    vi: 'Những tin mà người dân sẽ nhận qua e-mail, Zalo hoặc SMS. Ở bản mô phỏng chúng được ghi lại ở đây và không gửi cho ai.',
    en: 'What residents would get by e-mail, Zalo or SMS. A demonstration keeps it here and sends it to nobody.',
  },
  empty: { vi: 'Chưa có tin nào. Hãy nộp một hồ sơ.', en: 'Nothing yet. File a dossier.' },
  to: { vi: 'Gửi đến', en: 'To' },
  open: { vi: 'Mở hồ sơ', en: 'Open the dossier' },
} satisfies Catalogue
