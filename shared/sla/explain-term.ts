import type { Term } from '../catalogue/types.ts'
import type { Bilingual } from '../text/bilingual.ts'
import type { CalendarEntry, WorkingCalendar } from './calendar.ts'
import { capitalised, dayWords, entryWords, instantWords, minuteWords, termWords } from './explain-words.ts'
import { type Day, dayOf, formatLocalDate, formatTimeOfDay, type Minute, toDate } from './minutes.ts'
import type { Step } from './steps.ts'
import { nthWorkingDayAfter, workingDayOnOrAfter, workingSlices } from './working-time.ts'

const CIVIL_CODE_147 = 'Bộ luật Dân sự 2015 Điều 147'
const CIVIL_CODE_148_5 = 'Bộ luật Dân sự 2015 Điều 148 khoản 5'

/** To the due date without pauses: each day or piece of a day that counts, and each that does not. */
export function explainTerm(term: Term, acceptedAt: Minute, baseDueAt: Minute, calendar: WorkingCalendar): Step[] {
  return [...countingSteps(term, acceptedAt, calendar), baseDue(term, baseDueAt)]
}

/** The pieces of sessions that hold the first `minutes` after `start`, and the days off between them. */
export function minuteSteps(start: Minute, minutes: number, calendar: WorkingCalendar): Step[] {
  const steps: Step[] = []
  let lastDay = dayOf(start)
  for (const { from, to } of workingSlices(calendar, start, minutes)) {
    const day = dayOf(from)
    steps.push(...daysOff(lastDay + 1, day - 1, calendar))
    lastDay = day
    const { entry } = calendar.planOn(day)
    const times = `${formatTimeOfDay(from)}–${formatTimeOfDay(to)}`
    const count = minuteWords(to - from)
    const { vi, en } = capitalised(dayWords(day))
    const why = because(entry)
    steps.push({
      kind: 'minutes_counted',
      at: toDate(from),
      until: toDate(to),
      minutes: to - from,
      text: {
        vi: `${vi}, ${times}: ${count.vi}${why.vi}.`,
        en: `${en}, ${times}: ${count.en}${why.en}.`,
      },
      ...(entry && { source: entry.source }),
    })
  }

  return steps
}

/** When it was accepted, and what that means for the count. */
export function explainAcceptance(term: Term, acceptedAt: Minute): Step {
  const { vi, en } = instantWords(acceptedAt)
  const accepted = { vi: `Tiếp nhận ${vi}.`, en: `Accepted on ${en}.` }
  const step: Step = { kind: 'accepted', at: toDate(acceptedAt), text: accepted }
  switch (term.unit) {
    case 'immediate':
      return step
    case 'working_minute':
      return {
        ...step,
        text: {
          vi: `${accepted.vi} Thời hạn tính theo giờ làm việc, từng phút một, từ lúc tiếp nhận (${CIVIL_CODE_147} khoản 1).`,
          en: `${accepted.en} The term counts working minutes from then (Civil Code 2015, Article 147(1)).`,
        },
        source: `${CIVIL_CODE_147} khoản 1`,
      }
    default:
      return {
        ...step,
        text: {
          vi: `${accepted.vi} Ngày tiếp nhận không tính (${CIVIL_CODE_147}).`,
          en: `${accepted.en} The day of acceptance is not counted (Civil Code 2015, Article 147).`,
        },
        source: CIVIL_CODE_147,
      }
  }
}

function countingSteps(term: Term, acceptedAt: Minute, calendar: WorkingCalendar): Step[] {
  switch (term.unit) {
    case 'working_day':
      return workingDaySteps(dayOf(acceptedAt), term.value, calendar)
    case 'calendar_day':
      return calendarDaySteps(dayOf(acceptedAt), term.value, calendar)
    case 'working_minute':
      return minuteSteps(acceptedAt, term.value, calendar)
    case 'immediate':
      return []
  }
}

function workingDaySteps(acceptedOn: Day, value: number, calendar: WorkingCalendar): Step[] {
  const steps: Step[] = []
  let lastDay = acceptedOn
  for (let number = 1; number <= value; number += 1) {
    const day = nthWorkingDayAfter(calendar, lastDay, 1)
    steps.push(...daysOff(lastDay + 1, day - 1, calendar), workingDay(day, number, calendar))
    lastDay = day
  }

  return steps
}

