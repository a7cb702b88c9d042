import pg from 'pg'
import { type SlaFact, slaFact } from '#shared/reports/sla-fact.ts'
import { readEvent } from '../dossiers/event-chain.ts'
import { openLog } from '../parts.ts'
import { openReference, type Reference } from '../platform/reference.ts'
import { openWakeups } from '../platform/wakeups.ts'
import { factFields, selectFacts } from '../reports/rollups/fact-rows.ts'
import { reachDesk } from './reach-desk.ts'
import { differenceIn, firstDifference, type StoredDossier, type StoredLink } from './verify-dossier.ts'
import { differingCell, strayFact } from './verify-rollups.ts'

const batchSize = 500
const firstId = '00000000-0000-0000-0000-000000000000'

/** What was compared. `waiting`: dossiers whose last events the reports had not counted yet, and whose fact was passed over. */
export interface Verified {
  dossiers: number
  events: number
  cells: number
  waiting: number
  stored: number
}

/**
 * `desk verify [--sample N]`: nothing stored beside the log may differ from what the log says. Exits 1 at the first
 * difference, named.
 */
export async function runVerify(sample?: number): Promise<void> {
  if (sample !== undefined && !(Number.isInteger(sample) && sample > 0))
    throw new Error('desk verify --sample N: how many dossiers, at random')
  await using desk = await reachDesk()
  const pool = new pg.Pool({ connectionString: desk.database.ownerUrl, max: 2 })
  const log = openLog({ logLevel: 'silent' })
  const wake = await openWakeups(desk.database.ownerUrl, pool, log)
  const client = new pg.Client({ connectionString: desk.database.ownerUrl })
  const began = performance.now()
  try {
    const reference = await openReference(pool, wake, log)
    await client.connect()
    process.stdout.write(inWords(await verify(client, reference, sample), began))
  } finally {
    await client.end()
    await wake.close()
    await pool.end()
  }
}

function inWords({ dossiers, events, cells, waiting, stored }: Verified, began: number): string {
  const seconds = (performance.now() - began) / 1000
  const isSample = dossiers < stored
  // The rule of three: no fault among n drawn at random leaves, with 95 % confidence, fewer than 3 / n faulty.
  const confidence = isSample
    ? `Drawn at random from ${stored}: with 95 % confidence fewer than ${(300 / dossiers).toPrecision(2)} % of all differ.\n`
    : ''
  const unread = waiting > 0 ? `${waiting} wait to be counted by the reports.\n` : ''

  return `${dossiers} dossiers with ${events} events and ${cells} report cells in ${seconds.toFixed(1)} s (${Math.round(dossiers / seconds)} dossiers/s), 0 differences.\n${confidence}${unread}`
}

/**
 * Compares all, or a random sample of the dossiers and all report cells, as of one instant: the desk may go on
 * meanwhile. Throws at the first difference.
 */
export async function verify(client: pg.ClientBase, reference: Reference, sample?: number): Promise<Verified> {
  await client.query('begin isolation level repeatable read read only; set local row_security = off')
  try {
    const verified: Verified = { dossiers: 0, events: 0, cells: 0, waiting: 0, stored: await countDossiers(client) }
    for await (const ids of sample === undefined ? allIds(client) : sampledIds(client, sample)) {
      const [dossiers, logs, facts, waiting] = await readBatch(client, ids)
      for (const dossier of dossiers) {
        const links = logs.get(dossier.id) ?? []
        const difference =
          differenceIn(dossier, links, { reference }) ??
          (waiting.has(dossier.id) ? undefined : differenceInFact(dossier.id, links, facts.get(dossier.id), reference))
        if (difference) throw new Error(`${dossier.code}: ${difference}`)
        verified.events += links.length
      }
      verified.dossiers += dossiers.length
      verified.waiting += waiting.size
    }
    const { cells, difference } = await differingCell(client)
    verified.cells = cells
    const wrong = difference ?? (await strayFact(client))
    if (wrong) throw new Error(wrong)

    return verified
  } finally {
    await client.query('rollback')
  }
}

function differenceInFact(
  dossierId: string,
  links: readonly StoredLink[],
  stored: SlaFact | undefined,
  reference: Reference,
): string | undefined {
  const computed = slaFact(
    dossierId,
    links.map(({ body }) => readEvent(body)),
    { calendarOf: reference.calendarOf, outages: reference.outages(), editionAt: reference.directory().editionAt },
  )
  if (!computed) return 'the reports cannot read its log'
  if (!stored) return 'the reports do not count it'
  const difference = firstDifference(
    computed,
    Object.fromEntries(factFields.map((field) => [field, stored[field]])) as unknown as SlaFact,
  )

  return difference && `counted in reports: ${difference}`
}

async function countDossiers(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ n: number }>('select count(*)::integer as n from dossiers')

  return rows[0]?.n ?? 0
}

async function* allIds(client: pg.ClientBase): AsyncGenerator<string[]> {
  for (let after: string | undefined = firstId; after !== undefined; ) {
    const { rows }: { rows: { id: string }[] } = await client.query(
      'select id from dossiers where id > $1 order by id limit $2',
      [after, batchSize],
    )
    if (rows.length > 0) yield rows.map(({ id }) => id)
    after = rows.at(-1)?.id
  }
}

async function* sampledIds(client: pg.ClientBase, sample: number): AsyncGenerator<string[]> {
  const { rows } = await client.query<{ id: string }>('select id from dossiers order by random() limit $1', [sample])
  for (let at = 0; at < rows.length; at += batchSize) yield rows.slice(at, at + batchSize).map(({ id }) => id)
}

type Batch = [StoredDossier[], Map<string, StoredLink[]>, Map<string, SlaFact>, Set<string>]

async function readBatch(client: pg.ClientBase, ids: readonly string[]): Promise<Batch> {
  const { rows: dossiers } = await client.query<StoredDossier>(
    `select id, code, procedure, procedure_version as "procedureVersion", variant, channel, unit_code as "unitCode", state, version,
       delivered_at as "deliveredAt", last_seq as "lastSeq", last_hash as "lastHash", last_at as "lastAt", routing,
       holder_id as "holderId", holder_name as "holderName", filed_at as "filedAt", accepted_at as "acceptedAt",
       ended_at as "endedAt", reception_due_at as "receptionDueAt", due_at as "dueAt", next_due_at as "nextDueAt",
       due_soon_at as "dueSoonAt", is_ended as "isEnded", supplements, verdict, working_minutes as "workingMinutes"
     from dossiers where id = any ($1::uuid[]) order by id`,
    [ids],
  )
  const { rows: links } = await client.query<StoredLink & { dossier_id: string }>(
    `select dossier_id, seq, action, unit_code as "unitCode", occurred_at as "occurredAt", recorded_at as "recordedAt", body, hash
     from dossier_events where dossier_id = any ($1::uuid[]) order by dossier_id, seq`,
    [ids],
  )
  const { rows: facts } = await client.query<SlaFact>(selectFacts, [ids])
  const { rows: waiting } = await client.query<{ dossier_id: string }>(
    'select distinct dossier_id from sla_pending where dossier_id = any ($1::uuid[])',
    [ids],
  )
  const logs = new Map<string, StoredLink[]>(ids.map((id) => [id, []]))
  for (const { dossier_id, ...link } of links) logs.get(dossier_id)?.push(link)

  return [
    dossiers,
    logs,
    new Map(facts.map((fact) => [fact.dossierId, fact])),
    new Set(waiting.map(({ dossier_id }) => dossier_id)),
  ]
}
