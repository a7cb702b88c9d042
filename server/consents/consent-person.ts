import type { consentRequests } from '#db/schema/consents.ts'
import type { Keys } from '../config.ts'
import { seal, unseal } from '../platform/sealing.ts'

/** Who is asked, and how to reach them; the password only while it is on its way. */
export interface ConsentPerson {
  name: string
  phone?: string | undefined
  email?: string | undefined
  password?: string | undefined
}

const bound = (id: string) => `consent_requests|${id}`

export const sealPerson = (keys: Pick<Keys, 'field'>, id: string, person: ConsentPerson): Buffer =>
  seal(keys.field, bound(id), JSON.stringify(person))

export const personOf = (
  keys: Pick<Keys, 'field'>,
  { id, sealed }: Pick<typeof consentRequests.$inferSelect, 'id' | 'sealed'>,
): ConsentPerson => JSON.parse(unseal(keys.field, bound(id), sealed))

/** Enough to recognise one's own address, too little to learn it: "…45", or "t…@example.vn". */
export function maskedAddress({ phone, email }: Pick<ConsentPerson, 'phone' | 'email'>): string {
  if (email) return email.replace(/^(.).*(@.*)$/, '$1…$2')

  return phone ? `…${phone.slice(-2)}` : ''
}
