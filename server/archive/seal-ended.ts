import { sealableStates, sealingRuleOn } from '#shared/archive/retention.ts'
import { localDayOf } from '#shared/text/format.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { sealDossier } from './seal-dossier.ts'

const batchSize = 100

/**
 * Seals whatever ended long enough ago, unit by unit. Nothing is scheduled for a dossier: what hours without this
 * scan left over, the next one finds. Two scans at once seal nothing twice, by the row's lock and the seal's key.
 * Returns how many were sealed.
 */
export async function sealEnded(deps: Deps): Promise<number> {
  const at = deps.now()
  const before = new Date(at.getTime() - sealingRuleOn(localDayOf(at)).days * 86_400_000)
  let sealed = 0
  for (const unit of deps.reference.receivingUnits()) sealed += await sealUnit(deps, unit, before)

  return sealed
}

async function sealUnit(deps: Deps, unit: string, before: Date): Promise<number> {
  let sealed = 0
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const found = await withTx(deps.pool, { units: [unit] }, (tx) =>
      tx.statement<{ id: string }>(
        `select d.id from dossiers d
         where d.unit_code = $1 and d.is_ended and d.ended_at <= $2 and d.last_at <= $2 and d.state = any ($3::text[]) and d.id > $4
           and not exists (select 1 from archive_seals s where s.dossier_id = d.id)
         order by d.id limit $5`,
        [unit, before, sealableStates, after, batchSize],
      ),
    )
    for (const { id } of found) {
      try {
        if (await sealDossier(deps, unit, id)) sealed += 1
      } catch (error) {
        // One damaged file keeps back its own dossier and no other; a person must look at it.
        deps.log.error({ error: (error as Error).message, dossierId: id }, 'a dossier could not be sealed')
      }
    }
    const last = found.at(-1)
    if (!last || found.length < batchSize) return sealed
    after = last.id
  }
}
