import { and, desc, eq } from 'drizzle-orm'
import { dossierAnswers } from '#db/schema/dossiers.ts'
import { canonicalJson } from '#shared/text/canonical-json.ts'
import type { Keys } from '../config.ts'
import { one, type Tx } from '../platform/db.ts'
import { seal, sha256, unseal } from '../platform/sealing.ts'

export type Answers = Record<string, unknown>

/** What is sealed together: answers and contact are both personal data. */
export interface Filed {
  answers: Answers
  contact: { phone?: string | undefined; email?: string | undefined }
}

/** Which row a sealed text belongs to; opening it in another row's place fails. */
const bound = (dossierId: string, number: number) => `dossier_answers|${dossierId}|${number}`

/** The text to store and the hash that the log mentions. The hash is of the answers alone, and prints on the receipt. */
export function sealAnswers(
  keys: Pick<Keys, 'field'>,
  dossierId: string,
  number: number,
  filed: Filed,
): { sealed: Buffer; sha256: string } {
  return {
    sealed: seal(keys.field, bound(dossierId, number), JSON.stringify(filed)),
    sha256: sha256(canonicalJson(filed.answers)).toString('hex'),
  }
}

/** The answers as they were first filed: what a receipt says, whatever was mended later. */
export async function readFiledAnswers(tx: Tx, keys: Pick<Keys, 'field'>, dossierId: string): Promise<Filed> {
  const row = one(
    await tx
      .select()
      .from(dossierAnswers)
      .where(and(eq(dossierAnswers.dossierId, dossierId), eq(dossierAnswers.number, 1))),
  )

  return JSON.parse(unseal(keys.field, bound(dossierId, row.number), row.sealed)) as Filed
}

/** The answers as they stand: as filed, or as mended by the last supplement. */
export async function readAnswers(
  tx: Tx,
  keys: Pick<Keys, 'field'>,
  dossierId: string,
): Promise<Filed & { number: number; sha256: string }> {
  const row = one(
    await tx
      .select()
      .from(dossierAnswers)
      .where(eq(dossierAnswers.dossierId, dossierId))
      .orderBy(desc(dossierAnswers.number))
      .limit(1),
  )

  return { ...openAnswers(keys, dossierId, row.number, row.sealed), number: row.number, sha256: row.sha256 }
}

/** Opens what `sealAnswers` sealed for this dossier and number; throws when it was sealed for another. */
export const openAnswers = (keys: Pick<Keys, 'field'>, dossierId: string, number: number, sealed: Buffer): Filed =>
  JSON.parse(unseal(keys.field, bound(dossierId, number), sealed))
