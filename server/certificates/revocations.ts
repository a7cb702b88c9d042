import { desc, isNotNull } from 'drizzle-orm'
import { certificates } from '#db/schema/certificates.ts'
import type { RevocationList } from '#shared/certificates/schemas.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { signText } from './sign-text.ts'

/**
 * What was revoked, signed and dated, so that whoever kept it knows offline how old it is. Certificates that had
 * expired anyway stay on it: twelve letters each, and one verdict less to doubt.
 */
export function signedRevocations({ pool, keys, now }: Pick<Deps, 'pool' | 'keys' | 'now'>): Promise<string> {
  return withTx(pool, {}, async (tx) => {
    const rows = await tx
      .select({ id: certificates.id })
      .from(certificates)
      .where(isNotNull(certificates.revokedAt))
      .orderBy(desc(certificates.revokedAt))

    return signText(keys, 'quay-th', {
      at: now().toISOString(),
      ids: rows.map(({ id }) => id),
    } satisfies RevocationList)
  })
}
