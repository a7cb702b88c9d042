import type { Term } from '../catalogue/types.ts'
import type { Bilingual } from '../text/bilingual.ts'
import { type CalendarEntry, type CalendarKind, WORKDAY_MINUTES } from './calendar.ts'
import { type Day, dayOf, formatLocalDate, formatTimeOfDay, type Minute, weekdayOf } from './minutes.ts'
import type { Standing } from './standing.ts'

const weekdays = [
  { vi: 'thứ Hai', en: 'Monday' },
  { vi: 'thứ Ba', en: 'Tuesday' },
  { vi: 'thứ Tư', en: 'Wednesday' },
  { vi: 'thứ Năm', en: 'Thursday' },
  { vi: 'thứ Sáu', en: 'Friday' },
  { vi: 'thứ Bảy', en: 'Saturday' },
  { vi: 'Chủ nhật', en: 'Sunday' },
] as const satisfies readonly Bilingual[]

const kinds: Record<CalendarKind, Bilingual> = {
  holiday: { vi: 'nghỉ', en: 'public holiday' },
  makeup: { vi: 'nghỉ bù', en: 'day off in lieu' },
  swap_off: { vi: 'nghỉ', en: 'swapped day off' },
  swap_work: { vi: 'làm bù', en: 'worked in exchange' },
  local_closure: { vi: 'tạm ngừng làm việc', en: 'closed' },
  local_opening: { vi: 'mở cửa làm việc', en: 'open' },
  withdrawn: { vi: 'không còn hiệu lực', en: 'withdrawn' },
}

export const standingWords: Record<Standing, Bilingual> = {
  early: { vi: 'trước hạn', en: 'early' },
  on_time: { vi: 'đúng hạn', en: 'on time' },
  late: { vi: 'quá hạn', en: 'late' },
  running: { vi: 'còn trong hạn', en: 'running' },
  due_soon: { vi: 'sắp đến hạn', en: 'due soon' },
  overdue: { vi: 'đã quá hạn', en: 'overdue' },
  paused: { vi: 'tạm dừng, chờ công dân', en: 'paused, waiting for the resident' },
}

/** Half a working day is stored as minutes, and told as what the law calls it (CLOCK rule 3.6). */
const HALF_DAY = 240
const halfDay: Bilingual = { vi: 'nửa ngày làm việc (4 giờ)', en: 'half a working day (4 hours)' }

/** `thứ Sáu 20/11/2026`. */
export function dayWords(day: Day): Bilingual {
  const [year, month, date] = formatLocalDate(day).split('-')
  const { vi, en } = weekdays[weekdayOf(day)]

  return { vi: `${vi} ${date}/${month}/${year}`, en: `${en} ${date}/${month}/${year}` }
}

/** `thứ Sáu 20/11/2026 lúc 16:40`. */
export function instantWords(minute: Minute): Bilingual {
  const { vi, en } = dayWords(dayOf(minute))
  const time = formatTimeOfDay(minute)

  return { vi: `${vi} lúc ${time}`, en: `${en} at ${time}` }
}

export function termWords({ unit, value }: Term): Bilingual {
  const plural = value === 1 ? '' : 's'
  switch (unit) {
    case 'working_day':
      return { vi: `${value} ngày làm việc`, en: `${value} working day${plural}` }
    case 'calendar_day':
      return { vi: `${value} ngày`, en: `${value} calendar day${plural}` }
    case 'working_minute':
      return value === HALF_DAY ? halfDay : minuteWords(value)
    case 'immediate':
      return { vi: 'giải quyết ngay', en: 'immediate' }
  }
}

/**
 * Working time as people say it, to the minute: `2 giờ 30 phút làm việc`, `3 ngày 4 giờ làm việc`.
 *
 * Eight working hours are a day. Nothing is rounded, so that the sentences add up as the figures do.
 */
export function minuteWords(minutes: number): Bilingual {
  const parts = [
    { value: Math.floor(minutes / WORKDAY_MINUTES), vi: 'ngày', en: 'day' },
    { value: Math.floor((minutes % WORKDAY_MINUTES) / 60), vi: 'giờ', en: 'hour' },
    { value: minutes % 60, vi: 'phút', en: 'minute' },
  ].filter(({ value }) => value > 0)
  const said = parts.length > 0 ? parts : [{ value: 0, vi: 'phút', en: 'minute' }]

  return {
    vi: `${said.map(({ value, vi }) => `${value} ${vi}`).join(' ')} làm việc`,
    en: `${said.map(({ value, en }) => `${value} ${en}${value === 1 ? '' : 's'}`).join(' ')} of working time`,
  }
}

/** `nghỉ, Ngày Văn hóa Việt Nam (Nghị quyết 28/2026/QH16)`; names of law stay Vietnamese in both languages. */
export function entryWords({ kind, name, source }: CalendarEntry): Bilingual {
  return { vi: `${kinds[kind].vi}, ${name} (${source})`, en: `${kinds[kind].en}, ${name} (${source})` }
}

/** As the beginning of a sentence. */
export function capitalised({ vi, en }: Bilingual): Bilingual {
  return { vi: vi.charAt(0).toUpperCase() + vi.slice(1), en: en.charAt(0).toUpperCase() + en.slice(1) }
}
