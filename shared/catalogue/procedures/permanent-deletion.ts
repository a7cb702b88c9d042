import { portalOnly } from '../channels.ts'
import { applicantAnswers, applicantPages, contactPage } from '../questions/applicant.ts'
import { guardianConsentPaper, guardianPage } from '../questions/consent.ts'
import { addressHint } from '../questions/dwelling.ts'
import { notePage } from '../questions/note.ts'
import { circular116, decree154, seen } from '../sources.ts'
import type { ProcedureVersion } from '../types.ts'

/**
 * Xóa đăng ký thường trú, Luật Cư trú Điều 24(1): a death and đ loss of nationality were read, the other cases are
 * from memory. The duty to file is within 7 days.
 */
export const permanentDeletion: ProcedureVersion = {
  code: '1.003197',
  version: '2026-07-01',
  name: { vi: 'Xóa đăng ký thường trú', en: 'Deletion of permanent residence' },
  summary: {
    vi: 'Khi người đã đăng ký thường trú qua đời, ra nước ngoài định cư, thôi quốc tịch hoặc không còn ở đó.',
    en: 'When a registered person has died, settled abroad, lost the nationality or no longer lives there.',
  },
  keywords: ['xóa thường trú', 'xóa hộ khẩu', 'cắt khẩu', 'khai tử', 'định cư nước ngoài', 'thôi quốc tịch'],
  form: 'CT01',
  results: ['CT08'],
  term: { unit: 'working_day', value: 5 },
  termSource: seen(decree154('Điều 9(5)')),
  fee: { direct: 0, online: 0, basis: 'none' },
  variants: [
    {
      id: 'reported-by-database',
      name: { vi: 'Hệ thống báo tự động', en: 'Reported by the database' },
      term: { unit: 'working_day', value: 1 },
      source: seen(decree154('Điều 9(2)')),
    },
  ],
  pages: [
    ...applicantPages,
    guardianPage,
    contactPage,
    {
      id: 'residence',
      title: { vi: 'Đang đăng ký thường trú ở đâu?', en: 'Where is the permanent residence?' },
      fields: [
        {
          name: 'residence',
          kind: 'address',
          label: { vi: 'Nơi thường trú', en: 'Permanent address' },
          hint: addressHint,
        },
      ],
    },
    {
      id: 'deletion',
      title: { vi: 'Xóa đăng ký của ai, vì sao?', en: 'Whose registration, and why?' },
      fields: [
        {
          name: 'deletedPerson',
          kind: 'name',
          label: { vi: 'Họ và tên người cần xóa đăng ký', en: 'Full name of the person to delete' },
          hint: { vi: 'Ghi tên người đăng ký nếu là chính người đó.', en: 'The name above if it is the same person.' },
        },
        {
          name: 'deletionCase',
          kind: 'choice',
          label: { vi: 'Trường hợp', en: 'Case' },
          options: [
            {
              value: 'death',
              label: {
                vi: 'Đã qua đời hoặc tòa án tuyên bố mất tích, đã chết',
                en: 'Died, or declared missing or dead',
              },
            },
            { value: 'abroad', label: { vi: 'Ra nước ngoài để định cư', en: 'Settled abroad' } },
            {
              value: 'nationality',
              label: { vi: 'Thôi, bị tước hoặc bị hủy quốc tịch Việt Nam', en: 'Lost Vietnamese nationality' },
            },
            {
              value: 'absent',
              label: { vi: 'Vắng mặt liên tục từ 12 tháng, không khai báo', en: 'Absent for 12 months without notice' },
            },
            {
              value: 'dwelling',
              label: {
                vi: 'Chỗ ở đã bán, thanh lý hoặc hết quyền ở',
                en: 'The dwelling was sold or the right to live there ended',
              },
            },
            { value: 'other', label: { vi: 'Trường hợp khác', en: 'Another case' } },
          ],
        },
        {
          name: 'deletionDetail',
          kind: 'text',
          long: true,
          maxLength: 500,
          label: { vi: 'Nói rõ trường hợp', en: 'Say which' },
          when: { field: 'deletionCase', in: ['other'] },
        },
      ],
    },
    notePage,
  ],
  papers: [
    {
      kind: 'deletion-proof',
      name: { vi: 'Giấy tờ chứng minh thuộc trường hợp xóa đăng ký', en: 'Proof of the case' },
      hint: {
        vi: 'Ví dụ trích lục khai tử, quyết định thôi quốc tịch, hợp đồng bán nhà.',
        en: 'For example a death certificate, a decision on nationality, a sale contract.',
      },
      source: seen(decree154('Điều 9')),
    },
    guardianConsentPaper,
  ],
  consents: [
    { from: 'guardian', when: { field: '@minor', in: [true] }, source: seen(circular116('mẫu CT01, chú thích 6')) },
  ],
  routing: {
    by: 'address',
    field: 'residence',
    why: {
      vi: 'Xóa đăng ký thường trú làm tại công an nơi đã đăng ký thường trú.',
      en: 'A permanent residence is deleted by the police of the place where it is registered.',
    },
  },
  channel: portalOnly('Điều 9(3)b'),
  applicant: applicantAnswers,
  questionsAreBasic: true,
  example: {
    applicantName: 'Bùi Thị Hạnh',
    applicantBirthDate: '1974-06-25',
    applicantGender: 'female',
    applicantIdentity: '000174000013',
    phone: '0867000222',
    residence: { unit: { edition: '2023', code: '18391' }, detail: 'Thôn Kỳ Pháp' },
    deletedPerson: 'Bùi Văn Nhân',
    deletionCase: 'death',
  },
}
