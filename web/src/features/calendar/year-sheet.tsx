import type { CalendarDay } from '#shared/calendar/schemas.ts'
import { formatIsoDay } from '#shared/text/format.ts'
import { weeksOf } from './month-grid.ts'
import { kindWords, scopeWords } from './words.ts'

const weekdays = [
  ['T2', 'thứ Hai'],
  ['T3', 'thứ Ba'],
  ['T4', 'thứ Tư'],
  ['T5', 'thứ Năm'],
  ['T6', 'thứ Sáu'],
  ['T7', 'thứ Bảy'],
  ['CN', 'Chủ nhật'],
] as const
const months = Array.from({ length: 12 }, (_, index) => index + 1)

interface YearSheetProps {
  year: number
  /** Only what is in force. */
  days: readonly CalendarDay[]
  today: string
  onPick: (date: string) => void
}

/** A year on one sheet. A day that is not an ordinary one carries the sign of its kind; any day begins a new entry. */
export function YearSheet({ year, days, today, onPick }: YearSheetProps) {
  const byDate = new Map<string, CalendarDay[]>()
  for (const day of days) byDate.set(day.date, [...(byDate.get(day.date) ?? []), day])

  return (
    <div className="year-sheet">
      {months.map((month) => (
        <table key={month} className="month">
          <caption>Tháng {month}</caption>
          <thead>
            <tr>
              {weekdays.map(([short, long]) => (
                <th key={short} scope="col" abbr={long}>
                  {short}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(year, month).map((week) => (
              <tr key={week.find(Boolean)}>
                {week.map((date, weekday) => (
                  <td key={weekdays[weekday]?.[0]}>
                    {date && (
                      <DayButton
                        date={date}
                        entries={byDate.get(date) ?? []}
                        isWeekend={weekday > 4}
                        isToday={date === today}
                        onPick={onPick}
                      />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  )
}

interface DayButtonProps {
  date: string
  entries: readonly CalendarDay[]
  isWeekend: boolean
  isToday: boolean
  onPick: (date: string) => void
}

function DayButton({ date, entries, isWeekend, isToday, onPick }: DayButtonProps) {
  // The narrowest scope rules; the others are in the list below the sheet.
  const shown = entries.find(({ scope }) => scope.level === 'nation') ?? entries[0]
  const said = entries
    .map(({ kind, name, scope }) => `${kindWords[kind].words}, ${name}, ${scopeWords(scope)}`)
    .join('; ')

  return (
    <button
      type="button"
      className="day"
      data-kind={shown?.kind}
      data-weekend={isWeekend || undefined}
      aria-current={isToday ? 'date' : undefined}
      title={said || undefined}
      onClick={() => onPick(date)}
    >
      <span aria-hidden="true">{Number(date.slice(8))}</span>
      <span className="unseen">
        {formatIsoDay(date)}
        {said && `: ${said}`}
      </span>
      {shown && (
        <span className="day-sign" aria-hidden="true">
          {kindWords[shown.kind].sign}
        </span>
      )}
    </button>
  )
}
