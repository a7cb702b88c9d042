import { officeOrPortal } from '../channels.ts'
import { applicantAnswers, applicantPage, contactPage, identityHint, identityLabel } from '../questions/applicant.ts'
import { guardianConsentPaper, guardianPage } from '../questions/consent.ts'
import { addressHint } from '../questions/dwelling.ts'
import { membersPages } from '../questions/household.ts'
import { notePage } from '../questions/note.ts'
import { circular116, decree154, seen } from '../sources.ts'
import type { Condition, ProcedureVersion } from '../types.ts'

const hasNoNumber: Condition = { field: 'hasIdentityNumber', in: [false] }

/**
 * Khai báo thông tin về cư trú of people who cannot register yet.
 *
 * The only procedure in which the applicant may have no identification number: then the office must first find out
 * who the person is, and has 30 days. The terms are those of the catalogue of 2024 and were not checked again.
 */
export const residenceDeclaration: ProcedureVersion = {
  code: '1.010040',
  version: '2026-07-01',
  name: {
    vi: 'Khai báo thông tin về cư trú đối với người chưa đủ điều kiện đăng ký thường trú, đăng ký tạm trú',
    en: 'Declaration of residence information by those who cannot register yet',
  },
  summary: {
    vi: 'Khi chưa đủ điều kiện đăng ký thường trú hoặc tạm trú nhưng cần được ghi nhận nơi ở hiện tại.',
    en: 'When you cannot register a permanent or temporary residence but need your dwelling recorded.',
  },
  keywords: [
    'chưa có hộ khẩu',
    'không có giấy tờ',
    'khai báo cư trú',
    'không nơi thường trú',
    'chưa đủ điều kiện',
    'chưa có số định danh',
  ],
  form: 'CT01',
  results: ['CT07', 'CT08'],
  term: { unit: 'working_day', value: 5 },
  termSource: seen(decree154('Điều 4')),
  fee: { direct: 0, online: 0, basis: 'none' },
  variants: [
    {
      id: 'not-in-national-db',
      name: { vi: 'Chưa có trong Cơ sở dữ liệu quốc gia về dân cư', en: 'Not in the national population database' },
      term: { unit: 'calendar_day', value: 30 },
      when: hasNoNumber,
      source: seen(decree154('Điều 4')),
    },
    {
      id: 'not-in-national-db-complex',
      name: { vi: 'Chưa có trong cơ sở dữ liệu, trường hợp phức tạp', en: 'Not in the database, complex case' },
      term: { unit: 'calendar_day', value: 60 },
      source: seen(decree154('Điều 4')),
    },
  ],
  pages: [
    applicantPage,
    {
      id: 'identity-known',
      title: { vi: 'Đã có số định danh cá nhân chưa?', en: 'Is there an identification number?' },
      fields: [
        {
          name: 'hasIdentityNumber',
          kind: 'yesNo',
          label: { vi: 'Người đăng ký đã có số định danh cá nhân', en: 'The person has an identification number' },
        },
        {
          name: 'applicantIdentity',
          kind: 'identity',
          label: identityLabel,
          hint: identityHint,
          when: { field: 'hasIdentityNumber', in: [true] },
        },
        {
          name: 'birthplace',
          kind: 'text',
          maxLength: 200,
          label: { vi: 'Nơi sinh hoặc quê quán', en: 'Place of birth or origin' },
          hint: { vi: 'Ghi những gì còn nhớ.', en: 'What is remembered.' },
          when: hasNoNumber,
        },
      ],
    },
    guardianPage,
    contactPage,
    {
      id: 'dwelling',
      title: { vi: 'Hiện đang ở đâu?', en: 'Where do you live now?' },
      fields: [
        {
          name: 'dwelling',
          kind: 'address',
          label: { vi: 'Nơi ở hiện tại', en: 'Present dwelling' },
          hint: addressHint,
        },
      ],
    },
    ...membersPages(),
    notePage,
  ],
  papers: [
    {
      kind: 'other',
      name: { vi: 'Giấy tờ khác nếu có', en: 'Other papers, if any' },
      hint: {
        vi: 'Giấy khai sinh, giấy ra trại, giấy tờ cũ có tên và nơi ở.',
        en: 'Birth certificate, release paper, old papers with name and address.',
      },
      optional: true,
      source: seen(decree154('Điều 4')),
    },
    guardianConsentPaper,
  ],
  consents: [
    { from: 'guardian', when: { field: '@minor', in: [true] }, source: seen(circular116('mẫu CT01, chú thích 6')) },
  ],
  routing: {
    by: 'address',
    field: 'dwelling',
    why: {
      vi: 'Khai báo thông tin về cư trú gửi cho công an nơi đang ở.',
      en: 'Residence information is declared to the police of the present dwelling.',
    },
  },
  channel: officeOrPortal,
  applicant: applicantAnswers,
  questionsAreBasic: true,
  example: {
    applicantName: 'Cao Văn Bền',
    applicantBirthDate: '1957-01-01',
    applicantGender: 'male',
    hasIdentityNumber: false,
    birthplace: 'Xã Hương Trạch, huyện Hương Khê',
    phone: '0971555666',
    dwelling: { unit: { edition: '2023', code: '18547' }, detail: 'Nhà ông Cao Văn Lý, thôn Phú Lễ' },
    hasMembers: false,
  },
}
