import * as z from 'zod/mini'
import type { CalendarBook } from '../sla/calendar.ts'
import { toEntry } from './check-entries.ts'
import { type CalendarEntryInput, type CalendarYearInput, calendarEntryInput } from './schemas.ts'

/** The columns of `db/reference/calendar-vietnam.csv`, and two more that a local file may add. */
const nationalColumns = ['date', 'kind', 'name', 'mark', 'source', 'announced_on']
const localColumns = [...nationalColumns, 'scope', 'sessions']

/** What a file asks for: entries to record, and years to mark. */
export interface CalendarFile {
  entries: CalendarEntryInput[]
  years: ({ year: number } & CalendarYearInput)[]
}

/**
 * Reads a calendar file of the desk: one day in each row, no value with a comma.
 *
 * `scope` is `nation` (also when empty), `province` or a commune's code; `sessions` is `07:00-11:30 13:30-17:00`.
 * `year_complete` and `year_incomplete` mark the year of their date. Throws a RangeError that names the line.
 */
export function parseCalendarFile(text: string): CalendarFile {
  const [first = '', ...lines] = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/)
  const width = [nationalColumns, localColumns].find((columns) => columns.join() === first)?.length
  if (!width) throw new RangeError(`Line 1: must be ${nationalColumns.join()} or ${localColumns.join()}`)

  const file: CalendarFile = { entries: [], years: [] }
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue
    const values = line.split(',')
    if (values.length !== width)
      throw new RangeError(`Line ${index + 2}: ${width} values expected, not ${values.length}`)
    readRow(file, values, index + 2)
  }

  return file
}

/** The entries that the calendar does not hold already, word for word: a file may be imported again with a row more. */
export function newEntries(
  entries: readonly CalendarEntryInput[],
  book: CalendarBook,
  province: string,
): CalendarEntryInput[] {
  const known = new Set(book.entries.map((entry) => fingerprint(entry)))

  return entries.filter((entry) => !known.has(fingerprint(toEntry(entry, '', new Date(0), province))))
}

function readRow(file: CalendarFile, values: readonly string[], number: number) {
  const [date = '', kind = '', name = '', mark = '', source = '', announcedOn = '', scope = '', sessions = ''] = values
  if (kind === 'year_complete' || kind === 'year_incomplete') {
    file.years.push({ year: Number(date.slice(0, 4)), complete: kind === 'year_complete', source })

    return
  }
  const read = z.safeParse(calendarEntryInput, {
    date,
    kind,
    name,
    mark,
    source,
    announcedOn,
    scope: scopeOf(scope),
    ...(sessions && { sessions: sessions.split(' ').map((session) => session.split('-')) }),
  })
  if (!read.success) {
    const [issue] = read.error.issues
    throw new RangeError(`Line ${number}: ${issue?.path.join('.') || 'row'}: ${issue?.message ?? 'not understood'}`)
  }
  file.entries.push(read.data)
}

function scopeOf(text: string) {
  if (text === '' || text === 'nation') return { level: 'nation' }

  return text === 'province' ? { level: 'province' } : { level: 'unit', code: text }
}

function fingerprint({ date, kind, name, scope, sessions, source }: CalendarBook['entries'][number]): string {
  return JSON.stringify([date, kind, name, scope.level, 'code' in scope ? scope.code : '', sessions ?? null, source])
}
