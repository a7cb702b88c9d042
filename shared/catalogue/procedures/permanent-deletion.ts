import { portalOnly } from '../channels.ts'
import { applicantAnswers, contactPage, declarerPages } from '../questions/applicant.ts'
import { guardianConsentPaper, guardianPage } from '../questions/consent.ts'
import { authorisationPaper, deathRegisteredField, deletedPage, deletionCasePage } from '../questions/deletion.ts'
import { addressHint } from '../questions/dwelling.ts'
import { notePage } from '../questions/note.ts'
import { circular116, decree154, seen } from '../sources.ts'
import type { ProcedureVersion } from '../types.ts'
import { grounds, proofs } from './permanent-deletion-grounds.ts'

/** Xóa đăng ký thường trú. The duty to file is within 7 days of the case (Nghị định 154/2024/NĐ-CP Điều 9). */
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
    ...declarerPages,
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
    deletedPage,
    deletionCasePage(grounds, [deathRegisteredField]),
    notePage,
  ],
  papers: [...proofs, authorisationPaper, guardianConsentPaper],
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
  example: {
    applicantName: 'Bùi Thị Hạnh',
    applicantBirthDate: '1974-06-25',
    applicantGender: 'female',
    applicantIdentity: '000174000013',
    phone: '0867000222',
    residence: { unit: { edition: '2023', code: '18391' }, detail: 'Thôn Kỳ Pháp' },
    deletedIs: 'other',
    declarerIs: 'household',
    deletedPerson: 'Bùi Văn Nhân',
    deletionCase: 'death',
    deathRegistered: false,
    since: '2026-01-31',
  },
}
