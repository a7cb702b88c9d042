import { asc, desc, eq, inArray } from 'drizzle-orm'
import { calendarChanges } from '#db/schema/calendar.ts'
import { calendarEntries, calendarYears } from '#db/schema/reference.ts'
import { covers } from '#shared/calendar/check-entries.ts'
import type { CalendarChangeView, CalendarDay, CalendarView } from '#shared/calendar/schemas.ts'
import { type CalendarBook, type CalendarEntry, entriesInForce, knownFrom } from '#shared/sla/calendar.ts'
import { localDayOf } from '#shared/text/format.ts'
import { type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { notFound } from '../platform/problem.ts'
import { province } from '../platform/reference.ts'

type ReadDeps = Pick<Deps, 'pool' | 'reference' | 'now'>

/**
 * Everything that was recorded about the days of a year, also what no longer holds, and since when it was known.
 *
 * With a unit only what concerns it, `inForce` as its officers and clocks read it. Without one, every entry, in force
 * while nothing of the same or a wider scope replaced it.
 */
export async function readCalendar(
  { pool, reference, now }: ReadDeps,
  { year = Number(localDayOf(now()).slice(0, 4)), unit }: { year?: number | undefined; unit?: string | undefined },
): Promise<CalendarView> {
  if (unit && !reference.units().some(({ code }) => code === unit))
    throw notFound('Không có xã, phường nào mang mã này.')
  const book = reference.calendarBook()
  const isInForce = unit ? inForceFor(book, unit) : (entry: CalendarEntry) => !isReplaced(entry, book)
  const days = book.entries
    .filter(
      ({ date, scope }) => date.startsWith(`${year}-`) && (!unit || scope.level !== 'unit' || scope.code === unit),
    )
    .sort((a, b) => a.date.localeCompare(b.date) || a.recordedAt.getTime() - b.recordedAt.getTime())
  const [marked] = await withTx(pool, {}, (tx) => tx.select().from(calendarYears).where(eq(calendarYears.year, year)))

  return {
    year,
    unit: unit ? reference.unitName(unit) : null,
    isComplete: book.completeYears.has(year),
    // What ships with the desk names no document for the year as a whole.
    completeSource: marked?.recordedAt ? marked.source : null,
    days: days.map((entry) => toDay(entry, isInForce(entry), reference)),
  }
}

/** The last changes, or one; each with how far the moving of dates has come. */
export function readChanges({ pool }: ReadDeps, limit = 20): Promise<CalendarChangeView[]> {
  return withTx(pool, {}, async (tx) =>
    toChanges(tx, await tx.select().from(calendarChanges).orderBy(desc(calendarChanges.recordedAt)).limit(limit)),
  )
}

export function readChange({ pool }: Pick<Deps, 'pool'>, id: string): Promise<CalendarChangeView> {
  return withTx(pool, {}, async (tx) => {
    const [change] = await toChanges(tx, await tx.select().from(calendarChanges).where(eq(calendarChanges.id, id)))
    if (!change) throw notFound('Không có lần ghi lịch này.')

    return change
  })
}

async function toChanges(tx: Tx, changes: (typeof calendarChanges.$inferSelect)[]): Promise<CalendarChangeView[]> {
  const ids = changes.flatMap(({ entries }) => entries)
  const entries =
    ids.length === 0
      ? []
      : await tx
          .select({
            id: calendarEntries.id,
            date: calendarEntries.date,
            kind: calendarEntries.kind,
            name: calendarEntries.name,
          })
          .from(calendarEntries)
          .where(inArray(calendarEntries.id, ids))
          .orderBy(asc(calendarEntries.date))

  return changes.map(({ id, recordedAt, recordedBy, total, looked, moved, doneAt, ...change }) => ({
    id,
    recordedAt,
    recordedBy,
    entries: entries.filter((entry) => change.entries.includes(entry.id)),
    total,
    looked,
    moved,
    doneAt,
  }))
}

/** Of the entries about one day the last in order of strength is the one that rules. */
function inForceFor(book: CalendarBook, unit: string): (entry: CalendarEntry) => boolean {
  const ruling = new Map(
    entriesInForce(book.entries, { unit, province: province.code, knownAt: 'all' }).map(({ date, id }) => [date, id]),
  )

  return ({ id, date }) => ruling.get(date) === id
}

const isReplaced = (entry: CalendarEntry, { entries }: CalendarBook) =>
  entry.kind === 'withdrawn' ||
  entries.some(({ supersedes, scope }) => supersedes === entry.id && covers(scope, entry.scope))

function toDay(entry: CalendarEntry, inForce: boolean, reference: Deps['reference']): CalendarDay {
  const { id, date, kind, name, scope, sessions, source, mark, announcedAt, recordedAt, supersedes } = entry

  return {
    id,
    date,
    kind,
    name,
    scope: { level: scope.level, ...(scope.level !== 'nation' && placeOf(scope, reference)) },
    sessions: sessions ? sessions.map(([opens, closes]): [string, string] => [opens, closes]) : null,
    source,
    mark,
    announcedAt,
    recordedAt,
    knownFrom: knownFrom(entry),
    supersedes: supersedes ?? null,
    inForce,
  }
}

const placeOf = (scope: { level: 'province' | 'unit'; code: string }, reference: Deps['reference']) => ({
  code: scope.code,
  name: scope.level === 'province' ? province.name : reference.unitName(scope.code).name,
})
