import type { Source } from '../catalogue/types.ts'
import type { WorkingCalendar } from '../sla/calendar.ts'
import { dayOf, minuteOf, toDate } from '../sla/minutes.ts'
import {
  addWorkingMinutes,
  closingTime,
  minutesBetween,
  nthWorkingDayAfter,
  workingDayOnOrAfter,
} from '../sla/working-time.ts'
import type { ComplaintKind } from './transitions.ts'

interface Span {
  unit: 'working_day' | 'calendar_day'
  value: number
}

/** How long a unit may take over a complaint or a request about data. */
export interface ComplaintTerm {
  /** To say whether it is taken on. */
  reply: Span
  answer: Span
  /** By how much the answer may be put off, once, with a reason; absent: not at all. */
  extension?: Span
  source: Source
}

const workingDays = (value: number): Span => ({ unit: 'working_day', value })
const days = (value: number): Span => ({ unit: 'calendar_day', value })
const dataSource: Source = { text: 'Nghị định 356/2025/NĐ-CP Điều 5', mark: 'seen' }

export const complaintTerms: Record<ComplaintKind, ComplaintTerm> = {
  complaint: {
    reply: workingDays(2),
    answer: workingDays(15),
    source: { text: 'Quyết định 766/QĐ-TTg, chỉ số 5.2', mark: 'seen' },
  },
  data_copy: { reply: workingDays(2), answer: days(10), extension: days(10), source: dataSource },
  data_correction: { reply: workingDays(2), answer: days(10), extension: days(10), source: dataSource },
  data_deletion: { reply: workingDays(2), answer: days(20), extension: days(20), source: dataSource },
}

/** Within which the unit must ask for what it misses (Quyết định 766/QĐ-TTg, chỉ số 5.2). */
export const askTerm: Span = workingDays(5)

/**
 * By when a span is over: closing time of its last day. The day it begins is not counted, and a last day off moves to
 * the next working day (Civil Code Điều 147, 148(5)).
 */
export function endOfSpan({ unit, value }: Span, from: Date, calendar: WorkingCalendar): Date {
  const first = dayOf(minuteOf(from))
  const last =
    unit === 'working_day' ? nthWorkingDayAfter(calendar, first, value) : workingDayOnOrAfter(calendar, first + value)

  return toDate(closingTime(calendar, last))
}

/** The two dates of a complaint that came in now. */
export function complaintDates(kind: ComplaintKind, receivedAt: Date, calendar: WorkingCalendar) {
  const { reply, answer } = complaintTerms[kind]

  return {
    replyDueAt: endOfSpan(reply, receivedAt, calendar),
    answerDueAt: endOfSpan(answer, receivedAt, calendar),
  }
}

/**
 * The date of the answer after the unit waited for the resident: later by the working time that was waited. The texts
 * do not say how it is counted; it is counted here as with dossiers.
 */
export function answerDueAfterWaiting(dueAt: Date, askedAt: Date, addedAt: Date, calendar: WorkingCalendar): Date {
  const waited = minutesBetween(calendar, minuteOf(askedAt), minuteOf(addedAt))

  return toDate(addWorkingMinutes(calendar, minuteOf(dueAt), waited))
}

/** The dates of a complaint, and what was done by when. */
export interface ComplaintDates {
  replyDueAt: Date
  repliedAt: Date | null
  answerDueAt: Date
  closedAt: Date | null
  /** Since when the resident is waited for. */
  askedAt: Date | null
}

/** Whether a date was missed by `now`: to reply, or to answer, which does not run while the resident is waited for. */
export const isLateComplaint = (
  { repliedAt, replyDueAt, closedAt, answerDueAt, askedAt }: ComplaintDates,
  now: Date,
): boolean => (repliedAt ?? now) > replyDueAt || (closedAt ?? askedAt ?? now) > answerDueAt

/** The date that runs: to reply, then to answer; null while the resident is waited for and when it is closed. */
export const nextComplaintDate = ({ repliedAt, replyDueAt, closedAt, answerDueAt, askedAt }: ComplaintDates) =>
  closedAt || askedAt ? null : repliedAt ? answerDueAt : replyDueAt
