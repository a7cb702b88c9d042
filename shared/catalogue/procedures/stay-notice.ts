import { ownPage } from '../channels.ts'
import { applicantAnswers, birthDateLabel, contactPage, identityHint, identityLabel } from '../questions/applicant.ts'
import { addressHint } from '../questions/dwelling.ts'
import { residenceLaw, seen } from '../sources.ts'
import type { ProcedureVersion } from '../types.ts'

/**
 * Thông báo lưu trú: a notice, not a request, so nothing is granted and no paper comes back.
 *
 * The content is that of Luật Cư trú Điều 30(2) as amended in 2026. It is owed before 23:00 of the first day, or
 * before 08:00 of the next when the guest comes later; a late notice is still taken.
 */
export const stayNotice: ProcedureVersion = {
  code: '2.001159',
  version: '2026-07-01',
  name: { vi: 'Thông báo lưu trú', en: 'Overnight stay notice' },
  summary: {
    vi: 'Khi có người đến ở lại qua đêm, dưới 30 ngày, tại nhà, nhà trọ, khách sạn hoặc bệnh viện.',
    en: 'When somebody stays overnight, for up to 30 days, in a home, hostel, hotel or hospital.',
  },
  keywords: [
    'lưu trú',
    'khách ngủ lại',
    'khách qua đêm',
    'khách sạn',
    'nhà nghỉ',
    'homestay',
    'thăm người thân',
    'nằm viện',
    'khai báo khách',
  ],
  form: 'NONE',
  results: [],
  term: { unit: 'immediate', value: 0 },
  termSource: seen(residenceLaw('Điều 30')),
  fee: { direct: 0, online: 0, basis: 'none' },
  variants: [],
  pages: [
    {
      id: 'place',
      title: { vi: 'Khách lưu trú ở đâu?', en: 'Where do the guests stay?' },
      fields: [
        {
          name: 'place',
          kind: 'address',
          label: { vi: 'Địa chỉ lưu trú', en: 'Address of the stay' },
          hint: addressHint,
        },
      ],
    },
    {
      id: 'place-kind',
      title: { vi: 'Đó là nơi nào?', en: 'What kind of place is it?' },
      fields: [
        {
          name: 'placeKind',
          kind: 'choice',
          label: { vi: 'Loại nơi lưu trú', en: 'Kind of place' },
          options: [
            { value: 'household', label: { vi: 'Nhà của hộ gia đình', en: 'A family home' } },
            {
              value: 'tourism',
              label: {
                vi: 'Khách sạn, nhà nghỉ, cơ sở lưu trú du lịch',
                en: 'Hotel, guesthouse or other tourist lodging',
              },
            },
            { value: 'medical', label: { vi: 'Cơ sở khám bệnh, chữa bệnh', en: 'Hospital or clinic' } },
            { value: 'dormitory', label: { vi: 'Ký túc xá', en: 'Student hostel' } },
            {
              value: 'industrial',
              label: { vi: 'Cơ sở lưu trú trong khu công nghiệp', en: 'Lodging in an industrial zone' },
            },
            { value: 'workers', label: { vi: 'Khu nhà ở người lao động, lán trại', en: 'Workers’ housing or camp' } },
            { value: 'religious', label: { vi: 'Cơ sở tín ngưỡng, tôn giáo', en: 'Religious site' } },
            {
              value: 'vehicle',
              label: { vi: 'Phương tiện dùng để ở, như tàu, thuyền', en: 'A vessel or vehicle lived in' },
            },
            { value: 'other', label: { vi: 'Cơ sở khác', en: 'Another place' } },
          ],
        },
        {
          name: 'placeName',
          kind: 'text',
          maxLength: 150,
          label: { vi: 'Tên cơ sở', en: 'Name of the place' },
          hint: { vi: 'Ví dụ: Nhà nghỉ Hoa Mai.', en: 'For example: Hoa Mai guesthouse.' },
          when: {
            field: 'placeKind',
            in: ['tourism', 'medical', 'dormitory', 'industrial', 'workers', 'religious', 'vehicle', 'other'],
          },
        },
      ],
    },
    {
      id: 'guests',
      title: { vi: 'Ai lưu trú?', en: 'Who stays?' },
      fields: [
        {
          name: 'guests',
          kind: 'people',
          label: { vi: 'Người lưu trú', en: 'Guests' },
          itemName: { vi: 'Khách', en: 'Guest' },
          min: 1,
          max: 50,
          fields: [
            { name: 'name', kind: 'name', label: { vi: 'Họ và tên', en: 'Full name' } },
            { name: 'birthDate', kind: 'date', range: 'past', label: birthDateLabel },
            {
              name: 'identity',
              kind: 'identityOrPassport',
              label: { vi: 'Số định danh cá nhân hoặc số hộ chiếu', en: 'Identification or passport number' },
            },
          ],
        },
      ],
    },
    {
      id: 'period',
      title: { vi: 'Lưu trú từ ngày nào đến ngày nào?', en: 'From which day to which?' },
      hint: {
        vi: 'Nhiều nhất 30 ngày; ở lâu hơn thì đăng ký tạm trú.',
        en: 'At most 30 days; a longer stay is registered as a temporary residence.',
      },
      fields: [
        { name: 'period', kind: 'period', maxDays: 30, label: { vi: 'Thời gian lưu trú', en: 'Period of the stay' } },
      ],
    },
    {
      id: 'reason',
      title: { vi: 'Lý do lưu trú', en: 'Reason for the stay' },
      fields: [
        {
          name: 'reason',
          kind: 'choice',
          label: { vi: 'Lý do', en: 'Reason' },
          options: [
            { value: 'visit', label: { vi: 'Thăm người thân, bạn bè', en: 'Visiting family or friends' } },
            { value: 'work', label: { vi: 'Công tác, làm việc', en: 'Work' } },
            { value: 'travel', label: { vi: 'Du lịch', en: 'Travel' } },
            {
              value: 'medical',
              label: { vi: 'Khám, chữa bệnh hoặc chăm người bệnh', en: 'Treatment, or caring for a patient' },
            },
            { value: 'study', label: { vi: 'Học tập, thi cử', en: 'Study or exams' } },
            { value: 'other', label: { vi: 'Lý do khác', en: 'Another reason' } },
          ],
        },
        {
          name: 'reasonDetail',
          kind: 'text',
          maxLength: 200,
          label: { vi: 'Lý do cụ thể', en: 'The reason' },
          when: { field: 'reason', in: ['other'] },
        },
      ],
    },
    {
      id: 'notifier',
      title: { vi: 'Người thông báo', en: 'Who gives this notice?' },
      hint: {
        vi: 'Chủ nhà hoặc người quản lý; chủ nhà đi vắng thì khách tự thông báo.',
        en: 'The host or manager; if the host is away, the guest.',
      },
      fields: [
        {
          name: 'notifierRole',
          kind: 'choice',
          label: { vi: 'Người thông báo là', en: 'The notifier is' },
          options: [
            {
              value: 'host',
              label: { vi: 'Chủ nhà, thành viên hộ gia đình', en: 'The host or a member of the household' },
            },
            {
              value: 'manager',
              label: { vi: 'Người quản lý, nhân viên cơ sở', en: 'The manager or staff of the place' },
            },
            { value: 'guest', label: { vi: 'Người lưu trú', en: 'The guest' } },
          ],
        },
        {
          name: 'applicantName',
          kind: 'name',
          label: { vi: 'Họ và tên người thông báo', en: 'Full name of the notifier' },
        },
        { name: 'applicantIdentity', kind: 'identity', label: identityLabel, hint: identityHint },
      ],
    },
    contactPage,
  ],
  papers: [],
  consents: [],
  routing: {
    by: 'address',
    field: 'place',
    divided: 'land',
    why: {
      vi: 'Thông báo lưu trú gửi cho công an nơi khách lưu trú; bệnh viện thì theo trụ sở bệnh viện.',
      en: 'The notice goes to the police of the place of stay; for a hospital, of its seat.',
    },
  },
  channel: ownPage('Điều 14(1)a'),
  applicant: applicantAnswers,
  example: {
    place: { unit: { edition: '2025-07', code: '18676' }, detail: 'Số 8 đường Hoàng Sa, thôn Trần Phú' },
    placeKind: 'tourism',
    placeName: 'Nhà nghỉ Sóng Biển',
    guests: [
      { name: 'Đặng Quốc Việt', birthDate: '1988-01-15', identity: '000088000007' },
      { name: 'Emma Müller', birthDate: '1990-07-04', identity: 'C01X00T47' },
    ],
    period: { from: '2026-11-24', to: '2026-11-27' },
    reason: 'travel',
    notifierRole: 'manager',
    applicantName: 'Hồ Thị Lan',
    applicantIdentity: '000182000008',
    phone: '0901234567',
  },
}
