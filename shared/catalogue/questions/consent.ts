import { circular116, seen } from '../sources.ts'
import type { Field, Option, Page, Paper } from '../types.ts'

/**
 * The ways in which somebody may agree (notes 4 to 8 of CT01; that the office may ask by itself: Nghị định
 * 154/2024/NĐ-CP Điều 8(5)b as amended in 2026).
 *
 * A signature on the form itself is the first way of the law; here the form is made of the answers, so it is given at
 * the office.
 */
const ways: readonly Option[] = [
  {
    value: 'paper',
    label: { vi: 'Gửi kèm văn bản đồng ý', en: 'A written agreement sent with this' },
    hint: {
      vi: 'Viết tay cũng được, có chữ ký, không cần công chứng.',
      en: 'Handwritten and signed will do; no notary.',
    },
  },
  {
    value: 'vneid',
    label: { vi: 'Đồng ý trên VNeID', en: 'In VNeID' },
    hint: {
      vi: 'Người đó nhận yêu cầu và xác nhận trên điện thoại.',
      en: 'They get a request and confirm on their phone.',
    },
  },
  {
    value: 'office',
    label: { vi: 'Đồng ý trực tiếp với công an xã', en: 'In person with the commune police' },
    hint: {
      vi: 'Ký tại trụ sở, hoặc khi công an đến xác minh.',
      en: 'At the office, or when the police come to verify.',
    },
  },
]

/**
 * The desk asks that person itself, by a link and a one-time password. An online service other than VNeID is the second
 * way of note 8 of CT01; that this desk is one is our reading, so the hint says that the police may ask again.
 */
const byLink: Option = {
  value: 'link',
  label: { vi: 'Quầy gửi đường dẫn để người đó đồng ý', en: 'The desk sends them a link' },
  hint: {
    vi: 'Qua tin nhắn hoặc thư điện tử, sau khi nộp; công an xã vẫn có thể hỏi lại.',
    en: 'By text message or e-mail, after filing; the police may ask again.',
  },
}
const waysAndLink: readonly Option[] = [...ways, byLink]

/** Where the link goes; asked only of whoever chose that way. */
const linkFields = (role: 'head' | 'owner' | 'guardian'): Field[] => [
  {
    name: `${role}ConsentPhone`,
    kind: 'phone',
    label: { vi: 'Số điện thoại của người đồng ý', en: 'Phone number of the person who agrees' },
    when: { field: `${role}ConsentBy`, in: ['link'] },
  },
  {
    name: `${role}ConsentEmail`,
    kind: 'email',
    optional: true,
    label: { vi: 'Thư điện tử của người đồng ý', en: 'E-mail of the person who agrees' },
    when: { field: `${role}ConsentBy`, in: ['link'] },
  },
]

export const headConsentField: Field = {
  name: 'headConsentBy',
  kind: 'choice',
  options: waysAndLink,
  label: { vi: 'Chủ hộ đồng ý bằng cách nào?', en: 'How does the head of household agree?' },
}

/** Goes behind `headConsentField` on the same page. */
export const headLinkFields: readonly Field[] = linkFields('head')

/** Note 8 of CT01: the owner's name and number are needed when the agreement is asked through VNeID. */
export const ownerFields: readonly Field[] = [
  {
    name: 'ownerName',
    kind: 'name',
    label: { vi: 'Họ và tên chủ sở hữu chỗ ở', en: 'Full name of the owner of the dwelling' },
  },
  {
    name: 'ownerConsentBy',
    kind: 'choice',
    options: waysAndLink,
    label: { vi: 'Chủ sở hữu đồng ý bằng cách nào?', en: 'How does the owner agree?' },
  },
  {
    name: 'ownerIdentity',
    kind: 'identity',
    label: { vi: 'Số định danh cá nhân của chủ sở hữu', en: 'Identification number of the owner' },
    hint: { vi: 'Cần để gửi yêu cầu xác nhận trên VNeID.', en: 'Needed to send the request in VNeID.' },
    when: { field: 'ownerConsentBy', in: ['vneid'] },
  },
  ...linkFields('owner'),
]

