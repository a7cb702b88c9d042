import pg from 'pg'
import type { DossierEvent } from '#shared/dossiers/events.ts'
import { type DossierState, isEnded, nextState } from '#shared/dossiers/transitions.ts'
import { clockColumns } from '../dossiers/clock-columns.ts'
import { brokenLink, readEvent } from '../dossiers/event-chain.ts'
import { openLog } from '../parts.ts'
import { openReference } from '../platform/reference.ts'
import { openWakeups } from '../platform/wakeups.ts'
import { reachDesk } from './reach-desk.ts'

const batchSize = 500

interface StoredDossier {
  id: string
  code: string
  state: DossierState
  is_ended: boolean
  unit_code: string
  last_seq: number
  last_hash: Buffer
  accepted_at: Date | null
  ended_at: Date | null
  reception_due_at: Date | null
  due_at: Date | null
  next_due_at: Date
  due_soon_at: Date | null
  verdict: string | null
  working_minutes: number | null
  supplements: number
}

/** `desk verify`: nothing stored beside the log may differ from what the log says. Exits 1 at the first difference, named. */
export async function runVerify(): Promise<void> {
  await using desk = await reachDesk()
  const pool = new pg.Pool({ connectionString: desk.database.ownerUrl, max: 2 })
  const log = openLog({ logLevel: 'silent' })
  const wake = await openWakeups(desk.database.ownerUrl, pool, log)
  const began = performance.now()
  let checked = 0
  try {
    const reference = await openReference(pool, wake, log)
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const { rows } = await pool.query<StoredDossier>('select * from dossiers where id > $1 order by id limit $2', [
        after,
        batchSize,
      ])
      if (rows.length === 0) break
      const logs = await logsOf(
        pool,
        rows.map(({ id }) => id),
      )
      for (const dossier of rows) {
        const difference = differenceIn(dossier, logs.get(dossier.id) ?? [], { reference })
        if (difference) throw new Error(`${dossier.code}: ${difference}`)
      }
      checked += rows.length
      after = rows.at(-1)?.id ?? after
    }
  } finally {
    await wake.close()
    await pool.end()
  }
  const seconds = (performance.now() - began) / 1000
  process.stdout.write(
    `${checked} dossiers in ${seconds.toFixed(1)} s (${Math.round(checked / seconds)}/s), 0 differences.\n`,
  )
}

interface StoredLink {
  seq: number
  body: string
  hash: Buffer
}

async function logsOf(pool: pg.Pool, ids: readonly string[]): Promise<Map<string, StoredLink[]>> {
  const { rows } = await pool.query<StoredLink & { dossier_id: string }>(
    'select dossier_id, seq, body, hash from dossier_events where dossier_id = any($1) order by dossier_id, seq',
    [ids],
  )

  const logs = new Map<string, StoredLink[]>(ids.map((id) => [id, []]))
  for (const { dossier_id, ...link } of rows) logs.get(dossier_id)?.push(link)

  return logs
}

/** What differs between a dossier and its log, or undefined. */
function differenceIn(
  dossier: StoredDossier,
  links: readonly StoredLink[],
  deps: Parameters<typeof clockColumns>[0],
): string | undefined {
  const broken = brokenLink(dossier.id, links, { seq: dossier.last_seq, hash: dossier.last_hash })
  if (broken) return `event ${broken.seq}: ${broken.reason}`
  const events = links.map(({ body }) => readEvent(body))
  const state = stateAfter(events)
  if (state !== dossier.state) return `the log leads to ${state ?? 'an illegal step'}, stored is ${dossier.state}`
  const clock = clockColumns(
    deps,
    events.filter(({ action }) => action !== 'deliver'),
  )
  const compared: [string, unknown, unknown][] = [
    ['is_ended', isEnded(state), dossier.is_ended],
    ['accepted_at', clock.acceptedAt, dossier.accepted_at],
    ['ended_at', clock.endedAt, dossier.ended_at],
    ['reception_due_at', clock.receptionDueAt, dossier.reception_due_at],
    ['due_at', clock.dueAt, dossier.due_at],
    ['next_due_at', clock.nextDueAt, dossier.next_due_at],
    ['due_soon_at', clock.dueSoonAt, dossier.due_soon_at],
    ['verdict', clock.verdict, dossier.verdict],
    ['working_minutes', clock.workingMinutes, dossier.working_minutes],
    ['supplements', clock.supplements, dossier.supplements],
  ]
  const wrong = compared.find(([, computed, stored]) => text(computed) !== text(stored))

  return wrong && `${wrong[0]} should be ${text(wrong[1])}, stored is ${text(wrong[2])}`
}

const text = (value: unknown) => (value instanceof Date ? value.toISOString() : String(value))

/** Walks the transition table along the log; undefined when a step was not allowed. */
function stateAfter(events: readonly DossierEvent[]): DossierState | undefined {
  let state: DossierState | undefined
  let isAccepted = false
  for (const { action } of events) {
    state = action === 'submit' ? 'submitted' : noticeOr(state, isAccepted, action)
    if (!state) return undefined
    isAccepted ||= action === 'accept'
  }

  return state
}

/** A notice is accepted and resolved by the desk itself, without an officer's proposal (CLOCK rule 4.4). */
function noticeOr(
  state: DossierState | undefined,
  isAccepted: boolean,
  action: DossierEvent['action'],
): DossierState | undefined {
  if (!state) return undefined
  if (state === 'accepted' && action === 'resolve') return 'resolved'

  return nextState({ state, isAccepted }, action)
}
