import type { Field } from '#shared/catalogue/types.ts'
import type { CardData } from '#shared/identity-card/read-card-qr.ts'
import { formatIdentity } from '#shared/text/format.ts'
import type { Typed } from '#web/pages/fields/read-answers.ts'

/** The names of the answers that say who somebody is; of the applicant they begin with `applicant`. */
const parts = ['name', 'birthDate', 'gender', 'identity'] as const

/**
 * What a card's code would have one type, for those of these fields that ask it: `applicantName` or, in a list, `name`.
 */
export function cardValues(card: CardData, fields: readonly Field[]): Typed {
  const [year, month, day] = card.birthDate.split('-')
  const typed = {
    name: card.name,
    birthDate: { day, month, year },
    gender: card.gender,
    identity: formatIdentity(card.identity),
  }

  return Object.fromEntries(
    fields.flatMap(({ name }) => {
      const part = parts.find((each) => name === each || name === `applicant${each[0]?.toUpperCase()}${each.slice(1)}`)

      return part ? [[name, typed[part]] as const] : []
    }),
  )
}

/** Whether these questions ask who somebody is, so that a card can answer them. */
export const asksForPerson = (fields: readonly Field[]) =>
  fields.some(({ name }) => name === 'applicantName' || name === 'name')
