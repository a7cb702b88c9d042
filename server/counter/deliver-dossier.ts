import { eq } from 'drizzle-orm'
import { dossierEvents, dossiers } from '#db/schema/dossiers.ts'
import { inbox, outbox } from '#db/schema/outbox.ts'
import { chain } from '../dossiers/event-chain.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'

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
 */
export async function deliverDossier(
  deps: Pick<Deps, 'pool' | 'now' | 'wake' | 'metrics'>,
  { outboxId, dossierId, unit }: Delivery,
): Promise<void> {
  const now = deps.now()
  const isDelivered = await withTx(deps.pool, { units: [unit] }, async (tx) => {
    const first = await tx
      .insert(inbox)
      .values({ outboxId: BigInt(outboxId), doneAt: now })
      .onConflictDoNothing()
      .returning({ id: inbox.outboxId })
    if (first.length === 0) return false
    await tx
      .update(outbox)
      .set({ doneAt: now })
      .where(eq(outbox.id, BigInt(outboxId)))
    const [dossier] = await tx.select().from(dossiers).where(eq(dossiers.id, dossierId)).for('update')
    if (!dossier || dossier.unitCode !== unit || dossier.deliveredAt) return false

    const head = { dossierId, unit, seq: dossier.lastSeq, hash: dossier.lastHash, at: dossier.lastAt }
    const { stored, head: next } = chain(
      head,
      { action: 'deliver', actor: { kind: 'system', part: 'worker' }, data: { unit, outboxId } },
      now,
    )
    await tx.insert(dossierEvents).values({
      dossierId,
      seq: stored.seq,
      action: stored.action,
      unitCode: unit,
      occurredAt: stored.occurredAt,
      recordedAt: stored.recordedAt,
      body: stored.body,
      hash: stored.hash,
    })
    // `version` stays: a delivery must not make the page stale that a resident has open.
    await tx
      .update(dossiers)
      .set({ deliveredAt: stored.recordedAt, lastSeq: next.seq, lastHash: next.hash, lastAt: next.at })
      .where(eq(dossiers.id, dossierId))

    return true
  })
  if (isDelivered) {
    deps.metrics.delivered.inc()
    deps.wake.send(unit)
  }
}
