import { type CalendarBook, type CalendarEntry, type DayKind, dayKinds } from './calendar.ts'
import { type LocalDate, parseLocalDate, startOf, toDate, yearOf } from './minutes.ts'

const header = 'date,kind,name,mark,source,announced_on'

/**
 * Reads the national calendar as it ships with the desk (`db/reference/calendar-vietnam.csv`).
 *
 * Each row is one day, or says on 1 January whether its year is complete; no value holds a comma. An entry counts as
 * announced at 00:00 of its day of announcement. It counts as recorded then too unless `recordedAt` says when the
 * desk learned of it: without what ships with its first version no dossier was ever counted.
 */
export function parseCalendarCsv(text: string, recordedAt?: Date): CalendarBook {
  const [first, ...lines] = text.trimEnd().split(/\r?\n/)
  if (first !== header) throw new RangeError(`The calendar must begin with ${header}`)

  const entries: CalendarEntry[] = []
  const completeYears = new Set<number>()
  for (const line of lines) {
    const [date, kind, name, mark, source, announcedOn, ...more] = line.split(',')
    if (!date || !kind || !name || !mark || !source || !announcedOn || more.length > 0) {
      throw new RangeError(`Not a row of the calendar: ${line}`)
    }

    const day = parseLocalDate(date)
    const announcedAt = toDate(startOf(parseLocalDate(announcedOn)))
    if (kind === 'year_complete') {
      completeYears.add(yearOf(day))
    } else if (isDayKind(kind)) {
      const scope = { level: 'nation' } as const
      entries.push({
        id: idOf(date),
        date,
        kind,
        name,
        scope,
        source,
        mark,
        announcedAt,
        recordedAt: recordedAt ?? announcedAt,
      })
    } else if (kind !== 'year_incomplete') {
      throw new RangeError(`Not a kind of day: ${line}`)
    }
  }

  return { entries, completeYears }
}

/** A UUID (version 8, RFC 9562) that is the same wherever the file is read, and holds the date: `…-000020261124`. */
function idOf(date: LocalDate): string {
  return `00000000-0000-8000-8000-0000${date.replaceAll('-', '')}`
}

function isDayKind(kind: string): kind is DayKind {
  return (dayKinds as readonly string[]).includes(kind)
}
