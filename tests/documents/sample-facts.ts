import type {
  AbsenceFacts,
  AcceptanceFacts,
  ConfirmationFacts,
  DeclarationFacts,
  DocumentFacts,
  ReceiptFacts,
  RefusalFacts,
  ResultFacts,
  SupplementFacts,
} from '#server/documents/inputs.ts'

/** Believable facts of a commune; identity numbers have the province code 000, which nobody has. */
export const base: DocumentFacts = {
  code: 'QUAY.42-261124-100001',
  unit: { name: 'Toàn Lưu', type: 'Xã', phone: '0239 3845 113', address: 'thôn Vĩnh Sơn, xã Toàn Lưu, tỉnh Hà Tĩnh' },
  province: 'Hà Tĩnh',
  procedureName: 'Đăng ký tạm trú',
  applicant: {
    name: 'Nguyễn Thị Hường',
    birthDate: '1961-03-08',
    gender: 'Nữ',
    identity: '000161012345',
    phone: '0912345678',
    email: 'huong.nguyen@example.vn',
    permanentAddress: 'thôn Bắc Quỳnh, xã Thạch Hà, tỉnh Hà Tĩnh',
    currentAddress: 'số 12, thôn Vĩnh Sơn, xã Toàn Lưu, tỉnh Hà Tĩnh',
  },
  filedAt: new Date('2026-11-23T09:40:00+07:00'),
  madeAt: new Date('2026-11-25T14:05:00+07:00'),
  isDemo: true,
}
const requestText =
  'Đăng ký tạm trú tại số 12, thôn Vĩnh Sơn, xã Toàn Lưu, tỉnh Hà Tĩnh, từ 25/11/2026 đến 24/11/2028. Chỗ ở: nhà thuê.'
const officer = { name: 'Trần Đức Thắng', rank: 'Thiếu tá' }
const commander = { name: 'Phạm Quốc Khánh', rank: 'Trung tá' }

export const acceptance: AcceptanceFacts = {
  ...base,
  number: '15/PTN',
  requestText,
  officer,
  acceptedAt: new Date('2026-11-25T14:05:00+07:00'),
  dueAt: new Date('2026-11-30T17:00:00+07:00'),
  papers: [
    { name: 'Tờ khai thay đổi thông tin cư trú (CT01)', form: 'bản điện tử' },
    { name: 'Hợp đồng thuê nhà', form: 'bản chụp', note: 'đã đối chiếu bản chính' },
  ],
  receiveBy: ['electronic', 'sms'],
  trackingUrl: 'https://quay.example.vn/tra-cuu/QUAY.42-261124-100001#ABCD-EFGH-JKLM',
}

export const supplement: SupplementFacts = {
  ...base,
  number: '7/PHD',
  requestText,
  officer,
  round: 1,
  isAccepted: false,
  items: [
    {
      subject: 'Hợp đồng thuê nhà',
      reason: 'Ảnh mờ, tối hoặc bị cắt',
      message: 'Ảnh “Hợp đồng thuê nhà” không đọc được. Hãy chụp lại ở chỗ sáng, đủ bốn góc, chữ rõ nét.',
    },
    {
      subject: 'Ý kiến đồng ý của chủ sở hữu chỗ ở',
      reason: 'Thiếu ý kiến đồng ý',
      message:
        'Chưa có ý kiến đồng ý của ông Lê Văn Đỗ. Văn bản đồng ý không cần công chứng; cũng có thể đến công an xã để đồng ý trực tiếp.',
    },
  ],
}

export const refusal: RefusalFacts = {
  ...base,
  number: '2/PTC',
  requestText,
  commander,
  stage: 'decision',
  clause: 'Luật Cư trú số 68/2020/QH14, Điều 23 khoản 1',
  reason: 'Chỗ ở nằm trong khu vực cấm xây dựng theo quyết định đã công bố của Ủy ban nhân dân tỉnh.',
}

