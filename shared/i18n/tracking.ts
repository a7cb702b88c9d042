import type { Catalogue } from './say.ts'

/** Asking for a dossier, and what its page says. */
export const trackingTexts = {
  title: { vi: 'Tra cứu hồ sơ', en: 'Track a dossier' },
  intro: {
    vi: 'Hai mã ở trên giấy biên nhận, hoặc quét mã QR ở đó.',
    en: 'Both codes are on the receipt; or scan its QR code.',
  },
  codeHint: { vi: 'Ví dụ: QUAY.42-261124-100023', en: 'For example: QUAY.42-261124-100023' },
  keyHint: {
    vi: '12 chữ và số, chia ba nhóm. Ví dụ: ABCD-EFGH-JKMN',
    en: '12 letters and digits in three groups. For example: ABCD-EFGH-JKMN',
  },
  open: { vi: 'Xem hồ sơ', en: 'Open the dossier' },
  lost: { vi: 'Mất giấy biên nhận?', en: 'Lost the receipt?' },
  lostHelp: {
    vi: 'Mang thẻ căn cước đến công an xã đã nhận hồ sơ, cán bộ sẽ in lại. Mã tra cứu không gửi qua điện thoại, để không ai xem được hồ sơ của người khác.',
    en: 'Take your identity card to the commune police that received the dossier; an officer prints it again. Keys are not given by phone, so that nobody reads another person’s dossier.',
  },
  needCode: { vi: 'Hãy nhập mã hồ sơ.', en: 'Enter the dossier code.' },
  needKey: { vi: 'Hãy nhập mã tra cứu.', en: 'Enter the tracking key.' },
  wrong: {
    vi: 'Không có hồ sơ nào khớp với hai mã này. Xem lại trên giấy biên nhận; số 0 và chữ O, số 1 và chữ I đều được nhận như nhau.',
    en: 'No dossier matches these two codes. Look at the receipt again; 0 and O, 1 and I are taken alike.',
  },
  tooMany: {
    vi: 'Đã thử quá nhiều lần. Chờ một phút rồi thử lại.',
    en: 'Too many attempts. Wait a minute and try again.',
  },
  expired: {
    vi: 'Đã quá 30 phút không dùng nên trang hồ sơ được đóng lại để giữ kín. Nhập mã để mở lại.',
    en: 'After 30 minutes without use the dossier was closed to keep it private. Enter the codes to open it again.',
  },
  close: { vi: 'Đóng hồ sơ trên máy này', en: 'Close the dossier on this device' },
  unit: { vi: 'Nơi giải quyết', en: 'Handled by' },
  filed: { vi: 'Đã nộp', en: 'Filed' },
  due: { vi: 'Ngày hẹn trả', en: 'Due' },
  expected: { vi: 'Dự kiến có kết quả', en: 'Expected' },
  receptionDue: { vi: 'Trả lời tiếp nhận trước', en: 'Answer on reception by' },
  dueNotBefore: { vi: 'không trước', en: 'not before' },
  dueUnknown: {
    vi: 'Có ngày hẹn khi công an xã tiếp nhận hồ sơ',
    en: 'Set when the commune police accepts the dossier',
  },
  why: { vi: 'Vì sao là ngày này?', en: 'Why this date?' },
  whyUnit: { vi: 'Vì sao nơi này giải quyết?', en: 'Why this unit?' },
  paused: {
    vi: 'Thời hạn giải quyết tạm dừng trong lúc chờ bổ sung.',
    en: 'The clock stands still until the answer comes.',
  },
  history: { vi: 'Diễn biến', en: 'What has happened' },
  papers: { vi: 'Giấy tờ đã gửi', en: 'Papers sent' },
  paperChecking: { vi: 'đang kiểm tra an toàn', en: 'being checked for safety' },
  paperRefused: { vi: 'tệp hỏng, không mở được', en: 'damaged, could not be opened' },
  documents: { vi: 'Văn bản của công an xã', en: 'Documents from the police' },
  download: { vi: 'Tải về', en: 'Download' },
  number: { vi: 'số', en: 'no.' },
  receipt: { vi: 'Giấy biên nhận', en: 'Receipt' },
  calendar: { vi: 'Thêm ngày hẹn vào lịch của máy', en: 'Add the due date to your calendar' },
  answers: { vi: 'Vân tay số của bản khai', en: 'Fingerprint of the answers' },
  supplementTitle: { vi: 'Cần bổ sung hồ sơ', en: 'Something is missing' },
  supplementIntro: (count: number) => ({
    vi: `Có ${count} mục cần gửi thêm hoặc ghi lại. Gửi đủ trong một lần, không phải nộp lại từ đầu.`,
    en: `${count === 1 ? 'One item is' : `${count} items are`} missing. Send everything at once; there is no need to file again.`,
  }),
  supplementButton: { vi: 'Bổ sung ngay', en: 'Answer now' },
  supplementNow: { vi: 'Trả lời yêu cầu bổ sung', en: 'Answer the request' },
  yourPhoto: { vi: 'Đã gửi lần trước', en: 'Sent before' },
  newFile: { vi: 'Ảnh hoặc tệp mới', en: 'New photo or file' },
  newFileHint: {
    vi: 'Ảnh JPG, PNG, WebP hoặc PDF, tối đa 10 MB. Chọn được nhiều ảnh.',
    en: 'JPG, PNG, WebP or PDF, at most 10 MB. Several photos are fine.',
  },
  newAnswer: { vi: 'Trả lời lại', en: 'New answer' },
  fileKept: { vi: 'Đã nhận', en: 'Received' },
  note: { vi: 'Lời nhắn cho cán bộ', en: 'Message to the officer' },
  send: { vi: 'Gửi bổ sung', en: 'Send' },
  sentTitle: { vi: 'Đã gửi bổ sung', en: 'Answer sent' },
  sent: {
    vi: 'Công an xã đã nhận được. Hồ sơ tiếp tục được giải quyết.',
    en: 'The commune police has received it. The dossier goes on.',
  },
  needFile: (name: string) => ({ vi: `Chưa có tệp: ${name}.`, en: `No file yet: ${name}.` }),
  withdraw: { vi: 'Rút hồ sơ', en: 'Withdraw the dossier' },
  withdrawHelp: {
    vi: 'Rút là dừng hẳn. Muốn làm lại phải nộp hồ sơ mới.',
    en: 'Withdrawing ends it. To go on you file a new dossier.',
  },
  withdrawReason: { vi: 'Lý do', en: 'Reason' },
  withdrawSure: { vi: 'Tôi muốn rút hồ sơ này', en: 'I want to withdraw this dossier' },
  needSure: {
    vi: 'Hãy đánh dấu ô này nếu chắc chắn muốn rút.',
    en: 'Tick this box to be sure that you want to withdraw.',
  },
  withdrawnTitle: { vi: 'Đã rút hồ sơ', en: 'Dossier withdrawn' },
  rate: { vi: 'Việc phục vụ thế nào?', en: 'How were you served?' },
  rateReasons: { vi: 'Vì sao', en: 'Why' },
  rateComment: { vi: 'Góp ý thêm', en: 'Anything else' },
  rateSend: { vi: 'Gửi đánh giá', en: 'Send' },
  needScore: { vi: 'Hãy chọn một mức.', en: 'Choose one.' },
  ratedTitle: { vi: 'Đã ghi nhận đánh giá', en: 'Your rating was recorded' },
  rated: (score: number) => ({
    vi: `Mức đã chọn: ${score} trên 5. Cảm ơn ý kiến đóng góp.`,
    en: `You chose ${score} of 5. Thank you.`,
  }),
  stale: {
    vi: 'Hồ sơ vừa có thay đổi nên việc này chưa được ghi nhận. Đây là tình trạng mới nhất.',
    en: 'The dossier has just changed, so this was not recorded. Below is how it stands now.',
  },
  nothingToDo: { vi: 'Lúc này chưa cần làm gì thêm.', en: 'There is nothing you need to do.' },
  print: { vi: 'In hoặc lưu trang này (Ctrl + P)', en: 'Print or save this page (Ctrl + P)' },
  turns: { vi: 'Thời gian đã qua', en: 'Time so far' },
  turnOffice: { vi: 'công an xã', en: 'the police' },
  turnResident: { vi: 'chờ người nộp', en: 'the applicant' },
  turnAgency: { vi: 'cơ quan khác', en: 'another agency' },
  turnSystem: { vi: 'hệ thống gián đoạn', en: 'outage' },
  official: {
    vi: 'Mã này là mã của quầy, không phải mã của Cổng dịch vụ công quốc gia.',
    en: 'This is the desk’s own code, not one of the national portal.',
  },
} satisfies Catalogue

