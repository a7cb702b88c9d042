import type { LocalDate } from '../sla/minutes.ts'
import { addMonths } from './days.ts'
import { memory } from './sources.ts'
import type { Source } from './types.ts'

/** How long papers that an office has checked may be used again, as it holds from one day on. */
interface PaperValidity {
  /** First day in force; the rule before it ends the day before. */
  from: LocalDate
  /** Whole months from the day of the decision, for every kind that is not named. */
  months: number
  /** Kinds with months of their own, or `never`. */
  kinds: Readonly<Record<string, number | 'never'>>
  source: Source
}

/**
 * In order of time; a changed rule is a new entry. No published text that we read gives such periods: twelve months are
 * the desk's own, for a lawyer to set. Never again: agreements and powers of attorney, which were given for one request;
 * and what tells of one occasion, of which the next request has another.
 */
const paperValidities: readonly PaperValidity[] = [
  {
    from: '2026-07-01',
    months: 12,
    kinds: {
      'head-consent': 'never',
      'owner-consent': 'never',
      'guardian-consent': 'never',
      'members-guardian-consent': 'never',
      'supervisor-consent': 'never',
      'members-agreement': 'never',
      authorisation: 'never',
      'absence-statement': 'never',
      'unit-introduction': 'never',
      'list-request': 'never',
      'list-forms': 'never',
      'change-proof': 'never',
      'deletion-proof': 'never',
      'lease-end': 'never',
      other: 'never',
    },
    source: memory('Thời hạn dùng lại giấy tờ đã đối chiếu: chưa rõ văn bản quy định'),
  },
]

/** Kinds that the rules name, for whoever checks that each is a paper of some procedure. */
export const kindsWithOwnValidity = [...new Set(paperValidities.flatMap(({ kinds }) => Object.keys(kinds)))]

/**
 * The last day on which a paper of this kind may be used again when its check was decided on `checkedOn`, by the rule
 * in force on `on`. Null when the kind never may.
 */
export function usableUntil(kind: string, checkedOn: LocalDate, on: LocalDate): LocalDate | null {
  const rule = paperValidities.findLast(({ from }) => from <= on)
  const months = rule?.kinds[kind] ?? rule?.months ?? 'never'

  return months === 'never' ? null : addMonths(checkedOn, months)
}
