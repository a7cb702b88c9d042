import { homeTexts as texts } from '#shared/i18n/pages.ts'
import type { WorkingCalendar } from '#shared/sla/calendar.ts'
import { dayWords } from '#shared/sla/explain-words.ts'
import { type Day, dayOf, formatTimeOfDay, minuteOf, minuteOfDay, startOf, weekdayOf } from '#shared/sla/minutes.ts'
import { workingDayOnOrAfter } from '#shared/sla/working-time.ts'
import type { Bilingual } from '#shared/text/bilingual.ts'

/** Saturday morning is for handing in; it counts for no term (CLOCK rule 2.3). */
const saturday = 5
const saturdayHours = { opens: 7 * 60, closes: 11 * 60 + 30 }

/** Today's hours in a sentence, from the same calendar that counts the terms: a holiday is one here too. */
export function officeHours(calendar: WorkingCalendar, now: Date): { today: Bilingual; isOpen: boolean } {
  const minute = minuteOf(now)
  const day = dayOf(minute)
  const { sessions, entry } = calendar.planOn(day)
  const isSaturday = weekdayOf(day) === saturday && !entry
  const hours = isSaturday ? [saturdayHours] : sessions
  const isOpen = hours.some(({ opens, closes }) => minuteOfDay(minute) >= opens && minuteOfDay(minute) < closes)
  if (isSaturday) return { today: texts.saturday, isOpen }
  if (sessions.length > 0) return { today: texts.openToday(hoursText(day, sessions)), isOpen }

  const next = dayWords(workingDayOnOrAfter(calendar, day + 1))
  const why = entry?.name ?? ''
  const [vi, en] = [texts.closedToday(why, next.vi), texts.closedToday(why, next.en)]

  return { today: { vi: vi.vi, en: en.en }, isOpen }
}

/** `07:00–11:30, 13:30–17:00`. */
const hoursText = (day: Day, sessions: readonly { opens: number; closes: number }[]) =>
  sessions
    .map(({ opens, closes }) => `${formatTimeOfDay(startOf(day) + opens)}–${formatTimeOfDay(startOf(day) + closes)}`)
    .join(', ')
