import type pg from 'pg'
import type { AtHand } from '#server/cli/verify/batch.ts'
import { clockColumns } from '#server/dossiers/clock-columns.ts'
import { chain, emptyChain, type NewEvent, readEvent, type StoredEvent } from '#server/dossiers/event-chain.ts'
import { newId } from '#server/platform/ids.ts'
import type { Reference } from '#server/platform/reference.ts'
import { type Random, randomOf } from '#server/simulate/random.ts'
import type { DossierEvent, EventActor, EventData } from '#shared/dossiers/events.ts'
import { type DossierAction, isEnded, nextState } from '#shared/dossiers/transitions.ts'
import { handsAfter } from '#shared/reports/sla-hands.ts'

const minuteMs = 60_000
const yearBegins = Date.parse('2025-12-01T00:00:00+07:00')
const yearEnds = Date.parse('2026-11-20T09:00:00+07:00')
const yearMinutes = (yearEnds - yearBegins) / minuteMs - 1
export const yearPeriod = { from: '2025-12-01', to: '2026-11-20' }

export const yearUnits = ['18634', '18073', '18652']
const procedures = ['1.004194', '1.004222', '2.001159']
const officers = Object.fromEntries(
  yearUnits.map((unit, index) => [
    unit,
    [1, 2].map((n) => ({ id: `00000000-0000-4000-8000-0000000${index}000${n}`, name: `Cán bộ ${n} của ${unit}` })),
  ]),
)

/** A dossier's life as a plan of steps: what happens, and how long after the step before. */
type Step = { [A in DossierAction]: { action: A; after: number; data: EventData[A] } }[DossierAction]

/**
 * Writes a year of dossiers straight into the database, each with its chained log and the columns that its steps would
 * have stored: the same every time, and some thousand times faster than through the desk's doors.
 */
export async function simulateYear(
  owner: pg.Pool,
  deps: { reference: Reference },
  { dossiers, seed }: { dossiers: number; seed: number },
): Promise<void> {
  for (let number = 0; number < dossiers; number += 1) {
    const random = randomOf('simulated year', seed, number)
    const filedAt = yearBegins + random.int(0, yearMinutes) * minuteMs + random.int(0, minuteMs - 1)
    await simulateDossier(owner, deps, { code: `sim-${seed}-${number}`, unit: random.pick(yearUnits), filedAt, random })
  }
}

/** By what verify judges simulated dossiers: by their logs alone, for nobody sealed answers or signed anything. */
export const logsAlone = ({ reference }: { reference: Reference }): AtHand => ({
  reference,
  keys: undefined,
  publicKeys: [],
  store: undefined,
})

/** One dossier of that year, or of another. */
export async function simulateDossier(
  owner: pg.Pool,
  deps: { reference: Reference },
  { code, unit, filedAt, random }: { code: string; unit: string; filedAt: number; random: Random },
): Promise<void> {
  await storeLog(owner, deps, logOf(newId(filedAt), code, unit, filedAt, lifeOf(random, unit), random))
}

/** Appends what comes late: one more step of a stored dossier, with the columns that follow from it. */
export async function appendStep(
  owner: pg.Pool,
  deps: { reference: Reference },
  dossierId: string,
  event: NewEvent,
  at: Date,
): Promise<void> {
  const { rows } = await owner.query<{ body: string; unit_code: string; hash: Buffer; seq: number; recorded_at: Date }>(
    'select body, unit_code, hash, seq, recorded_at from dossier_events where dossier_id = $1 order by seq',
    [dossierId],
  )
  const last = rows.at(-1)
  const hands = handsAfter(rows.map(({ body }) => readEvent(body)))
  if (!last || !hands) throw new Error('no such dossier')
  const head = { dossierId, unit: hands.unit, seq: last.seq, hash: last.hash, at: last.recorded_at }
  const { stored } = chain(head, event, at)
  await insertEvents(owner, dossierId, [stored])
  await updateColumns(owner, deps, dossierId, [...rows.map(({ body }) => body), stored.body], stored)
}

