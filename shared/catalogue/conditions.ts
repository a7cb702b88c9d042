import type { LocalDate } from '../sla/minutes.ts'
import type { Answers } from './answers.ts'
import { factHolds, isFact } from './facts.ts'
import type { Condition } from './types.ts'

/** Whether a condition holds for these answers on the day of filing; an absent condition always does. */
export function conditionHolds(condition: Condition | undefined, answers: Answers, on: LocalDate): boolean {
  if (condition === undefined) return true

  const value = isFact(condition.field) ? factHolds(condition.field, answers, on) : answers[condition.field]

  return condition.in.some((wanted) => wanted === value) && conditionHolds(condition.and, answers, on)
}
