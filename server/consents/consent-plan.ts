import { eq } from 'drizzle-orm'
import { consentRequests } from '#db/schema/consents.ts'
import { type AskedConsent, askedConsents } from '#shared/consents/asked-consents.ts'
import type { ConsentState } from '#shared/consents/schemas.ts'
import { localDayOf } from '#shared/text/format.ts'
import type { Dossier } from '../dossiers/change-dossier.ts'
import { readAnswers } from '../dossiers/filed-answers.ts'
import type { Tx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { personOf } from './consent-person.ts'

export type ConsentRow = typeof consentRequests.$inferSelect

/** Whom the answers of a dossier have the desk ask now, and whom it need not wait for any more. */
export interface ConsentPlan {
  answersSha256: string
  toAsk: (AskedConsent & { known: ConsentRow | undefined })[]
  toEnd: ConsentRow[]
}

/**
 * What is still to be done so that everybody is asked about the answers as they stand: who was never asked, whose word
 * was about other answers, who is to be reached elsewhere. Nothing for a dossier that has ended.
 */
export async function consentPlan(
  { keys, reference }: Pick<Deps, 'keys' | 'reference'>,
  tx: Tx,
  dossier: Pick<Dossier, 'id' | 'procedure' | 'procedureVersion' | 'filedAt' | 'endedAt'>,
): Promise<ConsentPlan> {
  const { answers, sha256 } = await readAnswers(tx, keys, dossier.id)
  if (dossier.endedAt) return { answersSha256: sha256, toAsk: [], toEnd: [] }
  const version = reference.version(dossier.procedure, dossier.procedureVersion)
  const rows = await tx.select().from(consentRequests).where(eq(consentRequests.dossierId, dossier.id))
  const wanted = askedConsents(version, answers, localDayOf(dossier.filedAt)).map((person) => ({
    ...person,
    known: rows.find(({ role }) => role === person.role),
  }))

  return {
    answersSha256: sha256,
    toAsk: wanted.filter(({ known, ...person }) => {
      if (!known) return true
      if (known.answersSha256 === sha256) return false

      return known.state !== 'asked' || !isSamePerson(personOf(keys, known), person)
    }),
    toEnd: rows.filter(({ role, state }) => state === 'asked' && !wanted.some((person) => person.role === role)),
  }
}

/** How a request stands at `now`: one whose days are over, or whose dossier has ended, waits for nobody. */
export const stateAt = (
  { state, expiresAt }: Pick<ConsentRow, 'state' | 'expiresAt'>,
  { endedAt }: Pick<Dossier, 'endedAt'>,
  now: Date,
): ConsentState => (state === 'asked' && (expiresAt <= now || endedAt !== null) ? 'expired' : state)

type Person = Omit<AskedConsent, 'role'>

const isSamePerson = (a: { [K in keyof Person]: Person[K] | undefined }, b: Person) =>
  a.name === b.name && a.phone === b.phone && a.email === b.email
