import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { DossierEvent } from '#shared/dossiers/events.ts'
import { type SlaFact, slaFact } from '#shared/reports/sla-fact.ts'
import { publicKeys } from '../../certificates/signing-key.ts'
import { readEvent } from '../../dossiers/event-chain.ts'
import { openLog } from '../../parts.ts'
import { openReference, type Reference } from '../../platform/reference.ts'
import { openStore } from '../../platform/store.ts'
import { openWakeups } from '../../platform/wakeups.ts'
import { factFields, selectFacts } from '../../reports/rollups/fact-rows.ts'
import { reachDesk } from '../reach-desk.ts'
import { lookAtAnswers, lookAtPapers } from './answers.ts'
import { lookAtArchiveSeals } from './archive-seals.ts'
import { lookAtAssistedFilings } from './assistance.ts'
import type { AtHand, Batch, Looked } from './batch.ts'
import { lookAtComplaints } from './complaints.ts'
import { lookAtConsents } from './consents.ts'
import { lookAtCertificates, lookAtDocuments } from './documents.ts'
import { differenceIn, firstDifference, type StoredDossier, type StoredLink } from './dossier.ts'
import { lookAtFinds } from './finds.ts'
import { lookAtOutages } from './outages.ts'
import { lookAtPayments } from './payments.ts'
import { lookAtRepeats, lookAtVisits } from './repeats.ts'
import { lookAtReportSeals } from './report-seals.ts'
import { differingCell, strayFact } from './rollups.ts'
import { lookAtBookings, lookAtNumbers, lookAtTickets } from './tickets.ts'

const batchSize = 500
const firstId = '00000000-0000-0000-0000-000000000000'

/** What was compared, by what it was. `waiting`: dossiers whose last events the reports had not counted yet, and whose fact was passed over. */
export interface Verified {
  dossiers: number
  events: number
  cells: number
  waiting: number
  stored: number
  /** How many rows of the other tables, by the name that a person reads. */
  others: Record<string, number>
}

/** What hangs on dossiers, in the order in which it is looked at: what was filed first, and what came of it last. */
const ofDossiers: Record<string, (batch: Batch, atHand: AtHand) => Promise<Looked>> = {
  answers: lookAtAnswers,
  'search entries': lookAtFinds,
  papers: lookAtPapers,
  consents: lookAtConsents,
  payments: lookAtPayments,
  documents: lookAtDocuments,
  certificates: lookAtCertificates,
  'warnings and ratings': lookAtRepeats,
  visits: lookAtVisits,
  complaints: lookAtComplaints,
  'archived dossiers': lookAtArchiveSeals,
}

/** What stands for itself: looked at whole, also when dossiers are drawn at random. */
const ofTheDesk: Record<string, (db: NodePgDatabase, atHand: AtHand) => Promise<Looked>> = {
  outages: lookAtOutages,
  'assisted filings': lookAtAssistedFilings,
  'lines of numbers': lookAtNumbers,
  bookings: lookAtBookings,
  'sealed reports and corrections': lookAtReportSeals,
}

/**
 * `desk verify [--sample N]`: nothing stored beside the log may differ from what the log says, and no chain, seal or
 * signature may be broken. Exits 1 at the first difference, named.
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
    const { keys } = desk
    const atHand: AtHand = {
      reference: await openReference(pool, wake, log),
      keys,
      publicKeys: keys ? publicKeys(keys, desk.config) : [],
      store: existsSync(join(desk.config.dataDir, 'blobs')) ? await openStore(desk.config.dataDir) : undefined,
    }
    await client.connect()
    process.stdout.write(inWords(await verify(client, atHand, sample), atHand, began))
  } finally {
    await client.end()
    await wake.close()
    await pool.end()
  }
}

function inWords(
  { dossiers, events, cells, waiting, stored, others }: Verified,
  { keys, store }: AtHand,
  began: number,
): string {
  const seconds = (performance.now() - began) / 1000
  const isSample = dossiers < stored
  const lines = [
    `${dossiers} dossiers with ${events} events and ${cells} report cells in ${seconds.toFixed(1)} s (${Math.round(dossiers / seconds)} dossiers/s), 0 differences.`,
    `With them ${Object.entries(others)
      .map(([name, rows]) => `${rows} ${name}`)
      .join(', ')}.`,
    // The rule of three: no fault among n drawn at random leaves, with 95 % confidence, fewer than 3 / n faulty.
    isSample &&
      `Drawn at random from ${stored}: with 95 % confidence fewer than ${(300 / dossiers).toPrecision(2)} % of all differ.`,
    waiting > 0 && `${waiting} wait to be counted by the reports.`,
    !keys && 'No keys are at hand: what is sealed was not opened, and no signature was judged.',
    !store && 'The stored files are not at hand, and were not read.',
  ]

  return `${lines.filter((line) => line !== false).join('\n')}\n`
}

/**
 * Compares all, or a random sample of the dossiers and numbers with all that stands for itself, as of one instant: the
 * desk may go on meanwhile. Throws at the first difference.
 */
