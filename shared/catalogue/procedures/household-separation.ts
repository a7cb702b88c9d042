import { officeOrPortal } from '../channels.ts'
import { applicantAnswers, applicantPages, contactPage } from '../questions/applicant.ts'
import {
  guardianConsentPaper,
  guardianPage,
  headConsentField,
  headConsentPaper,
  minorConsentPaper,
  minorMembersPage,
  ownerConsentPaper,
  ownerFields,
} from '../questions/consent.ts'
import { addressHint } from '../questions/dwelling.ts'
import { feeExemptionPage, feeExemptionPaper } from '../questions/fee-exemption.ts'
import { headPage, membersPages } from '../questions/household.ts'
import { notePage } from '../questions/note.ts'
import { circular116, residenceLaw, seen } from '../sources.ts'
import type { Condition, ProcedureVersion } from '../types.ts'

const byAgreement: Condition = { field: 'separationCase', in: ['agreement'] }
const afterDivorce: Condition = { field: 'separationCase', in: ['divorce'] }

/** Tách hộ (Luật Cư trú Điều 25). */
export const householdSeparation: ProcedureVersion = {
  code: '1.010038',
  version: '2026-07-01',
  name: { vi: 'Tách hộ', en: 'Household separation' },
  summary: {
    vi: 'Khi một hoặc nhiều thành viên trong hộ muốn lập hộ riêng tại cùng một chỗ ở.',
    en: 'When members of a household form a household of their own in the same dwelling.',
  },
  keywords: ['tách hộ', 'tách khẩu', 'tách sổ hộ khẩu', 'ra ở riêng', 'ly hôn', 'lập hộ mới'],
  form: 'CT01',
  results: ['CT08'],
  term: { unit: 'working_day', value: 5 },
  termSource: seen(residenceLaw('Điều 25')),
  fee: { direct: 10_000, online: 5_000, basis: 'per_registration' },
  variants: [],
  pages: [
    ...applicantPages,
    guardianPage,
    contactPage,
    {
      id: 'residence',
      title: { vi: 'Hộ hiện ở đâu?', en: 'Where is the present household?' },
      fields: [
        {
          name: 'residence',
          kind: 'address',
          label: { vi: 'Địa chỉ của hộ', en: 'Address of the household' },
          hint: addressHint,
        },
      ],
    },
    {
      id: 'separation',
      title: { vi: 'Tách hộ vì sao?', en: 'Why is the household separated?' },
      fields: [
        {
          name: 'separationCase',
          kind: 'choice',
          label: { vi: 'Trường hợp tách hộ', en: 'Case' },
          options: [
            {
              value: 'agreement',
              label: { vi: 'Chủ hộ và chủ sở hữu chỗ ở đồng ý', en: 'Head of household and owner agree' },
            },
            {
              value: 'divorce',
              label: { vi: 'Đã ly hôn và vẫn cùng sử dụng chỗ ở', en: 'Divorced and still using the dwelling' },
            },
          ],
        },
        { ...headConsentField, when: byAgreement },
        ...ownerFields.map((field) => ({
          ...field,
          when: field.when ? { ...field.when, and: byAgreement } : byAgreement,
        })),
      ],
    },
    headPage(),
    ...membersPages(),
    minorMembersPage,
    feeExemptionPage,
    notePage,
  ],
  papers: [
    {
      kind: 'divorce-proof',
      name: { vi: 'Giấy tờ chứng minh việc ly hôn', en: 'Proof of the divorce' },
      hint: {
        vi: 'Bản án hoặc quyết định của tòa án, đủ các trang.',
        en: 'Judgment or decision of the court, all pages.',
      },
      when: afterDivorce,
      source: seen(residenceLaw('Điều 25')),
    },
    {
      kind: 'use-right-proof',
      name: { vi: 'Giấy tờ về quyền tiếp tục sử dụng chỗ ở', en: 'Right to keep using the dwelling' },
      hint: { vi: 'Thấy rõ tên người được sử dụng và địa chỉ.', en: 'Name of the user and address readable.' },
      when: afterDivorce,
      source: seen(residenceLaw('Điều 25')),
    },
    headConsentPaper,
    ownerConsentPaper,
    guardianConsentPaper,
    minorConsentPaper,
    feeExemptionPaper,
  ],
  consents: [
    { from: 'head', when: byAgreement, source: seen(circular116('mẫu CT01, chú thích 4')) },
    { from: 'owner', when: byAgreement, source: seen(circular116('mẫu CT01, chú thích 5')) },
    { from: 'guardian', when: { field: '@minor', in: [true] }, source: seen(circular116('mẫu CT01, chú thích 6')) },
    {
      from: 'guardian',
      when: { field: '@minorMember', in: [true] },
      source: seen(circular116('mẫu CT01, chú thích 6')),
    },
  ],
  routing: {
    by: 'address',
    field: 'residence',
    why: {
      vi: 'Tách hộ làm tại công an nơi hộ đang đăng ký cư trú.',
      en: 'A household is separated by the police of the place where it is registered.',
    },
  },
  channel: officeOrPortal,
  applicant: applicantAnswers,
  questionsAreBasic: true,
  example: {
    applicantName: 'Trần Văn Hải',
    applicantBirthDate: '1992-04-18',
    applicantGender: 'male',
    applicantIdentity: '000092000010',
    phone: '0389123456',
    residence: { unit: { edition: '2023', code: '18274' }, detail: 'Thôn Quang Tiến' },
    separationCase: 'agreement',
    headConsentBy: 'office',
    ownerName: 'Trần Văn Tùng',
    ownerConsentBy: 'office',
    headIs: 'applicant',
    hasMembers: false,
    feeExemption: 'none',
  },
}
