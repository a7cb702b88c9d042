import type pg from 'pg'
import { groupCommit } from './group-commit.ts'
import type { Keyed } from './keyed.ts'

/** What `desk_submit` takes; columns by their names in the database. */
export interface FilingRows {
  keyed: Keyed
  dossier: Readonly<Record<string, unknown>>
  events: readonly object[]
  sealed: Buffer
  people: readonly object[]
  papers: readonly object[]
  sender: string
  promised: readonly object[]
}

/** `reused`: the key came before with another body, and nothing was stored. */
export interface StoredFiling {
  outcome: 'stored' | 'replayed' | 'reused'
  dossierId: string
}

/** Stores a filing and answers after COMMIT; rejects with SQLSTATE QY001 when a file of it is not free, QY002 when one to be used again is gone. */
export type Filings = (filing: FilingRows) => Promise<StoredFiling>

/** Filings that come at the same time share a transaction (`group-commit.ts`): each is safe to run twice by its key. */
export const openFilings = (pool: pg.Pool): Filings => groupCommit({ store: (filings) => storeAll(pool, filings) })

async function storeAll(pool: pg.Pool, filings: readonly FilingRows[]): Promise<StoredFiling[]> {
  const rows = filings.map(({ keyed, sealed, promised, ...filing }, number) => ({
    ...filing,
    number,
    actor: keyed.actor,
    route: keyed.route,
    key: keyed.key,
    body_sha256: keyed.bodySha256.toString('hex'),
    sealed: sealed.toString('base64'),
    outbox: promised,
  }))
  // In the order of their keys, so that two groups with the same filings cannot wait for each other.
  rows.sort((a, b) => (a.key < b.key ? -1 : 1))
  const { rows: stored } = await pool.query<{ number: number; outcome: StoredFiling['outcome']; dossier_id: string }>({
    name: 'submit',
    text: `select f.number, s.outcome, s.dossier_id
      from jsonb_to_recordset($1) as f (number integer, actor text, route text, key text, body_sha256 text,
        dossier jsonb, events jsonb, sealed text, people jsonb, papers jsonb, sender text, outbox jsonb)
      cross join lateral desk_submit(f.actor, f.route, f.key, decode(f.body_sha256, 'hex'), null, f.dossier, f.events,
        decode(f.sealed, 'base64'), f.people, f.papers, f.sender, f.outbox) s`,
    values: [JSON.stringify(rows)],
  })
  const answers: StoredFiling[] = []
  for (const { number, outcome, dossier_id: dossierId } of stored) answers[number] = { outcome, dossierId }
  if (answers.length !== filings.length) throw new Error(`${filings.length} filings gave ${answers.length} answers`)

  return answers
}
