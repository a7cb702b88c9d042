import { ownerFields } from '../questions/consent.ts'
import { ownershipField } from '../questions/dwelling.ts'
import { circular116, residenceLaw, seen } from '../sources.ts'
import type { Condition, Consent, Page, Paper } from '../types.ts'

/**
 * The grounds of permanent residence, Luật Cư trú Điều 20: one choice decides questions, papers and consents.
 *
 * | ground | khoản | head agrees | owner agrees |
 * |---|---|---|---|
 * | own | 1 | no | no |
 * | relatives | 2 | yes, but for a child under 6 who joins a parent | the same |
 * | rent | 3 | yes | yes, all co-owners unless one represents them |
 * | religious | 4 | no | yes (the representative) |
 * | social | 5 | yes | yes |
 * | vehicle | 6 | yes | yes |
 * | barracks | 7 | no | no: the unit's letter speaks |
 *
 * That a child under 6 needs neither agreement is of Luật 118/2025/QH15 Điều 4 and Nghị định 154/2024/NĐ-CP Điều 7(4).
 */
export const basisPage: Page = {
  id: 'basis',
  title: { vi: 'Chỗ ở mới là của ai?', en: 'Whose dwelling is the new one?' },
  fields: [
    {
      name: 'basis',
      kind: 'choice',
      label: { vi: 'Trường hợp đăng ký', en: 'Ground of registration' },
      options: [
        { value: 'own', label: { vi: 'Nhà của người đăng ký', en: 'Owned by the person registering' } },
        {
          value: 'relatives',
          label: { vi: 'Về ở với người thân', en: 'Moving in with relatives' },
          hint: { vi: 'Gồm cả trẻ em về ở với cha, mẹ.', en: 'A child joining its parents as well.' },
        },
        { value: 'rent', label: { vi: 'Nhà thuê, mượn hoặc ở nhờ', en: 'Rented, borrowed or as a guest' } },
        { value: 'religious', label: { vi: 'Cơ sở tín ngưỡng, tôn giáo', en: 'Religious site' } },
        { value: 'social', label: { vi: 'Cơ sở trợ giúp xã hội', en: 'Social assistance site' } },
        {
          value: 'vehicle',
          label: { vi: 'Phương tiện dùng để ở, như tàu, thuyền', en: 'A vessel or vehicle lived in' },
        },
        { value: 'barracks', label: { vi: 'Nơi đóng quân của đơn vị', en: 'Barracks of a unit' } },
      ],
    },
  ],
}

export const ownershipPage: Page = {
  id: 'ownership',
  title: { vi: 'Giấy tờ nhà đất', en: 'Papers of the home' },
  when: { field: 'basis', in: ['own'] },
  fields: [ownershipField],
}

const withRelatives: Condition = { field: 'basis', in: ['relatives'] }

/** Điều 20(2) a, b, c; the letters are from memory. */
export const relativesPages: readonly Page[] = [
  {
    id: 'relatives-case',
    title: { vi: 'Về ở với ai?', en: 'Moving in with whom?' },
    when: withRelatives,
    fields: [
      {
        name: 'relativesCase',
        kind: 'choice',
        label: { vi: 'Trường hợp về ở với người thân', en: 'Case' },
        options: [
          {
            value: 'close-family',
            label: { vi: 'Vợ, chồng, cha, mẹ hoặc con', en: 'Husband, wife, parent or child' },
          },
          {
            value: 'elderly-disabled',
            label: {
              vi: 'Người cao tuổi hoặc khuyết tật về ở với anh, chị, em, cháu ruột',
              en: 'An elderly or disabled person joining a brother, sister, nephew or niece',
            },
          },
          {
            value: 'minor-kin',
            label: {
              vi: 'Người dưới 18 tuổi về ở với ông bà, cụ, anh chị, cô chú hoặc người giám hộ',
              en: 'A person under 18 joining grandparents, brothers, sisters, uncles, aunts or a guardian',
            },
          },
        ],
      },
    ],
  },
  {
    id: 'joins-parent',
    title: { vi: 'Trẻ dưới 6 tuổi về ở với ai?', en: 'Whom does the child under 6 join?' },
    when: { ...withRelatives, and: { field: '@under6', in: [true] } },
    fields: [
      {
        name: 'joinsParentOrGuardian',
        kind: 'yesNo',
        label: { vi: 'Về ở với cha, mẹ hoặc người giám hộ', en: 'Joins father, mother or guardian' },
        hint: {
          vi: 'Nếu đúng, không cần ý kiến của chủ hộ và chủ sở hữu chỗ ở.',
          en: 'If so, neither the head of household nor the owner has to agree.',
        },
      },
    ],
  },
]

