import type { Field, Option, Page } from '../types.ts'

export const genders: readonly Option[] = [
  { value: 'male', label: { vi: 'Nam', en: 'Male' } },
  { value: 'female', label: { vi: 'Nữ', en: 'Female' } },
]

/** Fields 1 to 4 of CT01, for the applicant and in the same words for everyone else who is named. */
export const nameLabel = { vi: 'Họ, chữ đệm và tên khai sinh', en: 'Full name as in the birth certificate' }
export const birthDateLabel = { vi: 'Ngày, tháng, năm sinh', en: 'Date of birth' }
export const genderLabel = { vi: 'Giới tính', en: 'Gender' }
export const identityLabel = { vi: 'Số định danh cá nhân', en: 'Personal identification number' }
export const identityHint = { vi: '12 chữ số in trên thẻ căn cước.', en: 'The 12 digits on the identity card.' }

/** Who the change is about (fields 1 to 3 of CT01). */
export const applicantPage: Page = {
  id: 'applicant',
  title: { vi: 'Ai là người đăng ký?', en: 'Who is registering?' },
  hint: {
    vi: 'Ghi thông tin của người có thay đổi về cư trú, kể cả khi người khác khai giúp.',
    en: 'The person whose residence changes, even when somebody else fills this in.',
  },
  fields: [
    { name: 'applicantName', kind: 'name', label: nameLabel },
    { name: 'applicantBirthDate', kind: 'date', range: 'past', label: birthDateLabel },
    { name: 'applicantGender', kind: 'choice', options: genders, label: genderLabel },
  ],
}

/** For a deletion: the declarer may be another than the person whose registration goes. */
export const declarerPages: readonly Page[] = [
  {
    ...applicantPage,
    title: { vi: 'Ai khai hồ sơ này?', en: 'Who declares this?' },
    hint: {
      vi: 'Ghi thông tin của người khai; người được xóa đăng ký sẽ hỏi ở trang sau.',
      en: 'The person who declares; whose registration is deleted is asked later.',
    },
  },
  {
    id: 'applicant-identity',
    title: { vi: 'Số định danh cá nhân của người khai', en: 'Identification number of the declarer' },
    fields: [{ name: 'applicantIdentity', kind: 'identity', label: identityLabel, hint: identityHint }],
  },
]

/** Field 4 of CT01. */
export const applicantIdentityPage: Page = {
  id: 'applicant-identity',
  title: { vi: 'Số định danh cá nhân của người đăng ký', en: 'Identification number of the person registering' },
  fields: [{ name: 'applicantIdentity', kind: 'identity', label: identityLabel, hint: identityHint }],
}

/** Fields 5 and 6 of CT01; results are told by phone or e-mail (Thông tư 116/2026/TT-BCA Điều 3(8)). */
export const contactPage: Page = {
  id: 'contact',
  title: { vi: 'Liên hệ bằng cách nào?', en: 'How can you be reached?' },
  fields: [
    {
      name: 'phone',
      kind: 'phone',
      label: { vi: 'Số điện thoại liên hệ', en: 'Phone number' },
      hint: { vi: 'Công an xã gọi hoặc nhắn vào số này.', en: 'The commune police call or text this number.' },
    },
    { name: 'email', kind: 'email', label: { vi: 'Thư điện tử', en: 'E-mail' }, optional: true },
  ],
}

/** The pages that every CT01 begins with, the guardian's left out. */
export const applicantPages: readonly Page[] = [applicantPage, applicantIdentityPage]

/** Name, birth date, gender and number: what CT01 and lists ask about each further person. */
export const personFields: readonly Field[] = [
  { name: 'name', kind: 'name', label: nameLabel },
  { name: 'birthDate', kind: 'date', range: 'past', label: birthDateLabel },
  { name: 'gender', kind: 'choice', options: genders, label: genderLabel },
  { name: 'identity', kind: 'identity', label: identityLabel, hint: identityHint },
]

/** The answers that hold the applicant in every procedure of the catalogue. */
export const applicantAnswers = {
  name: 'applicantName',
  identity: 'applicantIdentity',
  phone: 'phone',
  email: 'email',
} as const
