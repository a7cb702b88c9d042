import { fromPayload } from './certificate-code.ts'
import type { Certificate, RevocationList, Verdict } from './schemas.ts'
import { openSigned, type PublicKey } from './signed-text.ts'

export interface Judged {
  verdict: Verdict
  /** What the code says, where its signature held. */
  certificate: Certificate | null
}

/**
 * Tells what a certificate's code is worth, without asking anybody: by the desk's public keys, the list of what was
 * revoked as far as it is known here, and the day (`YYYY-MM-DD` in Việt Nam). A certificate is valid through the
 * whole of its last day.
 */
export async function judgeCertificate(
  code: string,
  { keys, revoked, today }: { keys: readonly PublicKey[]; revoked: Pick<RevocationList, 'ids'>; today: string },
): Promise<Judged> {
  const opened = await openSigned(code, 'quay-kt', keys)
  if (opened.is === 'unknown_key') return { verdict: 'forged', certificate: null }
  if (opened.is !== 'genuine') return { verdict: opened.is, certificate: null }
  const certificate = fromPayload(opened.payload) ?? null
  if (!certificate) return { verdict: 'unreadable', certificate }
  if (revoked.ids.includes(certificate.id)) return { verdict: 'revoked', certificate }
  if (certificate.expiresOn && certificate.expiresOn < today) return { verdict: 'expired', certificate }

  return { verdict: opened.key.isRetired ? 'old_key' : 'valid', certificate }
}
