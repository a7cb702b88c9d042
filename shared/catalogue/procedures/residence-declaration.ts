import { officeOrPortal } from '../channels.ts'
import { applicantAnswers, applicantPage, contactPage, identityHint, identityLabel } from '../questions/applicant.ts'
import { guardianConsentPaper, guardianPage, minorConsentPaper, minorMembersPage } from '../questions/consent.ts'
import { addressHint } from '../questions/dwelling.ts'
import { headPage, membersPages } from '../questions/household.ts'
import { notePage } from '../questions/note.ts'
import { circular116, decree154, seen } from '../sources.ts'
import type { Condition, Field, Page, ProcedureVersion } from '../types.ts'

/** Nobody moves here: they live there already. */
const membersWords: Readonly<Record<string, Pick<Page, 'title'>>> = {
  'members-any': { title: { vi: 'Có ai cùng khai báo không?', en: 'Does anybody declare along?' } },
  members: { title: { vi: 'Những người cùng khai báo', en: 'Those who declare along' } },
}

/** Children of those who never had a number often have none either. */
const withoutNumber = (field: Field): Field =>
  field.kind === 'people'
    ? {
        ...field,
        fields: field.fields.map((inner) => (inner.kind === 'identity' ? { ...inner, optional: true } : inner)),
      }
    : field

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
      ],
    },
    {
      id: 'origin',
      title: { vi: 'Những gì biết về gốc gác', en: 'What is known of the origin' },
      hint: {
        vi: 'Ghi những gì còn nhớ, công an dựa vào đó để xác minh.',
        en: 'Whatever is remembered helps the police to find out.',
      },
      when: hasNoNumber,
      fields: [
        {
          name: 'birthplace',
          kind: 'text',
          maxLength: 200,
          label: { vi: 'Nơi sinh hoặc quê quán', en: 'Place of birth or origin' },
        },
        {
          name: 'birthRegistered',
          kind: 'text',
          maxLength: 200,
          optional: true,
          label: { vi: 'Nơi đăng ký khai sinh', en: 'Where the birth was registered' },
        },
        { name: 'fatherName', kind: 'name', optional: true, label: { vi: 'Họ và tên cha', en: 'Name of the father' } },
        { name: 'motherName', kind: 'name', optional: true, label: { vi: 'Họ và tên mẹ', en: 'Name of the mother' } },
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
    {
      id: 'stay',
      title: { vi: 'Ở đó từ bao giờ, nhờ ai?', en: 'Since when, and with whom?' },
      fields: [
        {
          name: 'livesSince',
          kind: 'text',
          maxLength: 60,
          label: { vi: 'Ở đó từ khi nào', en: 'Since when' },
          hint: { vi: 'Ví dụ: tháng 3 năm 2020.', en: 'For example: March 2020.' },
        },
        {
          name: 'hostName',
          kind: 'name',
          optional: true,
          label: { vi: 'Họ và tên chủ nhà hoặc người cho ở', en: 'Name of the host' },
        },
        {
          name: 'whyNotRegistered',
          kind: 'choice',
          label: { vi: 'Vì sao chưa đăng ký được?', en: 'Why can it not be registered?' },
          options: [
            { value: 'no-papers', label: { vi: 'Không có giấy tờ về chỗ ở', en: 'No papers of the dwelling' } },
            {
              value: 'no-identity',
              label: { vi: 'Không có giấy tờ tùy thân', en: 'No identity papers' },
            },
            {
              value: 'dwelling',
              label: {
                vi: 'Chỗ ở thuộc trường hợp không được đăng ký',
                en: 'No registration is allowed at this dwelling',
              },
              hint: {
                vi: 'Ví dụ nhà lấn chiếm, đang tranh chấp, đã có quyết định thu hồi.',
                en: 'For example built on land of others, disputed, or to be cleared.',
              },
            },
            { value: 'other', label: { vi: 'Lý do khác', en: 'Another reason' } },
          ],
        },
        {
          name: 'lastResidence',
          kind: 'text',
          maxLength: 200,
          optional: true,
          label: { vi: 'Nơi đã đăng ký cư trú trước đây', en: 'Earlier registered residence' },
          hint: { vi: 'Bỏ trống nếu chưa từng đăng ký.', en: 'Leave empty if there never was one.' },
        },
      ],
    },
    { ...headPage(), title: { vi: 'Ai là chủ hộ ở đó?', en: 'Who heads the household there?' } },
    ...membersPages().map((page) => ({ ...page, ...membersWords[page.id], fields: page.fields.map(withoutNumber) })),
    minorMembersPage,
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
    minorConsentPaper,
  ],
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
      vi: 'Khai báo thông tin về cư trú gửi cho công an nơi đang ở.',
      en: 'Residence information is declared to the police of the present dwelling.',
    },
  },
  channel: officeOrPortal,
  applicant: applicantAnswers,
  example: {
    applicantName: 'Cao Văn Bền',
    applicantBirthDate: '1957-01-01',
    applicantGender: 'male',
    hasIdentityNumber: false,
    birthplace: 'Xã Hương Trạch, huyện Hương Khê',
    phone: '0971555666',
    dwelling: { unit: { edition: '2023', code: '18547' }, detail: 'Nhà ông Cao Văn Lý, thôn Phú Lễ' },
    livesSince: 'Năm 1990',
    hostName: 'Cao Văn Lý',
    whyNotRegistered: 'no-identity',
    headIs: 'applicant',
    hasMembers: false,
  },
}
