import { WORKDAY_MINUTES, type WorkingCalendar } from './calendar.ts'
import { type ClockInput, type ClockResult, type CountedPause, receptionDueAt, type TermChange } from './clock.ts'
import type { DossierClock } from './dossier-clock.ts'
import { explainAcceptance, explainTerm, minuteSteps } from './explain-term.ts'
import { instantWords, minuteWords, standingWords, termWords } from './explain-words.ts'
import { minuteOf } from './minutes.ts'
import type { Step } from './steps.ts'

/** The date that a dossier waits for, told step by step: its due date once accepted, else the reception deadline. */
export function explainDossier(dossier: DossierClock): Step[] {
  if (dossier.clockInput && dossier.clock) return explainClock(dossier.clockInput, dossier.clock)

  const last = dossier.receptions.at(-1)

  return last ? explainReception(last.startedAt, dossier.calendar) : []
}

/** Eight working hours to accept, to ask for what is missing, or to refuse. */
export function explainReception(startedAt: Date, calendar: WorkingCalendar): Step[] {
  const start = instantWords(minuteOf(startedAt))
  const dueAt = receptionDueAt(startedAt, calendar)
  const due = instantWords(minuteOf(dueAt))

  return [
    {
      kind: 'filed',
      at: startedAt,
      text: {
        vi: `Hồ sơ đến ${start.vi}. Cơ quan có 8 giờ làm việc để tiếp nhận, yêu cầu bổ sung hoặc từ chối.`,
        en: `Filed on ${start.en}. The office has 8 working hours to accept, ask for what is missing, or refuse.`,
      },
    },
    ...minuteSteps(minuteOf(startedAt), WORKDAY_MINUTES, calendar),
    { kind: 'reception_due', at: dueAt, text: { vi: `Hạn tiếp nhận: ${due.vi}.`, en: `To be received by ${due.en}.` } },
  ]
}

/**
 * Tells how `result` came about, in an order that can be read aloud at the counter.
 *
 * It narrates the result it is given, so it never says another number than the clock; pass the same input.
 */
export function explainClock(input: ClockInput, result: ClockResult): Step[] {
  return [
    explainAcceptance(input.term, minuteOf(input.acceptedAt)),
    ...(input.termChanges ?? []).map(termChange),
    ...explainTerm(input.term, minuteOf(input.acceptedAt), minuteOf(result.baseDueAt), input.calendar),
    ...result.pauses.map((pause) => pauseStep(pause, input, result)),
    ...movedDue(input, result),
    worked(input, result),
    standing(input, result),
    ...extended(result),
    ...result.provisionalYears.map(provisional),
  ]
}

function termChange({ at, from, to }: TermChange): Step {
  const when = instantWords(minuteOf(at))

  return {
    kind: 'term_changed',
    at,
    text: {
      vi: `Đổi thời hạn từ ${termWords(from).vi} thành ${termWords(to).vi}, ${when.vi}; vẫn tính từ lúc tiếp nhận.`,
      en: `Term changed from ${termWords(from).en} to ${termWords(to).en} on ${when.en}; it still counts from acceptance.`,
    },
  }
}

function pauseStep(pause: CountedPause, { term, now }: ClockInput, { notBefore }: ClockResult): Step {
  const from = instantWords(minuteOf(pause.from))
  const isOpen = notBefore && minuteOf(pause.to) === minuteOf(now)
  const to = isOpen ? { vi: 'nay', en: 'now' } : instantWords(minuteOf(pause.to))
  const waited = minuteWords(pause.workingMinutes)
  const why =
    pause.movesDueDate || term.unit === 'immediate'
      ? { vi: '', en: '' }
      : {
          vi: ' Bắt đầu sau ngày hẹn trả nên không lùi ngày hẹn.',
          en: ' It began after the due date, so it moves nothing.',
        }

  return {
    kind: 'pause',
    at: pause.from,
    until: pause.to,
    minutes: pause.workingMinutes,
    movesDueDate: pause.movesDueDate,
    text: {
      vi: `Chờ công dân bổ sung từ ${from.vi} đến ${to.vi}: ${waited.vi}.${why.vi}`,
      en: `Waiting for the resident from ${from.en} to ${to.en}: ${waited.en}.${why.en}`,
    },
  }
}

