import type { Catalogue } from './say.ts'

/** What the desk promises to those who read, hear, see or move differently, and where it falls short. */
export const accessibilityTexts = {
  title: { vi: 'Ngôn ngữ và tiếp cận', en: 'Language and accessibility' },
  promise: {
    vi: 'Các trang cho công dân được làm theo WCAG 2.2 mức AA (Thông tư 26/2020/TT-BTTTT yêu cầu cổng của cơ quan nhà nước hỗ trợ người khuyết tật). Việc này được máy kiểm tra mỗi lần sửa trang; chưa có người khuyết tật nào thử giúp.',
    en: 'The pages for residents follow WCAG 2.2 AA (Circular 26/2020/TT-BTTTT asks state portals to support people with disabilities). Machines check this with each change; no person with a disability has tried them for us yet.',
  },
  can: { vi: 'Có thể làm gì', en: 'What you can do' },
  language: {
    vi: 'Đọc bằng tiếng Việt hoặc tiếng Anh. Tiếng Việt là bản gốc; chữ cán bộ viết và văn bản của công an xã chỉ có tiếng Việt.',
    en: 'Read in Vietnamese or English. Vietnamese is the original; what officers write and the documents of the police are in Vietnamese only.',
  },
  text: {
    vi: 'Chọn “Chữ to” hoặc “Nền rõ” ở đầu trang; máy nhớ cho lần sau. Phóng chữ của trình duyệt lên 200 % vẫn đọc được, không phải kéo ngang.',
    en: 'Choose “Larger text” or “High contrast” at the top; the device remembers. With the browser’s text at 200 % nothing needs sideways scrolling.',
  },
  aloud: {
    vi: 'Chọn “Nghe đọc” để máy đọc, nếu máy có giọng đọc tiếng Việt.',
    en: 'Choose “Read aloud” if your device has a voice for the language.',
  },
  keyboard: {
    vi: 'Dùng bàn phím hoặc trình đọc màn hình cho mọi việc; tìm, tra cứu, bổ sung và nộp lệ phí không cần JavaScript.',
    en: 'Do everything by keyboard or screen reader; finding, tracking, supplementing and paying need no JavaScript.',
  },
  time: {
    vi: 'Không việc nào bắt làm nhanh. Trang hồ sơ tự đóng sau 30 phút không dùng; nhập lại hai mã là mở được.',
    en: 'Nothing has to be done fast. A dossier closes after 30 minutes without use; its two codes open it again.',
  },
  short: { vi: 'Còn thiếu', en: 'Where it falls short' },
  missing: {
    vi: 'Văn bản PDF tải về chưa có cấu trúc cho trình đọc màn hình; xin công an xã đọc giúp. Chưa có tiếng dân tộc thiểu số, chưa có video ngôn ngữ ký hiệu.',
    en: 'PDF documents have no structure for screen readers yet; ask the commune police to read them to you. There are no minority languages and no sign-language videos yet.',
  },
  tell: {
    vi: 'Gặp chỗ không dùng được? Báo công an xã, hoặc gửi phản ánh từ trang hồ sơ. Nộp tại quầy luôn được nhận.',
    en: 'Something you cannot use? Tell the commune police, or complain from the dossier’s page. The counter always takes a filing.',
  },
} satisfies Catalogue