const notUnder6WithParent: Condition = { field: '@under6WithParent', in: [false] }

/** Whether the head must agree; asked beside the head's name when he is another person. */
export const headConsentCondition: Condition = {
  field: 'basis',
  in: ['relatives', 'rent', 'social', 'vehicle'],
  and: notUnder6WithParent,
}

const ownerConsentCondition: Condition = {
  field: 'basis',
  in: ['relatives', 'rent', 'religious', 'social', 'vehicle'],
  and: notUnder6WithParent,
}

export const ownerPage: Page = {
  id: 'owner',
  title: { vi: 'Chủ sở hữu chỗ ở', en: 'The owner of the dwelling' },
  hint: {
    vi: 'Về ở với người thân thì một chủ sở hữu đồng ý là đủ; thuê, mượn thì cần tất cả hoặc người đại diện.',
    en: 'With relatives one owner’s agreement is enough; for rent or loan all of them, or their representative.',
  },
  when: ownerConsentCondition,
  fields: ownerFields,
}

const ct01 = (note: number) => seen(circular116(`mẫu CT01, chú thích ${note}`))

export const permanentConsents: readonly Consent[] = [
  { from: 'head', when: { field: 'headIs', in: ['other'], and: headConsentCondition }, source: ct01(4) },
  { from: 'owner', when: ownerConsentCondition, source: ct01(5) },
  { from: 'guardian', when: { field: '@minor', in: [true] }, source: ct01(6) },
  { from: 'guardian', when: { field: '@minorMember', in: [true] }, source: ct01(6) },
]

export const permanentPapers: readonly Paper[] = [
  {
    kind: 'kinship-proof',
    name: { vi: 'Giấy tờ chứng minh quan hệ nhân thân', en: 'Proof of kinship' },
    hint: {
      vi: 'Chỉ cần khi quan hệ chưa có trên VNeID. Giấy khai sinh, giấy đăng ký kết hôn hoặc giấy nhận nuôi con.',
      en: 'Only if VNeID does not show it. Birth, marriage or adoption certificate.',
    },
    when: withRelatives,
    optional: true,
    source: seen(residenceLaw()),
  },
  {
    kind: 'vulnerability-proof',
    name: {
      vi: 'Giấy tờ chứng minh người cao tuổi, khuyết tật hoặc chưa thành niên',
      en: 'Proof of age, disability or minority',
    },
    hint: { vi: 'Chỉ cần khi công an không tra cứu được.', en: 'Only if the police cannot look it up.' },
    when: { ...withRelatives, and: { field: 'relativesCase', in: ['elderly-disabled', 'minor-kin'] } },
    optional: true,
    source: seen(residenceLaw()),
  },
  {
    kind: 'notarised-lease',
    name: {
      vi: 'Hợp đồng thuê, mượn, ở nhờ có công chứng hoặc chứng thực',
      en: 'Notarised or certified lease or loan agreement',
    },
    hint: {
      vi: 'Chụp đủ các trang, thấy rõ lời chứng, con dấu và thời hạn.',
      en: 'All pages, with the notary’s words, stamp and term readable.',
    },
    when: { field: 'basis', in: ['rent'] },
    source: seen(residenceLaw()),
  },
  {
    kind: 'floor-area-proof',
    name: { vi: 'Giấy tờ chứng minh đủ diện tích nhà ở tối thiểu', en: 'Proof of the minimum floor area' },
    hint: { vi: 'Thấy rõ diện tích và địa chỉ nhà.', en: 'Area and address readable.' },
    when: { field: 'basis', in: ['rent'] },
    source: seen(residenceLaw()),
  },
  {
    kind: 'commune-confirmation',
    name: { vi: 'Xác nhận của Ủy ban nhân dân xã, phường', en: 'Confirmation by the commune’s People’s Committee' },
    hint: { vi: 'Thấy rõ nội dung xác nhận, chữ ký và con dấu.', en: 'Content, signature and stamp readable.' },
    when: { field: 'basis', in: ['religious', 'social', 'vehicle'] },
    source: seen(residenceLaw()),
  },
  {
    kind: 'unit-introduction',
    name: { vi: 'Giấy giới thiệu của đơn vị', en: 'Letter of the unit' },
    hint: { vi: 'Thủ trưởng đơn vị ký, đóng dấu.', en: 'Signed and stamped by the commander.' },
    when: { field: 'basis', in: ['barracks'] },
    source: seen(residenceLaw()),
  },
]
