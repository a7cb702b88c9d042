import type { Bilingual } from '../text/bilingual.ts'
import type { LocalDate } from './minutes.ts'

export const stepKinds = [
  'filed',
  'reception_due',
  'accepted',
  'term_changed',
  'day_counted',
  'days_counted',
  'minutes_counted',
  'day_off',
  'next_working_day',
  'base_due',
  'pause',
  'moved_due',
  'worked',
  'standing',
  'extended',
  'provisional',
] as const

/**
 * One sentence of an explanation, with the figure it adds.
 *
 * The figures add up: `days` to a term in days, `minutes` of `minutes_counted` to a term in minutes, those of the
 * pauses that move the date to `moved_due`.
 */
export interface Step {
  kind: (typeof stepKinds)[number]
  at?: Date
  until?: Date
  date?: LocalDate
  /** Last day of the span that begins with `date`. */
  untilDate?: LocalDate
  days?: number
  minutes?: number
  /** For a pause: whether its minutes are in `moved_due`. */
  movesDueDate?: boolean
  text: Bilingual
  /** The law or document that the sentence rests on. */
  source?: string
}
