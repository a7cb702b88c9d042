import { eq } from 'drizzle-orm'
import { certificates } from '#db/schema/certificates.ts'
import { judgeCertificate } from '#shared/certificates/judge-certificate.ts'
import type { VerificationView } from '#shared/certificates/schemas.ts'
import { localDayOf } from '#shared/text/format.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { publicKeys } from './signing-key.ts'

/**
 * The desk's own word on a code: by signature, and by the book of what was certified. A code of an old key that stands
 * in the book letter for letter is as good as new.
 */
export async function verifyCertificate(
  { pool, keys, config, reference, now }: Pick<Deps, 'pool' | 'keys' | 'config' | 'reference' | 'now'>,
  token: string,
): Promise<VerificationView> {
  const today = localDayOf(now())
  const judged = await judgeCertificate(token, { keys: publicKeys(keys, config), revoked: { ids: [] }, today })
  const { certificate } = judged
  if (!certificate) return { verdict: judged.verdict, certificate: null }
  const entry = await withTx(pool, {}, async (tx) => {
    const [row] = await tx.select().from(certificates).where(eq(certificates.id, certificate.id))

    return row?.token === token ? row : undefined
  })
  const { unitCode, ...printed } = certificate

  return {
    verdict: verdictWith(judged.verdict, entry),
    certificate: {
      ...printed,
      unit: reference.unitName(unitCode),
      revokedAt: entry?.revokedAt ?? null,
      documentSha256: entry?.documentSha256 ?? null,
    },
  }
}

function verdictWith(
  verdict: VerificationView['verdict'],
  entry: { revokedAt: Date | null } | undefined,
): VerificationView['verdict'] {
  if (entry?.revokedAt) return 'revoked'

  return verdict === 'old_key' && entry ? 'valid' : verdict
}
