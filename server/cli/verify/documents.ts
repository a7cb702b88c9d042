import { asc, inArray } from 'drizzle-orm'
import { certificates } from '#db/schema/certificates.ts'
import { documents } from '#db/schema/dossiers.ts'
import { fromPayload } from '#shared/certificates/certificate-code.ts'
import { openSigned } from '#shared/certificates/signed-text.ts'
import type { DossierEvent } from '#shared/dossiers/events.ts'
import { type AtHand, type Batch, fileDifference, groupBy, type Looked, lookAtEach } from './batch.ts'
import { firstDifference } from './dossier.ts'

type Certificate = typeof certificates.$inferSelect
type Document = typeof documents.$inferSelect

/**
 * Whether the results that a log granted were made, each with its number and at that instant, and what was signed on
 * receipt is there; and whether every slip and result lies in the store as its hash says. Of a dossier that was disposed
 * of only the hashes are left.
 */
export async function lookAtDocuments(
  { db, ids, dossiers, erased, eventsOf }: Batch,
  { store }: AtHand,
): Promise<Looked> {
  const rows = await db
    .select()
    .from(documents)
    .where(inArray(documents.dossierId, ids))
    .orderBy(asc(documents.madeAt), asc(documents.id))
  const documentsOf = groupBy(rows, ({ dossierId }) => dossierId)
  const looked = await lookAtEach(
    [...dossiers.values()],
    ({ code }) => code,
    async ({ id }) => {
      const own = documentsOf.get(id) ?? []
      for (const event of eventsOf(id)) {
        const missing = missingOf(event, own)
        if (missing) return missing
      }
      for (const { form, sha256, bytes } of erased.has(id) ? [] : own) {
        const lost = await fileDifference(store, sha256, bytes)
        if (lost) return `document ${form}: ${lost}`
      }

      return undefined
    },
  )

  return { ...looked, rows: rows.length }
}

/** What an event says was made or signed, and is not among the dossier's documents. */
function missingOf(event: DossierEvent, documentsOfDossier: readonly Document[]): string | undefined {
  if (event.action === 'hand_over') {
    const { proof } = event.data
    const isThere =
      proof?.kind !== 'signature' || documentsOfDossier.some(({ sha256 }) => sha256 === proof.documentSha256)

    return isThere ? undefined : 'the slip that was signed when it was handed over is not stored'
  }
  if (event.action !== 'resolve') return undefined
  const { resultForms, resultNumber } = event.data
  const made = documentsOfDossier.filter(({ madeAt }) => madeAt.getTime() === event.recordedAt.getTime())
  const missing = resultForms.find((form) => !made.some((each) => each.form === form && each.number))
  if (missing) return `the result ${missing} that was granted is not stored`
  const [first] = resultForms

  return first && !made.some(({ form, number }) => form === first && number === resultNumber)
    ? `the number of ${first} should be ${resultNumber}`
    : undefined
}

/**
 * Whether the book of certificates says what the desk signed, about a document that the dossier has. Receipts are stored
 * nowhere: they are made and signed again from log and answers, and both are looked at for themselves.
 */
export async function lookAtCertificates({ db, ids, dossiers }: Batch, atHand: AtHand): Promise<Looked> {
  const rows = await db
    .select()
    .from(certificates)
    .where(inArray(certificates.dossierId, ids))
    .orderBy(asc(certificates.issuedAt), asc(certificates.id))
  const made = await db.select().from(documents).where(inArray(documents.dossierId, ids))

  return lookAtEach(
    rows,
    ({ code, form }) => `${code} certificate ${form}`,
    async (certificate) => {
      const { dossierId, code, procedure, revokedAt, revokedBy } = certificate
      if ((revokedAt === null) !== (revokedBy === null)) return 'it is revoked by nothing, or at no time'
      const dossier = dossiers.get(dossierId)
      const beside = firstDifference({ code: dossier?.code, procedure: dossier?.procedure }, { code, procedure })
      if (beside) return beside
      if (!made.some((document) => isOf(document, certificate))) return 'the dossier has no document with its hash'

      return againstSignature(certificate, atHand)
    },
  )
}

const isOf = ({ dossierId, form, sha256 }: Document, certificate: Certificate) =>
  dossierId === certificate.dossierId && form === certificate.form && sha256 === certificate.documentSha256

async function againstSignature(certificate: Certificate, { publicKeys }: AtHand): Promise<string | undefined> {
  if (publicKeys.length === 0) return undefined
  const opened = await openSigned(certificate.token, 'quay-kt', publicKeys)
  const signed = opened.is === 'genuine' ? fromPayload(opened.payload) : undefined
  if (!signed) return 'its code was not signed by the desk'

  return firstDifference(signed, certificate)
}
