import type { ResultForm } from '../catalogue/types.ts'
import type { Bilingual } from '../text/bilingual.ts'
import type { Catalogue } from './say.ts'

/** The first page. */
export const homeTexts = {
  title: { vi: 'Bạn cần làm gì?', en: 'What do you need to do?' },
  intro: {
    vi: 'Nộp và theo dõi thủ tục cư trú với công an xã, phường ở Hà Tĩnh. Không cần tài khoản.',
    en: 'File and follow residence procedures with the commune police in Hà Tĩnh. No account needed.',
  },
  search: { vi: 'Tìm thủ tục', en: 'Find a procedure' },
  searchHint: {
    vi: 'Ví dụ: tạm trú, nhập khẩu. Gõ không dấu cũng được.',
    en: 'For example: tam tru, nhap khau. No diacritics needed.',
  },
  searchButton: { vi: 'Tìm', en: 'Search' },
  situations: { vi: 'Chuyện gì vừa xảy ra?', en: 'What has happened?' },
  andOthers: (count: number) => ({ vi: `và ${count} thủ tục khác`, en: `and ${count} more` }),
  all: { vi: 'Xem tất cả thủ tục', en: 'See all procedures' },
  track: { vi: 'Tra cứu hồ sơ đã nộp', en: 'Track a filed dossier' },
  resume: {
    vi: 'Đang làm dở? Mở lại thủ tục trên đúng máy này, phần đã nhập vẫn còn.',
    en: 'Not finished? Open the procedure again on this device: what was typed is still there.',
  },
  today: { vi: 'Hôm nay', en: 'Today' },
  openToday: (hours: string) => ({
    vi: `công an xã làm việc ${hours}.`,
    en: `the commune police is open ${hours}.`,
  }),
  closedToday: (why: string, next: string) => ({
    vi: `công an xã nghỉ${why ? ` (${why})` : ''}, làm việc lại ${next}.`,
    en: `the commune police is closed${why ? ` (${why})` : ''}, open again on ${next}.`,
  }),
  saturday: {
    vi: 'Sáng thứ Bảy có người nhận hồ sơ, 7:00–11:30.',
    en: 'Dossiers are received on Saturday morning, 7:00–11:30.',
  },
  onlineAlways: { vi: 'Nộp qua mạng lúc nào cũng được.', en: 'Filing online is possible at any time.' },
} satisfies Catalogue

const resultNames: Record<ResultForm, Bilingual> = {
  CT03: { vi: 'Phiếu khai báo tạm vắng (CT03)', en: 'Temporary absence declaration (CT03)' },
  CT07: { vi: 'Xác nhận thông tin về cư trú (CT07)', en: 'Confirmation of residence (CT07)' },
  CT08: { vi: 'Thông báo kết quả giải quyết (CT08)', en: 'Notice of the result (CT08)' },
}

