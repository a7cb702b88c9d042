import { circular116, seen } from '../sources.ts'
import type { Condition, Field, Option, Page, Paper } from '../types.ts'
import { birthDateLabel, identityHint, identityLabel } from './applicant.ts'

/** The registration of another person than the declarer is deleted. */
export const anotherIsDeleted: Condition = { field: 'deletedIs', in: ['other'] }

/** Whose registration it is; shared by the deletion of a permanent and of a temporary residence. */
export const deletedPage: Page = {
  id: 'deleted',
  title: { vi: 'Xóa đăng ký của ai?', en: 'Whose registration is deleted?' },
  fields: [
    {
      name: 'deletedIs',
      kind: 'choice',
      label: { vi: 'Người được xóa đăng ký', en: 'The person' },
      options: [
        { value: 'applicant', label: { vi: 'Chính người khai', en: 'The declarer' } },
        { value: 'other', label: { vi: 'Người khác', en: 'Somebody else' } },
      ],
    },
    {
      name: 'declarerIs',
      kind: 'choice',
      label: { vi: 'Người khai là ai?', en: 'Who is the declarer?' },
      options: [
        {
          value: 'household',
          label: { vi: 'Chủ hộ, thành viên hộ hoặc người thân', en: 'Head or member of the household, or family' },
        },
        {
          value: 'owner',
          label: { vi: 'Chủ sở hữu, người cho thuê, cho mượn chỗ ở', en: 'Owner or lender of the dwelling' },
        },
        { value: 'authorised', label: { vi: 'Người được ủy quyền', en: 'A person with an authorisation' } },
      ],
      when: anotherIsDeleted,
    },
    {
      name: 'deletedPerson',
      kind: 'name',
      label: { vi: 'Họ và tên người cần xóa đăng ký', en: 'Full name of the person to delete' },
      when: anotherIsDeleted,
    },
    {
      name: 'deletedBirthDate',
      kind: 'date',
      range: 'past',
      optional: true,
      label: birthDateLabel,
      when: anotherIsDeleted,
    },
    {
      name: 'deletedIdentity',
      kind: 'identity',
      optional: true,
      label: identityLabel,
      hint: identityHint,
      when: anotherIsDeleted,
    },
  ],
}

/** The ground of the deletion, and since when it holds; `more` are questions that some grounds lead to. */
export function deletionCasePage(options: readonly Option[], more: readonly Field[] = []): Page {
  return {
    id: 'deletion',
    title: { vi: 'Xóa đăng ký vì sao?', en: 'Why is it deleted?' },
    fields: [
      { name: 'deletionCase', kind: 'choice', label: { vi: 'Trường hợp', en: 'Case' }, options },
      ...more,
      {
        name: 'since',
        kind: 'date',
        range: 'past',
        label: { vi: 'Từ ngày nào?', en: 'Since which day?' },
        hint: {
          vi: 'Ngày mất, ngày đi, ngày hết hợp đồng hoặc ngày của quyết định.',
          en: 'The day of death, of leaving, of the end of the lease or of the decision.',
        },
      },
      {
        name: 'deletionDetail',
        kind: 'text',
        long: true,
        maxLength: 500,
        label: { vi: 'Nói rõ trường hợp', en: 'Say which' },
        when: { field: 'deletionCase', in: ['other'] },
      },
    ],
  }
}

/** A registered death is in the population database, and nobody is asked to prove it (Thông tư 116/2026/TT-BCA Điều 3(5)). */
export const deathRegisteredField: Field = {
  name: 'deathRegistered',
  kind: 'yesNo',
  label: { vi: 'Đã đăng ký khai tử', en: 'The death is registered' },
  hint: {
    vi: 'Đã khai tử tại Ủy ban nhân dân cấp xã thì công an tự tra cứu.',
    en: 'When it was registered with the commune, the police look it up.',
  },
  when: { field: 'deletionCase', in: ['death'] },
}

/** Filing for another is allowed, with the authorisation at hand (Thông tư 116/2026/TT-BCA Điều 3(4)). */
export const authorisationPaper: Paper = {
  kind: 'authorisation',
  name: { vi: 'Văn bản ủy quyền', en: 'Authorisation' },
  hint: { vi: 'Thấy rõ hai bên, nội dung và chữ ký.', en: 'Both parties, content and signature readable.' },
  when: { field: 'declarerIs', in: ['authorised'], and: anotherIsDeleted },
  source: seen(circular116('Điều 3(4)')),
}
