import type { Answers } from '#shared/catalogue/answers.ts'
import type { ProcedureVersion } from '#shared/catalogue/types.ts'
import { termOf } from '#shared/catalogue/variant.ts'
import type { RefuseInput } from '#shared/dossiers/step-schemas.ts'
import type { WorkingCalendar } from '#shared/sla/calendar.ts'
import type { Minute } from '#shared/sla/minutes.ts'
import { atWork, type Way } from './hours.ts'
import type { Place } from './places.ts'
import type { Random } from './random.ts'
import type { Deed, StaffDeed, Step } from './steps.ts'

/** What is filed, before anybody has done anything about it. */
export interface Filing {
  version: ProcedureVersion
  answers: Answers
  /** The variant that the answers choose. */
  variant: string | null
  fee: number
  way: Way
  filedAt: Minute
  /** Kinds of the papers that come with it. */
  papers: readonly string[]
  applicantName: string
  /** The commune that receives it, and the one it should have gone to. */
  place: Place
  belongsTo: Place
}

/** A step that never comes: the dossier is left standing before it. */
export type Stop = Extract<Deed, 'accept' | 'propose' | 'decide' | 'hand_over' | 'answer_supplement' | 'record_payment'>

/** What the desk accepts and ends in the minute in which it is filed (CLOCK rule 4.4). */
export const isNotice = ({ version, variant }: Pick<Filing, 'version' | 'variant'>): boolean =>
  termOf(version, variant).unit === 'immediate'

/** A filing on its way: `at` moves on with every step. */
export interface Course {
  filing: Filing
  calendar: WorkingCalendar
  random: Random
  stop: Stop | undefined
  /** The minute of the last step. */
  at: Minute
  /** Where it lies now. */
  place: Place
  /** Set at acceptance, moved by pauses. */
  due: Minute
  steps: Step[]
  /** How it ended for the resident, once it has. */
  ending?: 'happy' | 'unhappy'
}

/** The next step of staff, after so much desk time. */
export function staff(course: Course, by: 'officer' | 'commander', minutes: number, deed: StaffDeed) {
  course.at = atWork(course.calendar, course.at, minutes)
  course.steps.push({ at: course.at, by, unit: course.place.code, ...deed })
}

export const officer = (course: Course, minutes: number, deed: StaffDeed) => staff(course, 'officer', minutes, deed)
export const commander = (course: Course, minutes: number, deed: StaffDeed) => staff(course, 'commander', minutes, deed)

/** Before acceptance by the officer, after it by the head of the unit. Always false: nothing follows. */
export function refuse(course: Course, by: 'officer' | 'commander', minutes: number, body: RefuseInput): false {
  staff(course, by, minutes, { does: 'refuse', body })
  course.ending = 'unhappy'

  return false
}
