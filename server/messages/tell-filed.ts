import { and, eq, lte } from 'drizzle-orm'
import { dossierEvents, dossiers } from '#db/schema/dossiers.ts'
import { outbox } from '#db/schema/outbox.ts'
import type { DossierEvent } from '#shared/dossiers/events.ts'
import { messagesFor } from '#shared/messages/messages-for.ts'
import { one, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { promiseMessage } from './promise-message.ts'

/** A notice is accepted by the desk itself, as its second event. */
const eventsOfFiling = 2

/**
 * Promises what a new dossier's own events call for. Filing is one statement and the desk's busiest; so it leaves a
 * row in the outbox, and the message is worded here, after its commit. Twice is the same as once.
 */
export async function tellFiled(
  { pool, now, wake }: Pick<Deps, 'pool' | 'now' | 'wake'>,
  { outboxId, dossierId }: { outboxId: string; dossierId: string },
): Promise<void> {
  const at = now()
  await withTx(pool, { dossier: dossierId }, async (tx) => {
    const dates = one(
      await tx
        .select({ receptionDueAt: dossiers.receptionDueAt, dueAt: dossiers.dueAt })
        .from(dossiers)
        .where(eq(dossiers.id, dossierId)),
    )
    const events = await tx
      .select()
      .from(dossierEvents)
      .where(and(eq(dossierEvents.dossierId, dossierId), lte(dossierEvents.seq, eventsOfFiling)))
      .orderBy(dossierEvents.seq)
    for (const event of events) {
      for (const message of messagesFor(event as DossierEvent, dates))
        await promiseMessage(tx, { dossierId, at, ...message })
    }
    await tx
      .update(outbox)
      .set({ doneAt: at })
      .where(eq(outbox.id, BigInt(outboxId)))
  })
  wake.send('outbox')
}
