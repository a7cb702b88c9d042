import type { Catalogue } from './say.ts'

/** What stands around every page for residents. */
export const shellTexts = {
  siteName: { vi: 'Quầy', en: 'Quầy' },
  unitLine1: { vi: 'Dịch vụ công', en: 'Public services of the' },
  unitLine2: { vi: 'Công an xã, phường', en: 'commune police' },
  home: { vi: 'Trang đầu', en: 'Home' },
  skip: { vi: 'Đến nội dung chính', en: 'Skip to main content' },
  track: { vi: 'Tra cứu', en: 'Track' },
  otherLanguage: { vi: 'English', en: 'Tiếng Việt' },
  largeText: { vi: 'Chữ to', en: 'Larger text' },
  normalText: { vi: 'Chữ thường', en: 'Normal text' },
  highContrast: { vi: 'Nền rõ', en: 'High contrast' },
  normalContrast: { vi: 'Nền thường', en: 'Normal contrast' },
  readAloud: { vi: 'Nghe đọc', en: 'Read aloud' },
  stopReading: { vi: 'Dừng đọc', en: 'Stop reading' },
  demo: { vi: 'Bản chạy thử.', en: 'Trial system.' },
  demoNote: {
    vi: 'Đừng nhập giấy tờ và thông tin thật.',
    en: 'Do not enter real papers or data.',
  },
  demoClock: (time: string) => ({
    vi: `Đồng hồ chạy thử đang là ${time}.`,
    en: `The trial clock says ${time}.`,
  }),
  helpTitle: { vi: 'Cần người giúp?', en: 'Need help from a person?' },
  helpCall: { vi: 'Gọi', en: 'Call' },
  helpDesk: {
    vi: 'Đến công an xã, phường trong giờ làm việc: cán bộ hướng dẫn và nhận hồ sơ tại chỗ. Nộp tại quầy cũng đúng như nộp qua mạng.',
    en: 'Come to the commune police in office hours: an officer explains and takes the dossier there. Filing at the counter is as good as filing online.',
  },
  urgent: { vi: 'Việc khẩn cấp: gọi 113.', en: 'Emergency: call 113.' },
  allProcedures: { vi: 'Tất cả thủ tục', en: 'All procedures' },
  myDossiers: { vi: 'Hồ sơ đang mở trên máy này', en: 'Dossiers open on this device' },
  bookVisit: { vi: 'Đặt lịch hẹn', en: 'Book a visit' },
  checkPaper: { vi: 'Kiểm tra giấy tờ của công an xã', en: 'Check a paper of the commune police' },
  accessibility: { vi: 'Ngôn ngữ và tiếp cận', en: 'Language and accessibility' },
  privacyNotice: { vi: 'Thông tin cá nhân được giữ thế nào', en: 'How personal data is kept' },
  trackDossier: { vi: 'Tra cứu hồ sơ', en: 'Track a dossier' },
  privacy: {
    vi: 'Thông tin được giữ để giải quyết thủ tục, chỉ công an xã nhận hồ sơ xem được. Trang này không dùng công cụ theo dõi.',
    en: 'Data is kept to handle the procedure; only the commune police that receives the dossier can read it. This site uses no trackers.',
  },
  preferences: { vi: 'Ngôn ngữ, cỡ chữ và màu', en: 'Language, text size and colours' },
  back: { vi: 'Quay lại', en: 'Back' },
  error: { vi: 'Lỗi', en: 'Error' },
  incident: { vi: 'Mã sự cố', en: 'Incident code' },
} satisfies Catalogue
