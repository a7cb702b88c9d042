import { provedApplicant } from '#shared/messages/messages-for.ts'
import type { Keys } from '../config.ts'
import type { ReadContact } from '../messages/carrier.ts'
import { trackingKeyOf } from '../platform/tracking-key.ts'
import { readAnswers } from './filed-answers.ts'

/**
 * How the applicant is reached, as last filed; whoever proved that address at filing is also told the tracking key. Other
 * recipients are known to the features that ask them.
 */
export const contactReader =
  (keys: Pick<Keys, 'field' | 'hmac'>): ReadContact =>
  async (tx, { dossierId, recipient }) => {
    if (recipient !== 'applicant' && recipient !== provedApplicant) return undefined
    const { contact } = await readAnswers(tx, keys, dossierId)

    return recipient === 'applicant'
      ? contact
      : { ...contact, facts: { trackingKey: trackingKeyOf(keys.hmac, dossierId) } }
  }
