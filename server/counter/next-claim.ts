import type { StaffActor } from '#shared/accounts/policy.ts'
import type { Deps } from '../platform/deps.ts'
import { unitOf } from './queue-page.ts'

/**
 * Gives the officer the most urgent dossier that nobody holds; `undefined` when nothing is free. In one statement,
 * so that of many who press at once each gets another one.
 */
export async function claimNext(
  { pool, now, wake }: Pick<Deps, 'pool' | 'now' | 'wake'>,
  actor: StaffActor,
): Promise<string | undefined> {
  const unit = unitOf(actor, undefined)
  const { rows } = await pool.query<{ code: string }>({
    name: 'next-claim',
    text: 'select code from desk_next_claim($1, $2, $3, $4, $5, $6)',
    values: [actor.units.join(), unit, actor.accountId, actor.name, actor.role, now()],
  })
  if (rows[0]) wake.send(unit)

  return rows[0]?.code
}
