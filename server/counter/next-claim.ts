import type pg from 'pg'
import type { StaffActor } from '#shared/accounts/policy.ts'
import type { DossierView } from '#shared/dossiers/dossier-view.ts'
import { lookOf, type StoredDossier, viewFor } from '../dossiers/read-dossier.ts'
import type { Deps } from '../platform/deps.ts'
import { groupCommit } from '../platform/group-commit.ts'
import { unitOf } from './queue-page.ts'

/** One officer's “the next, please”. */
interface Call {
  units: string
  unit: string
  account: string
  name: string
  role: string
  at: Date
  look: string
  purpose: string
}

/** Takes the most urgent dossier that nobody holds; `undefined` when nothing is free. */
export type NextClaims = (call: Call) => Promise<StoredDossier | undefined>

/**
 * Officers who press at the same time share a transaction (`group-commit.ts`). Each gets another dossier: a call sees
 * what those before it in its group took, and passes over what other groups have locked.
 */
export const openNextClaims = (pool: pg.Pool): NextClaims => groupCommit({ store: (calls) => claimAll(pool, calls) })

async function claimAll(pool: pg.Pool, calls: readonly Call[]): Promise<(StoredDossier | undefined)[]> {
  const { rows } = await pool.query<StoredDossier & { number: number }>({
    name: 'next-claim',
    text: `select c.number, dossier.*
      from jsonb_to_recordset($1) as c (number integer, units text, unit text, account uuid, name text, role text,
        at timestamptz, look uuid, purpose text)
      cross join lateral desk_next_claim(c.units, c.unit, c.account, c.name, c.role, c.at) claimed
      cross join lateral desk_read_dossier(c.units, claimed.code, c.look, c.at, c.account, c.unit, c.purpose) dossier`,
    values: [JSON.stringify(calls.map((call, number) => ({ ...call, number })))],
  })
  const given = new Map(rows.map((row) => [row.number, row]))

  return calls.map((_, number) => given.get(number))
}

/**
 * Gives the officer the most urgent dossier that nobody holds, ready to be read; `undefined` when nothing is free.
 * Claimed and read in one statement, so that of many who press at once each gets another one.
 */
export async function claimNext(deps: Deps, claims: NextClaims, actor: StaffActor): Promise<DossierView | undefined> {
  const unit = unitOf(actor, undefined)
  const [look, at, account, , purpose] = lookOf(deps, actor, 'xử lý hồ sơ')
  const { name, role, units } = actor
  const dossier = await claims({ units: units.join(), unit, account, name, role, at, look, purpose })
  if (!dossier) return undefined
  deps.wake.send(unit)

  return viewFor(deps, actor, dossier)
}
