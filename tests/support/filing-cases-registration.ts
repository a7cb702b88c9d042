import type { ProcedureCode } from '#shared/catalogue/types.ts'

/** One case of a procedure: what differs from its example, and what such a filing leads to. */
export interface FilingCase {
  procedure: ProcedureCode
  name: string
  changes: Record<string, unknown>
  /** The papers that must come. */
  papers: string[]
  variant?: string
  /** A sentence that must stand on CT01; absent where there is no form. */
  printed?: string
}

export const child = (name: string, identity: string, relationship?: string) => ({
  name,
  birthDate: '2019-03-12',
  gender: 'male',
  identity,
  ...(relationship && { relationship }),
})
const listPeople = [child('Trần Gia Bảo', '000219000102'), child('Lê Nhật Nam', '000219000103')]
export const none = undefined

/** The example of 1.004222 is a small child; this is a grown person in its place. */
const adult = {
  applicantBirthDate: '1990-01-01',
  applicantIdentity: '000190000041',
  guardianRole: none,
  guardianName: none,
  guardianIdentity: none,
  guardianConsentBy: none,
  relativesCase: none,
  joinsParentOrGuardian: none,
  feeExemption: 'none',
}

const notHead = {
  headChangeCase: none,
  presentHeadName: none,
  headName: none,
  headIdentity: none,
  relationshipToHead: none,
  headConsentBy: none,
}

