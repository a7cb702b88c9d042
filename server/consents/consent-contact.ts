import { eq } from 'drizzle-orm'
import { consentRequests } from '#db/schema/consents.ts'
import type { Config, Keys } from '../config.ts'
import type { ReadContact } from '../messages/carrier.ts'
import { consentPath } from './consent-link.ts'
import { personOf } from './consent-person.ts'

/** How a message names the person of a request. */
export const consentRecipient = (id: string) => `consent:${id}`

/** One asking of a person: asked anew about other answers, reminders and passwords are new messages. */
export const consentOccasion = ({ id, askedAt }: { id: string; askedAt: Date }) => `${id}:${askedAt.getTime()}`

/**
 * How a person who is asked is reached, with the link and the password that stand in no message of the database. Anybody
 * else is left to `others`.
 */
export const consentContactReader =
  (keys: Pick<Keys, 'field' | 'hmac'>, { origin }: Pick<Config, 'origin'>, others: ReadContact): ReadContact =>
  async (tx, of) => {
    const [, id] = /^consent:(.+)$/.exec(of.recipient) ?? []
    if (!id) return others(tx, of)
    const [request] = await tx.select().from(consentRequests).where(eq(consentRequests.id, id))
    if (!request) return undefined
    const { phone, email, password } = personOf(keys, request)

    return {
      phone,
      email,
      facts: {
        consentLink: `${origin ?? 'http://localhost:3000'}${consentPath(keys, id)}`,
        ...(password && { password }),
      },
    }
  }
