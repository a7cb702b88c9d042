import { type ChainHead, chain, emptyChain, type NewEvent, readEvent } from '#server/dossiers/event-chain.ts'
import { readAnswers, sealAnswers } from '#server/dossiers/filed-answers.ts'
import { withTx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import type { BenchDesk } from './bench-desk.ts'
import { fileOne } from './filing.ts'

/** How many dossiers stand in which commune's queue. */
export type Standing = ReadonlyMap<string, number>

const batch = 2_000
const hourMs = 3_600_000
const names = [
  'Trần Văn Hòa',
  'Lê Thị Hồng',
  'Phạm Quốc Việt',
  'Nguyễn Đức Thọ',
  'Võ Thị Sáu',
  'Đặng Minh Châu',
  'Bùi Khánh Linh',
  'Hoàng Ngọc Ánh',
]

/**
 * Fills queues with filed and delivered dossiers that nobody holds: whole ones, with their chained log and sealed
 * answers, so that whatever opens one finds it as a filing left it. They are copies of one dossier that was really
 * filed, each under its own id, code, name and due date.
 */
export async function fillQueues(desk: BenchDesk, standing: Standing): Promise<void> {
  const [first = ''] = desk.units
  await fileOne(desk.address, first, (await desk.signIn(first))[0] ?? '')
  const {
    rows: [model],
  } = await desk.admin.query<{ id: string; body: string }>(
    `select d.id, e.body from dossiers d join dossier_events e on e.dossier_id = d.id where e.action = 'submit' limit 1`,
  )
  if (!model) throw new Error('the model of the filled dossiers was not stored')
  const filed = await withTx(desk.admin, { dossier: model.id }, (tx) => readAnswers(tx, desk.keys, model.id))
  const submit = readEvent(model.body) as unknown as NewEvent<'submit'>
  const at = new Date(Date.now() - hourMs)
  const columns = await copiedColumns(desk)
  const wanted = [...standing].flatMap(([unit, count]) => Array.from({ length: count }, () => unit))

  for (let start = 0; start < wanted.length; start += batch) {
    const copies = wanted
      .slice(start, start + batch)
      .map((unit, index) => copyOf(desk, filed, submit, unit, start + index, at))
    await desk.admin.query(storeCopies(columns), [model.id, JSON.stringify(copies)])
  }
  await desk.admin.query('delete from outbox')
  await desk.admin.query('vacuum analyze')
}

function copyOf(
  desk: BenchDesk,
  filed: { answers: Record<string, unknown>; contact: object },
  submit: NewEvent<'submit'>,
  unit: string,
  number: number,
  at: Date,
) {
  const id = newId()
  const code = `bench-${String(number).padStart(8, '0')}`
  let head: ChainHead = emptyChain(id, unit, at)
  const link = (event: NewEvent) => {
    const next = chain(head, event, at)
    head = next.head

    return {
      seq: next.stored.seq,
      action: next.stored.action,
      body: next.stored.body,
      hash: next.stored.hash.toString('hex'),
    }
  }
  const events = [
    link({
      action: 'submit',
      actor: submit.actor,
      data: { ...submit.data, code, unit },
    } as NewEvent<'submit'> as NewEvent),
    link({
      action: 'deliver',
      actor: { kind: 'system', part: 'worker' },
      data: { unit, outboxId: String(number) },
    } as NewEvent<'deliver'> as NewEvent),
  ]

  return {
    id,
    code,
    unit,
    at,
    events,
    name: names[number % names.length],
    // Due one after the other over a week, so that the queue's order is not the order of storing.
    due: new Date(at.getTime() + ((number * 7_919) % 10_080) * 60_000),
    seq: head.seq,
    hash: head.hash.toString('hex'),
    sealed: sealAnswers(desk.keys, id, 1, { answers: filed.answers, contact: filed.contact }).sealed.toString('hex'),
  }
}

/** The columns of a dossier that a copy takes over from the model as they are. */
async function copiedColumns(desk: BenchDesk): Promise<string[]> {
  const own = [
    'id',
    'code',
    'unit_code',
    'applicant_name',
    'next_due_at',
    'delivered_at',
    'last_seq',
    'last_hash',
    'last_at',
    'filed_at',
  ]
  const { rows } = await desk.admin.query<{ name: string }>(
    `select attname as name from pg_attribute where attrelid = 'dossiers'::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attname <> all ($1)`,
    [own],
  )

  return rows.map(({ name }) => name)
}

function storeCopies(columns: readonly string[]): string {
  return `with copies as materialized (
      select * from jsonb_to_recordset($2::jsonb) as c (id uuid, code text, unit text, at timestamptz, events jsonb, name text,
        due timestamptz, seq integer, hash text, sealed text)),
    stored as (
      insert into dossiers (id, code, unit_code, applicant_name, next_due_at, delivered_at, last_seq, last_hash, last_at, filed_at, ${columns.join()})
      select c.id, c.code, c.unit, c.name, c.due, c.at, c.seq, decode(c.hash, 'hex'), c.at, c.at, ${columns.map((name) => `m.${name}`).join()}
      from copies c, dossiers m where m.id = $1),
    logged as (
      insert into dossier_events (dossier_id, seq, action, unit_code, occurred_at, recorded_at, body, hash)
      select c.id, e.seq, e.action, c.unit, c.at, c.at, e.body, decode(e.hash, 'hex')
      from copies c, jsonb_to_recordset(c.events) as e (seq integer, action text, body text, hash text)),
    answered as (
      insert into dossier_answers (dossier_id, number, sealed, sha256)
      select c.id, 1, decode(c.sealed, 'hex'), m.sha256 from copies c, dossier_answers m where m.dossier_id = $1)
    insert into dossier_people (dossier_id, place, name, identity_index)
    select c.id, m.place, c.name, m.identity_index from copies c, dossier_people m where m.dossier_id = $1`
}
