import { sql } from 'drizzle-orm'
import { reportCorrections, reportSeals } from '#db/schema/reports.ts'
import { actionName } from '#shared/dossiers/names.ts'
import type { DossierAction } from '#shared/dossiers/transitions.ts'
import { type Ii06BaseColumn, type Ii06Entry, ii06BaseColumns } from '#shared/reports/ii06.ts'
import type { Bilingual } from '#shared/text/bilingual.ts'
import { formatInstant } from '#shared/text/format.ts'
import { withTx } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import { scopeOf } from '../report-scope.ts'
import { gatherIi06 } from './gather-ii06.ts'
import { corrected, readSeal } from './read-seals.ts'
import { readSealedBody, sealedEntries } from './sealed-body.ts'

type Needs = Pick<Deps, 'pool' | 'reportPool' | 'reference' | 'now'>
type NewCorrection = typeof reportCorrections.$inferInsert

/** How far before the seal is looked for events that were being stored while it was made. */
const overlapMs = 5 * 60_000

/** Writes what was recorded too late for any sealed report; may be run at any time and by two at once. */
export async function correctSeals(deps: Needs): Promise<number> {
  const seals = await withTx(deps.pool, {}, (tx) => tx.select({ id: reportSeals.id }).from(reportSeals))
  let written = 0
  for (const { id } of seals) written += await correctSeal(deps, id)

  return written
}

/**
 * Compares a sealed report with the logs as they are now and writes each difference as a numbered correction: which
 * cell, from what to what, for which dossier, and why. The seal itself never changes, so that sealed report and
 * corrections together are always what a new computation gives.
 */
export async function correctSeal(deps: Needs, sealId: string): Promise<number> {
  return withTx(deps.pool, {}, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${sealId}, 0))`)
    const found = await readSeal(tx, sealId)
    if (!found) return 0
    const { seal, corrections } = found
    const body = readSealedBody(seal.body)
    const scope = scopeOf(deps, body.period, seal.unitCode)
    const late = await lateEvents(deps, seal.sealedAt, scope.window.until)
    if (late.size === 0) return 0

    const { entries } = await gatherIi06(deps, scope, [...late.keys()])
    const codes = await codesOf(deps, [...late.keys()])
    const now = cellsOf(entries)
    const before = cellsOf(sealedEntries(body).filter(({ code }) => codes.has(code)))
    for (const { dossierCode, procedure, cell, before: from, after } of corrections)
      add(before, dossierCode, procedure, cell as Ii06BaseColumn, after - from)

    const values = new Map(body.rows.map(({ procedure, counts }) => [procedure, counts]))
    const at = deps.now()
    const fresh: NewCorrection[] = []
    for (const [code, dossierId] of [...codes].sort(([a], [b]) => (a < b ? -1 : 1))) {
      for (const { procedure, cell, delta } of differences(before.get(code), now.get(code))) {
        const sealed = values.get(procedure)
        const present = [...corrections, ...fresh].filter((each) => each.procedure === procedure)
        const value = corrected(sealed ?? empty, present)[cell]
        fresh.push({
          sealId,
          number: corrections.length + fresh.length + 1,
          madeAt: at,
          dossierCode: code,
          procedure,
          cell,
          before: value,
          after: value + delta,
          reason: reasonOf(late.get(dossierId) ?? []),
        })
      }
    }
    if (fresh.length > 0) await tx.insert(reportCorrections).values(fresh)

    return fresh.length
  })
}

interface LateEvent {
  action: DossierAction
  occurredAt: Date
  recordedAt: Date
}

/** Events that belong to the period and were recorded after (or while) it was sealed, by dossier. */
async function lateEvents({ reportPool }: Needs, sealedAt: Date, until: Date): Promise<Map<string, LateEvent[]>> {
  const { rows } = await reportPool.query<{
    dossier_id: string
    action: DossierAction
    occurred_at: Date
    recorded_at: Date
  }>(
    `select dossier_id, action, occurred_at, recorded_at from dossier_events
     where recorded_at > occurred_at and occurred_at < $1 and recorded_at >= $2
     union
     select dossier_id, action, occurred_at, recorded_at from dossier_events
     where occurred_at < $1 and occurred_at >= $3 and recorded_at >= $2`,
    [until, new Date(sealedAt.getTime() - overlapMs), new Date(until.getTime() - overlapMs)],
  )
  const late = new Map<string, LateEvent[]>()
  for (const { dossier_id, action, occurred_at, recorded_at } of rows) {
    const event = { action, occurredAt: occurred_at, recordedAt: recorded_at }
    late.set(dossier_id, [...(late.get(dossier_id) ?? []), event])
  }

  return late
}

async function codesOf({ reportPool }: Needs, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await reportPool.query<{ id: string; code: string }>(
    'select id, code from dossiers where id = any ($1)',
    [ids],
  )

  return new Map(rows.map(({ id, code }) => [code, id]))
}

type Cells = Map<string, number>

const keyOf = (procedure: string, cell: Ii06BaseColumn) => `${procedure} ${cell}`

/** How often each dossier stands in each counted cell; twice when a unit received it twice. */
function cellsOf(entries: readonly Ii06Entry[]): Map<string, Cells> {
  const cells = new Map<string, Cells>()
  for (const { code, procedure, received, outcome } of entries) {
    add(cells, code, procedure, received, 1)
    add(cells, code, procedure, outcome, 1)
  }

  return cells
}

function add(all: Map<string, Cells>, code: string, procedure: string, cell: Ii06BaseColumn, n: number) {
  const cells = all.get(code) ?? new Map<string, number>()
  const key = keyOf(procedure, cell)
  cells.set(key, (cells.get(key) ?? 0) + n)
  all.set(code, cells)
}

function differences(before: Cells = new Map(), now: Cells = new Map()) {
  return [...new Set([...before.keys(), ...now.keys()])].sort().flatMap((key) => {
    const [procedure = '', cell] = key.split(' ')
    const delta = (now.get(key) ?? 0) - (before.get(key) ?? 0)

    return delta === 0 ? [] : [{ procedure, cell: cell as Ii06BaseColumn, delta }]
  })
}

const empty = Object.fromEntries(
  [...ii06BaseColumns, '3', '7', '11'].map((column) => [column, 0]),
) as unknown as Parameters<typeof corrected>[0]

/** The late events in words: what, when it happened, when it became known. */
function reasonOf(events: readonly LateEvent[]): Bilingual {
  const told = [...events].sort((a, b) => a.recordedAt.getTime() - b.recordedAt.getTime())
  const vi = told.map(
    ({ action, occurredAt, recordedAt }) =>
      `“${actionName(action).vi}” lúc ${formatInstant(occurredAt)}, ghi nhận lúc ${formatInstant(recordedAt)}`,
  )
  const en = told.map(
    ({ action, occurredAt, recordedAt }) =>
      `“${actionName(action).en}” at ${formatInstant(occurredAt, 'en')}, recorded at ${formatInstant(recordedAt, 'en')}`,
  )

  return { vi: `Ghi nhận sau khi chốt: ${vi.join('; ')}.`, en: `Recorded after sealing: ${en.join('; ')}.` }
}
