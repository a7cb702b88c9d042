import { formatMoney } from '../text/format.ts'
import type { Catalogue } from './say.ts'

/** Paying a fee by transfer. */
export const paymentTexts = {
  title: { vi: 'Nộp lệ phí', en: 'Pay the fee' },
  due: (amount: number) => ({
    vi: `Cần nộp lệ phí ${formatMoney(amount)}`,
    en: `A fee of ${formatMoney(amount, 'en')} is due`,
  }),
  dueText: {
    vi: 'Chuyển khoản bằng mã QR, hoặc nộp tiền mặt tại công an xã. Hồ sơ được giải quyết tiếp ngay khi nhận được tiền.',
    en: 'Pay by transfer with a QR code, or in cash at the commune police. The dossier goes on as soon as the money is here.',
  },
  button: { vi: 'Nộp lệ phí', en: 'Pay now' },
  waitingTitle: { vi: 'Đang chờ ngân hàng xác nhận', en: 'Waiting for the bank' },
  waitingText: {
    vi: 'Thường mất vài phút, có khi đến hết ngày làm việc. Không chuyển lần nữa. Giữ lại thông báo chuyển khoản của ngân hàng; nếu quá một ngày làm việc vẫn chưa thấy gì, mang thông báo đó đến công an xã.',
    en: 'This usually takes minutes, at times until the end of the working day. Do not send it again. Keep the bank’s message; if nothing has changed after a working day, take it to the commune police.',
  },
  waitingLink: { vi: 'Xem lại phiếu chuyển khoản', en: 'See the transfer slip' },
  failed: {
    vi: 'Ngân hàng báo lần chuyển trước không thành công. Tiền chưa đến công an xã. Chuyển lại với đúng mã dưới đây.',
    en: 'The bank says that the last transfer failed. The money has not arrived. Send it again with the code below.',
  },
  scan: { vi: 'Quét bằng ứng dụng ngân hàng', en: 'Scan with a banking application' },
  scanHelp: {
    vi: 'Ứng dụng tự điền tài khoản, số tiền và nội dung. Không sửa nội dung: đó là cách tiền tìm đến đúng hồ sơ.',
    en: 'The application fills in account, amount and message. Leave the message as it is: by it the money finds the dossier.',
  },
  qrLabel: (amount: number) => ({
    vi: `Mã VietQR chuyển ${formatMoney(amount)}`,
    en: `VietQR code to transfer ${formatMoney(amount, 'en')}`,
  }),
  orType: { vi: 'Hoặc tự nhập', en: 'Or type it in' },
  bank: { vi: 'Ngân hàng', en: 'Bank' },
  account: { vi: 'Số tài khoản', en: 'Account number' },
  holder: { vi: 'Chủ tài khoản', en: 'Account holder' },
  amount: { vi: 'Số tiền', en: 'Amount' },
  reference: { vi: 'Nội dung chuyển khoản', en: 'Message' },
  validUntil: { vi: 'Mã dùng được đến', en: 'The code is valid until' },
  told: { vi: 'Tôi đã chuyển khoản', en: 'I have sent it' },
  toldTitle: { vi: 'Đã ghi nhận lời báo chuyển khoản', en: 'Your word was recorded' },
  counter: {
    vi: 'Nộp tiền mặt: mang mã hồ sơ đến công an xã trong giờ làm việc. Người thuộc diện miễn lệ phí (Điều 4 Thông tư 75/2022/TT-BTC) mang giấy tờ chứng minh, không phải nộp.',
    en: 'In cash: bring the dossier code to the commune police in office hours. Whoever is exempt (Article 4 of Circular 75/2022/TT-BTC) brings the proof and pays nothing.',
  },
  noTransfer: {
    vi: 'Đơn vị này chưa nhận chuyển khoản qua quầy. Nộp tiền mặt tại công an xã trong giờ làm việc.',
    en: 'This unit does not take transfers through the desk yet. Pay in cash at the commune police in office hours.',
  },
  nothingDue: {
    vi: 'Hồ sơ này không còn chờ lệ phí.',
    en: 'This dossier waits for no fee.',
  },
  simulator: { vi: 'Mở ngân hàng thử', en: 'Open the trial bank' },
} satisfies Catalogue

/** The bank that exists only outside production. */
export const simulatedBankTexts = {
  title: { vi: 'Ngân hàng thử', en: 'Trial bank' },
  intro: {
    vi: 'Chỉ có trong bản chạy thử. Chọn điều ngân hàng sẽ báo cho quầy; không có đồng tiền nào được chuyển.',
    en: 'Exists only in the trial system. Choose what the bank will tell the desk; no money moves.',
  },
  pay: { vi: 'Chuyển đúng số tiền', en: 'Send the right amount' },
  short: { vi: 'Chuyển thiếu 1.000 đồng', en: 'Send 1,000 VND too little' },
  twice: { vi: 'Chuyển hai lần', en: 'Send it twice' },
  lost: { vi: 'Chuyển nhưng quên ghi nội dung', en: 'Send it without the message' },
  fail: { vi: 'Báo chuyển không thành công', en: 'Say that it failed' },
} satisfies Catalogue