/** Registrations, separations and adjustments: those that put something into the register. */
export const registrationCases: readonly FilingCase[] = [
  // 1.004194 Đăng ký tạm trú
  { procedure: '1.004194', name: 'phòng trọ', changes: {}, papers: ['lease'], printed: 'Đăng ký tạm trú tại' },
  {
    procedure: '1.004194',
    name: 'ở nhờ, chủ hộ là người khác',
    changes: {
      dwellingKind: 'borrow',
      headIs: 'other',
      headName: 'Phan Văn Lộc',
      headIdentity: '000062000005',
      relationshipToHead: 'o-nho',
      hasMembers: false,
      members: none,
      minorConsentBy: none,
    },
    papers: ['loan'],
    printed: 'Phan Văn Lộc',
  },
  {
    procedure: '1.004194',
    name: 'nhà của cha mẹ, đồng ý trên VNeID',
    changes: {
      dwellingKind: 'relative',
      ownerName: 'Phan Văn Lộc',
      ownerConsentBy: 'vneid',
      ownerIdentity: '000062000005',
    },
    papers: [],
    printed: 'Đăng ký tạm trú tại',
  },
  {
    procedure: '1.004194',
    name: 'nhà của mình, chưa có trên VNeID',
    changes: { dwellingKind: 'own', ownershipProof: 'upload' },
    papers: ['dwelling-proof'],
    printed: 'Đăng ký tạm trú tại',
  },
  {
    procedure: '1.004194',
    name: 'người dưới 18 tuổi, cha đồng ý bằng văn bản',
    changes: {
      applicantBirthDate: '2010-08-20',
      guardianRole: 'father',
      guardianName: 'Nguyễn Văn Minh',
      guardianIdentity: '000080000021',
      guardianConsentBy: 'paper',
      hasMembers: false,
      members: none,
      minorConsentBy: none,
    },
    papers: ['lease', 'guardian-consent'],
    printed: 'Đăng ký tạm trú tại',
  },
  {
    procedure: '1.004194',
    name: 'theo danh sách',
    changes: {
      registrationMode: 'list',
      organisation: 'Công ty TNHH May Toàn Lưu',
      listPeople,
      headIs: none,
      hasMembers: none,
      members: none,
      minorConsentBy: none,
    },
    papers: ['lease', 'list-request', 'list-forms'],
    variant: 'list',
    printed: 'theo danh sách 2 người',
  },

  // 1.002755 Gia hạn tạm trú
  { procedure: '1.002755', name: 'một người', changes: {}, papers: ['lease'], printed: 'Gia hạn tạm trú' },
  {
    procedure: '1.002755',
    name: 'cả hộ, có con nhỏ',
    changes: {
      hasMembers: true,
      members: [child('Hoàng Gia Huy', '000219000104', 'con-de')],
      minorConsentBy: 'in-dossier',
    },
    papers: ['lease'],
    printed: 'Hoàng Gia Huy',
  },
  {
    procedure: '1.002755',
    name: 'theo danh sách',
    changes: {
      registrationMode: 'list',
      organisation: 'Ký túc xá Trường Cao đẳng Vũng Áng',
      listPeople,
      headIs: none,
      hasMembers: none,
    },
    papers: ['lease', 'list-request', 'list-forms'],
    variant: 'list',
    printed: 'Ký túc xá Trường Cao đẳng Vũng Áng',
  },

  // 1.004222 Đăng ký thường trú
  { procedure: '1.004222', name: 'trẻ dưới 6 tuổi về với mẹ', changes: {}, papers: [], printed: 'Đăng ký thường trú' },
  ...(
    [
      ['nhà của mình', 'own', { ownershipProof: 'upload' }, ['dwelling-proof']],
      ['nhà thuê', 'rent', {}, ['notarised-lease', 'floor-area-proof', 'head-consent', 'owner-consent']],
      ['cơ sở tôn giáo', 'religious', {}, ['commune-confirmation', 'owner-consent']],
      ['cơ sở trợ giúp xã hội', 'social', {}, ['commune-confirmation', 'head-consent', 'owner-consent']],
      ['phương tiện', 'vehicle', {}, ['commune-confirmation', 'head-consent', 'owner-consent']],
      ['nơi đóng quân', 'barracks', {}, ['unit-introduction']],
    ] as const
  ).map(
    ([name, basis, more, papers]): FilingCase => ({
      procedure: '1.004222',
      name,
      changes: {
        ...adult,
        basis,
        ...more,
        ...(papers.some((kind) => kind === 'head-consent') && { headConsentBy: 'paper' }),
        ...(papers.some((kind) => kind === 'owner-consent') && {
          ownerName: 'Phan Văn Lộc',
          ownerConsentBy: 'paper',
        }),
      },
      papers: [...papers],
      printed: 'Đăng ký thường trú',
    }),
  ),

  // 1.010038 Tách hộ
  { procedure: '1.010038', name: 'chủ hộ và chủ nhà đồng ý', changes: {}, papers: [], printed: 'Trần Văn Tùng' },
  {
    procedure: '1.010038',
    name: 'chủ hộ cũng là chủ nhà, đồng ý bằng văn bản',
    changes: { headConsentBy: 'paper', ownerIs: 'head', ownerName: none, ownerConsentBy: none },
    papers: ['head-consent'],
    printed: 'Tách hộ tại',
  },
  {
    procedure: '1.010038',
    name: 'chủ hộ được hỏi qua đường dẫn',
    changes: { headConsentBy: 'link', headConsentPhone: '0912345699' },
    papers: [],
    printed: 'Tách hộ tại',
  },
  {
    procedure: '1.010038',
    name: 'ly hôn',
    changes: {
      separationCase: 'divorce',
      presentHeadName: none,
      headConsentBy: none,
      ownerIs: none,
      ownerName: none,
      ownerConsentBy: none,
    },
    papers: ['divorce-proof', 'use-right-proof'],
    printed: 'đã ly hôn',
  },

  // 1.010039 Điều chỉnh thông tin
  {
    procedure: '1.010039',
    name: 'đổi chủ hộ, chủ hộ cũ đồng ý',
    changes: {},
    papers: ['change-proof'],
    printed: 'đổi chủ hộ từ Phạm Văn Thắng',
  },
  {
    procedure: '1.010039',
    name: 'đổi chủ hộ vì chủ hộ đã mất',
    changes: { headChangeCase: 'died', headConsentBy: none },
    papers: ['change-proof'],
    printed: 'chủ hộ đã mất',
  },
  {
    procedure: '1.010039',
    name: 'đổi chủ hộ ở cơ sở trợ giúp xã hội',
    changes: {
      headChangeCase: 'social',
      headConsentBy: none,
      ownerName: 'Trung tâm Bảo trợ',
      ownerConsentBy: 'paper',
    },
    papers: ['change-proof', 'owner-consent'],
    printed: 'đổi chủ hộ',
  },
  ...(
    [
      ['sai quan hệ', { change: 'relationship', rightRelationship: 'con-nuoi' }, 'con nuôi'],
      ['đổi số nhà', { change: 'address', changeDetail: 'Số nhà 12, đúng là 21' }, 'Số nhà 12'],
      ['chuyển trong xã', { change: 'dwelling', newDwelling: 'Thôn Bình Tiến' }, 'Thôn Bình Tiến'],
      ['nội dung khác', { change: 'other', changeDetail: 'Thiếu tên đường' }, 'Thiếu tên đường'],
    ] as const
  ).map(
    ([name, more, printed]): FilingCase => ({
      procedure: '1.010039',
      name,
      changes: { ...notHead, ...more },
      papers: ['change-proof'],
      printed,
    }),
  ),
]
