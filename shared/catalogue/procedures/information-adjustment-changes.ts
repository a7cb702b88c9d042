import { headConsentField, headLinkFields, ownerFields } from '../questions/consent.ts'
import { headFields } from '../questions/household.ts'
import { circular116, memory, residenceLaw, seen } from '../sources.ts'
import type { Condition, Consent, Page, Paper } from '../types.ts'

/**
 * What may be adjusted, Luật Cư trú Điều 26(1): a the head of household, c the address after a renaming or a new
 * numbering (the letters were read, what c covers is from memory). That a move within the commune is an update of the
 * present dwelling and no new registration: Thông tư 116/2026/TT-BCA Điều 6(3), 12(1).
 */
const changesHead: Condition = { field: 'change', in: ['head'] }
const changesRelationship: Condition = { field: 'change', in: ['relationship'] }
const changesWords: Condition = { field: 'change', in: ['address', 'other'] }
const changesDwelling: Condition = { field: 'change', in: ['dwelling'] }

/** The present head can speak; a head who died or lacks capacity cannot, and then the members' own paper does. */
const headCanAgree: Condition = { field: 'headChangeCase', in: ['agreement', 'moved'], and: changesHead }
const headCannotAgree: Condition = { field: 'headChangeCase', in: ['died', 'incapable'], and: changesHead }
const headOfSocialSite: Condition = { field: 'headChangeCase', in: ['social'], and: changesHead }

const changePage: Page = {
  id: 'change',
  title: { vi: 'Cần điều chỉnh điều gì?', en: 'What should be changed?' },
  fields: [
    {
      name: 'change',
      kind: 'choice',
      label: { vi: 'Nội dung điều chỉnh', en: 'What to change' },
      options: [
        { value: 'head', label: { vi: 'Đổi chủ hộ', en: 'The head of household' } },
        {
          value: 'relationship',
          label: { vi: 'Quan hệ với chủ hộ ghi chưa đúng', en: 'The relationship to the head is recorded wrongly' },
        },
        {
          value: 'address',
          label: { vi: 'Số nhà, tên đường, thôn, tổ đã đổi hoặc ghi sai', en: 'House number, street or hamlet' },
        },
        {
          value: 'dwelling',
          label: { vi: 'Chuyển chỗ ở trong cùng xã, phường', en: 'A move within the commune' },
          hint: { vi: 'Cập nhật nơi ở hiện tại, không phải tạm trú.', en: 'It updates the present dwelling.' },
        },
        { value: 'other', label: { vi: 'Thông tin khác về cư trú', en: 'Other information about the residence' } },
      ],
    },
    {
      name: 'changeDetail',
      kind: 'text',
      long: true,
      maxLength: 500,
      label: { vi: 'Thông tin đang ghi và thông tin đúng', en: 'What is recorded, and what is right' },
      when: changesWords,
    },
    {
      name: 'newDwelling',
      kind: 'text',
      maxLength: 200,
      label: { vi: 'Chỗ ở mới trong xã, phường', en: 'The new dwelling in the commune' },
      hint: { vi: 'Số nhà, đường, thôn hoặc tổ dân phố.', en: 'House, street, hamlet or group.' },
      when: changesDwelling,
    },
    {
      name: 'rightRelationship',
      kind: 'relationship',
      label: { vi: 'Quan hệ đúng với chủ hộ', en: 'The right relationship to the head' },
      when: changesRelationship,
    },
  ],
}

const headChangePage: Page = {
  id: 'head-change',
  title: { vi: 'Vì sao đổi chủ hộ?', en: 'Why does the head change?' },
  when: changesHead,
  fields: [
    {
      name: 'headChangeCase',
      kind: 'choice',
      label: { vi: 'Trường hợp', en: 'Case' },
      options: [
        {
          value: 'agreement',
          label: { vi: 'Chủ hộ hiện nay đồng ý đổi', en: 'The present head agrees to the change' },
        },
        { value: 'moved', label: { vi: 'Chủ hộ hiện nay chuyển đi nơi khác', en: 'The present head moves away' } },
        { value: 'died', label: { vi: 'Chủ hộ đã mất hoặc mất tích', en: 'The head has died or is missing' } },
        {
          value: 'incapable',
          label: { vi: 'Chủ hộ mất năng lực hành vi dân sự', en: 'The head has lost legal capacity' },
        },
        {
          value: 'social',
          label: {
            vi: 'Người đứng đầu cơ sở trợ giúp xã hội chọn chủ hộ',
            en: 'Chosen by the head of a social assistance site',
          },
        },
      ],
    },
    {
      name: 'presentHeadName',
      kind: 'name',
      label: { vi: 'Họ và tên chủ hộ đang ghi', en: 'Full name of the head on record' },
    },
    {
      ...headConsentField,
      label: { vi: 'Chủ hộ hiện nay đồng ý bằng cách nào?', en: 'How does the present head agree?' },
      when: headCanAgree,
    },
    ...headLinkFields,
    ...ownerFields.map((field) => ({
      ...field,
      when: field.when ? { ...field.when, and: headOfSocialSite } : headOfSocialSite,
    })),
  ],
}

export const changePages: readonly Page[] = [
  changePage,
  headChangePage,
  {
    id: 'head',
    title: { vi: 'Ai là chủ hộ mới?', en: 'Who is the new head of household?' },
    when: changesHead,
    fields: headFields(),
  },
]

export const changePapers: readonly Paper[] = [
  {
    kind: 'change-proof',
    name: { vi: 'Giấy tờ chứng minh nội dung thay đổi', en: 'Proof of the change' },
    hint: {
      vi: 'Giấy tờ, tài liệu cho thấy thông tin mới là đúng.',
      en: 'A paper that shows the new information is right.',
    },
    source: seen(residenceLaw('Điều 26')),
  },
  {
    kind: 'members-agreement',
    name: { vi: 'Văn bản các thành viên hộ thống nhất chủ hộ mới', en: 'Agreement of the members on the new head' },
    hint: {
      vi: 'Viết tay được, có chữ ký các thành viên từ 18 tuổi.',
      en: 'Handwritten, signed by all adult members.',
    },
    when: headCannotAgree,
    optional: true,
    source: memory(residenceLaw('Điều 26(1)a')),
  },
]

export const changeConsents: readonly Consent[] = [
  { from: 'head', when: headCanAgree, source: seen(circular116('mẫu CT01, chú thích 4')) },
  { from: 'owner', when: headOfSocialSite, source: seen(circular116('mẫu CT01, chú thích 5')) },
]
