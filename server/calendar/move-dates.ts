import { and, asc, eq, isNull, lte } from 'drizzle-orm'
import { calendarChanges } from '#db/schema/calendar.ts'
import { inbox, outbox } from '#db/schema/outbox.ts'
import {
  type CalendarOfUnit,
  type DateMove,
  dateMove,
  type Moment,
  promisedDates,
} from '#shared/calendar/promised-dates.ts'
import type { DossierEvent } from '#shared/dossiers/events.ts'
import type { CalendarEntry } from '#shared/sla/calendar.ts'
import { changeDossier } from '../dossiers/change-dossier.ts'
import { promiseMessage } from '../messages/promise-message.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/problem.ts'
import { countOpenDossiers, type OpenDossier, openDossiers } from './open-dossiers.ts'
import { endOfLastDay } from './preview-change.ts'

type Change = typeof calendarChanges.$inferSelect

/** A change with what its entries make of the calendar. */
interface Announcement {
  change: Change
  before: CalendarOfUnit
  after: CalendarOfUnit
  outages: Moment['outages']
  /** Names and documents, for the log and the message. */
  reason: string
  filedBefore: Date
}

/** Dossiers moved at once; each is a transaction of its own. */
const width = 4

/**
 * Tells the open dossiers that a change of the calendar moves their date: an event `move_date` each, the stored dates
 * as the clock now reads them, and one message to the resident.
 *
 * Safe to run twice, also at once: a dossier whose log names the change's entries is left as it is. After a crash it
 * goes on where it was. Changes are carried out in the order in which they were recorded, each between what was
 * known before it and with it, so that the dates told follow from one another.
 */
export async function moveDates(deps: Deps, outboxId: string, changeId: string): Promise<void> {
  for (const change of await undoneUpTo(deps, changeId)) await carryOut(deps, await announcementOf(deps, change))
  await withTx(deps.pool, {}, async (tx) => {
    const doneAt = deps.now()
    await tx
      .insert(inbox)
      .values({ outboxId: BigInt(outboxId), doneAt })
      .onConflictDoNothing()
    await tx
      .update(outbox)
      .set({ doneAt })
      .where(eq(outbox.id, BigInt(outboxId)))
  })
}

/** This change and those before it that are not carried out yet. */
function undoneUpTo({ pool }: Deps, changeId: string): Promise<Change[]> {
  return withTx(pool, {}, async (tx) => {
    const [change] = await tx.select().from(calendarChanges).where(eq(calendarChanges.id, changeId))
    if (!change) throw new Error(`no change ${changeId} of the calendar`)

    return tx
      .select()
      .from(calendarChanges)
      .where(and(isNull(calendarChanges.doneAt), lte(calendarChanges.recordedAt, change.recordedAt)))
      .orderBy(asc(calendarChanges.recordedAt))
  })
}

async function announcementOf({ reference }: Deps, change: Change): Promise<Announcement> {
  const find = () => reference.calendarBook().entries.filter(({ id }) => change.entries.includes(id))
  if (find().length < change.entries.length) await reference.reload()
  const entries = find()
  if (entries.length < change.entries.length) throw new Error(`entries of change ${change.id} are not in the calendar`)
  const justBefore = new Date(change.recordedAt.getTime() - 1)

  return {
    change,
    before: (unit) => reference.calendarOf(unit, justBefore),
    after: (unit) => reference.calendarOf(unit, change.recordedAt),
    outages: reference.outages(),
    reason: reasonOf(entries),
    filedBefore: endOfLastDay(entries),
  }
}

async function carryOut(deps: Deps, announcement: Announcement) {
  const { change, filedBefore } = announcement
  const range = { units: deps.reference.receivingUnits(), filedBefore }
  const progress = { looked: change.looked, moved: change.moved }
  // What an earlier attempt looked at was not ended by it, so the total is counted once, before anything ends.
  if (change.total === null) await note(deps, change.id, { total: await countOpenDossiers(deps, range) })

  for await (const batch of openDossiers(deps, { ...range, after: change.lookedUpTo ?? undefined })) {
    const concerned = batch.filter((dossier) => moveOf(dossier.events, announcement, deps.now()))
    for (let at = 0; at < concerned.length; at += width) {
      const told = await Promise.all(
        concerned.slice(at, at + width).map((dossier) => moveDossier(deps, announcement, dossier)),
      )
      progress.moved += told.filter(Boolean).length
    }
    progress.looked += batch.length
    await note(deps, change.id, { ...progress, lookedUpTo: batch.at(-1)?.id ?? null })
  }
  await note(deps, change.id, { doneAt: deps.now() })
}

function note({ pool }: Deps, id: string, progress: Partial<Change>) {
  return withTx(pool, {}, (tx) => tx.update(calendarChanges).set(progress).where(eq(calendarChanges.id, id)))
}

/** By which date the dossier is moved; undefined when it is not, was told before, or was filed with this knowledge. */
function moveOf(events: readonly DossierEvent[], { change, before, after, outages }: Announcement, now: Date) {
  const [filing] = events
  if (!filing || filing.recordedAt > change.recordedAt || isTold(events, change)) return undefined

  return dateMove(events, { now, outages }, before, after)
}

const isTold = (events: readonly DossierEvent[], change: Change) =>
  events.some((event) => event.action === 'move_date' && event.data.entries.some((id) => change.entries.includes(id)))

/** Under the dossier's lock its log is read again: another worker may have told it, or somebody ended it. */
async function moveDossier(deps: Deps, announcement: Announcement, { id, unit }: OpenDossier): Promise<boolean> {
  const { change, reason } = announcement
  const actor = { kind: 'system', part: 'calendar', units: deps.reference.receivingUnits() } as const
  try {
    await changeDossier(deps, { actor, dossier: { id }, ifMatch: 'any' }, 'move_date', ({ events, at }) => {
      const move = moveOf(events, announcement, at)
      if (!move) throw new NothingToMove(unit)

      return {
        action: 'move_date',
        data: {
          entries: change.entries,
          reason,
          from: promisedDates(move.kind, move.from),
          to: promisedDates(move.kind, move.to),
        },
        also: (tx) => promiseMessage(tx, messageOf(id, change, reason, move, at)),
      }
    })
    // The message waits in the outbox of the transaction that has just ended.
    deps.wake.send('outbox')

    return true
  } catch (error) {
    if (error instanceof NothingToMove) return false
    // Ended between the reading and the lock: its verdict stands.
    if (error instanceof ProblemError && (error.body.status === 409 || error.body.status === 404)) return false
    throw error
  }
}

function messageOf(dossierId: string, change: Change, reason: string, { from, to }: DateMove, at: Date) {
  return {
    dossierId,
    template: 'due_date_moved' as const,
    facts: { from: from.toISOString(), to: to.toISOString(), reason },
    dedupe: `move_date:${change.id}`,
    at,
  }
}

/** Ends the transaction without a step. */
class NothingToMove extends Error {}

/** `Nghỉ bão (Công văn 12/UBND); …`, each document once. */
function reasonOf(entries: readonly CalendarEntry[]): string {
  return [...new Set(entries.map(({ name, source }) => `${name} (${source})`))].join('; ')
}
