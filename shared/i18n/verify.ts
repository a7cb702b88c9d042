import type { Catalogue } from './say.ts'

/** The pages where anybody finds out whether a paper is the desk's. */
export const verifyTexts = {
  title: { vi: 'Kiểm tra giấy do quầy cấp', en: 'Check a paper of this desk' },
  intro: {
    vi: 'Quét mã QR ở cuối giấy bằng máy ảnh của điện thoại: trang này tự mở và trả lời. Không có máy ảnh thì dán dòng chữ của mã vào ô dưới đây.',
    en: 'Scan the QR code at the end of the paper with the phone’s camera: this page opens and answers. Without a camera, paste what the code says below.',
  },
  privacy: {
    vi: 'Máy này tự kiểm tra, không gửi mã đi đâu. Sau lần mở đầu tiên, trang dùng được cả khi không có mạng.',
    en: 'This device checks by itself and sends the code nowhere. After its first visit the page also works without a network.',
  },
  code: { vi: 'Nội dung mã', en: 'What the code says' },
  check: { vi: 'Kiểm tra', en: 'Check' },
  ask: { vi: 'Hỏi quầy (cần mạng)', en: 'Ask the desk (online)' },
  needCode: { vi: 'Hãy dán nội dung mã.', en: 'Paste what the code says.' },
  form: { vi: 'Mẫu giấy', en: 'Form' },
  number: { vi: 'Số', en: 'Number' },
  unit: { vi: 'Nơi cấp', en: 'Issued by' },
  dossier: { vi: 'Mã hồ sơ', en: 'Dossier' },
  issuedOn: { vi: 'Ngày cấp', en: 'Issued on' },
  expiresOn: { vi: 'Có giá trị đến hết', en: 'Valid through' },
  noEnd: { vi: 'đến khi thông tin thay đổi', en: 'until what it says changes' },
  holder: { vi: 'Người được cấp (chữ đầu tên, 3 số cuối)', en: 'Holder (initials, last 3 digits)' },
  revokedAt: { vi: 'Thu hồi lúc', en: 'Revoked at' },
  documentHash: { vi: 'Vân tay số của tệp PDF', en: 'Fingerprint of the PDF' },
  filedAt: { vi: 'Nộp lúc', en: 'Filed at' },
  receiptHash: { vi: 'Vân tay số của biên nhận', en: 'Fingerprint of the receipt' },
  receiptGenuine: { vi: 'Biên nhận thật', en: 'A genuine receipt' },
  receiptQrAdvice: {
    vi: 'So mã hồ sơ, nơi nhận và giờ nộp với giấy đang cầm. Muốn kiểm tra từng dòng thì mở tệp biên nhận ở trang kiểm tra biên nhận.',
    en: 'Compare code, unit and time with the paper. To check every line, open the receipt’s file on the receipts’ page.',
  },
  listFrom: (when: string) => ({
    vi: `Danh sách thu hồi của lúc ${when}.`,
    en: `By the list of revocations of ${when}.`,
  }),
  listMissing: {
    vi: 'Chưa tải được danh sách thu hồi: chưa biết giấy có bị thu hồi hay không.',
    en: 'The list of revocations could not be fetched: whether it was revoked is not known.',
  },
  keysMissing: {
    vi: 'Chưa tải được khóa của quầy. Mở lại trang này một lần khi có mạng.',
    en: 'The desk’s keys could not be fetched. Open this page once while online.',
  },
  cannot: {
    vi: 'Trình duyệt này chưa biết kiểm tra chữ ký. Bấm “Hỏi quầy” khi có mạng.',
    en: 'This browser cannot check signatures. Press “Ask the desk” while online.',
  },
  receiptTitle: { vi: 'Kiểm tra biên nhận', en: 'Check a receipt' },
  receiptIntro: {
    vi: 'Chọn tệp biên nhận (PDF hoặc JSON) đã tải từ quầy. Máy này đọc và kiểm tra, tệp không bị gửi đi đâu.',
    en: 'Choose the receipt’s file (PDF or JSON) as downloaded from the desk. This device reads and checks it; the file is sent nowhere.',
  },
  receiptFile: { vi: 'Tệp biên nhận', en: 'The receipt’s file' },
  receiptNoScript: {
    vi: 'Trang này cần JavaScript, vì tệp không được gửi đi. Không có JavaScript thì kiểm tra bằng lệnh: npm run desk -- verify-receipt TỆP',
    en: 'This page needs JavaScript, for the file is not sent. Without it: npm run desk -- verify-receipt FILE',
  },
  receiptAdvice: {
    vi: 'Đúng từng chữ như quầy đã cấp. Dưới đây là tất cả những gì quầy đã ghi nhận.',
    en: 'To the letter as the desk issued it. Below is everything the desk recorded.',
  },
  receiptPdfAdvice: {
    vi: 'Tệp PDF còn nguyên từng byte như quầy đã cấp.',
    en: 'Not one byte of the PDF was changed since the desk issued it.',
  },
  receiptAltered: { vi: 'Tệp đã bị sửa', en: 'The file was altered' },
  receiptAlteredAdvice: {
    vi: 'Nội dung không khớp với chữ ký của quầy: tệp đã bị sửa, hoặc được lưu lại bằng chương trình khác. Hãy xin tệp gốc đã tải từ quầy.',
    en: 'What it says does not match the desk’s signature: it was changed, or saved again by another program. Ask for the file as downloaded from the desk.',
  },
  receiptForged: { vi: 'Không phải biên nhận của quầy này', en: 'Not a receipt of this desk' },
  receiptForgedAdvice: {
    vi: 'Tệp được ký bằng một khóa mà quầy này chưa từng có.',
    en: 'It was signed with a key that this desk never had.',
  },
  receiptUnreadable: { vi: 'Không phải tệp biên nhận', en: 'Not a receipt’s file' },
  receiptUnreadableAdvice: {
    vi: 'Chọn tệp bien-nhan-….pdf hoặc bien-nhan-….json đã tải từ trang hồ sơ.',
    en: 'Choose the file bien-nhan-….pdf or bien-nhan-….json from the dossier’s page.',
  },
  oldKey: { vi: 'Ký bằng khóa cũ của quầy.', en: 'Signed with a former key of the desk.' },
  applicant: { vi: 'Người nộp', en: 'Applicant' },
  assisted: { vi: 'Giúp nhập', en: 'Helped by' },
  papers: { vi: 'Giấy tờ đã gửi', en: 'Papers sent' },
  toReceipts: { vi: 'Kiểm tra biên nhận', en: 'Check a receipt' },
  toPapers: { vi: 'Kiểm tra giấy khác', en: 'Check another paper' },
} satisfies Catalogue
