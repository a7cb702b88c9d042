import { dossierEvents, dossiers } from '#db/schema/dossiers.ts'
import { clockColumns } from '#server/dossiers/clock-columns.ts'
import { chain, emptyChain, readEvent } from '#server/dossiers/event-chain.ts'
import { withTx } from '#server/platform/db.ts'
import { newId } from '#server/platform/ids.ts'
import type { Channel, DossierEvent } from '#shared/dossiers/events.ts'
import { type DossierState, isEnded, nextState } from '#shared/dossiers/transitions.ts'
import type { TestDesk } from '../support/desk.ts'

let number = 0

/** Stores a whole log as it is, past the desk's own steps, with the columns that the desk would keep beside it. */
export async function storeLog(
  desk: TestDesk,
  events: readonly DossierEvent[],
  { procedure = '1.004194', channel = 'online' as Channel, fee = 0 } = {},
): Promise<string> {
  const [submit] = events
  if (submit?.action !== 'submit') throw new Error('a log begins with its filing')
  number += 1
  const id = newId()
  const code = `QUAY.42-TEST-${String(number).padStart(6, '0')}`
  let head = emptyChain(id, submit.data.unit, submit.occurredAt)
  let state: DossierState = 'submitted'
  let isAccepted = false
  const stored = events.map(({ action, actor, data, occurredAt, recordedAt }) => {
    const facts = {
      ...(action === 'resolve' && { resultForms: ['CT08'] }),
      ...data,
      ...(action === 'submit' && { code, procedure, channel, procedureVersion: '2026-07-01', papers: [] }),
    }
    const link = chain(head, { action, actor, data: facts as typeof data, occurredAt }, recordedAt)
    if (action !== 'submit') state = nextState({ state, isAccepted }, action) ?? state
    isAccepted ||= action === 'accept'
    head = { ...link.head, unit: action === 'transfer' && 'to' in data ? String(data.to) : head.unit }

    return link.stored
  })
  const log = stored.map(({ body }) => readEvent(body))
  await withTx(desk.owner, {}, async (tx) => {
    await tx.insert(dossiers).values({
      ...clockColumns(desk.deps, log),
      id,
      code,
      procedure,
      procedureVersion: '2026-07-01',
      variant: null,
      channel,
      unitCode: head.unit,
      state,
      isEnded: isEnded(state),
      version: 1,
      lastSeq: head.seq,
      lastHash: head.hash,
      lastAt: head.at,
      applicantName: 'Người Thử',
      routing: [],
      fee,
      trackingHash: Buffer.from(id),
      filedAt: submit.occurredAt,
    })
    await tx
      .insert(dossierEvents)
      .values(stored.map(({ unit, ...event }) => ({ dossierId: id, unitCode: unit, ...event })))
  })

  return code
}

/** Adds an event that became known later than it happened, as a network loss leaves it. */
export async function storeLate(desk: TestDesk, code: string, event: Omit<DossierEvent, 'seq'>): Promise<void> {
  await withTx(desk.owner, {}, async (tx) => {
    const rows = await tx.statement<{
      id: string
      unit_code: string
      last_seq: number
      last_hash: Buffer
      last_at: Date
      state: DossierState
      accepted_at: Date | null
    }>('select * from dossiers where code = $1', [code])
    const [row] = rows
    if (!row) throw new Error(`no dossier ${code}`)
    const head = { dossierId: row.id, unit: row.unit_code, seq: row.last_seq, hash: row.last_hash, at: row.last_at }
    const { stored, head: next } = chain(
      head,
      { action: event.action, actor: event.actor, data: event.data, occurredAt: event.occurredAt },
      event.recordedAt,
    )
    const { unit, ...link } = stored
    await tx.insert(dossierEvents).values({ dossierId: row.id, unitCode: unit, ...link })
    const bodies = await tx.statement<{ body: string }>(
      'select body from dossier_events where dossier_id = $1 order by seq',
      [row.id],
    )
    const columns = clockColumns(
      desk.deps,
      bodies.map(({ body }) => readEvent(body)),
    )
    const state = nextState({ state: row.state, isAccepted: row.accepted_at !== null }, event.action) ?? row.state
    await tx.statement(
      `update dossiers set state = $2, is_ended = $3, last_seq = $4, last_hash = $5, last_at = $6, accepted_at = $7,
         ended_at = $8, due_at = $9, next_due_at = $10, verdict = $11, working_minutes = $12 where id = $1`,
      [
        row.id,
        state,
        isEnded(state),
        next.seq,
        next.hash,
        next.at,
        columns.acceptedAt,
        columns.endedAt,
        columns.dueAt,
        columns.nextDueAt,
        columns.verdict,
        columns.workingMinutes,
      ],
    )
  })
}
