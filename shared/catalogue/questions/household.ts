import type { Condition, Field, Page } from '../types.ts'
import { identityHint, personFields } from './applicant.ts'
import { headConsentField, headLinkFields } from './consent.ts'

const otherHead: Condition = { field: 'headIs', in: ['other'] }

/** Fields 7 to 9 of CT01: the head of the household that the applicant will belong to. */
export function headPage({ withConsent }: { withConsent?: Condition } = {}): Page {
  return {
    id: 'head',
    title: { vi: 'Ai là chủ hộ ở nơi mới?', en: 'Who heads the household at the new place?' },
    fields: [
      {
        name: 'headIs',
        kind: 'choice',
        label: { vi: 'Chủ hộ', en: 'Head of household' },
        options: [
          { value: 'applicant', label: { vi: 'Người đăng ký là chủ hộ', en: 'The person registering' } },
          { value: 'other', label: { vi: 'Người khác là chủ hộ', en: 'Somebody else' } },
        ],
      },
      ...headFields(otherHead),
      ...(withConsent === undefined
        ? []
        : [{ ...headConsentField, when: { ...otherHead, and: withConsent } }, ...headLinkFields]),
    ],
  }
}

/** Name, number and relationship of a head who is another person. */
export const headFields = (when?: Condition): Field[] => [
  {
    name: 'headName',
    kind: 'name',
    label: { vi: 'Họ, chữ đệm và tên chủ hộ', en: 'Full name of the head of household' },
    ...(when && { when }),
  },
  {
    name: 'headIdentity',
    kind: 'identity',
    label: { vi: 'Số định danh cá nhân của chủ hộ', en: 'Identification number of the head of household' },
    hint: identityHint,
    ...(when && { when }),
  },
  {
    name: 'relationshipToHead',
    kind: 'relationship',
    label: { vi: 'Người đăng ký là gì của chủ hộ?', en: 'What is the person registering to the head of household?' },
    ...(when && { when }),
  },
]

/** Field 11 of CT01: the others who move along, asked for only when there are any. */
export function membersPages(when?: Condition): Page[] {
  return [
    {
      id: 'members-any',
      title: { vi: 'Có ai cùng chuyển không?', en: 'Does anybody move along?' },
      ...(when && { when }),
      fields: [
        {
          name: 'hasMembers',
          kind: 'yesNo',
          label: { vi: 'Thành viên trong hộ cùng thay đổi nơi ở', en: 'Members of the household who move along' },
        },
      ],
    },
    {
      id: 'members',
      title: { vi: 'Những người cùng chuyển', en: 'Those who move along' },
      when: { field: 'hasMembers', in: [true] },
      fields: [
        {
          name: 'members',
          kind: 'people',
          label: { vi: 'Thành viên cùng thay đổi', en: 'Members who move along' },
          itemName: { vi: 'Thành viên', en: 'Member' },
          min: 1,
          max: 20,
          fields: [
            ...personFields,
            {
              name: 'relationship',
              kind: 'relationship',
              label: { vi: 'Quan hệ với chủ hộ', en: 'Relationship to the head of household' },
            },
          ],
        },
      ],
    },
  ]
}
