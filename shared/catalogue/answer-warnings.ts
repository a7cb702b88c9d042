import type { Bilingual } from '../text/bilingual.ts'
import { type Answers, asPeople, asText } from './answers.ts'
import { type IdentityDoubt, identityDoubts } from './identity-number.ts'

/** A doubt about an answer that stops nothing: the person looks again, the officer sees it. */
export interface AnswerWarning {
  path: (string | number)[]
  code: IdentityDoubt
  message: Bilingual
}

const texts: Record<IdentityDoubt, Bilingual> = {
  identity_gender: {
    vi: 'Chữ số thứ 4 của số định danh thường cho biết giới tính khác với mục đã chọn. Nếu đúng như trên thẻ thì cứ giữ nguyên.',
    en: 'Digit 4 of the number usually says another gender. Keep it if the card says so.',
  },
  identity_birth_year: {
    vi: 'Chữ số thứ 5 và 6 của số định danh thường là hai số cuối của năm sinh, ở đây khác. Nếu đúng như trên thẻ thì cứ giữ nguyên.',
    en: 'Digits 5 and 6 of the number are usually those of the year of birth, and differ here. Keep it if the card says so.',
  },
}

/** Compares every identity number with the gender and birth date given for the same person. */
export function answerWarnings(answers: Answers): AnswerWarning[] {
  const applicant = warningsAbout(['applicantIdentity'], {
    identity: answers.applicantIdentity,
    gender: answers.applicantGender,
    birthDate: answers.applicantBirthDate,
  })
  const others = Object.entries(answers).flatMap(([name, value]) =>
    asPeople(value).flatMap((person, index) => warningsAbout([name, index, 'identity'], person)),
  )

  return [...applicant, ...others]
}

function warningsAbout(path: AnswerWarning['path'], person: Answers): AnswerWarning[] {
  return identityDoubts(asText(person.identity) ?? '', person).map((code) => ({ path, code, message: texts[code] }))
}