function lifeOf(random: Random, unit: string): Step[] {
  const officer = random.pick(officers[unit] ?? [{ id: '00000000-0000-4000-8000-000000000000', name: 'Cán bộ' }])
  const hours = (least: number, most: number) => random.int(least * 60 * minuteMs, most * 60 * minuteMs)
  const { chance } = random
  const items = [{ subject: 'paper', subjectKind: 'paper' as const, reason: 'missing', message: 'Thiếu giấy tờ' }]
  const request = (number: number, after: number): Step => ({
    action: 'request_supplement',
    after,
    data: { items, number, supervisorReason: null },
  })
  const answer = (): Step => ({
    action: 'answer_supplement',
    after: hours(1, 120),
    data: { answersSha256: null, papers: [], note: null },
  })
  const steps: Step[] = []
  if (chance(0.1)) steps.push(request(1, hours(1, 10)), ...(chance(0.8) ? [answer()] : []))
  if (steps.length === 1) return [...steps, { action: 'withdraw', after: hours(10, 200), data: { reason: null } }]
  if (chance(0.05))
    return [
      ...steps,
      { action: 'refuse', after: hours(1, 20), data: { clause: 'k1', reason: 'không thuộc thẩm quyền' } },
    ]
  if (chance(0.05)) return steps
  steps.push({
    action: 'accept',
    after: hours(0.1, 20),
    data: { term: { unit: 'working_day', value: 3 }, procedureVersion: '1', variant: null },
  })
  if (chance(0.8))
    steps.push({ action: 'claim', after: hours(0, 2), data: { holder: officer.id, holderName: officer.name } })
  if (chance(0.15)) steps.push(request(steps.length, hours(1, 150)), answer())
  if (chance(0.1))
    steps.push(
      { action: 'begin_agency_check', after: hours(0, 20), data: { agency: 'Công an tỉnh', reason: 'xác minh' } },
      { action: 'end_agency_check', after: hours(1, 100), data: { agency: 'Công an tỉnh', result: null } },
    )
  if (chance(0.1)) {
    const to = yearUnits.find((each) => each !== unit) ?? unit
    steps.push({ action: 'transfer', after: hours(1, 100), data: { from: unit, to, reason: 'chuyển đơn vị' } })
  }
  if (chance(0.08))
    steps.push({
      action: 'extend',
      after: hours(1, 40),
      data: { newDueAt: '2027-01-04T10:00:00.000Z', reason: 'xác minh', sentLate: false },
    })
  if (chance(0.08)) return steps

  return [
    ...steps,
    { action: 'propose', after: hours(1, 100), data: { outcome: 'grant', clause: null, note: null } },
    { action: 'resolve', after: hours(0, 30), data: { resultNumber: null, resultForms: [], note: null } },
  ]
}

function logOf(id: string, code: string, unit: string, filedAt: number, life: readonly Step[], random: Random) {
  const filed: NewEvent<'submit'> = {
    action: 'submit',
    actor: { kind: 'resident' },
    data: {
      code,
      procedure: random.pick(procedures),
      procedureVersion: '1',
      variant: null,
      channel: random.pick(['online', 'online', 'counter', 'post'] as const),
      unit,
      routing: { rule: 'place', facts: {} },
      answersSha256: '',
      papers: [],
      typedBy: null,
    },
  }
  let head = emptyChain(id, unit, new Date(filedAt))
  const events: StoredEvent[] = []
  let at = filedAt
  for (const step of [{ ...filed, after: 0 }, ...life]) {
    at += step.after
    if (at > yearEnds) break
    const { after: _after, ...event } = { actor: desk, ...step }
    const link = chain(head, event as NewEvent, new Date(at))
    events.push(link.stored)
    head = link.head
    if (step.action === 'transfer') head = { ...head, unit: (step.data as EventData['transfer']).to }
  }

  return { id, events }
}