/** Asked as soon as the applicant is under 18: a parent or guardian declares or agrees. */
export const guardianPage: Page = {
  id: 'guardian',
  title: { vi: 'Cha, mẹ hoặc người giám hộ', en: 'Father, mother or guardian' },
  hint: {
    vi: 'Người đăng ký chưa đủ 18 tuổi nên cần ý kiến của cha, mẹ hoặc người giám hộ.',
    en: 'The person registering is under 18, so a parent or guardian must agree.',
  },
  when: { field: '@minor', in: [true] },
  fields: [
    {
      name: 'guardianRole',
      kind: 'choice',
      label: { vi: 'Quan hệ với người đăng ký', en: 'Relation to the person registering' },
      options: [
        { value: 'father', label: { vi: 'Cha', en: 'Father' } },
        { value: 'mother', label: { vi: 'Mẹ', en: 'Mother' } },
        { value: 'guardian', label: { vi: 'Người giám hộ', en: 'Guardian' } },
      ],
    },
    { name: 'guardianName', kind: 'name', label: { vi: 'Họ và tên', en: 'Full name' } },
    {
      name: 'guardianIdentity',
      kind: 'identity',
      label: {
        vi: 'Số định danh cá nhân của cha, mẹ hoặc người giám hộ',
        en: 'Identification number of the parent or guardian',
      },
    },
    {
      name: 'guardianConsentBy',
      kind: 'choice',
      label: { vi: 'Đồng ý bằng cách nào?', en: 'How do they agree?' },
      options: [
        {
          value: 'declarer',
          label: { vi: 'Chính người này đang khai hồ sơ', en: 'They are filling this in themselves' },
        },
        ...waysAndLink,
      ],
    },
    ...linkFields('guardian'),
  ],
}

/** Asked when somebody who moves along is under 18. */
export const minorMembersPage: Page = {
  id: 'minor-members',
  title: { vi: 'Người dưới 18 tuổi cùng chuyển', en: 'Those under 18 who move along' },
  when: { field: '@minorMember', in: [true] },
  fields: [
    {
      name: 'minorConsentBy',
      kind: 'choice',
      label: {
        vi: 'Cha, mẹ hoặc người giám hộ của họ đồng ý bằng cách nào?',
        en: 'How do their parents or guardians agree?',
      },
      options: [
        {
          value: 'in-dossier',
          label: {
            vi: 'Cha, mẹ hoặc người giám hộ có tên trong hồ sơ này',
            en: 'A parent or guardian is in this dossier',
          },
        },
        ...ways,
      ],
    },
  ],
}

const agreement = {
  vi: 'Chụp cả trang, thấy rõ họ tên và chữ ký.',
  en: 'The whole page, with name and signature readable.',
}

export const headConsentPaper: Paper = {
  kind: 'head-consent',
  name: { vi: 'Văn bản đồng ý của chủ hộ', en: 'Agreement of the head of household' },
  hint: agreement,
  when: { field: 'headConsentBy', in: ['paper'] },
  source: seen(circular116('mẫu CT01, chú thích 4')),
}

export const ownerConsentPaper: Paper = {
  kind: 'owner-consent',
  name: { vi: 'Văn bản đồng ý của chủ sở hữu chỗ ở', en: 'Agreement of the owner of the dwelling' },
  hint: agreement,
  when: { field: 'ownerConsentBy', in: ['paper'] },
  source: seen(circular116('mẫu CT01, chú thích 5')),
}

export const guardianConsentPaper: Paper = {
  kind: 'guardian-consent',
  name: { vi: 'Văn bản đồng ý của cha, mẹ hoặc người giám hộ', en: 'Agreement of the parent or guardian' },
  hint: agreement,
  when: { field: 'guardianConsentBy', in: ['paper'] },
  source: seen(circular116('mẫu CT01, chú thích 6')),
}

export const minorConsentPaper: Paper = {
  kind: 'members-guardian-consent',
  name: {
    vi: 'Văn bản đồng ý của cha, mẹ hoặc người giám hộ của người dưới 18 tuổi cùng chuyển',
    en: 'Agreement of the parents or guardians of those under 18 who move along',
  },
  hint: agreement,
  when: { field: 'minorConsentBy', in: ['paper'] },
  source: seen(circular116('mẫu CT01, chú thích 6')),
}