function workingDay(day: Day, number: number, calendar: WorkingCalendar): Step {
  const { entry } = calendar.planOn(day)
  const { vi, en } = capitalised(dayWords(day))
  const why = because(entry)

  return {
    kind: 'day_counted',
    date: formatLocalDate(day),
    days: 1,
    text: {
      vi: `${vi}: ngày làm việc thứ ${number}${why.vi}.`,
      en: `${en}: working day ${number}${why.en}.`,
    },
    ...(entry && { source: entry.source }),
  }
}

function calendarDaySteps(acceptedOn: Day, value: number, calendar: WorkingCalendar): Step[] {
  const last = acceptedOn + value
  const { vi, en } = dayWords(last)
  const counted: Step = {
    kind: 'days_counted',
    date: formatLocalDate(acceptedOn + 1),
    untilDate: formatLocalDate(last),
    days: value,
    text: { vi: `Ngày thứ ${value} sau ngày tiếp nhận: ${vi}.`, en: `Day ${value} after acceptance: ${en}.` },
  }
  const due = workingDayOnOrAfter(calendar, last)
  if (due === last) return [counted]

  const next = dayWords(due)
  return [
    counted,
    ...daysOff(last, due - 1, calendar),
    {
      kind: 'next_working_day',
      date: formatLocalDate(due),
      text: {
        vi: `Ngày cuối của thời hạn là ngày nghỉ nên lấy ngày làm việc tiếp theo: ${next.vi} (${CIVIL_CODE_148_5}).`,
        en: `The last day is a day off, so the next working day: ${next.en} (Civil Code 2015, Article 148(5)).`,
      },
      source: CIVIL_CODE_148_5,
    },
  ]
}

function baseDue(term: Term, baseDueAt: Minute): Step {
  const { vi, en } = instantWords(baseDueAt)
  const length = termWords(term)
  if (term.unit === 'immediate') {
    return {
      kind: 'base_due',
      at: toDate(baseDueAt),
      text: { vi: 'Thủ tục giải quyết ngay khi tiếp nhận.', en: 'This procedure is settled at acceptance.' },
    }
  }
  const isDayTerm = term.unit === 'working_day' || term.unit === 'calendar_day'

  return {
    kind: 'base_due',
    at: toDate(baseDueAt),
    text: {
      vi: `Thời hạn ${length.vi}: hẹn trả ${vi}${isDayTerm ? ', hết giờ làm việc' : ''}.`,
      en: `Term of ${length.en}: due ${en}${isDayTerm ? ', closing time' : ''}.`,
    },
  }
}

/** One step for each day off that a document ordered; an ordinary weekend is told in one. */
function daysOff(from: Day, to: Day, calendar: WorkingCalendar): Step[] {
  const steps: Step[] = []
  let day = from
  while (day <= to) {
    const { entry } = calendar.planOn(day)
    const last = entry ? day : lastOfWeekend(day, to, calendar)
    steps.push(entry ? orderedDayOff(day, entry) : weekend(day, last))
    day = last + 1
  }

  return steps
}

function lastOfWeekend(from: Day, to: Day, calendar: WorkingCalendar): Day {
  let last = from
  while (last < to && !calendar.planOn(last + 1).entry) last += 1

  return last
}

function orderedDayOff(day: Day, entry: CalendarEntry): Step {
  const date = capitalised(dayWords(day))
  const why = entryWords(entry)

  return {
    kind: 'day_off',
    date: formatLocalDate(day),
    text: { vi: `${date.vi}: ${why.vi}, không tính.`, en: `${date.en}: ${why.en}, not counted.` },
    source: entry.source,
  }
}

function weekend(from: Day, to: Day): Step {
  const first = capitalised(dayWords(from))
  const last = dayWords(to)

  return {
    kind: 'day_off',
    date: formatLocalDate(from),
    untilDate: formatLocalDate(to),
    text:
      from === to
        ? { vi: `${first.vi}: nghỉ hằng tuần, không tính.`, en: `${first.en}: weekend, not counted.` }
        : {
            vi: `${first.vi} và ${last.vi}: nghỉ hằng tuần, không tính.`,
            en: `${first.en} and ${last.en}: weekend, not counted.`,
          },
  }
}

/** In brackets, why a day that counts is not an ordinary one: a worked Saturday, a closure at noon. */
function because(entry: CalendarEntry | undefined): Bilingual {
  if (!entry) return { vi: '', en: '' }
  const { vi, en } = entryWords(entry)

  return { vi: ` (${vi})`, en: ` (${en})` }
}
