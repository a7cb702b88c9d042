import type { Language } from './bilingual.ts'

const weekdays = {
  vi: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const

/** Việt Nam is seven hours ahead of UTC, all year, since 1975. */
const local = (at: Date) => new Date(at.getTime() + 7 * 3_600_000)
const two = (n: number) => String(n).padStart(2, '0')

/** `16:40` in Việt Nam. */
export function formatTime(at: Date): string {
  const d = local(at)

  return `${two(d.getUTCHours())}:${two(d.getUTCMinutes())}`
}

/** `04/12/2026` in Việt Nam. */
export function formatDay(at: Date): string {
  const d = local(at)

  return `${two(d.getUTCDate())}/${two(d.getUTCMonth() + 1)}/${d.getUTCFullYear()}`
}

/** `thứ Sáu, 04/12/2026`. */
export function formatLongDay(at: Date, language: Language = 'vi'): string {
  return `${weekdays[language][local(at).getUTCDay()]}, ${formatDay(at)}`
}

/** `16:40 thứ Sáu, 04/12/2026`: how a promise to a person is written. */
export function formatInstant(at: Date, language: Language = 'vi'): string {
  return `${formatTime(at)} ${formatLongDay(at, language)}`
}

/** `2026-12-04` as `04/12/2026`; anything else as it is. */
export function formatIsoDay(day: string): string {
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? []

  return year ? `${date}/${month}/${year}` : day
}

/** The local day of an instant, `YYYY-MM-DD`. */
export const localDayOf = (at: Date): string => local(at).toISOString().slice(0, 10)

/** `1234567` as `1.234.567`. */
export const groupDigits = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '.')

/** `20.000 đồng`; nothing to pay is said in a word. */
export function formatMoney(amount: number, language: Language = 'vi'): string {
  if (amount === 0) return language === 'vi' ? 'Không thu phí' : 'Free'

  return `${groupDigits(amount)} ${language === 'vi' ? 'đồng' : 'VND'}`
}

/** `001 088 012 345`: an identity number in groups that can be read aloud. */
export const formatIdentity = (number: string): string => number.replace(/(\d{3})(?=\d)/g, '$1 ')

/** Working minutes as people say them: `2 ngày 3 giờ`, with eight hours to a working day. */
export function formatWorkingTime(minutes: number, language: Language = 'vi'): string {
  const days = Math.floor(minutes / 480)
  const hours = Math.floor((minutes % 480) / 60)
  const rest = minutes % 60
  const words =
    language === 'vi'
      ? { day: 'ngày', hour: 'giờ', minute: 'phút' }
      : {
          day: days === 1 ? 'day' : 'days',
          hour: hours === 1 ? 'hour' : 'hours',
          minute: rest === 1 ? 'minute' : 'minutes',
        }
  const parts = [
    days > 0 && `${days} ${words.day}`,
    hours > 0 && `${hours} ${words.hour}`,
    rest > 0 && days === 0 && `${rest} ${words.minute}`,
  ].filter(Boolean)

  return parts.length > 0 ? parts.join(' ') : `0 ${words.minute}`
}
