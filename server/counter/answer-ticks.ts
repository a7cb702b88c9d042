import { and, eq } from 'drizzle-orm'
import { answerTicks } from '#db/schema/counter.ts'
import { dossiers } from '#db/schema/dossiers.ts'
import { may, type StaffActor } from '#shared/accounts/policy.ts'
import { asSubject } from '../dossiers/change-dossier.ts'
import { one, type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { notFound } from '../platform/problem.ts'

/** Which answers this officer has compared with the papers, as the answers stand now: mended ones are to be looked at anew. */
export function readTicks({ pool }: Pick<Deps, 'pool'>, actor: StaffActor, code: string): Promise<string[]> {
  return withTx(pool, { units: actor.units }, async (tx) => {
    const { id, answersNumber } = await readable(tx, actor, code)
    const rows = await tx
      .select({ path: answerTicks.path })
      .from(answerTicks)
      .where(
        and(
          eq(answerTicks.dossierId, id),
          eq(answerTicks.accountId, actor.accountId),
          eq(answerTicks.answersNumber, answersNumber),
        ),
      )

    return rows.map(({ path }) => path)
  })
}

/** Puts the whole set of ticks in place of the one before: safe to send twice, and the last one sent holds. */
export function keepTicks(
  { pool, now }: Pick<Deps, 'pool' | 'now'>,
  actor: StaffActor,
  code: string,
  paths: readonly string[],
): Promise<void> {
  return withTx(pool, { units: actor.units }, async (tx) => {
    const { id, answersNumber } = await readable(tx, actor, code)
    await tx.delete(answerTicks).where(and(eq(answerTicks.dossierId, id), eq(answerTicks.accountId, actor.accountId)))
    const rows = [...new Set(paths)].map((path) => ({
      dossierId: id,
      accountId: actor.accountId,
      path,
      answersNumber,
      at: now(),
    }))
    if (rows.length > 0) await tx.insert(answerTicks).values(rows).onConflictDoNothing()
  })
}

async function readable(tx: Tx, actor: StaffActor, code: string): Promise<{ id: string; answersNumber: number }> {
  const [dossier] = await tx.select().from(dossiers).where(eq(dossiers.code, code))
  if (!dossier || !may(actor, 'read', asSubject(dossier))) throw notFound()
  const { number } = one(
    await tx.statement<{ number: number }>('select max(number) as number from dossier_answers where dossier_id = $1', [
      dossier.id,
    ]),
  )

  return { id: dossier.id, answersNumber: number }
}