/** The five marks, from 1 to 5. */
export const ratingScores = [
  { score: 1, label: { vi: 'Rất kém', en: 'Very badly' } },
  { score: 2, label: { vi: 'Kém', en: 'Badly' } },
  { score: 3, label: { vi: 'Tạm được', en: 'Fairly' } },
  { score: 4, label: { vi: 'Tốt', en: 'Well' } },
  { score: 5, label: { vi: 'Rất tốt', en: 'Very well' } },
] as const

/** Why a rating is what it is; the codes are stored. */
export const ratingReasons = [
  { code: 'fast', label: { vi: 'Nhanh', en: 'Fast' } },
  { code: 'kind', label: { vi: 'Cán bộ tận tình', en: 'Kind officers' } },
  { code: 'clear', label: { vi: 'Hướng dẫn dễ hiểu', en: 'Clear guidance' } },
  { code: 'slow', label: { vi: 'Chậm', en: 'Slow' } },
  { code: 'unclear', label: { vi: 'Khó hiểu', en: 'Hard to understand' } },
  { code: 'many-trips', label: { vi: 'Phải đi lại nhiều', en: 'Too many trips' } },
] as const

/** The printed receipt of a filing. */
export const receiptTexts = {
  title: { vi: 'Giấy biên nhận nộp hồ sơ', en: 'Receipt of filing' },
  intro: {
    vi: 'Giấy này xác nhận những gì quầy đã nhận. Phiếu tiếp nhận và hẹn trả kết quả (CT04) có sau khi công an xã tiếp nhận hồ sơ.',
    en: 'This confirms what the desk received. The slip with the due date (CT04) follows when the commune police accepts the dossier.',
  },
  filedAt: { vi: 'Nộp lúc', en: 'Filed at' },
  procedure: { vi: 'Thủ tục', en: 'Procedure' },
  receivedBy: { vi: 'Nơi nhận', en: 'Received by' },
  assisted: { vi: 'Giúp nhập', en: 'Helped by' },
  fee: { vi: 'Lệ phí', en: 'Fee' },
  papers: { vi: 'Tệp đã nhận', en: 'Files received' },
  noPapers: { vi: 'Không có tệp kèm theo.', en: 'No files.' },
  fingerprint: { vi: 'Vân tay số (SHA-256)', en: 'Fingerprint (SHA-256)' },
  answersFingerprint: { vi: 'Vân tay số của bản khai', en: 'Fingerprint of the answers' },
  scan: { vi: 'Quét để theo dõi hồ sơ', en: 'Scan to follow the dossier' },
  keep: {
    vi: 'Giữ kín mã tra cứu: ai có cả hai mã thì xem được hồ sơ.',
    en: 'Keep the key private: whoever has both codes can read the dossier.',
  },
  pdf: { vi: 'Tải bản PDF', en: 'Download as PDF' },
} satisfies Catalogue
