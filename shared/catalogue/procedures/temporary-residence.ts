import { officeOrPortal } from '../channels.ts'
import { applicantAnswers, applicantPages, contactPage, personFields } from '../questions/applicant.ts'
import {
  guardianConsentPaper,
  guardianPage,
  minorConsentPaper,
  minorMembersPage,
  ownerConsentPaper,
  ownerFields,
} from '../questions/consent.ts'
import {
  addressHint,
  leasePaper,
  loanPaper,
  ownershipPaper,
  relativesDwellingSource,
  temporaryDwellingPage,
} from '../questions/dwelling.ts'
import { feeExemptionPage, feeExemptionPaper } from '../questions/fee-exemption.ts'
import { headPage, membersPages } from '../questions/household.ts'
import { notePage } from '../questions/note.ts'
import { circular75, circular116, residenceLaw, seen } from '../sources.ts'
import type { Condition, Page, ProcedureVersion } from '../types.ts'

const forHousehold: Condition = { field: 'registrationMode', in: ['household'] }
const forList: Condition = { field: 'registrationMode', in: ['list'] }

const modePage: Page = {
  id: 'mode',
  title: { vi: 'Đăng ký cho ai?', en: 'Who is this for?' },
  fields: [
    {
      name: 'registrationMode',
      kind: 'choice',
      label: { vi: 'Đăng ký cho', en: 'Registering' },
      options: [
        {
          value: 'household',
          label: { vi: 'Một người hoặc một hộ gia đình', en: 'One person or one household' },
        },
        {
          value: 'list',
          label: { vi: 'Nhiều người theo danh sách', en: 'Many people by a list' },
          hint: {
            vi: 'Cơ quan, doanh nghiệp, trường học đăng ký cho người ở ký túc xá, nhà tập thể.',
            en: 'A company, school or office, for those in its hostel.',
          },
        },
      ],
    },
  ],
}

const listPage: Page = {
  id: 'list',
  title: { vi: 'Danh sách người đăng ký', en: 'People on the list' },
  when: forList,
  fields: [
    {
      name: 'organisation',
      kind: 'text',
      maxLength: 200,
      label: { vi: 'Tên cơ quan, tổ chức đề nghị', en: 'Organisation that asks' },
    },
    {
      name: 'listPeople',
      kind: 'people',
      label: { vi: 'Người đăng ký tạm trú', en: 'People to register' },
      itemName: { vi: 'Người', en: 'Person' },
      min: 1,
      max: 100,
      fields: personFields,
    },
  ],
}

/** Đăng ký tạm trú. That a term lasts two years at most is from memory. */
export const temporaryResidence: ProcedureVersion = {
  code: '1.004194',
  version: '2026-07-01',
  name: { vi: 'Đăng ký tạm trú', en: 'Temporary residence registration' },
  summary: {
    vi: 'Khi đến ở từ 30 ngày trở lên tại xã, phường khác nơi thường trú để làm việc, học tập hoặc việc khác.',
    en: 'When you stay 30 days or more in another commune than that of your permanent residence.',
  },
  keywords: [
    'tạm trú',
    'thuê trọ',
    'ở trọ',
    'phòng trọ',
    'nhà trọ',
    'KT3',
    'sinh viên',
    'công nhân',
    'ở nhờ',
    'đi làm xa',
    'ký túc xá',
  ],
  form: 'CT01',
  results: ['CT08'],
  term: { unit: 'working_day', value: 3 },
  termSource: seen(residenceLaw()),
  fee: { direct: 15_000, online: 7_000, basis: 'per_registration' },
  variants: [
    {
      id: 'list',
      name: { vi: 'Theo danh sách', en: 'By a list' },
      term: { unit: 'working_day', value: 3 },
      fee: { direct: 10_000, online: 5_000, basis: 'per_person' },
      when: forList,
      source: seen(`${circular75}; ${circular116('Điều 12(2)')}`),
    },
  ],
  pages: [
    modePage,
    ...applicantPages,
    guardianPage,
    contactPage,
    {
      id: 'dwelling',
      title: { vi: 'Tạm trú ở đâu?', en: 'Where is the temporary residence?' },
      fields: [
        {
          name: 'dwelling',
          kind: 'address',
          label: { vi: 'Địa chỉ tạm trú', en: 'Temporary address' },
          hint: addressHint,
        },
      ],
    },
    temporaryDwellingPage,
    {
      id: 'owner',
      title: { vi: 'Chủ sở hữu chỗ ở', en: 'The owner of the dwelling' },
      when: { field: 'dwellingKind', in: ['relative'] },
      fields: ownerFields,
    },
    {
      id: 'period',
      title: { vi: 'Tạm trú trong thời gian nào?', en: 'For how long?' },
      hint: {
        vi: 'Nhiều nhất 24 tháng; trước khi hết hạn 15 ngày có thể xin gia hạn.',
        en: 'At most 24 months; it can be extended within the 15 days before it ends.',
      },
      fields: [
        {
          name: 'period',
          kind: 'period',
          maxMonths: 24,
          mustLast: true,
          label: { vi: 'Thời gian tạm trú', en: 'Period of the stay' },
        },
      ],
    },
    { ...headPage(), when: forHousehold },
    ...membersPages(forHousehold),
    minorMembersPage,
    listPage,
    feeExemptionPage,
    notePage,
  ],
  papers: [
    ownershipPaper,
    leasePaper,
    loanPaper,
    ownerConsentPaper,
    guardianConsentPaper,
    minorConsentPaper,
    {
      kind: 'list-request',
      name: { vi: 'Văn bản đề nghị đăng ký tạm trú theo danh sách', en: 'Request to register by a list' },
      hint: {
        vi: 'Có chữ ký người đại diện và con dấu nếu có.',
        en: 'Signed by the representative, stamped if there is a stamp.',
      },
      when: forList,
      source: seen(circular116('Điều 12(2)')),
    },
    {
      kind: 'list-forms',
      name: { vi: 'Tờ khai CT01 của từng người trong danh sách', en: 'Form CT01 of each person on the list' },
      hint: { vi: 'Gộp thành một tệp PDF hoặc chụp lần lượt từng tờ.', en: 'One PDF, or one photo after another.' },
      when: forList,
      source: seen(circular116('Điều 12(2)')),
    },
    feeExemptionPaper,
  ],
  consents: [
    { from: 'owner', when: { field: 'dwellingKind', in: ['relative'] }, source: relativesDwellingSource },
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
      vi: 'Đăng ký tạm trú nộp cho công an nơi tạm trú.',
      en: 'Temporary residence is registered with the police of the place of stay.',
    },
  },
  channel: officeOrPortal,
  applicant: applicantAnswers,
  example: {
    registrationMode: 'household',
    applicantName: 'Nguyễn Thị Minh Anh',
    applicantBirthDate: '1995-08-20',
    applicantGender: 'female',
    applicantIdentity: '000195000001',
    phone: '0912345678',
    dwelling: { unit: { edition: '2023', code: '18634' }, detail: 'Phòng 5, nhà trọ bà Hoa, thôn Vĩnh Tiến' },
    dwellingKind: 'rent',
    period: { from: '2026-12-01', to: '2028-11-30' },
    headIs: 'applicant',
    hasMembers: true,
    members: [
      {
        name: 'Trần Gia Bảo',
        birthDate: '2019-03-12',
        gender: 'male',
        identity: '000219000002',
        relationship: 'con-de',
      },
    ],
    minorConsentBy: 'in-dossier',
    feeExemption: 'none',
  },
}