const desk: EventActor = { kind: 'system', part: 'test' }

async function storeLog(
  owner: pg.Pool,
  deps: { reference: Reference },
  { id, events }: { id: string; events: StoredEvent[] },
): Promise<void> {
  const [first] = events
  if (!first) return
  const submit = readEvent(first.body)
  if (submit.action !== 'submit') throw new Error('a log begins with its filing')
  await owner.query(
    `insert into dossiers (id, code, procedure, procedure_version, variant, channel, unit_code, state, version, last_seq, last_hash,
       last_at, applicant_name, routing, fee, tracking_hash, filed_at, next_due_at, is_ended)
     values ($1, $2, $3, $4, null, $5, $6, 'submitted', 1, 1, $7, $8, 'Nguyễn Văn A', '[{"rule":"place","facts":{}}]', 0, '', $8, $8, false)`,
    [
      id,
      submit.data.code,
      submit.data.procedure,
      submit.data.procedureVersion,
      submit.data.channel,
      submit.data.unit,
      first.hash,
      submit.occurredAt,
    ],
  )
  // As many answers as the log mentions; nobody could open them.
  await owner.query(`insert into dossier_answers (dossier_id, number, sealed, sha256) values ($1, 1, '', $2)`, [
    id,
    submit.data.answersSha256,
  ])
  await insertEvents(owner, id, events)
  await updateColumns(
    owner,
    deps,
    id,
    events.map(({ body }) => body),
    events.at(-1) ?? first,
  )
}

async function insertEvents(owner: pg.Pool, dossierId: string, events: readonly StoredEvent[]): Promise<void> {
  await owner.query(
    `insert into dossier_events (dossier_id, seq, action, unit_code, occurred_at, recorded_at, body, hash)
     select $1, e.seq, e.action, e.unit, e."occurredAt", e."recordedAt", e.body, decode(e.hash, 'hex')
     from jsonb_to_recordset($2) as e (seq integer, action text, unit text, "occurredAt" timestamptz, "recordedAt" timestamptz, body text, hash text)`,
    [dossierId, JSON.stringify(events.map((event) => ({ ...event, hash: event.hash.toString('hex') })))],
  )
}

async function updateColumns(
  owner: pg.Pool,
  deps: { reference: Reference },
  dossierId: string,
  bodies: readonly string[],
  last: StoredEvent,
): Promise<void> {
  const log = bodies.map(readEvent)
  const hands = handsAfter(log)
  const clock = clockColumns(deps, log)
  const state = stateOf(log)
  await owner.query(
    `update dossiers set state = $2, is_ended = $3, unit_code = $4, holder_id = $5, holder_name = $6, variant = $7, version = $8,
       last_seq = $9, last_hash = $10, last_at = $11, accepted_at = $12, ended_at = $13, reception_due_at = $14, due_at = $15,
       next_due_at = $16, due_soon_at = $17, verdict = $18, working_minutes = $19, supplements = $20 where id = $1`,
    [
      dossierId,
      state,
      isEnded(state),
      hands?.unit,
      hands?.holder?.id ?? null,
      hands?.holder?.name ?? null,
      hands?.variant,
      hands?.version,
      last.seq,
      last.hash,
      last.recordedAt,
      clock.acceptedAt,
      clock.endedAt,
      clock.receptionDueAt,
      clock.dueAt,
      clock.nextDueAt,
      clock.dueSoonAt,
      clock.verdict,
      clock.workingMinutes,
      clock.supplements,
    ],
  )
}

function stateOf(log: readonly DossierEvent[]) {
  let state: ReturnType<typeof nextState> = 'submitted'
  let isAccepted = false
  for (const { action } of log.slice(1)) {
    state = state && nextState({ state, isAccepted }, action)
    isAccepted ||= action === 'accept'
  }
  if (!state) throw new Error(`a step that is not allowed: ${log.map(({ action }) => action).join()}`)

  return state
}
