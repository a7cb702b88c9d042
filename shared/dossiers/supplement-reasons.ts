import type { Bilingual } from '../text/bilingual.ts'

/** A coded reason for asking again, with the sentence the resident reads and may act on (CT05). */
export interface SupplementReason {
  code: string
  for: 'paper' | 'answer'
  name: Bilingual
  /** `{subject}` becomes the paper's or the question's name. The officer may edit the sentence before it is sent. */
  message: Bilingual
}

/** Kept as data so that an administrator may reword them; a code that was used once is never given another meaning. */
export const supplementReasons: readonly SupplementReason[] = [
  {
    code: 'paper-missing',
    for: 'paper',
    name: { vi: 'Thiếu giấy tờ', en: 'Paper missing' },
    message: {
      vi: 'Hồ sơ chưa có “{subject}”. Hãy chụp hoặc quét giấy này và gửi lên.',
      en: 'The dossier has no “{subject}”. Photograph or scan it and send it.',
    },
  },
  {
    code: 'paper-unreadable',
    for: 'paper',
    name: { vi: 'Ảnh mờ, tối hoặc bị cắt', en: 'Photo blurred, dark or cut off' },
    message: {
      vi: 'Ảnh “{subject}” không đọc được. Hãy chụp lại ở chỗ sáng, đủ bốn góc, chữ rõ nét.',
      en: 'The photo of “{subject}” cannot be read. Take it again in good light with all four corners and sharp letters.',
    },
  },
  {
    code: 'paper-wrong',
    for: 'paper',
    name: { vi: 'Không đúng giấy tờ', en: 'Another paper' },
    message: {
      vi: 'Giấy đã gửi không phải là “{subject}”. Hãy gửi đúng giấy này.',
      en: 'What was sent is not “{subject}”. Send that paper.',
    },
  },
  {
    code: 'paper-expired',
    for: 'paper',
    name: { vi: 'Giấy tờ hết hạn', en: 'Paper expired' },
    message: {
      vi: '“{subject}” đã hết hạn. Hãy gửi giấy còn hiệu lực.',
      en: '“{subject}” has expired. Send one that is still valid.',
    },
  },
  {
    code: 'paper-incomplete',
    for: 'paper',
    name: { vi: 'Thiếu trang hoặc thiếu chữ ký', en: 'Page or signature missing' },
    message: {
      vi: '“{subject}” thiếu trang hoặc thiếu chữ ký. Hãy gửi đủ các trang, có chữ ký.',
      en: '“{subject}” lacks a page or a signature. Send all pages, signed.',
    },
  },
  {
    code: 'consent-missing',
    for: 'paper',
    name: { vi: 'Thiếu ý kiến đồng ý', en: 'Consent missing' },
    message: {
      vi: 'Chưa có ý kiến đồng ý: “{subject}”. Văn bản đồng ý không cần công chứng; cũng có thể đến công an xã để đồng ý trực tiếp.',
      en: 'The consent is missing: “{subject}”. It need not be notarised, and may also be given at the commune police.',
    },
  },
  {
    code: 'answer-wrong',
    for: 'answer',
    name: { vi: 'Thông tin không khớp', en: 'Answer does not match' },
    message: {
      vi: 'Mục “{subject}” không khớp với giấy tờ. Hãy kiểm tra và ghi lại cho đúng.',
      en: '“{subject}” does not match the papers. Check it and write it again.',
    },
  },
  {
    code: 'answer-unclear',
    for: 'answer',
    name: { vi: 'Thông tin chưa rõ', en: 'Answer unclear' },
    message: {
      vi: 'Mục “{subject}” chưa rõ. Hãy ghi cụ thể hơn.',
      en: '“{subject}” is not clear. Say it more exactly.',
    },
  },
]

/** The sentence with the subject's name put in. */
export const supplementMessage = (reason: SupplementReason, subject: Bilingual): Bilingual => ({
  vi: reason.message.vi.replace('{subject}', subject.vi),
  en: reason.message.en.replace('{subject}', subject.en),
})
