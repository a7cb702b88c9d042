import type { Keys } from '../config.ts'
import type { ReadContact } from '../messages/carrier.ts'
import { readAnswers } from './filed-answers.ts'

/** How the applicant is reached, as last filed. Other recipients are known to the features that ask them. */
export const contactReader =
  (keys: Pick<Keys, 'field'>): ReadContact =>
  async (tx, { dossierId, recipient }) =>
    recipient === 'applicant' ? (await readAnswers(tx, keys, dossierId)).contact : undefined
