import type { Catalogue } from './say.ts'

/** Words of the neighbourhood helper's pages, and of the screen on which the resident confirms. */
export const assistanceTexts = {
  title: { vi: 'Giúp nộp hồ sơ', en: 'Help somebody to file' },
  person: (name: string) => ({ vi: `Đang dùng tài khoản: ${name}.`, en: `Signed in: ${name}.` }),
  intro: {
    vi: 'Cùng ông/bà chọn thủ tục và nhập hồ sơ. Hồ sơ chỉ được nộp khi chính ông/bà xác nhận, bằng mã gửi đến điện thoại hoặc tự ghi họ tên.',
    en: 'Choose the procedure and fill it in together. It is filed only when the resident confirms it, with a code sent to the own phone or by typing the own name.',
  },
  begin: { vi: 'Bắt đầu giúp', en: 'Begin' },
  mine: { vi: 'Đã giúp nộp', en: 'Filed with your help' },
  mineNote: (count: number) => ({
    vi: `Chỉ có mã, thủ tục, tình trạng và ngày; ${count} hồ sơ gần nhất. Nội dung hồ sơ chỉ ông/bà và công an xã xem được.`,
    en: `Code, procedure, state and date of the newest ${count} only. What a dossier holds is for its resident and the commune police.`,
  }),
  none: { vi: 'Chưa giúp nộp hồ sơ nào.', en: 'None yet.' },
  filedAt: (when: string) => ({ vi: `Nộp lúc ${when}.`, en: `Filed ${when}.` }),
  signOut: { vi: 'Đăng xuất', en: 'Sign out' },

  helping: {
    vi: 'Tổ công nghệ số đang giúp nhập. Máy này không lưu lại gì.',
    en: 'A neighbourhood helper is filling this in. Nothing stays on this device.',
  },
  backToMine: { vi: 'Về trang giúp nộp hồ sơ', en: 'Back to the helper’s page' },

  confirmTitle: { vi: 'Ông/bà xác nhận', en: 'The resident confirms' },
  confirmIntro: {
    vi: 'Đưa máy cho ông/bà đọc lại các mục ở trên. Hồ sơ CHƯA NỘP cho đến khi chính ông/bà xác nhận, trong 30 phút.',
    en: 'Hand the device over to read everything above. It is NOT FILED until the resident confirms it, within 30 minutes.',
  },
  byCode: { vi: 'Bằng mã gửi đến điện thoại', en: 'With a code sent to the phone' },
  sendCode: (to: string) => ({ vi: `Gửi mã đến ${to}`, en: `Send a code to ${to}` }),
  sendAgain: { vi: 'Gửi mã khác', en: 'Send another code' },
  codeSending: { vi: 'Mã đang được gửi…', en: 'The code is on its way…' },
  codeSent: (to: string) => ({
    vi: `Đã gửi mã đến ${to}. Mã dùng được trong 15 phút.`,
    en: `A code was sent to ${to}. It holds for 15 minutes.`,
  }),
  codeFailed: {
    vi: 'Không gửi được mã đến địa chỉ này. Hãy sửa số điện thoại, hoặc để ông/bà tự ghi họ tên.',
    en: 'The code could not be sent there. Correct the number, or let the resident type the name.',
  },
  code: { vi: 'Mã xác nhận', en: 'Code' },
  confirmByCode: { vi: 'Xác nhận và nộp hồ sơ', en: 'Confirm and file' },
  byName: { vi: 'Không có điện thoại bên mình', en: 'No phone at hand' },
  byNameNote: {
    vi: 'Ông/bà tự ghi họ, chữ đệm và tên của mình. Hồ sơ ghi rõ là xác nhận theo cách này.',
    en: 'The resident types the own full name. The dossier says that it was confirmed in this way.',
  },
  name: { vi: 'Họ, chữ đệm và tên', en: 'Full name' },
  confirmByName: { vi: 'Tôi đã đọc lại và đồng ý nộp', en: 'I have read it and agree to file' },
  confirming: { vi: 'Đang nộp…', en: 'Filing…' },
  notConfirmedOffline: {
    vi: 'Mất mạng, chưa biết đã nộp hay chưa. Bấm lại khi có mạng; không thành hai hồ sơ.',
    en: 'No connection: it is not known whether it was filed. Press again when it is back; it does not become two.',
  },

  doneTitle: { vi: 'Đã nộp hồ sơ', en: 'Filed' },
  doneNext: { vi: 'Việc tiếp theo', en: 'What happens next' },
  doneReception: (unit: string, by: string) => ({
    vi: `${unit} sẽ tiếp nhận, hoặc báo còn thiếu gì, hoặc từ chối và nói rõ lý do, chậm nhất ${by}.`,
    en: `${unit} accepts it, says what is missing, or refuses with the reason by ${by}.`,
  }),
  doneNotice: (unit: string) => ({
    vi: `${unit} đã tiếp nhận. Không phải chờ gì thêm.`,
    en: `${unit} has accepted it.`,
  }),
  keySent: {
    vi: 'Mã tra cứu đã được gửi đến điện thoại hoặc e-mail vừa xác nhận. Máy này không hiện mã đó: ai có cả hai mã thì xem được hồ sơ.',
    en: 'The tracking key was sent to the phone or e-mail that confirmed. This device does not show it: whoever has both codes can open the dossier.',
  },
  keyAtCounter: {
    vi: 'Mã tra cứu không hiện trên máy này. Ông/bà mang căn cước đến công an xã, nói mã hồ sơ để xem hồ sơ đến bước nào và nhận kết quả.',
    en: 'This device does not show the tracking key. With the identity card and this code the commune police tells where it stands and hands over the result.',
  },
} satisfies Catalogue
