import { addWorkingMinutes, minutesBetween } from '#shared/sla/working-time.ts'
import { type Course, officer, refuse } from './course.ts'
import { whenAwake } from './hours.ts'
import { type Mend, mendsFor } from './mends.ts'
import { neverSupplemented } from './reasons.ts'

/** The fee; false when it is never paid. */
export function payment(course: Course): boolean {
  const {
    random,
    stop,
    filing: { way, fee },
  } = course
  officer(course, random.int(3, 40), { does: 'request_payment', body: {} })
  if (!stop && random.chance(0.03)) return false
  if (way === 'counter') {
    officer(course, random.int(1, 8), { does: 'record_payment', body: { amount: fee, method: 'cash' } })
  } else {
    course.at = whenAwake(course.at, random.pick([30, 30, 30, 240, 240, 900, 2880]) + random.int(0, 60), random)
    const method = random.weighted({ transfer: 5, portal: 3, cash: 1 })
    const reference = method === 'cash' ? {} : { reference: `GD${random.int(100_000_000, 999_999_999)}` }
    officer(course, random.int(3, 60), { does: 'record_payment', body: { amount: fee, method, ...reference } })
  }

  return true
}

/** Asks for what is missing and waits; 'never' when it does not come, and then it is sometimes refused. */
export function supplement(course: Course, delay: number): 'answered' | 'never' {
  const { random, stop } = course
  const isAccepted = course.steps.some(({ does }) => does === 'accept')
  const mends = ask(course, delay)
  if (!stop && random.chance(0.12)) {
    if (random.chance(0.6))
      refuse(course, isAccepted ? 'commander' : 'officer', random.int(7, 18) * 480, neverSupplemented)

    return 'never'
  }
  answer(course, mends)

  return 'answered'
}

/** From the second time on with the reason of the head of the unit (Nghị định 118/2025/NĐ-CP: once, completely). */
function ask(course: Course, delay: number): Mend[] {
  const { random, filing } = course
  const isSecond = course.steps.some(({ does }) => does === 'request_supplement')
  const mends = mendsFor(filing.version, filing.answers, filing.papers, random)
  const items = mends.map(({ item }) => item)
  officer(course, delay, {
    does: 'request_supplement',
    body: { items, ...(isSecond && { supervisorReason: 'Phát sinh khi xác minh tại nơi ở.' }) },
  })

  return mends
}

function answer(course: Course, mends: readonly Mend[]) {
  const { random } = course
  const asked = course.at
  course.at = whenAwake(course.at, random.pick([120, 120, 900, 900, 2880, 2880, 7200]) + random.int(10, 300), random)
  course.due = addWorkingMinutes(course.calendar, course.due, minutesBetween(course.calendar, asked, course.at))
  course.steps.push({
    at: course.at,
    by: 'resident',
    does: 'answer_supplement',
    papers: mends.flatMap(({ paper }) => paper ?? []),
    answers: Object.assign({}, ...mends.map(({ answer: mended }) => mended)),
  })
}
