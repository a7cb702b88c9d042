import { officeOrPortal } from '../channels.ts'
import { applicantAnswers, applicantPages, contactPage, personFields } from '../questions/applicant.ts'
import { guardianConsentPaper, guardianPage, ownerConsentPaper, ownerFields } from '../questions/consent.ts'
import {
  addressHint,
  leasePaper,
  loanPaper,
  ownershipPaper,
  relativesDwellingSource,
  temporaryDwellingPage,
} from '../questions/dwelling.ts'
import { feeExemptionPage, feeExemptionPaper } from '../questions/fee-exemption.ts'
import { notePage } from '../questions/note.ts'
import { circular75, circular116, residenceLaw, seen } from '../sources.ts'
import type { Condition, ProcedureVersion } from '../types.ts'

const forList: Condition = { field: 'registrationMode', in: ['list'] }

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
      id: 'list',
      title: { vi: 'Danh sách người gia hạn', en: 'People on the list' },
      when: forList,
      fields: [
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
    feeExemptionPaper,
  ],
  consents: [
    { from: 'owner', when: { field: 'dwellingKind', in: ['relative'] }, source: relativesDwellingSource },
    { from: 'guardian', when: { field: '@minor', in: [true] }, source: seen(circular116('mẫu CT01, chú thích 6')) },
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
  questionsAreBasic: true,
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
    feeExemption: 'none',
  },
}
