import { toEntry } from '#shared/calendar/check-entries.ts'
import { type CalendarOfUnit, dateMove } from '#shared/calendar/promised-dates.ts'
import {
  type CalendarChangeInput,
  type CalendarPreviewView,
  type MoveCounts,
  type MovedDate,
  previewItems,
} from '#shared/calendar/schemas.ts'
import type { CalendarEntry } from '#shared/sla/calendar.ts'
import { calendarsOf } from '#shared/sla/calendars.ts'
import { minuteOf, parseLocalDate, startOf, toDate } from '#shared/sla/minutes.ts'
import type { Deps } from '../platform/deps.ts'
import { newId } from '../platform/ids.ts'
import { province } from '../platform/reference.ts'
import { openDossiers } from './open-dossiers.ts'
import { refuseWrongEntries } from './refuse-wrong-entries.ts'

type PreviewDeps = Pick<Deps, 'pool' | 'reference' | 'now'>

/**
 * What saving these entries would do: every open dossier whose date would move, read from its log with the calendar
 * as it is and as it would be. Nothing is stored. Ten thousand open dossiers take some seconds.
 */
export async function previewChange(deps: PreviewDeps, { entries }: CalendarChangeInput): Promise<CalendarPreviewView> {
  refuseWrongEntries(deps, entries)
  const { reference } = deps
  const now = deps.now()
  const drafts = entries.map((entry) => toEntry(entry, newId(), now, province.code))
  const book = reference.calendarBook()
  const wouldBe = calendarsOf({ ...book, entries: [...book.entries, ...drafts] }, () => province.code)
  const before: CalendarOfUnit = (unit) => reference.calendarOf(unit, now)
  const after: CalendarOfUnit = (unit) => wouldBe(unit, now)

  const moves: MovedDate[] = []
  let looked = 0
  const range = { units: reference.receivingUnits(), filedBefore: endOfLastDay(drafts) }
  for await (const batch of openDossiers(deps, range)) {
    looked += batch.length
    for (const { code, procedure, unit, events } of batch) {
      const move = dateMove(events, { now, outages: reference.outages() }, before, after)
      if (move) moves.push({ code, procedure, unit, ...move, ...turnOf(move, now) })
    }
  }

  return {
    at: now,
    looked,
    totals: countMoves(moves),
    byUnit: countByUnit(moves).map(([unit, counts]) => ({ unit: reference.unitName(unit), ...counts })),
    items: moves.sort((a, b) => widthOf(b) - widthOf(a) || a.code.localeCompare(b.code)).slice(0, previewItems),
  }
}

/** Who files later than the last of these days never waited over one of them. */
export function endOfLastDay(entries: readonly Pick<CalendarEntry, 'date'>[]): Date {
  return toDate(startOf(Math.max(...entries.map(({ date }) => parseLocalDate(date))) + 1))
}

/** A date of this very minute is not missed yet (CLOCK rule 1.2). */
function turnOf({ from, to }: Pick<MovedDate, 'from' | 'to'>, now: Date) {
  const wasMissed = minuteOf(now) > minuteOf(from)
  const isMissed = minuteOf(now) > minuteOf(to)

  return { becomesOverdue: !wasMissed && isMissed, isHealed: wasMissed && !isMissed }
}

const widthOf = ({ from, to }: MovedDate) => Math.abs(to.getTime() - from.getTime())

function countMoves(moves: readonly MovedDate[]): MoveCounts {
  return {
    moved: moves.length,
    later: moves.filter(({ from, to }) => to > from).length,
    earlier: moves.filter(({ from, to }) => to < from).length,
    becomeOverdue: moves.filter(({ becomesOverdue }) => becomesOverdue).length,
    healed: moves.filter(({ isHealed }) => isHealed).length,
  }
}

/** The unit with the most moved dates first. */
function countByUnit(moves: readonly MovedDate[]): [string, MoveCounts][] {
  const byUnit = new Map<string, MovedDate[]>()
  for (const move of moves) {
    const known = byUnit.get(move.unit)
    if (known) known.push(move)
    else byUnit.set(move.unit, [move])
  }

  return [...byUnit]
    .map(([unit, its]): [string, MoveCounts] => [unit, countMoves(its)])
    .sort(([a, one], [b, other]) => other.moved - one.moved || a.localeCompare(b))
}