export const confirmation: ConfirmationFacts = {
  ...base,
  procedureName: 'Xác nhận thông tin về cư trú',
  number: '31/XN',
  commander,
  person: {
    ...base.applicant,
    ethnicity: 'Kinh',
    religion: 'Không',
    hometown: 'xã Thạch Hà, tỉnh Hà Tĩnh',
    birthRegistrationPlace: 'xã Thạch Hà, tỉnh Hà Tĩnh',
    headName: 'Nguyễn Văn Được',
    headRelationship: 'vợ',
    headIdentity: '000058000111',
  },
  household: [
    {
      name: 'Nguyễn Văn Được',
      birthDate: '1958-01-02',
      gender: 'Nam',
      identity: '000058000111',
      relationship: 'chủ hộ',
    },
    {
      name: 'Nguyễn Thị Quỳnh Như',
      birthDate: '1990-12-30',
      gender: 'Nữ',
      identity: '000190000222',
      relationship: 'con đẻ',
    },
  ],
  other: ['Từ ngày 15/06/2010 đến ngày 20/11/2026 thường trú tại thôn Bắc Quỳnh, xã Thạch Hà, tỉnh Hà Tĩnh.'],
  verifyUrl:
    'https://quay.example.vn/kiem-tra#eyJhbGciOiJFZERTQSJ9.eyJjIjoiUVVBWS40Mi0yNjExMjQtMTAwMDAxIn0.c2lnbmF0dXJl',
}

export const result: ResultFacts = {
  ...base,
  number: '44/TB',
  commander: { ...commander, isDeputy: true },
  content: [
    'Đã đăng ký tạm trú cho bà Nguyễn Thị Hường tại số 12, thôn Vĩnh Sơn, xã Toàn Lưu, tỉnh Hà Tĩnh, từ ngày 25/11/2026 đến ngày 24/11/2028. Thông tin đã được cập nhật vào Cơ sở dữ liệu về cư trú.',
  ],
}

export const absence: AbsenceFacts = {
  ...base,
  procedureName: 'Khai báo tạm vắng',
  number: '3/TV',
  officer,
  commander,
  absence: {
    from: '2026-12-01',
    to: '2027-02-05',
    reason: 'Đi làm ăn xa',
    destination: 'số 8, đường Nguyễn Huệ, phường Thuận Hóa, thành phố Huế',
  },
}

export const declaration: DeclarationFacts = {
  ...base,
  requestText,
  isOnline: true,
  head: { name: 'Lê Văn Đỗ', relationship: 'ở thuê', identity: '000070000333' },
  members: [
    {
      name: 'Nguyễn Thị Quỳnh Như',
      birthDate: '1990-12-30',
      gender: 'Nữ',
      identity: '000190000222',
      relationship: 'cùng ở thuê',
    },
  ],
  consents: {
    owner: {
      name: 'Lê Văn Đỗ',
      text: 'Tôi đồng ý cho bà Nguyễn Thị Hường đăng ký tạm trú tại nhà của tôi.',
      day: '2026-11-22',
      vneidIdentity: '000070000333',
    },
  },
}

const sha256 = (seed: number) => Array.from({ length: 64 }, (_, i) => ((i * 7 + seed * 5) % 16).toString(16)).join('')

export const receiptOf: ReceiptFacts = {
  code: base.code,
  unit: base.unit,
  province: base.province,
  procedureName: base.procedureName,
  filedAt: base.filedAt,
  isDemo: true,
  applicantName: base.applicant.name,
  channel: 'online',
  trackingKey: 'ABCD-EFGH-JKLM',
  trackingUrl: 'https://quay.example.vn/tra-cuu/QUAY.42-261124-100001#ABCD-EFGH-JKLM',
  trackingPage: 'quay.example.vn/tra-cuu',
  expected: {
    receptionDueAt: new Date('2026-11-25T09:40:00+07:00'),
    dueAt: new Date('2026-11-30T17:00:00+07:00'),
    provisional: false,
  },
  fee: 7_000,
  sections: [
    {
      title: 'Người đăng ký',
      rows: [
        { label: 'Họ, chữ đệm và tên', value: 'Nguyễn Thị Hường' },
        { label: 'Ngày, tháng, năm sinh', value: '08/03/1961' },
        { label: 'Số định danh cá nhân', value: '000 161 012 345' },
      ],
    },
    {
      title: 'Chỗ ở',
      rows: [
        { label: 'Địa chỉ tạm trú', value: 'số 12, thôn Vĩnh Sơn, xã Toàn Lưu, tỉnh Hà Tĩnh' },
        { label: 'Thời gian tạm trú', value: 'từ 25/11/2026 đến 24/11/2028' },
      ],
    },
  ],
  papers: [
    { name: 'Hợp đồng thuê nhà', type: 'application/pdf', bytes: 1_468_006, sha256: sha256(1) },
    { name: 'Văn bản đồng ý của chủ nhà', type: 'image/jpeg', bytes: 89_123, sha256: sha256(2) },
  ],
  answersSha256: sha256(3),
}
