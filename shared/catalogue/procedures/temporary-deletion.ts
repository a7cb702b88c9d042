import { portalOnly } from '../channels.ts'
import { applicantAnswers, contactPage, declarerPages } from '../questions/applicant.ts'
import { guardianConsentPaper, guardianPage, minorConsentPaper, minorMembersPage } from '../questions/consent.ts'
import { authorisationPaper, deathRegisteredField, deletedPage, deletionCasePage } from '../questions/deletion.ts'
import { addressHint } from '../questions/dwelling.ts'
import { membersPages } from '../questions/household.ts'
import { notePage } from '../questions/note.ts'
import { circular116, decree154, seen } from '../sources.ts'
import type { ProcedureVersion } from '../types.ts'
import { temporaryGrounds, temporaryProofs } from './temporary-deletion-grounds.ts'

/** Xóa đăng ký tạm trú since Nghị định 58/2026/NĐ-CP: three working days, and one when the system reports the case. */
export const temporaryDeletion: ProcedureVersion = {
  code: '1.010028',
  version: '2026-03-15',
  name: { vi: 'Xóa đăng ký tạm trú', en: 'Deletion of temporary residence' },
  summary: {
    vi: 'Khi đã chuyển đi, hết thuê nhà hoặc không còn tạm trú ở nơi đã đăng ký.',
    en: 'When you have moved away, the lease has ended or you no longer stay where you registered.',
  },
  keywords: ['xóa tạm trú', 'hủy tạm trú', 'hết thuê', 'trả phòng', 'chuyển trọ', 'cắt tạm trú'],
  form: 'CT01',
  results: ['CT08'],
  term: { unit: 'working_day', value: 3 },
  termSource: seen(decree154('Điều 10(5)')),
  fee: { direct: 0, online: 0, basis: 'none' },
  variants: [
    {
      id: 'reported-by-database',
      name: { vi: 'Hệ thống báo tự động', en: 'Reported by the database' },
      term: { unit: 'working_day', value: 1 },
      source: seen(decree154('Điều 10(2)')),
    },
  ],
  pages: [
    ...declarerPages,
    guardianPage,
    contactPage,
    {
      id: 'dwelling',
      title: { vi: 'Đang đăng ký tạm trú ở đâu?', en: 'Where is the temporary residence?' },
      fields: [
        {
          name: 'dwelling',
          kind: 'address',
          label: { vi: 'Địa chỉ tạm trú', en: 'Temporary address' },
          hint: addressHint,
        },
      ],
    },
    deletedPage,
    deletionCasePage(temporaryGrounds, [deathRegisteredField]),
    ...membersPages(),
    minorMembersPage,
    notePage,
  ],
  papers: [...temporaryProofs, authorisationPaper, minorConsentPaper, guardianConsentPaper],
  consents: [
    { from: 'guardian', when: { field: '@minor', in: [true] }, source: seen(circular116('mẫu CT01, chú thích 6')) },
    {
      from: 'guardian',
      when: { field: '@minorMember', in: [true] },
      source: seen(circular116('mẫu CT01, chú thích 6')),
    },
  ],
  routing: {
    by: 'address',
    field: 'dwelling',
    why: {
      vi: 'Xóa đăng ký tạm trú làm tại công an nơi đã đăng ký tạm trú.',
      en: 'A temporary residence is deleted by the police of the place where it is registered.',
    },
  },
  channel: portalOnly('Điều 10(3)b'),
  applicant: applicantAnswers,
  example: {
    applicantName: 'Đinh Thị Thu',
    applicantBirthDate: '2001-10-10',
    applicantGender: 'female',
    applicantIdentity: '000301000014',
    phone: '0522333444',
    dwelling: { unit: { edition: '2025-07', code: '18073' }, detail: 'Số 45 đường Phan Đình Phùng' },
    deletedIs: 'applicant',
    deletionCase: 'lease-ended',
    since: '2026-01-31',
    hasMembers: false,
  },
}

/** The rule before Nghị định 58/2026/NĐ-CP: two working days, and no shorter term for what a system reports. */
export const temporaryDeletionUntil2026: ProcedureVersion = {
  ...temporaryDeletion,
  version: '2025-01-10',
  until: '2026-03-14',
  term: { unit: 'working_day', value: 2 },
  termSource: seen(`${decree154('Điều 10')}, trước khi sửa năm 2026`),
  variants: [],
}
