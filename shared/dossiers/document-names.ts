import type { Bilingual } from '../text/bilingual.ts'

const names = {
  CT03: { vi: 'Phiếu khai báo tạm vắng (CT03)', en: 'Declaration of temporary absence (CT03)' },
  CT04: { vi: 'Phiếu tiếp nhận hồ sơ và hẹn trả kết quả (CT04)', en: 'Receipt and appointment slip (CT04)' },
  CT05: { vi: 'Phiếu hướng dẫn bổ sung, hoàn thiện hồ sơ (CT05)', en: 'Request for a supplement (CT05)' },
  CT06: { vi: 'Phiếu từ chối tiếp nhận, giải quyết hồ sơ (CT06)', en: 'Refusal (CT06)' },
  CT07: { vi: 'Xác nhận thông tin về cư trú (CT07)', en: 'Confirmation of residence information (CT07)' },
  CT08: { vi: 'Thông báo kết quả giải quyết đăng ký cư trú (CT08)', en: 'Notice of the result (CT08)' },
  GN: { vi: 'Giấy ký nhận kết quả', en: 'Signed acknowledgement of the result' },
  M04: { vi: 'Thư xin lỗi và hẹn lại ngày trả kết quả (mẫu 04)', en: 'Letter of apology with a new date (form 04)' },
} satisfies Record<string, Bilingual>

export type DocumentForm = keyof typeof names

/**
 * What a slip or result is called. CT numbers as TT 66/2023/TT-BCA has them (2026 numbers unverified); M04 is form 04
 * of TT 03/2025/TT-VPCP, Phụ lục I.
 */
export const documentName = (form: DocumentForm): Bilingual => names[form]
