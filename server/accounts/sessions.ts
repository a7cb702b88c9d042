import { createHash, randomBytes } from 'node:crypto'
import type { StaffActor } from '#shared/accounts/policy.ts'
import { localDayOf } from '#shared/text/format.ts'
import type { Deps } from '../platform/deps.ts'
import { province } from '../platform/reference.ts'

/** Real time on purpose: a demonstration's clock must not sign anybody out. */
const idleMs = 60 * 60_000
const absoluteMs = 12 * 3_600_000
/** A session is looked up once in this time per process, and dropped at once when a hint says so. */
const cacheMs = 10_000

interface Known {
  actor: StaffActor
  checkedAt: number
}

/** Opens and finds sessions. The cookie holds 256 random bits; the database holds only their hash. */
export interface Sessions {
  open(accountId: string): Promise<string>
  find(token: string): Promise<StaffActor | undefined>
  close(token: string): Promise<void>
}

export function openSessions({
  pool,
  wake,
  reference,
  now,
}: Pick<Deps, 'pool' | 'wake' | 'reference' | 'now'>): Sessions {
  const cache = new Map<string, Known>()
  wake.onHint((hint) => {
    if (hint === 'session' || hint === '*') cache.clear()
  })

  return {
    async open(accountId) {
      const token = randomBytes(32).toString('base64url')
      await pool.query(
        `insert into sessions (token_hash, account_id, created_at, last_seen_at, expires_at) values ($1, $2, now(), now(), now() + $3::interval)`,
        [hashOf(token), accountId, `${absoluteMs} milliseconds`],
      )

      return token
    },
    async find(token) {
      const known = cache.get(token)
      if (known && Date.now() - known.checkedAt < cacheMs) return known.actor
      const { rows } = await pool.query<SessionRow>(
        `with live as (
           update sessions set last_seen_at = now()
           where token_hash = $1 and expires_at > now() and last_seen_at > now() - $2::interval returning account_id)
         select a.id, a.username, a.name, a.role, p.unit_code from live
         join accounts a on a.id = live.account_id and a.status = 'active'
         join postings p on p.account_id = a.id and p.from_on <= $3 and (p.until_on is null or p.until_on >= $3)`,
        [hashOf(token), `${idleMs} milliseconds`, localDayOf(now())],
      )
      const row = rows[0]
      if (!row) {
        cache.delete(token)

        return undefined
      }
      const actor = actorOf(row, reference.receivingUnits())
      if (cache.size > 5_000) cache.clear()
      cache.set(token, { actor, checkedAt: Date.now() })

      return actor
    },
    async close(token) {
      await pool.query('delete from sessions where token_hash = $1', [hashOf(token)])
      cache.delete(token)
      wake.send('session')
    },
  }
}

interface SessionRow {
  id: string
  username: string
  name: string
  role: StaffActor['role']
  unit_code: string
}

/** Whose work it is to see no dossier at all, wherever they serve. */
const seeNoDossier: readonly StaffActor['role'][] = ['administrator', 'helper']

/** A posting to the province covers its communes and its own queue. */
function actorOf(row: SessionRow, ofProvince: string[]): StaffActor {
  const covered = row.unit_code === province.code ? ofProvince : [row.unit_code]

  return {
    kind: 'staff',
    accountId: row.id,
    username: row.username,
    name: row.name,
    role: row.role,
    unit: row.unit_code,
    units: seeNoDossier.includes(row.role) ? [] : covered,
  }
}

const hashOf = (token: string) => createHash('sha256').update(token).digest()
