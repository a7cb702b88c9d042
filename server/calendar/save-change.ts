import { and, count, eq, max, sql } from 'drizzle-orm'
import { calendarChanges } from '#db/schema/calendar.ts'
import { calendarEntries } from '#db/schema/reference.ts'
import { toEntry } from '#shared/calendar/check-entries.ts'
import type { CalendarChangeInput } from '#shared/calendar/schemas.ts'
import { problemTypes } from '#shared/http/problem.ts'
import type { CalendarEntry } from '#shared/sla/calendar.ts'
import { one, type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { newId } from '../platform/ids.ts'
import { type Keyed, wasDone } from '../platform/keyed.ts'
import { promise } from '../platform/outbox.ts'
import { conflict } from '../platform/problem.ts'
import { calendarQueue } from '../platform/queues.ts'
import { province } from '../platform/reference.ts'
import { refuseWrongEntries } from './refuse-wrong-entries.ts'

/** Held by whoever writes the calendar, so that changes are recorded one after the other. */
const calendarLock = 4_202_603

export type SaveDeps = Pick<Deps, 'pool' | 'reference' | 'now' | 'wake'>

/**
 * Records entries of the calendar and promises that every open dossier whose date they move will be told.
 *
 * From `recordedAt` on the entries are known, and no dossier that ended before knows them. The same key again is the
 * same change. Refuses with 409 when somebody else changed the calendar after this one was checked against it.
 */
export async function saveChange(
  deps: SaveDeps,
  recordedBy: string,
  keyed: Keyed,
  { entries: inputs }: CalendarChangeInput,
): Promise<{ id: string }> {
  const before = await changeUnder(deps, keyed)
  if (!before) {
    await deps.reference.reload()
    refuseWrongEntries(deps, inputs)
  }
  const known = deps.reference.calendarBook().entries.length

  const saved = await withTx(deps.pool, {}, async (tx) => {
    const now = deps.now()
    await tx.execute(sql`select pg_advisory_xact_lock(${calendarLock})`)
    if (await wasDone(tx, keyed, null, now)) return one(await changesUnder(tx, keyed))
    const [stored] = await tx.select({ n: count() }).from(calendarEntries)
    if (stored?.n !== known) throw changedMeanwhile()

    const recordedAt = await nextInstant(tx, now)
    const entries = inputs.map((input) => toEntry(input, newId(), recordedAt, province.code))
    await tx.insert(calendarEntries).values(entries.map((entry) => toRow(entry, recordedBy)))
    const change = one(
      await tx
        .insert(calendarChanges)
        .values({
          id: newId(),
          recordedAt,
          recordedBy,
          sender: keyed.actor,
          key: keyed.key,
          entries: entries.map(({ id }) => id),
        })
        .returning({ id: calendarChanges.id }),
    )
    await promise(tx, now, {
      topic: 'move_dates',
      queue: calendarQueue,
      dossierId: null,
      body: { changeId: change.id },
    })

    return change
  })
  // This process counts by the new calendar when it answers; the others do so some milliseconds later.
  await deps.reference.reload()
  deps.wake.send('reference', 'outbox')

  return saved
}

const changesUnder = (tx: Tx, { actor, key }: Keyed) =>
  tx
    .select({ id: calendarChanges.id })
    .from(calendarChanges)
    .where(and(eq(calendarChanges.sender, actor), eq(calendarChanges.key, key)))

/** Sent again, the entries are in the calendar already and would be refused as repeated. */
async function changeUnder({ pool }: SaveDeps, keyed: Keyed): Promise<{ id: string } | undefined> {
  const [change] = await withTx(pool, {}, (tx) => changesUnder(tx, keyed))

  return change
}

/** Later than every instant at which the calendar was changed before: what was known before it stays distinct. */
async function nextInstant(tx: Tx, now: Date): Promise<Date> {
  const [row] = await tx.select({ last: max(calendarChanges.recordedAt) }).from(calendarChanges)
  const last = row?.last

  return last && last >= now ? new Date(last.getTime() + 1) : now
}

function toRow({ scope, sessions, ...entry }: CalendarEntry, recordedBy: string): typeof calendarEntries.$inferInsert {
  return {
    ...entry,
    scopeLevel: scope.level,
    scopeCode: scope.level === 'nation' ? null : scope.code,
    ...(sessions && { sessions: sessions.map(([opens, closes]): [string, string] => [opens, closes]) }),
    recordedBy,
  }
}

const changedMeanwhile = () =>
  conflict(
    problemTypes.stale,
    'Lịch vừa được người khác ghi thêm. Chưa có gì được lưu; hãy xem lại lịch và xem trước một lần nữa.',
  )