export async function verify(client: pg.ClientBase, atHand: AtHand, sample?: number): Promise<Verified> {
  await client.query('begin isolation level repeatable read read only; set local row_security = off')
  try {
    const db = drizzle(client as pg.Client)
    const verified: Verified = {
      dossiers: 0,
      events: 0,
      cells: 0,
      waiting: 0,
      stored: await countDossiers(client),
      others: {},
    }
    const note = (name: string, { rows, difference }: Looked) => {
      if (difference) throw new Error(difference)
      verified.others[name] = (verified.others[name] ?? 0) + rows
    }
    // Outages first: by them the turns of dossiers are judged.
    for (const [name, look] of Object.entries(ofTheDesk)) note(name, await look(db, atHand))
    for await (const ids of idsOf(client, 'dossiers', sample)) {
      const batch = await verifyLogs(client, db, atHand.reference, ids, verified)
      for (const [name, look] of Object.entries(ofDossiers)) note(name, await look(batch, atHand))
    }
    for await (const ids of idsOf(client, 'tickets', sample)) note('numbers', await lookAtTickets(db, ids, atHand))
    const { cells, difference } = await differingCell(client)
    verified.cells = cells
    const wrong = difference ?? (await strayFact(client))
    if (wrong) throw new Error(wrong)

    return verified
  } finally {
    await client.query('rollback')
  }
}

/** Looks at the logs of some dossiers, at the columns beside them and at what reports count of them. */
async function verifyLogs(
  client: pg.ClientBase,
  db: NodePgDatabase,
  reference: Reference,
  ids: string[],
  verified: Verified,
): Promise<Batch> {
  const [dossiers, links, facts, waiting] = await readBatch(client, ids)
  for (const dossier of dossiers) {
    const log = links.get(dossier.id) ?? []
    const difference =
      differenceIn(dossier, log, { reference }) ??
      (waiting.has(dossier.id) ? undefined : differenceInFact(dossier.id, log, facts.get(dossier.id), reference))
    if (difference) throw new Error(`${dossier.code}: ${difference}`)
    verified.events += log.length
  }
  verified.dossiers += dossiers.length
  verified.waiting += waiting.size
  const erased = await client.query<{ id: string }>(
    'select dossier_id as id from archive_seals where dossier_id = any ($1::uuid[]) and disposed_at is not null',
    [ids],
  )
  const events = new Map<string, readonly DossierEvent[]>()

  return {
    db,
    ids,
    dossiers: new Map(dossiers.map((dossier) => [dossier.id, dossier])),
    links,
    erased: new Set(erased.rows.map(({ id }) => id)),
    eventsOf(id) {
      const read = events.get(id) ?? (links.get(id) ?? []).map(({ body }) => readEvent(body))
      events.set(id, read)

      return read
    },
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

/** The ids of all rows in their order, or of some at random, a batch at a time. */
async function* idsOf(
  client: pg.ClientBase,
  table: 'dossiers' | 'tickets',
  sample: number | undefined,
): AsyncGenerator<string[]> {
  if (sample !== undefined) {
    const { rows } = await client.query<{ id: string }>(`select id from ${table} order by random() limit $1`, [sample])
    for (let at = 0; at < rows.length; at += batchSize) yield rows.slice(at, at + batchSize).map(({ id }) => id)

    return
  }
  for (let after: string | undefined = firstId; after !== undefined; ) {
    const { rows }: { rows: { id: string }[] } = await client.query(
      `select id from ${table} where id > $1 order by id limit $2`,
      [after, batchSize],
    )
    if (rows.length > 0) yield rows.map(({ id }) => id)
    after = rows.at(-1)?.id
  }
}

type StoredBatch = [StoredDossier[], Map<string, StoredLink[]>, Map<string, SlaFact>, Set<string>]

async function readBatch(client: pg.ClientBase, ids: readonly string[]): Promise<StoredBatch> {
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
