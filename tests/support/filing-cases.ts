import { child, type FilingCase, none, registrationCases } from './filing-cases-registration.ts'

/** Every procedure in every case that its questions tell apart; each stands for a person who comes to a counter. */
export const filingCases: readonly FilingCase[] = [
  ...registrationCases,

  // 1.003197 Xóa đăng ký thường trú
  {
    procedure: '1.003197',
    name: 'đã mất, đã khai tử',
    changes: { deathRegistered: true },
    papers: [],
    printed: 'Bùi Văn Nhân',
  },
  {
    procedure: '1.003197',
    name: 'đã mất, chưa khai tử',
    changes: {},
    papers: ['death-certificate'],
    printed: 'Bùi Văn Nhân',
  },
  ...(
    [
      ['missing', ['court-decision']],
      ['abroad', ['settlement-proof']],
      ['nationality', ['nationality-decision']],
      ['absent', []],
      ['lease-ended', ['lease-end']],
      ['dwelling', ['transfer-proof']],
      ['consent-withdrawn', ['owner-statement']],
      ['demolished', ['demolition-proof']],
    ] as const
  ).map(
    ([deletionCase, papers]): FilingCase => ({
      procedure: '1.003197',
      name: deletionCase,
      changes: { deletionCase, deathRegistered: none },
      papers: [...papers],
      printed: 'Xóa đăng ký thường trú của',
    }),
  ),
  {
    procedure: '1.003197',
    name: 'trường hợp khác, tự khai, có ủy quyền cho người khác thì kèm văn bản',
    changes: {
      deletionCase: 'other',
      deletionDetail: 'Đăng ký nhầm',
      deathRegistered: none,
      declarerIs: 'authorised',
    },
    papers: ['deletion-proof', 'authorisation'],
    printed: 'đăng ký nhầm',
  },

  // 1.010028 Xóa đăng ký tạm trú
  {
    procedure: '1.010028',
    name: 'người thuê tự khai',
    changes: {},
    papers: ['lease-end'],
    printed: 'Xóa đăng ký tạm trú của Đinh Thị Thu',
  },
  {
    procedure: '1.010028',
    name: 'chủ nhà trọ khai cho khách đã đi cùng con',
    changes: {
      deletedIs: 'other',
      declarerIs: 'owner',
      deletedPerson: 'Trần Văn Hải',
      deletedIdentity: '000092000010',
      hasMembers: true,
      members: [child('Trần Gia Bảo', '000219000102', 'con-de')],
      minorConsentBy: 'office',
    },
    papers: ['lease-end'],
    printed: 'Trần Văn Hải và 1 thành viên cùng đi',
  },
  ...(
    [
      ['left', {}, []],
      ['absent', {}, []],
      ['permanent-here', {}, []],
      ['death', { deathRegistered: false }, ['death-certificate']],
      ['dwelling', {}, ['deletion-proof']],
      ['other', { deletionDetail: 'Đăng ký nhầm' }, ['deletion-proof']],
    ] as const
  ).map(
    ([deletionCase, more, papers]): FilingCase => ({
      procedure: '1.010028',
      name: deletionCase,
      changes: { deletionCase, ...more },
      papers: [...papers],
      printed: 'Xóa đăng ký tạm trú của',
    }),
  ),

  {
    procedure: '1.010028',
    name: 'người được ủy quyền khai thay',
    changes: { deletedIs: 'other', declarerIs: 'authorised', deletedPerson: 'Trần Văn Hải' },
    papers: ['lease-end', 'authorisation'],
    printed: 'của Trần Văn Hải',
  },

  // 1.010041 Xác nhận thông tin
  ...(['current', 'household'] as const).map(
    (confirm): FilingCase => ({
      procedure: '1.010041',
      name: confirm,
      changes: { confirm },
      papers: [],
      printed: 'Xác nhận thông tin về cư trú',
    }),
  ),
  ...(['history', 'other'] as const).map(
    (confirm): FilingCase => ({
      procedure: '1.010041',
      name: confirm,
      changes: { confirm, confirmDetail: 'Từ năm 1990 đến năm 2005' },
      papers: [],
      printed: 'Từ năm 1990',
    }),
  ),

  // 1.010040 Khai báo thông tin
  {
    procedure: '1.010040',
    name: 'chưa có số định danh',
    changes: { fatherName: 'Cao Văn Thọ' },
    papers: [],
    variant: 'not-in-national-db',
    printed: 'Chưa có số định danh cá nhân',
  },
  {
    procedure: '1.010040',
    name: 'đã có số định danh, có con chưa có số',
    changes: {
      hasIdentityNumber: true,
      applicantIdentity: '000057000031',
      birthplace: none,
      whyNotRegistered: 'dwelling',
      hasMembers: true,
      members: [{ name: 'Cao Thị Mận', birthDate: '2020-01-01', gender: 'female', relationship: 'con-de' }],
      minorConsentBy: 'in-dossier',
    },
    papers: [],
    printed: 'Cao Thị Mận',
  },

  // 2.001159 Thông báo lưu trú
  {
    procedure: '2.001159',
    name: 'hộ gia đình',
    changes: { placeKind: 'household', placeName: none, notifierRole: 'host', reason: 'visit' },
    papers: [],
  },
  ...(
    [
      ['tourism', 'Khách sạn Sông La', 'travel'],
      ['medical', 'Bệnh viện Đa khoa Hà Tĩnh', 'medical'],
      ['dormitory', 'Ký túc xá Trường Đại học Hà Tĩnh', 'study'],
      ['industrial', 'Nhà lưu trú công nhân Vũng Áng', 'work'],
      ['workers', 'Lán trại công trình', 'work'],
      ['religious', 'Chùa Hương Tích', 'visit'],
      ['vehicle', 'Tàu HT-90012', 'work'],
      ['other', 'Nhà văn hóa thôn', 'visit'],
    ] as const
  ).map(
    ([placeKind, placeName, reason]): FilingCase => ({
      procedure: '2.001159',
      name: placeKind,
      changes: { placeKind, placeName, reason },
      papers: [],
    }),
  ),

  // 1.003677 Khai báo tạm vắng
  { procedure: '1.003677', name: 'đi từ 12 tháng', changes: {}, papers: [], variant: 'declaration' },
  {
    procedure: '1.003677',
    name: 'nghĩa vụ quân sự, ra nước ngoài, đang tạm trú',
    changes: {
      absenceCase: 'c',
      residenceKind: 'temporary',
      permanentResidence: { unit: { edition: '2023', code: '18547' }, detail: 'Thôn Phú Lễ' },
      destinationIs: 'abroad',
      destination: 'Tỉnh Aichi, Nhật Bản',
    },
    papers: [],
    variant: 'declaration',
  },
  ...(['a', 'b'] as const).map(
    (absenceCase): FilingCase => ({
      procedure: '1.003677',
      name: `trường hợp ${absenceCase}`,
      changes: { absenceCase, supervisor: 'Công an phường Thành Sen', measure: 'Quyết định số 12/QĐ ngày 01/10/2026' },
      papers: ['supervisor-consent'],
    }),
  ),
]
