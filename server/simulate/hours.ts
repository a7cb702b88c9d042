import { sessionsOn, type WorkingCalendar } from '#shared/sla/calendar.ts'
import { type Day, dayOf, type Minute, minuteOfDay, startOf, weekdayOf } from '#shared/sla/minutes.ts'
import { addWorkingMinutes, isWorkingDay } from '#shared/sla/working-time.ts'
import type { Random } from './random.ts'

/** Something is filed online, or somebody stands at the counter. */
export type Way = 'online' | 'counter'

/** Filings per hour of the day, from 00:00 on: mornings, afternoons, and evenings after work. */
const onlineHours = [1, 0, 0, 0, 0, 1, 3, 8, 14, 15, 12, 6, 5, 8, 12, 11, 9, 6, 5, 9, 12, 11, 7, 3]
/** A notice of guests is given when they come. */
const noticeHours = [2, 1, 0, 0, 0, 1, 2, 4, 5, 5, 5, 5, 4, 5, 6, 7, 8, 9, 11, 13, 15, 16, 14, 7]

/** How much is filed on a day, compared with an ordinary working day. */
export function weightOf(calendar: WorkingCalendar, day: Day): number {
  const weekday = weekdayOf(day)
  if (isWorkingDay(calendar, day)) return weekday === 0 ? 1.25 : weekday === 4 ? 0.9 : 1

  return calendar.planOn(day).entry ? 0.25 : weekday === saturday ? 0.45 : 0.3
}

/** Whether people may hand in at the counter: on working days, and on Saturday morning (CLOCK rule 2.3). */
export const isReceptionDay = (calendar: WorkingCalendar, day: Day): boolean =>
  isWorkingDay(calendar, day) || (weekdayOf(day) === saturday && !calendar.planOn(day).entry)

/** The minute of a filing on a day. */
export function filingTime(calendar: WorkingCalendar, day: Day, way: Way, isNotice: boolean, random: Random): Minute {
  if (way === 'counter') return counterTime(calendar, day, random)
  const hours = isNotice ? noticeHours : onlineHours
  const hour = random.among([...hours.keys()], (each) => hours[each] ?? 0)

  return startOf(day) + hour * 60 + random.int(0, 59)
}

function counterTime(calendar: WorkingCalendar, day: Day, random: Random): Minute {
  const sessions = [...sessionsOn(calendar, day)]
  const { from, to } = sessions.length > 0 ? random.pick(sessions) : saturdayMorning(day)

  // The last ten minutes belong to whoever is already being served.
  return random.int(from + 5, to - 10)
}

const saturday = 5
const saturdayMorning = (day: Day) => ({ from: startOf(day) + 7 * 60, to: startOf(day) + 11 * 60 + 30 })

/** After so many minutes, when a resident is awake: what would fall into the night happens next morning. */
export function whenAwake(at: Minute, minutes: number, random: Random): Minute {
  const then = at + minutes
  const hour = Math.floor(minuteOfDay(then) / 60)
  if (hour >= 6 && hour < 22) return then
  const morning = startOf(hour < 6 ? dayOf(then) : dayOf(then) + 1) + 6 * 60

  return morning + random.int(10, 150)
}

/** After so much desk time, at least a minute: an officer does nothing while the desk is closed. */
export const atWork = (calendar: WorkingCalendar, at: Minute, minutes: number): Minute =>
  addWorkingMinutes(calendar, at, Math.max(1, Math.round(minutes)))
