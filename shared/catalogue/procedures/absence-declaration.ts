import { ownPage } from '../channels.ts'
import { applicantAnswers, applicantPages, contactPage } from '../questions/applicant.ts'
import { addressHint } from '../questions/dwelling.ts'
import { circular116, residenceLaw, seen } from '../sources.ts'
import type { Condition, ProcedureVersion } from '../types.ts'

/** Điều 31(1) a, b: people under a measure, whose supervising authority must agree. */
const underMeasure: Condition = { field: 'absenceCase', in: ['a', 'b'] }
/** Điều 31(1) c, d: a declaration, taken at once. */
const declarationOnly: Condition = { field: 'absenceCase', in: ['c', 'd'] }

/** Khai báo tạm vắng. The letters of the cases were read, how long each absence must last is from memory. */
export const absenceDeclaration: ProcedureVersion = {
  code: '1.003677',
  version: '2026-07-01',
  name: { vi: 'Khai báo tạm vắng', en: 'Temporary absence declaration' },
  summary: {
    vi: 'Khi đi khỏi nơi cư trú trong thời gian dài hoặc thuộc trường hợp phải khai báo trước khi đi.',
    en: 'When you leave your place of residence for long, or must declare it before you leave.',
  },
  keywords: ['tạm vắng', 'đi vắng', 'đi làm ăn xa', 'nghĩa vụ quân sự', 'án treo', 'cải tạo', 'CT03'],
  form: 'NONE',
  results: ['CT03', 'CT08'],
  term: { unit: 'working_day', value: 1 },
  termSource: seen(residenceLaw('Điều 31(2)')),
  fee: { direct: 0, online: 0, basis: 'none' },
  variants: [
    {
      id: 'declaration',
      name: { vi: 'Chỉ khai báo', en: 'Declaration only' },
      term: { unit: 'immediate', value: 0 },
      when: declarationOnly,
      source: seen(`${residenceLaw('Điều 31')}; ${circular116('Điều 15(2)')}`),
    },
    {
      id: 'complex',
      name: { vi: 'Trường hợp phức tạp', en: 'Complex case' },
      term: { unit: 'working_day', value: 2 },
      source: seen(residenceLaw('Điều 31(2)')),
    },
  ],
  pages: [
    {
      id: 'case',
      title: { vi: 'Thuộc trường hợp nào?', en: 'Which case is it?' },
      hint: {
        vi: 'Nghĩa vụ quân sự và đi từ 12 tháng: khai xong là được ghi nhận ngay.',
        en: 'Military age and 12 months: recorded as soon as you declare.',
      },
      fields: [
        {
          name: 'absenceCase',
          kind: 'choice',
          label: { vi: 'Trường hợp tạm vắng', en: 'Case of absence' },
          options: [
            {
              value: 'd',
              label: { vi: 'Đi khỏi nơi cư trú từ 12 tháng trở lên', en: 'Away for 12 months or more' },
              hint: {
                vi: 'Đã đăng ký tạm trú ở nơi mới thì không cần khai.',
                en: 'Not needed once a temporary residence is registered at the new place.',
              },
            },
            {
              value: 'c',
              label: {
                vi: 'Trong độ tuổi nghĩa vụ quân sự, đi khỏi xã từ 3 tháng trở lên',
                en: 'Of military age, away from the commune for 3 months or more',
              },
            },
            {
              value: 'a',
              label: {
                vi: 'Bị can, bị cáo hoặc đang chấp hành án, được tại ngoại, hoãn hoặc tạm đình chỉ',
                en: 'Accused, or under a sentence that is suspended or served outside prison',
              },
            },
            {
              value: 'b',
              label: {
                vi: 'Đang chấp hành biện pháp giáo dục, cải tạo hoặc quản lý tại địa phương',
                en: 'Under a measure of education, reform or supervision at home',
              },
            },
          ],
        },
      ],
    },
    ...applicantPages,
    contactPage,
    {
      id: 'supervision',
      title: { vi: 'Cơ quan nào giám sát, quản lý?', en: 'Which authority supervises?' },
      when: underMeasure,
      fields: [
        {
          name: 'supervisor',
          kind: 'text',
          maxLength: 200,
          label: { vi: 'Tên cơ quan giám sát, quản lý, giáo dục', en: 'Name of the supervising authority' },
        },
        {
          name: 'measure',
          kind: 'text',
          maxLength: 200,
          label: { vi: 'Số, ngày của bản án hoặc quyết định', en: 'Number and day of the judgment or decision' },
        },
      ],
    },
    {
      id: 'residence',
      title: { vi: 'Đang cư trú ở đâu?', en: 'Where do you live?' },
      fields: [
        {
          name: 'residenceKind',
          kind: 'choice',
          label: { vi: 'Đó là', en: 'It is' },
          options: [
            { value: 'permanent', label: { vi: 'Nơi thường trú', en: 'The permanent residence' } },
            { value: 'temporary', label: { vi: 'Nơi tạm trú', en: 'The temporary residence' } },
            {
              value: 'current',
              label: { vi: 'Nơi ở hiện tại, chưa đăng ký', en: 'The present dwelling, not registered' },
            },
          ],
        },
        {
          name: 'residence',
          kind: 'address',
          label: { vi: 'Nơi cư trú', en: 'Place of residence' },
          hint: addressHint,
        },
        {
          name: 'permanentResidence',
          kind: 'address',
          optional: true,
          label: { vi: 'Nơi thường trú', en: 'Permanent residence' },
          hint: addressHint,
          when: { field: 'residenceKind', in: ['temporary', 'current'] },
        },
      ],
    },
    {
      id: 'absence',
      title: { vi: 'Đi đâu, trong thời gian nào?', en: 'Where to, and for how long?' },
      fields: [
        {
          name: 'period',
          kind: 'period',
          mustLast: true,
          label: { vi: 'Thời gian tạm vắng', en: 'Period of absence' },
        },
        {
          name: 'destinationIs',
          kind: 'choice',
          label: { vi: 'Nơi đến', en: 'Destination' },
          options: [
            { value: 'vietnam', label: { vi: 'Trong nước', en: 'In Việt Nam' } },
            { value: 'abroad', label: { vi: 'Nước ngoài', en: 'Abroad' } },
          ],
        },
        {
          name: 'destination',
          kind: 'text',
          maxLength: 300,
          label: { vi: 'Địa chỉ nơi đến', en: 'Address of the destination' },
          hint: { vi: 'Số nhà, đường, xã, tỉnh hoặc tên nước.', en: 'House, street, commune, province or country.' },
        },
        { name: 'reason', kind: 'text', maxLength: 200, label: { vi: 'Lý do tạm vắng', en: 'Reason' } },
      ],
    },
  ],
  papers: [
    {
      kind: 'supervisor-consent',
      name: {
        vi: 'Ý kiến đồng ý của cơ quan giám sát, quản lý, giáo dục',
        en: 'Agreement of the supervising authority',
      },
      hint: {
        vi: 'Văn bản có chữ ký và con dấu, thấy rõ thời gian cho đi.',
        en: 'Signed and stamped, with the time allowed readable.',
      },
      when: underMeasure,
      source: seen(residenceLaw('Điều 31(2)')),
    },
  ],
  consents: [],
  routing: {
    by: 'address',
    field: 'residence',
    why: {
      vi: 'Khai báo tạm vắng gửi cho công an nơi đang cư trú.',
      en: 'An absence is declared to the police of the place of residence.',
    },
  },
  channel: {
    ...ownPage('Điều 15(2)a'),
    except: {
      when: underMeasure,
      status: 'portal_only',
      explanation: {
        vi: 'Trường hợp này luật chỉ cho khai qua Cổng dịch vụ công quốc gia hoặc VNeID. Quầy này giúp chuẩn bị và kiểm tra trước; việc khai chính thức vẫn phải làm trên một trong hai kênh đó.',
        en: 'In this case the law allows only the national public service portal or VNeID. This desk helps to prepare and check; the official declaration must still be made on one of those two.',
      },
      source: seen(circular116('Điều 15(1)')),
    },
  },
  applicant: applicantAnswers,
  example: {
    absenceCase: 'd',
    applicantName: 'Nguyễn Văn Đức',
    applicantBirthDate: '1985-05-06',
    applicantGender: 'male',
    applicantIdentity: '000085000009',
    phone: '0778123456',
    residenceKind: 'permanent',
    residence: { unit: { edition: '2025-07', code: '18790' }, detail: 'Thôn Quảng Dụ' },
    period: { from: '2026-12-01', to: '2029-01-31' },
    destinationIs: 'vietnam',
    destination: 'Số 20 đường Lê Lợi, phường Bến Thành, Thành phố Hồ Chí Minh',
    reason: 'Đi làm',
  },
}
