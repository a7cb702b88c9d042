import { randomBytes } from 'node:crypto'
import { certificateSubjects, certificates } from '#db/schema/certificates.ts'
import { holderMark, toPayload } from '#shared/certificates/certificate-code.ts'
import { type Certificate, type CertificateForm, certificateForms } from '#shared/certificates/schemas.ts'
import { lastDayOf } from '#shared/certificates/validity.ts'
import { localDayOf } from '#shared/text/format.ts'
import type { Tx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { sha256 } from '../platform/sealing.ts'
import { signText } from './sign-text.ts'

/** What is certified, before it is printed. */
export interface NewCertificate {
  form: string
  /** As printed after "Số:", with its suffix. */
  number: string
  unitCode: string
  code: string
  holder: { name: string; identity?: string | undefined }
  signedAt: Date
}

/** A certificate with its signed code; `verifyUrl` goes on the paper as QR. */
export interface SignedCertificate {
  certificate: Certificate
  token: string
  verifyUrl: string
}

/** Signs the code of a result, or gives nothing for a form that certifies nothing. Stores nothing: see `keepCertificate`. */
export async function signCertificate(
  { keys, config }: Pick<Deps, 'keys' | 'config'>,
  { form, number, unitCode, code, holder, signedAt }: NewCertificate,
  origin = config.origin ?? 'http://localhost:3000',
): Promise<SignedCertificate | undefined> {
  if (!isCertificateForm(form)) return undefined
  const issuedOn = localDayOf(signedAt)
  const certificate: Certificate = {
    id: randomBytes(9).toString('base64url'),
    form,
    number,
    unitCode,
    code,
    issuedOn,
    expiresOn: lastDayOf(form, issuedOn),
    holder: holderMark(holder.name, holder.identity),
  }
  const token = await signText(keys, 'quay-kt', toPayload(certificate))

  return { certificate, token, verifyUrl: `${origin}/kt#${token}` }
}

/** Enters a certificate in the book, with the step that issued it: about whom, and the hash of the PDF as given out. */
export async function keepCertificate(
  tx: Tx,
  { certificate, token }: SignedCertificate,
  {
    dossierId,
    procedure,
    pdf,
    subjects,
    at,
  }: {
    dossierId: string
    procedure: string
    pdf: Buffer
    /** Blind indexes of the identity numbers that it names. */
    subjects: readonly Buffer[]
    at: Date
  },
): Promise<void> {
  await tx.insert(certificates).values({
    ...certificate,
    token,
    dossierId,
    procedure,
    documentSha256: sha256(pdf).toString('hex'),
    issuedAt: at,
  })
  if (subjects.length > 0)
    await tx
      .insert(certificateSubjects)
      .values(subjects.map((identityIndex) => ({ certificateId: certificate.id, identityIndex })))
      .onConflictDoNothing()
}

const isCertificateForm = (form: string): form is CertificateForm => certificateForms.some((each) => each === form)
