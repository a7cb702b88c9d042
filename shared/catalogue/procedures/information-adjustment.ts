import { officeOrPortal } from '../channels.ts'
import { applicantAnswers, applicantPages, contactPage } from '../questions/applicant.ts'
import { guardianConsentPaper, guardianPage, headConsentPaper, ownerConsentPaper } from '../questions/consent.ts'
import { addressHint } from '../questions/dwelling.ts'
import { notePage } from '../questions/note.ts'
import { circular116, residenceLaw, seen } from '../sources.ts'
import type { ProcedureVersion } from '../types.ts'
import { changeConsents, changePages, changePapers } from './information-adjustment-changes.ts'

/**
 * Điều chỉnh thông tin về cư trú (Luật Cư trú Điều 26).
 *
 * Changes of civil status are not asked for: since 1 July 2026 they come from the national database (Điều 26(3)b).
 */
export const informationAdjustment: ProcedureVersion = {
  code: '1.010039',
  version: '2026-07-01',
  name: {
    vi: 'Điều chỉnh thông tin về cư trú trong Cơ sở dữ liệu về cư trú',
    en: 'Adjustment of residence information',
  },
  summary: {
    vi: 'Khi đổi chủ hộ hoặc khi số nhà, tên đường, thông tin về cư trú đã ghi không còn đúng.',
    en: 'When the head of household changes, or what is recorded about your residence is no longer right.',
  },
  keywords: ['đổi chủ hộ', 'điều chỉnh', 'sửa thông tin', 'sai thông tin', 'đổi số nhà', 'cập nhật'],
  form: 'CT01',
  results: ['CT08'],
  term: { unit: 'working_day', value: 3 },
  termSource: seen(residenceLaw('Điều 26')),
  fee: { direct: 0, online: 0, basis: 'none' },
  variants: [],
  pages: [
    ...applicantPages,
    guardianPage,
    contactPage,
    {
      id: 'residence',
      title: { vi: 'Đang đăng ký cư trú ở đâu?', en: 'Where are you registered?' },
      fields: [
        {
          name: 'residence',
          kind: 'address',
          label: { vi: 'Nơi đăng ký cư trú', en: 'Registered address' },
          hint: addressHint,
        },
      ],
    },
    ...changePages,
    notePage,
  ],
  papers: [...changePapers, headConsentPaper, ownerConsentPaper, guardianConsentPaper],
  consents: [
    ...changeConsents,
    { from: 'guardian', when: { field: '@minor', in: [true] }, source: seen(circular116('mẫu CT01, chú thích 6')) },
  ],
  routing: {
    by: 'address',
    field: 'residence',
    why: {
      vi: 'Điều chỉnh thông tin về cư trú làm tại công an nơi đang đăng ký cư trú.',
      en: 'Residence information is adjusted by the police of the place where you are registered.',
    },
  },
  channel: officeOrPortal,
  applicant: applicantAnswers,
  example: {
    applicantName: 'Phạm Thị Nga',
    applicantBirthDate: '1968-09-09',
    applicantGender: 'female',
    applicantIdentity: '000168000011',
    phone: '0912000111',
    residence: { unit: { edition: '2025-01', code: '18373' }, detail: 'Tổ dân phố Giang Thủy' },
    change: 'head',
    headChangeCase: 'agreement',
    presentHeadName: 'Phạm Văn Thắng',
    headName: 'Phạm Thị Nga',
    headIdentity: '000168000011',
    relationshipToHead: 'chu-ho',
    headConsentBy: 'office',
  },
}
