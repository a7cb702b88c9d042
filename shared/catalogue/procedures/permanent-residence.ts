import { officeOrPortal } from '../channels.ts'
import { applicantAnswers, applicantPages, contactPage } from '../questions/applicant.ts'
import {
  guardianConsentPaper,
  guardianPage,
  headConsentPaper,
  minorConsentPaper,
  minorMembersPage,
  ownerConsentPaper,
} from '../questions/consent.ts'
import { addressHint, ownershipPaper } from '../questions/dwelling.ts'
import { feeExemptionPage, feeExemptionPaper } from '../questions/fee-exemption.ts'
import { headPage, membersPages } from '../questions/household.ts'
import { notePage } from '../questions/note.ts'
import { residenceLaw, seen } from '../sources.ts'
import type { ProcedureVersion } from '../types.ts'
import {
  basisPage,
  headConsentCondition,
  ownerPage,
  ownershipPage,
  permanentConsents,
  permanentPapers,
  relativesPages,
} from './permanent-residence-grounds.ts'

/** Đăng ký thường trú. */
export const permanentResidence: ProcedureVersion = {
  code: '1.004222',
  version: '2026-07-01',
  name: { vi: 'Đăng ký thường trú', en: 'Permanent residence registration' },
  summary: {
    vi: 'Khi chuyển đến sinh sống ổn định, lâu dài ở một chỗ ở hợp pháp, về ở với người thân, hoặc cho trẻ mới sinh.',
    en: 'When you settle in a lawful dwelling, move in with relatives, or for a newborn child.',
  },
  keywords: [
    'thường trú',
    'hộ khẩu',
    'nhập khẩu',
    'nhập hộ khẩu',
    'chuyển khẩu',
    'mua nhà',
    'trẻ mới sinh',
    'nhập sinh',
    'kết hôn',
    'về ở với cha mẹ',
  ],
  form: 'CT01',
  results: ['CT08'],
  term: { unit: 'working_day', value: 7 },
  termSource: seen(residenceLaw()),
  fee: { direct: 20_000, online: 10_000, basis: 'per_registration' },
  variants: [],
  pages: [
    basisPage,
    ...applicantPages,
    guardianPage,
    contactPage,
    {
      id: 'dwelling',
      title: { vi: 'Đăng ký thường trú ở đâu?', en: 'Where is the new permanent residence?' },
      fields: [
        {
          name: 'dwelling',
          kind: 'address',
          label: { vi: 'Địa chỉ thường trú mới', en: 'New permanent address' },
          hint: addressHint,
        },
      ],
    },
    ownershipPage,
    ...relativesPages,
    headPage({ withConsent: headConsentCondition }),
    ownerPage,
    ...membersPages(),
    minorMembersPage,
    feeExemptionPage,
    notePage,
  ],
  papers: [
    ownershipPaper,
    ...permanentPapers,
    headConsentPaper,
    ownerConsentPaper,
    guardianConsentPaper,
    minorConsentPaper,
    feeExemptionPaper,
  ],
  consents: permanentConsents,
  routing: {
    by: 'address',
    field: 'dwelling',
    why: {
      vi: 'Đăng ký thường trú nộp cho công an nơi có chỗ ở mới.',
      en: 'Permanent residence is registered with the police of the new dwelling.',
    },
  },
  channel: officeOrPortal,
  applicant: applicantAnswers,
  example: {
    basis: 'relatives',
    applicantName: 'Lê Khánh Ngân',
    applicantBirthDate: '2024-02-29',
    applicantGender: 'female',
    applicantIdentity: '000324000003',
    guardianRole: 'mother',
    guardianName: 'Phan Thị Hồng',
    guardianIdentity: '000193000004',
    guardianConsentBy: 'declarer',
    phone: '0987654321',
    email: 'hong@example.com',
    dwelling: { unit: { edition: '2025-07', code: '18277' }, detail: 'Số 12, thôn Bình Tiến' },
    relativesCase: 'close-family',
    joinsParentOrGuardian: true,
    headIs: 'other',
    headName: 'Phan Văn Lộc',
    headIdentity: '000062000005',
    relationshipToHead: 'chau-ngoai',
    hasMembers: false,
    feeExemption: 'child',
  },
}
