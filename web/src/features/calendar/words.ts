import type { CalendarDay, CalendarEntryInput } from '#shared/calendar/schemas.ts'
import type { CalendarKind } from '#shared/sla/calendar.ts'
import { formatIsoDay } from '#shared/text/format.ts'
import { DAY_MINUTES, spanWords } from '#web/src/lib/span-words.ts'

/** What a kind of entry is called, and the sign that stands for it on the year's sheet: never colour alone. */
export const kindWords: Record<CalendarKind, { words: string; sign: string }> = {
  holiday: { words: 'Nghỉ lễ', sign: 'N' },
  makeup: { words: 'Nghỉ bù', sign: 'B' },
  swap_off: { words: 'Nghỉ hoán đổi', sign: 'H' },
  swap_work: { words: 'Làm bù', sign: 'L' },
  local_closure: { words: 'Đóng cửa tại chỗ', sign: 'Đ' },
  local_opening: { words: 'Mở cửa tại chỗ', sign: 'M' },
  withdrawn: { words: 'Rút lại mục đã ghi', sign: '–' },
}

/** `Cả nước`, `Tỉnh Hà Tĩnh`, `Toàn Lưu`. */
export function scopeWords({ level, name }: CalendarDay['scope']): string {
  if (level === 'nation') return 'Cả nước'

  return level === 'province' ? `Tỉnh ${name}` : (name ?? '')
}

/** `07:00–11:30, 13:30–17:00`. */
export const sessionWords = (sessions: readonly (readonly [string, string])[]): string =>
  sessions.map(([opens, closes]) => `${opens}–${closes}`).join(', ')

/** One entry before it is saved, in a line. */
export const draftWords = ({ date, kind, name }: CalendarEntryInput): string =>
  `${formatIsoDay(date)}: ${kindWords[kind].words.toLowerCase()}, ${name}`

/** How far a date moves: `lùi 1 ngày`, `sớm hơn 2 giờ 30 phút`. */
export function moveWords(from: Date, to: Date): string {
  const width = spanWords(Math.round(Math.abs(to.getTime() - from.getTime()) / 60_000), DAY_MINUTES)

  return `${to > from ? 'lùi' : 'sớm hơn'} ${width}`
}
