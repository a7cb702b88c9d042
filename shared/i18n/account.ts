import type { Role } from '../accounts/schemas.ts'
import type { Bilingual } from '../text/bilingual.ts'
import type { Catalogue } from './say.ts'

/** What a resident sees without an account: the dossiers open on this device, and who looked at one. */
export const accountTexts = {
  mine: { vi: 'Hồ sơ đang mở trên máy này', en: 'Dossiers open on this device' },
  mineIntro: {
    vi: 'Không cần tài khoản: hồ sơ nào đã nhập đúng hai mã thì hiện ở đây, và tự đóng sau 30 phút không dùng.',
    en: 'No account needed: a dossier whose two codes were entered shows here, and closes by itself after 30 minutes without use.',
  },
  none: { vi: 'Chưa mở hồ sơ nào.', en: 'No dossier is open.' },
  openAnother: { vi: 'Mở hồ sơ khác', en: 'Open another dossier' },
  closeAll: { vi: 'Đóng tất cả trên máy này', en: 'Close all on this device' },
  looked: { vi: 'Ai đã xem hồ sơ', en: 'Who looked at it' },
  lookedIntro: {
    vi: 'Mỗi lần cán bộ mở hồ sơ đều được ghi lại, không xóa được. Tên người xem không hiện ở đây; thấy lạ thì gửi phản ánh, chỉ huy phải trả lời.',
    en: 'Each time staff open the dossier it is recorded and cannot be erased. Names are not shown; if something looks wrong, complain, and the head of the unit must answer.',
  },
  nobody: { vi: 'Chưa có ai xem.', en: 'Nobody has looked yet.' },
  province: { vi: 'Công an tỉnh', en: 'Provincial police' },
  when: { vi: 'Lúc', en: 'When' },
  where: { vi: 'Đơn vị', en: 'Unit' },
  role: { vi: 'Vai trò', en: 'Role' },
  purpose: { vi: 'Để làm gì', en: 'Purpose' },
} satisfies Catalogue

export const roleNames: Record<Role, Bilingual> = {
  officer: { vi: 'cán bộ', en: 'officer' },
  commander: { vi: 'chỉ huy', en: 'head of the unit' },
  supervisor: { vi: 'giám sát tỉnh', en: 'supervisor of the province' },
  administrator: { vi: 'quản trị', en: 'administrator' },
  helper: { vi: 'tổ công nghệ số cộng đồng', en: 'neighbourhood helper' },
}

/** The notice about personal data, part by part. */
export const privacyTexts = {
  title: { vi: 'Thông tin cá nhân được giữ thế nào', en: 'How personal data is kept' },
  why: { vi: 'Vì sao cần', en: 'Why it is needed' },
  whyText: {
    vi: 'Công an xã, phường cần thông tin trong tờ khai để giải quyết đúng thủ tục đã nộp, theo Luật Cư trú 68/2020/QH14. Đây là nhiệm vụ luật giao, nên quầy không hỏi “đồng ý” cho việc này. Báo tin qua Zalo, SMS, e-mail thì chỉ gửi đến số và địa chỉ đã ghi trong hồ sơ.',
    en: 'The commune police needs what the form asks to handle the procedure, under the Law on Residence 68/2020/QH14. This is its duty by law, so no consent is asked for it. Messages by Zalo, SMS and e-mail go only to the number and address in the dossier.',
  },
  who: { vi: 'Ai đọc được', en: 'Who can read it' },
  whoText: {
    vi: 'Chỉ cán bộ và chỉ huy của đơn vị đang giữ hồ sơ, và giám sát của công an tỉnh. Mỗi lần xem đều được ghi lại; mở hồ sơ ra để biết đơn vị nào đã xem, lúc nào, để làm gì.',
    en: 'Only officers and the head of the unit that has the dossier, and the supervisors of the province. Each look is recorded; open the dossier to see which unit looked, when and why.',
  },
  how: { vi: 'Giữ thế nào', en: 'How it is kept' },
  howText: {
    vi: 'Câu trả lời được mã hóa khi lưu. Giấy tờ tải lên được kiểm tra và vẽ lại để không mang mã độc. Nhật ký hồ sơ chỉ ghi dấu vân tay số của bản khai, không ghi nội dung. Không có công cụ theo dõi, không quảng cáo.',
    en: 'Answers are encrypted when stored. Uploaded papers are checked and drawn anew, so that they carry no harm. The dossier’s log holds fingerprints of the answers, not the answers. No trackers, no advertising.',
  },
  long: { vi: 'Giữ bao lâu', en: 'For how long' },
  longText: {
    vi: 'Bản nháp và tệp chưa nộp tự xóa. Số điện thoại, e-mail để nhắc lịch hẹn xóa sau ngày hẹn. Hồ sơ đã nộp được giữ theo quy định lưu trữ của ngành công an; thời hạn chính xác do đơn vị công bố.',
    en: 'Drafts and files that were not filed are erased by themselves; a phone number or e-mail for the reminder of a booking, after its day. Filed dossiers are kept under the archive rules of the police; the unit publishes for how long.',
  },
  rights: { vi: 'Quyền và thời hạn', en: 'Your rights, and by when' },
  rightsIntro: {
    vi: 'Gửi yêu cầu từ trang hồ sơ, mục “Phản ánh, yêu cầu”. Theo Luật 91/2025/QH15 và Nghị định 356/2025/NĐ-CP Điều 5:',
    en: 'Ask on the dossier’s page, under “Complaints and requests”. By Law 91/2025/QH15 and Decree 356/2025/NĐ-CP Article 5:',
  },
  rightReply: {
    vi: 'Có trả lời đã nhận yêu cầu trong 2 ngày làm việc.',
    en: 'An answer that it was received within 2 working days.',
  },
  rightCopy: {
    vi: 'Xem, xin bản sao, sửa dữ liệu sai: 10 ngày, gia hạn được một lần thêm 10 ngày.',
    en: 'To see it, get a copy, or correct it: 10 days, once longer by 10 days.',
  },
  rightDelete: {
    vi: 'Xóa: 20 ngày, gia hạn được một lần thêm 20 ngày. Phần luật buộc phải lưu trữ thì không xóa được.',
    en: 'To erase it: 20 days, once longer by 20 days. What the law orders to keep cannot be erased.',
  },
  device: { vi: 'Trên máy này', en: 'On this device' },
  deviceText: {
    vi: 'Quầy chỉ đặt cookie để nhớ ngôn ngữ, cỡ chữ, màu nền, tệp đang tải lên và hồ sơ đang mở (30 phút). Phần đang điền dở nằm trên máy; dùng máy chung thì chọn “Máy dùng chung” khi bắt đầu.',
    en: 'The desk sets cookies only to remember language, text size, colours, uploads under way and open dossiers (30 minutes). What you are filling in stays on the device; on a shared one choose “Shared device” when you begin.',
  },
} satisfies Catalogue