/** Finding a procedure, and reading about one. */
export const procedureTexts = {
  searchTitle: { vi: 'Tìm thủ tục', en: 'Find a procedure' },
  allTitle: { vi: 'Tất cả thủ tục', en: 'All procedures' },
  found: (count: number, query: string) => ({
    vi: `${count} thủ tục hợp với “${query}”`,
    en: `${count} ${count === 1 ? 'procedure matches' : 'procedures match'} “${query}”`,
  }),
  nothing: (query: string) => ({
    vi: `Không có thủ tục nào hợp với “${query}”`,
    en: `No procedure matches “${query}”`,
  }),
  nothingHelp: {
    vi: 'Hãy thử từ khác, chọn trong danh sách dưới đây, hoặc hỏi công an xã.',
    en: 'Try another word, choose from the list below, or ask the commune police.',
  },
  who: { vi: 'Dùng khi nào', en: 'When to use it' },
  papers: { vi: 'Cần chuẩn bị', en: 'What to prepare' },
  noPapers: { vi: 'Không cần giấy tờ nào kèm theo.', en: 'No papers are needed.' },
  papersSometimes: (count: number) => ({
    vi: `Tùy trường hợp, có thể cần (${count} loại)`,
    en: `Depending on the case (${count} kinds)`,
  }),
  papersIntro: {
    vi: 'Chụp bằng điện thoại là được. Danh sách đúng cho từng trường hợp hiện ra sau khi trả lời câu hỏi.',
    en: 'Phone photos are fine. Your own list appears after the questions.',
  },
  paperOptional: { vi: 'nên có', en: 'helpful' },
  identityCard: {
    vi: 'Số định danh cá nhân của người khai (12 số trên thẻ căn cước).',
    en: 'The personal identification number of the applicant (12 digits on the card).',
  },
  term: { vi: 'Thời hạn giải quyết', en: 'Time allowed' },
  termFrom: { vi: 'kể từ khi công an xã nhận đủ hồ sơ', en: 'from acceptance of a complete dossier' },
  ifFiledNow: { vi: 'Nếu nộp bây giờ, muộn nhất', en: 'If filed now, at the latest' },
  provisional: {
    vi: 'Lịch nghỉ của năm sau chưa công bố, ngày này có thể đổi.',
    en: 'Next year’s holidays are not announced yet; this date may change.',
  },
  immediate: { vi: 'Ghi nhận ngay khi nộp, cả ngày lẫn đêm.', en: 'Recorded at once, day and night.' },
  fee: { vi: 'Lệ phí', en: 'Fee' },
  feeOnline: { vi: 'nộp qua mạng', en: 'online' },
  feeDirect: { vi: 'nộp tại quầy', en: 'at the counter' },
  perPerson: { vi: 'mỗi người', en: 'per person' },
  feeExempt: {
    vi: 'Trẻ em, người cao tuổi, người khuyết tật, người có công, hộ nghèo… được miễn theo Điều 4 Thông tư 75/2022/TT-BTC.',
    en: 'Children, the elderly, persons with disabilities, persons of merit, poor households … are exempt under Article 4 of Circular 75/2022/TT-BTC.',
  },
  otherClock: { vi: 'Trường hợp khác', en: 'Other cases' },
  result: { vi: 'Kết quả nhận được', en: 'What you receive' },
  resultName: (form: ResultForm) => resultNames[form],
  consents: { vi: 'Cần người khác đồng ý', en: 'Whose agreement is needed' },
  legalTitle: { vi: 'Nộp ở đây có giá trị ngay', en: 'Filing here counts by law' },
  intakeTitle: { vi: 'Nộp ở đây để được kiểm tra trước', en: 'Filing here is checked first' },
  portalTitle: {
    vi: 'Luật chỉ nhận qua Cổng dịch vụ công hoặc VNeID',
    en: 'The law takes this only through the national portal or VNeID',
  },
  source: { vi: 'Căn cứ', en: 'Source' },
  unchecked: { vi: 'chưa được luật gia đối chiếu', en: 'not yet checked by a lawyer' },
  start: { vi: 'Bắt đầu', en: 'Start' },
  prepare: { vi: 'Chuẩn bị hồ sơ ở đây', en: 'Prepare it here' },
  minutes: {
    vi: 'Khoảng 5–10 phút. Phần đã nhập được giữ trên máy, có thể dừng rồi làm tiếp.',
    en: 'About 5–10 minutes. What you type stays on this device; you can stop and go on later.',
  },
  official: { vi: 'Tên chính thức và mã', en: 'Official name and code' },
} satisfies Catalogue

/** Pages that say that something went wrong. */
export const problemTexts = {
  notFoundTitle: { vi: 'Không có trang này', en: 'There is no such page' },
  notFound: {
    vi: 'Địa chỉ có thể bị gõ nhầm, hoặc trang đã được chuyển. Hồ sơ đã nộp không bị ảnh hưởng.',
    en: 'The address may be mistyped, or the page has moved. Filed dossiers are not affected.',
  },
  refusedTitle: { vi: 'Quầy không nhận được yêu cầu này', en: 'The desk could not take this request' },
  refused: {
    vi: 'Biểu mẫu gửi lên thiếu hoặc thừa mục, hoặc đến từ một trang khác. Chưa có gì được ghi nhận. Hãy quay lại, tải lại trang rồi gửi lần nữa.',
    en: 'The form lacked something or came from another site. Nothing was recorded. Go back, reload the page and send it again.',
  },
  tooManyTitle: { vi: 'Thử quá nhiều lần', en: 'Too many attempts' },
  tooMany: {
    vi: 'Chờ một phút rồi thử lại. Hồ sơ không bị ảnh hưởng.',
    en: 'Wait a minute and try again. The dossier is not affected.',
  },
  brokenTitle: { vi: 'Trang này đang bị lỗi', en: 'This page has failed' },
  broken: {
    vi: 'Lỗi này do hệ thống. Việc vừa làm chưa được ghi nhận; hồ sơ đã nộp trước đó vẫn an toàn. Hãy thử lại; nếu vẫn lỗi, báo mã sự cố cho công an xã.',
    en: 'The fault is ours. What you just did was not recorded; dossiers filed before are safe. Try again; if it fails again, give the incident code to the commune police.',
  },
  unavailableTitle: { vi: 'Hệ thống tạm ngừng trong giây lát', en: 'The desk is paused for a moment' },
  unavailable: {
    vi: 'Việc vừa làm chưa được ghi nhận; phần đã nhập vẫn còn trên máy. Hãy thử lại sau ít phút.',
    en: 'What you just did was not recorded; what you typed is still on this device. Try again in a few minutes.',
  },
  tryAgain: { vi: 'Thử lại', en: 'Try again' },
  toHome: { vi: 'Về trang đầu', en: 'To the first page' },
} satisfies Catalogue
