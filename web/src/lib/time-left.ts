import { type DossierState, isEnded } from '#shared/dossiers/transitions.ts'
import { buildCalendar, WORKDAY_MINUTES } from '#shared/sla/calendar.ts'
import { dayOf, minuteOf } from '#shared/sla/minutes.ts'
import { minutesBetween } from '#shared/sla/working-time.ts'
import { formatDay, formatInstant, formatTime, formatWorkingTime } from '#shared/text/format.ts'

/** What a row or a header knows about its time; dates as the server computed them by the legal clock. */
export interface Timed {
  state: DossierState
  filedAt: Date
  acceptedAt: Date | null
  nextDueAt: Date
  /** From this instant less than eight working hours are left; null before acceptance and while paused. */
  dueSoonAt: Date | null
}

export type Urgency = 'calm' | 'soon' | 'late' | 'waiting' | 'ended'

export interface TimeLeft {
  urgency: Urgency
  words: string
  /** How much of the span from start to due date is gone, 0 to 1; 1 when late. */
  used: number
}

const weekdays = ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7'] as const

/** Ordinary weeks only: the browser does not hold the calendar of holidays (see `workingMinutesLeft`). */
const ordinary = buildCalendar({ entries: [], completeYears: new Set() }, { unit: '', province: '', knownAt: 'all' })

/**
 * How long is left, in the words of a glance: `còn 3 giờ 20 phút`, `hẹn 17:00 T5 26/11`, `quá hạn 2 ngày`.
 *
 * Colours are never alone: every urgency has its words.
 */
export function timeLeft(row: Timed, now: Date): TimeLeft {
  const used = usedShare(row, now)
  if (isEnded(row.state)) return { urgency: 'ended', words: 'đã kết thúc', used: 1 }
  if (row.state === 'need_supplement') return { urgency: 'waiting', words: 'chờ bổ sung', used }
  if (now > row.nextDueAt) return { urgency: 'late', words: `quá hạn ${overdueWords(row.nextDueAt, now)}`, used: 1 }
  if (row.state === 'payment_due') return { urgency: 'waiting', words: 'chờ nộp lệ phí', used }

  const minutes = workingMinutesLeft(row, now)
  const isSoon = row.dueSoonAt ? now >= row.dueSoonAt : minutes !== undefined && minutes < WORKDAY_MINUTES
  if (isSoon && minutes !== undefined) return { urgency: 'soon', words: `còn ${formatWorkingTime(minutes)}`, used }
  if (isSoon) return { urgency: 'soon', words: `trước ${shortInstant(row.nextDueAt)}`, used }

  return { urgency: 'calm', words: `${row.acceptedAt ? 'hẹn' : 'trước'} ${shortInstant(row.nextDueAt)}`, used }
}

/**
 * Working minutes until the due date when less than a working day is left, or `undefined` when they cannot be told
 * without the calendar of holidays.
 *
 * Due today, the day is a working day. Due later, the ordinary week is trusted only when it agrees with the server:
 * from the instant after which "less than eight hours" holds to the due date it must count exactly eight hours (or the
 * half day of a half-day term), and a holiday or a moved working day in between makes it count otherwise.
 */
function workingMinutesLeft({ filedAt, acceptedAt, nextDueAt, dueSoonAt }: Timed, now: Date): number | undefined {
  const due = minuteOf(nextDueAt)
  const left = minutesBetween(ordinary, minuteOf(now), due)
  if (dayOf(minuteOf(now)) === dayOf(due)) return left

  const isHalfDay = acceptedAt && minutesBetween(ordinary, minuteOf(acceptedAt), due) === WORKDAY_MINUTES / 2
  const eightHoursBefore = dueSoonAt ? minuteOf(dueSoonAt) - 1 : acceptedAt ? due : minuteOf(filedAt)
  const isOrdinary = isHalfDay || minutesBetween(ordinary, eightHoursBefore, due) === WORKDAY_MINUTES

  return isOrdinary && left <= WORKDAY_MINUTES ? left : undefined
}

/** Late by hours on the same day, by days after it: a person counts days, not working minutes, when it is too late. */
function overdueWords(dueAt: Date, now: Date): string {
  const days = dayOf(minuteOf(now)) - dayOf(minuteOf(dueAt))
  if (days > 0) return `${days} ngày`
  const minutes = minuteOf(now) - minuteOf(dueAt)

  return minutes < 60 ? `${Math.max(minutes, 1)} phút` : `${Math.floor(minutes / 60)} giờ`
}

/** `17:00 T5 26/11`: for rows, where a year is noise. */
export function shortInstant(at: Date): string {
  const weekday = new Date(at.getTime() + 7 * 3_600_000).getUTCDay()

  return `${formatTime(at)} ${weekdays[weekday]} ${formatDay(at).slice(0, 5)}`
}

/** The sentence under a dossier's title. */
export function dueSentence(row: Timed, notBefore: boolean): string {
  if (!row.acceptedAt) return `Phải tiếp nhận, yêu cầu bổ sung hoặc từ chối trước ${formatInstant(row.nextDueAt)}`

  return notBefore ? `Hẹn trả không trước ${formatInstant(row.nextDueAt)}` : `Hẹn trả ${formatInstant(row.nextDueAt)}`
}

function usedShare({ filedAt, acceptedAt, nextDueAt }: Timed, now: Date): number {
  const start = minuteOf(acceptedAt ?? filedAt)
  const due = minuteOf(nextDueAt)
  const whole = minutesBetween(ordinary, start, due)

  return whole > 0 ? Math.min(1, minutesBetween(ordinary, start, minuteOf(now)) / whole) : 1
}