function movedDue({ term }: ClockInput, { movedMinutes, dueAt, notBefore }: ClockResult): Step[] {
  if (movedMinutes === 0 && !notBefore) return []

  const due = instantWords(minuteOf(dueAt))
  const by = minuteWords(movedMinutes)
  const rounding =
    term.unit === 'working_minute' || movedMinutes === 0
      ? { vi: '', en: '' }
      : { vi: ', rồi lấy hết giờ làm việc của ngày đó', en: ', then to closing time of that day' }
  const date = notBefore
    ? { vi: `hẹn trả không sớm hơn ${due.vi}`, en: `due not before ${due.en}` }
    : { vi: `hẹn trả ${due.vi}`, en: `due ${due.en}` }

  return [
    {
      kind: 'moved_due',
      at: dueAt,
      minutes: movedMinutes,
      text: {
        vi: `Thời gian chờ công dân không tính vào thời hạn: lùi ${by.vi}${rounding.vi}: ${date.vi}.`,
        en: `Waiting for the resident is not the office's time: moved by ${by.en}${rounding.en}: ${date.en}.`,
      },
    },
  ]
}

function worked({ endedAt, now }: ClockInput, { workingMinutes, pausedMinutes }: ClockResult): Step {
  const until = endedAt ?? now
  const total = minuteWords(workingMinutes + pausedMinutes)
  const used = minuteWords(workingMinutes)
  const waited = minuteWords(pausedMinutes)
  const less =
    pausedMinutes === 0
      ? { vi: '', en: '' }
      : {
          vi: `, trừ ${waited.vi} chờ công dân, còn ${used.vi}`,
          en: `, less ${waited.en} waiting, leaves ${used.en}`,
        }
  const end = endedAt ? { vi: 'kết thúc', en: 'the end' } : { vi: 'nay', en: 'now' }

  return {
    kind: 'worked',
    at: until,
    minutes: workingMinutes,
    text: {
      vi: `Từ khi tiếp nhận đến ${end.vi}: ${total.vi}${less.vi}.`,
      en: `From acceptance to ${end.en}: ${total.en}${less.en}.`,
    },
  }
}

function standing({ endedAt, now }: ClockInput, result: ClockResult): Step {
  const at = endedAt ?? now
  const when = instantWords(minuteOf(at))
  const words = standingWords[result.standing]
  const verb = endedAt ? { vi: 'Kết thúc', en: 'Ended on' } : { vi: 'Tính đến', en: 'As of' }

  return {
    kind: 'standing',
    at,
    text: { vi: `${verb.vi} ${when.vi}: ${words.vi}.`, en: `${verb.en} ${when.en}: ${words.en}.` },
  }
}

function extended({ extension }: ClockResult): Step[] {
  if (!extension) return []

  const due = instantWords(minuteOf(extension.dueAt))
  const late = extension.sentLate
    ? { vi: ' Văn bản xin lỗi gửi muộn.', en: ' The letter was sent late.' }
    : { vi: '', en: '' }

  return [
    {
      kind: 'extended',
      at: extension.dueAt,
      text: {
        vi: `Đã xin lỗi và hẹn lại: ${due.vi}. Ngày hẹn đầu vẫn dùng để đánh giá.${late.vi}`,
        en: `Apology with a new date: ${due.en}. The first date still decides the verdict.${late.en}`,
      },
    },
  ]
}

function provisional(year: number): Step {
  return {
    kind: 'provisional',
    text: {
      vi: `Tạm tính: lịch nghỉ năm ${year} chưa được công bố.`,
      en: `Provisional: the calendar of ${year} is not yet announced.`,
    },
  }
}
