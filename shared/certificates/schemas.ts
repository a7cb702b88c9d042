import * as z from 'zod/mini'
import { instant } from '../http/instant.ts'
import { unitName } from '../units/schemas.ts'

export const certificateForms = ['CT03', 'CT07', 'CT08'] as const
export type CertificateForm = (typeof certificateForms)[number]

/** What a certificate's code says. Enough to compare with the paper, and too little to learn who somebody is. */
export interface Certificate {
  /** Names it in the list of what was revoked. */
  id: string
  form: CertificateForm
  /** As printed after "Số:". */
  number: string
  unitCode: string
  /** The dossier's code. */
  code: string
  /** `YYYY-MM-DD`. */
  issuedOn: string
  /** The last day of its validity; null: until something changes. */
  expiresOn: string | null
  /** Initials, and the last three digits of the identity number: `NTH·345`. */
  holder: string
}

export const publicKeyView = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  use: z.literal('sig'),
  alg: z.literal('EdDSA'),
  kid: z.string(),
  x: z.string(),
  /** Signs no more; what it signed is told apart. */
  retired: z.boolean(),
})

/** A JSON Web Key Set (RFC 7517), with one word more. */
export const publicKeysView = z.object({ keys: z.array(publicKeyView) })
export type PublicKeysView = z.infer<typeof publicKeysView>

/** What was revoked, as one signed text: its payload is `revocationList`. */
export const revocationsView = z.object({ list: z.string() })
export const revocationList = z.strictObject({ at: z.string(), ids: z.array(z.string()) })
export type RevocationList = z.infer<typeof revocationList>

export const verdicts = ['valid', 'expired', 'revoked', 'old_key', 'altered', 'forged', 'unreadable'] as const
export type Verdict = (typeof verdicts)[number]

/** What the desk itself answers about a code: by its signature and by its books. */
export const verificationView = z.object({
  verdict: z.enum(verdicts),
  certificate: z.nullable(
    z.object({
      id: z.string(),
      form: z.enum(certificateForms),
      number: z.string(),
      unit: unitName,
      code: z.string(),
      issuedOn: z.string(),
      expiresOn: z.nullable(z.string()),
      holder: z.string(),
      revokedAt: z.nullable(instant),
      /** Of the PDF as it was given out, to compare a file with. */
      documentSha256: z.nullable(z.string()),
    }),
  ),
})
export type VerificationView = z.infer<typeof verificationView>

/** The receipt as a program reads it: everything that was filed, and the hash of each file. */
export const receiptContent = z.strictObject({
  kind: z.literal('quay-receipt'),
  version: z.literal(1),
  code: z.string(),
  procedure: z.strictObject({ code: z.string(), name: z.string() }),
  unit: z.strictObject({ code: z.string(), name: z.string() }),
  channel: z.string(),
  filedAt: z.string(),
  receptionDueAt: z.nullable(z.string()),
  dueAt: z.string(),
  fee: z.number(),
  applicantName: z.string(),
  /** Who typed it in for the resident and how the resident confirmed it, where somebody did. */
  assisted: z.optional(z.string()),
  sections: z.array(z.strictObject({ title: z.string(), rows: z.array(z.tuple([z.string(), z.string()])) })),
  answersSha256: z.string(),
  papers: z.array(z.strictObject({ name: z.string(), type: z.string(), bytes: z.number(), sha256: z.string() })),
  /** A practice desk outside production: worth nothing. */
  demo: z.boolean(),
})
export type ReceiptContent = z.infer<typeof receiptContent>
