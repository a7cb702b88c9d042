import { type Answers, asText } from '../catalogue/answers.ts'
import { consentsNeeded } from '../catalogue/consents.ts'
import type { ProcedureVersion } from '../catalogue/types.ts'
import type { LocalDate } from '../sla/minutes.ts'
import type { ConsentRole } from './schemas.ts'

/** Somebody whom the desk is to ask by a link. */
export interface AskedConsent {
  role: ConsentRole
  name: string
  phone?: string
  email?: string
}

/** The answers that may hold each person's name; the first that is answered counts. */
const nameAnswers: Record<ConsentRole, readonly string[]> = {
  head: ['presentHeadName', 'headName'],
  owner: ['ownerName'],
  guardian: ['guardianName'],
}

/** Whom these answers have the desk ask: those whose agreement is needed and for whom the way "link" was chosen. */
export function askedConsents(version: ProcedureVersion, answers: Answers, on: LocalDate): AskedConsent[] {
  return consentsNeeded(version, answers, on).flatMap(({ from: role }): AskedConsent[] => {
    if (answers[`${role}ConsentBy`] !== 'link') return []
    const name = nameAnswers[role].map((each) => asText(answers[each])).find(Boolean) ?? ''
    const phone = asText(answers[`${role}ConsentPhone`])
    const email = asText(answers[`${role}ConsentEmail`])

    return [{ role, name, ...(phone && { phone }), ...(email && { email }) }]
  })
}
