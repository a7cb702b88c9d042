import { eq } from 'drizzle-orm'
import { deskPresence } from '#db/schema/counter.ts'
import type { StaffActor } from '#shared/accounts/policy.ts'
import type { PresenceView } from '#shared/counter/schemas.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'

/** A browser says every fifteen seconds what it shows; who missed three is gone. */
const presentSeconds = 45

/**
 * Notes which dossier this officer has on screen, and tells what the colleagues of the unit have on theirs.
 *
 * Real time and not the desk's: a demonstration's clock may leap, presence does not. It locks nothing: that the
 * dossier is somebody's is said by the claim.
 */
export function keepPresence(
  { pool }: Pick<Deps, 'pool'>,
  actor: StaffActor,
  code: string | null,
): Promise<PresenceView> {
  return withTx(pool, { units: [actor.unit, ...actor.units] }, async (tx) => {
    const seenAt = new Date()
    if (code === null) await tx.delete(deskPresence).where(eq(deskPresence.accountId, actor.accountId))
    else {
      const row = { unitCode: actor.unit, dossierCode: code, name: actor.name, seenAt }
      await tx
        .insert(deskPresence)
        .values({ accountId: actor.accountId, ...row })
        .onConflictDoUpdate({ target: deskPresence.accountId, set: row })
    }
    const items = await tx.statement<PresenceView['items'][number]>(
      `select dossier_code as code, array_agg(name order by name) as names from desk_presence
       where unit_code = any ($1::text[]) and account_id <> $2 and seen_at > $3
       group by dossier_code`,
      [[actor.unit, ...actor.units], actor.accountId, new Date(seenAt.getTime() - presentSeconds * 1000)],
    )

    return { items }
  })
}
