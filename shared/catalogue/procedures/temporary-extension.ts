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

/** Nobody moves: the others of the household stay on as well. */
const membersWords: Readonly<Record<string, Pick<Page, 'title'>>> = {
  'members-any': { title: { vi: 'Có ai cùng gia hạn không?', en: 'Does anybody else extend?' } },
  members: { title: { vi: 'Những người cùng gia hạn', en: 'Those who extend as well' } },
}

/** Gia hạn tạm trú: filed within the 15 days before the registered term ends. */
export const temporaryExtension: ProcedureVersion = {
  code: '1.002755',
  version: '2026-07-01',
  name: { vi: 'Gia hạn tạm trú', en: 'Extension of temporary residence' },
  summary: {
    vi: 'Khi thời hạn tạm trú sắp hết mà vẫn ở lại; nộp trong 15 ngày trước ngày hết hạn.',
    en: 'When a temporary residence is about to end and you stay; file within the 15 days before it ends.',
  },
  keywords: ['gia hạn', 'gia hạn tạm trú', 'hết hạn tạm trú', 'ở thêm', 'tạm trú sắp hết'],
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
    {
      id: 'mode',
      title: { vi: 'Gia hạn cho ai?', en: 'Who is this for?' },
      fields: [
        {
          name: 'registrationMode',
          kind: 'choice',
          label: { vi: 'Gia hạn cho', en: 'Extending for' },
          options: [
            { value: 'household', label: { vi: 'Một người hoặc một hộ gia đình', en: 'One person or one household' } },
            { value: 'list', label: { vi: 'Nhiều người theo danh sách', en: 'Many people by a list' } },
          ],
        },
      ],
    },
    ...applicantPages,
    guardianPage,
    contactPage,
    {
      id: 'dwelling',
      title: { vi: 'Đang tạm trú ở đâu?', en: 'Where is the temporary residence?' },
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
      title: { vi: 'Gia hạn trong thời gian nào?', en: 'For how long?' },
      hint: {
        vi: 'Tính từ ngày sau ngày hết hạn cũ; nộp trong 15 ngày trước khi hết hạn.',
        en: 'From the day after the old end; file within the 15 days before that end.',
      },
      fields: [
        {
          name: 'period',
          kind: 'period',
          maxMonths: 24,
          mustLast: true,
          label: { vi: 'Thời gian gia hạn', en: 'New period' },
        },
      ],
    },
    {
      ...headPage(),
      title: { vi: 'Ai là chủ hộ ở nơi tạm trú?', en: 'Who heads the household there?' },
      when: forHousehold,
    },
    ...membersPages(forHousehold).map((page) => ({ ...page, ...membersWords[page.id] })),
    minorMembersPage,
    {
      id: 'list',
      title: { vi: 'Danh sách người gia hạn', en: 'People on the list' },
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
          label: { vi: 'Người gia hạn tạm trú', en: 'People to extend' },
          itemName: { vi: 'Người', en: 'Person' },
          min: 1,
          max: 100,
          fields: personFields,
        },
      ],
    },
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
      name: { vi: 'Văn bản đề nghị gia hạn theo danh sách', en: 'Request to extend by a list' },
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
      vi: 'Gia hạn tạm trú nộp cho công an nơi đang tạm trú.',
      en: 'A temporary residence is extended by the police of the place of stay.',
    },
  },
  channel: officeOrPortal,
  applicant: applicantAnswers,
  example: {
    registrationMode: 'household',
    applicantName: 'Hoàng Văn Sáng',
    applicantBirthDate: '1999-12-31',
    applicantGender: 'male',
    applicantIdentity: '000099000012',
    phone: '0333222111',
    dwelling: { unit: { edition: '2025-07', code: '18823' }, detail: 'Khu nhà trọ số 3, tổ dân phố Tân Phong' },
    dwellingKind: 'rent',
    period: { from: '2026-12-05', to: '2028-12-04' },
    headIs: 'applicant',
    hasMembers: false,
    feeExemption: 'none',
  },
}
