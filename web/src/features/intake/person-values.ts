import { isRealDay } from '#shared/catalogue/days.ts'
import type { ScannedCard } from '#shared/identity-card/read-scanned-card.ts'
import { formatIdentity, formatIsoDay } from '#shared/text/format.ts'

/** Who stands at the counter, as it stands in the controls. */
export interface Person {
  identity: string
  name: string
  /** `20/08/1995`. */
  birth: string
  gender: '' | 'male' | 'female'
}

export const nobody: Person = { identity: '', name: '', birth: '', gender: '' }

export const personOnCard = ({ identity, name, birthDate, gender }: ScannedCard): Person => ({
  identity: formatIdentity(identity),
  name: name ?? '',
  birth: birthDate ? formatIsoDay(birthDate) : '',
  gender: gender ?? '',
})

/** The number without the gaps by which it is read aloud. */
export const identityDigits = ({ identity }: Person): string => identity.replace(/[\s.-]/g, '')

/** What keeps a person from being taken over, by entry; what is empty is asked by the form. */
export function faultsOf(person: Person): Partial<Record<keyof Person, string>> {
  const { birth } = person
  const identity = identityDigits(person)

  return {
    ...(identity !== '' &&
      !/^\d{12}$/.test(identity) && { identity: 'Số định danh có 12 chữ số. Hãy sửa, hoặc để trống.' }),
    ...(birth.trim() !== '' &&
      !dayOf(birth) && { birth: 'Ghi ngày/tháng/năm, ví dụ 20/08/1995. Chưa rõ thì để trống.' }),
  }
}

/** The person as the form's controls hold it, by the answers that every procedure asks for; without what is empty. */
export function formValues(person: Person): Record<string, unknown> {
  const name = person.name.trim()
  const identity = identityDigits(person)
  const day = dayOf(person.birth)

  return {
    ...(name && { applicantName: name }),
    ...(identity && { applicantIdentity: formatIdentity(identity) }),
    ...(day && { applicantBirthDate: day }),
    ...(person.gender && { applicantGender: person.gender }),
  }
}

function dayOf(birth: string): { day: string; month: string; year: string } | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[/. -]?(\d{1,2})[/. -]?(\d{4})$/.exec(birth.trim()) ?? []
  const isDay = isRealDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)

  return year && isDay ? { day, month, year } : undefined
}
