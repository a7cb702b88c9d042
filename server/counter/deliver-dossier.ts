import { one, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { indexDossiers } from './index-dossiers.ts'

/** What a delivery is about; the unit is the queue's own. */
export interface Delivery {
  outboxId: string
  dossierId: string
  unit: string
}

/**
 * Puts a dossier on its commune's desk: records the delivery, shows it in the queue, and wakes the officers' screens.
 *
 * Safe to run twice: the inbox row and the event commit together, so a job that comes again finds its row and does
 * nothing. A dossier that was transferred away meanwhile is out of this unit's sight and is left to the other's queue.
 * By what it is found is written before it is shown: whatever stands on a desk can be searched for.
 */
export async function deliverDossier(
  deps: Pick<Deps, 'pool' | 'keys' | 'now' | 'wake' | 'metrics'>,
  { outboxId, dossierId, unit }: Delivery,
): Promise<void> {
  await withTx(deps.pool, { units: [unit] }, (tx) => indexDossiers(tx, deps, [dossierId]))
  const { rows } = await deps.pool.query<{ is_delivered: boolean }>({
    name: 'deliver',
    text: 'select desk_deliver($1, $2, $3, $4) as is_delivered',
    values: [unit, outboxId, dossierId, deps.now()],
  })
  if (!one(rows).is_delivered) return
  deps.metrics.delivered.inc()
  deps.wake.send(unit)
}
