import { officeOrPortal } from '../channels.ts'
import { applicantAnswers, applicantPages, contactPage } from '../questions/applicant.ts'
import {
  guardianConsentPaper,
  guardianPage,
  headConsentField,
  headConsentPaper,
  headLinkFields,
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
/** The head who owns the home agrees once; an owner who separates need not agree with himself (CT01, note 8). */
const anotherOwner: Condition = { field: 'ownerIs', in: ['other'], and: byAgreement }
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
      ],
    },
    {
      id: 'present-head',
      title: { vi: 'Chủ hộ hiện nay', en: 'The present head of household' },
      when: byAgreement,
      fields: [
        {
          name: 'presentHeadName',
          kind: 'name',
          label: { vi: 'Họ và tên chủ hộ hiện nay', en: 'Full name of the present head' },
        },
        headConsentField,
        ...headLinkFields,
        {
          name: 'presentHeadIdentity',
          kind: 'identity',
          label: { vi: 'Số định danh cá nhân của chủ hộ hiện nay', en: 'Identification number of the present head' },
          hint: { vi: 'Cần để gửi yêu cầu xác nhận trên VNeID.', en: 'Needed to send the request in VNeID.' },
          when: { field: 'headConsentBy', in: ['vneid'] },
        },
      ],
    },
    {
      id: 'owner',
      title: { vi: 'Ai là chủ sở hữu chỗ ở?', en: 'Who owns the dwelling?' },
      when: byAgreement,
      fields: [
        {
          name: 'ownerIs',
          kind: 'choice',
          label: { vi: 'Chủ sở hữu', en: 'The owner' },
          options: [
            { value: 'head', label: { vi: 'Chính là chủ hộ hiện nay', en: 'The present head of household' } },
            { value: 'applicant', label: { vi: 'Chính là người tách hộ', en: 'The person who separates' } },
            { value: 'other', label: { vi: 'Người khác', en: 'Somebody else' } },
          ],
        },
        ...ownerFields.map((field) => ({
          ...field,
          when: field.when ? { ...field.when, and: anotherOwner } : anotherOwner,
        })),
      ],
    },
    { ...headPage(), title: { vi: 'Ai là chủ hộ mới?', en: 'Who heads the new household?' } },
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
    { from: 'owner', when: anotherOwner, source: seen(circular116('mẫu CT01, chú thích 5')) },
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
  example: {
    applicantName: 'Trần Văn Hải',
    applicantBirthDate: '1992-04-18',
    applicantGender: 'male',
    applicantIdentity: '000092000010',
    phone: '0389123456',
    residence: { unit: { edition: '2023', code: '18274' }, detail: 'Thôn Quang Tiến' },
    separationCase: 'agreement',
    presentHeadName: 'Trần Văn Tùng',
    headConsentBy: 'office',
    ownerIs: 'other',
    ownerName: 'Trần Thị Lý',
    ownerConsentBy: 'office',
    headIs: 'applicant',
    hasMembers: false,
    feeExemption: 'none',
  },
}
