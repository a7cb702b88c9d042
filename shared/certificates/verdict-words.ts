import type { Bilingual } from '../text/bilingual.ts'
import type { Verdict } from './schemas.ts'

/** What a verdict means, and what to do about it, for whoever was shown the paper. */
export const verdictWords: Readonly<Record<Verdict, { title: Bilingual; advice: Bilingual }>> = {
  valid: {
    title: { vi: 'Giấy thật, còn giá trị', en: 'Genuine and in force' },
    advice: {
      vi: 'So những dòng dưới đây với giấy đang cầm. Có dòng nào khác thì giấy đã bị sửa hoặc mã lấy từ giấy khác.',
      en: 'Compare the lines below with the paper. If one differs, the paper was changed or the code is another paper’s.',
    },
  },
  expired: {
    title: { vi: 'Giấy thật, đã hết hạn', en: 'Genuine, but expired' },
    advice: {
      vi: 'Giấy do công an cấp nhưng đã qua ngày cuối. Người có giấy cần xin xác nhận mới.',
      en: 'The police issued it, but its last day has passed. Its holder needs a new one.',
    },
  },
  revoked: {
    title: { vi: 'Giấy đã bị thu hồi', en: 'Revoked' },
    advice: {
      vi: 'Giấy do công an cấp, nhưng thông tin về cư trú đã thay đổi sau đó nên giấy không còn giá trị. Hãy yêu cầu giấy mới.',
      en: 'The police issued it, but what it says has changed since, so it is in force no more. Ask for a new one.',
    },
  },
  old_key: {
    title: { vi: 'Chữ ký đúng, nhưng bằng khóa cũ', en: 'Rightly signed, but with an old key' },
    advice: {
      vi: 'Quầy không còn dùng khóa này. Khi có mạng, bấm “Hỏi quầy” để xem giấy có trong sổ cấp hay không.',
      en: 'The desk uses this key no more. When online, press “Ask the desk” to see whether the paper is in its books.',
    },
  },
  altered: {
    title: { vi: 'Mã đã bị sửa', en: 'Altered' },
    advice: {
      vi: 'Nội dung không khớp với chữ ký: mã đã bị sửa, hoặc quét thiếu. Quét lại một lần; nếu vẫn vậy thì đừng nhận giấy này.',
      en: 'What it says does not match its signature: it was changed, or scanned in part. Scan once more; if it stays so, do not accept the paper.',
    },
  },
  forged: {
    title: { vi: 'Không phải do quầy cấp', en: 'Not issued by this desk' },
    advice: {
      vi: 'Chữ ký bằng một khóa mà quầy chưa từng có. Đừng nhận giấy này; hãy hỏi công an xã ghi trên giấy.',
      en: 'It was signed with a key that this desk never had. Do not accept it; ask the police named on the paper.',
    },
  },
  unreadable: {
    title: { vi: 'Không đọc được mã', en: 'Not a code of this desk' },
    advice: {
      vi: 'Đây không phải mã kiểm tra của quầy, hoặc bị thiếu chữ. Quét lại mã QR ở cuối giấy.',
      en: 'This is no code of the desk, or letters are missing. Scan the QR code at the end of the paper again.',
    },
  },
}
