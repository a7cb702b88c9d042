import { checkEntries } from '#shared/calendar/check-entries.ts'
import type { CalendarEntryInput } from '#shared/calendar/schemas.ts'
import type { Deps } from '../platform/deps.ts'
import { invalid } from '../platform/problem.ts'
import { province } from '../platform/reference.ts'

/** Answers 400 with everything that is wrong, field by field; before a preview as before saving. */
export function refuseWrongEntries(
  { reference, now }: Pick<Deps, 'reference' | 'now'>,
  entries: readonly CalendarEntryInput[],
): void {
  const problems = checkEntries(entries, {
    book: reference.calendarBook(),
    now: now(),
    isUnit: (code) => reference.units().some((unit) => unit.code === code),
    province: province.code,
  })
  if (problems.length > 0) throw invalid(problems)
}
