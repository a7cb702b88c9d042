import { revocationRules } from '#shared/certificates/validity.ts'
import type { Tx } from '../platform/db.ts'

/**
 * Revokes what was certified before about the people of a dossier and is no longer true once it is granted, in the
 * step's own transaction and in whatever commune it was issued. Returns how many.
 *
 * The rules are data (`shared/certificates/validity.ts`). What the dossier itself certifies is left alone.
 */
export async function revokeOutdated(
  tx: Tx,
  { dossierId, procedure, at }: { dossierId: string; procedure: string; at: Date },
): Promise<number> {
  let count = 0
  for (const { decided, form, issuedFor } of revocationRules) {
    if (!decided.includes(procedure)) continue
    const revoked = await tx.statement<{ id: string }>(
      `update certificates c set revoked_at = $2, revoked_by = $1
       where c.revoked_at is null and c.dossier_id <> $1 and c.form = $3 and ($4::text[] is null or c.procedure = any($4))
         and exists (select 1 from certificate_subjects s join dossier_people p on p.identity_index = s.identity_index
                     where s.certificate_id = c.id and p.dossier_id = $1)
       returning c.id`,
      [dossierId, at, form, issuedFor ?? null],
    )
    count += revoked.length
  }

  return count
}
