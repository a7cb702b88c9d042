import { and, eq } from 'drizzle-orm'
import type { FastifyRequest } from 'fastify'
import { idempotencyKeys } from '#db/schema/outbox.ts'
import { canonicalJson } from '#shared/text/canonical-json.ts'
import type { Tx } from './db.ts'
import { keyNeeded, keyReused } from './problem.ts'
import { sha256 } from './sealing.ts'

/**
 * One intention of a caller: sent again under the same key it takes effect once.
 *
 * `actor` is an account or a proved dossier or a browser, and never null: nulls never conflict, and the double
 * filing would pass.
 */
export interface Keyed {
  actor: string
  route: string
  key: string
  bodySha256: Buffer
}

/** The caller's `Idempotency-Key`; required where something is created, else only honoured. */
export function keyOf(request: FastifyRequest, actor: string, required: true): Keyed
export function keyOf(request: FastifyRequest, actor: string, required?: boolean): Keyed | undefined
export function keyOf(request: FastifyRequest, actor: string, required = false): Keyed | undefined {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || !/^[\x21-\x7e]{8,200}$/.test(key)) {
    if (required || key !== undefined) throw keyNeeded()

    return undefined
  }

  // The path and not the pattern: the same key on two dossiers is two intentions.
  return {
    actor,
    route: `${request.method} ${request.url.split('?')[0]}`,
    key,
    bodySha256: sha256(canonicalJson(request.body ?? null)),
  }
}

/**
 * Takes the key in this transaction. Returns true when the same intention was stored before: nothing must be done
 * again. A twin that is under way holds the index, so this waits for it and then finds its row.
 */
export async function wasDone(tx: Tx, keyed: Keyed | undefined, dossierId: string | null, at: Date): Promise<boolean> {
  if (!keyed) return false
  const taken = await tx
    .insert(idempotencyKeys)
    .values({ ...keyed, dossierId, createdAt: at })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key })
  if (taken.length > 0) return false
  const [before] = await tx
    .select({ bodySha256: idempotencyKeys.bodySha256 })
    .from(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.actor, keyed.actor),
        eq(idempotencyKeys.route, keyed.route),
        eq(idempotencyKeys.key, keyed.key),
      ),
    )
  if (!before?.bodySha256.equals(keyed.bodySha256)) throw keyReused()

  return true
}
