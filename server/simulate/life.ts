import type { Term } from '#shared/catalogue/types.ts'
import { termOf } from '#shared/catalogue/variant.ts'
import type { WorkingCalendar } from '#shared/sla/calendar.ts'
import { baseDueDate } from '#shared/sla/due-date.ts'
import { minutesBetween } from '#shared/sla/working-time.ts'
import { type Course, commander, type Filing, isNotice, officer, refuse, type Stop } from './course.ts'
import type { Random } from './random.ts'
import { refusals, sendBackReasons } from './reasons.ts'
import { ratingOf, withdrawn } from './residents-turn.ts'
import type { Step } from './steps.ts'
import { payment, supplement } from './waits.ts'

/**
 * Everything that will happen to a filing, in order of time, as far as it is not left standing somewhere.
 *
 * The law of the desk is followed: one supplement request, a reason for the second, commanders sign and refuse, notices
 * need nobody. Lateness, refusals, withdrawals and transfers come about by chance, more of them in slow communes.
 */
export function lifeOf(filing: Filing, calendar: WorkingCalendar, random: Random, stop?: Stop): Step[] {
  const file: Step = { at: filing.filedAt, by: 'resident', does: 'file' }
  if (isNotice(filing)) {
    const rating = random.chance(0.06) ? [ratingOf(filing.filedAt, false, random)] : []

    return [file, ...rating]
  }
  const course: Course = {
    filing,
    calendar,
    random,
    stop,
    at: filing.filedAt,
    place: filing.place,
    due: filing.filedAt,
    steps: [file],
  }
  if (filing.belongsTo !== filing.place) transfer(course)
  if (receive(course) && work(course) && decide(course)) handOver(course)
  if (course.ending && random.chance(0.28)) course.steps.push(ratingOf(course.at, course.ending === 'unhappy', random))
  const steps = !stop && random.chance(0.03) ? withdrawn(course) : course.steps

  return stop ? steps.slice(0, indexBefore(steps, stop)) : steps
}

function transfer(course: Course) {
  const {
    random,
    filing: { belongsTo },
  } = course
  const title = `${belongsTo.type.toLowerCase()} ${belongsTo.name}`
  officer(course, random.int(20, 240), {
    does: 'transfer',
    body: { to: belongsTo.code, reason: `Chỗ ở thuộc địa bàn ${title}, không thuộc đơn vị này.` },
  })
  course.place = belongsTo
}

/** Up to acceptance; false when it does not come to that. */
function receive(course: Course): boolean {
  const { random, stop, place, filing } = course
  if (random.chance(0.5)) officer(course, random.int(5, 40), { does: 'claim_next' })
  const isQuick = stop !== undefined || filing.way === 'counter'
  const delay = isQuick
    ? random.int(2, 30)
    : random.chance(place.lateness)
      ? random.int(500, 1400)
      : random.int(10, 300) * place.pace

  const clauses = refusals[filing.version.code]
  if (!stop && clauses && random.chance(0.02)) return refuse(course, 'officer', delay, random.pick(clauses))
  const asksFirst = !isQuick && random.chance(0.09) && supplement(course, delay)
  if (asksFirst === 'never') return false

  const variant =
    filing.variant === null && random.chance(0.1)
      ? filing.version.variants.find(({ id }) => id === 'reported-by-database')?.id
      : undefined
  officer(course, asksFirst ? random.int(10, 240) : delay, { does: 'accept', body: variant ? { variant } : {} })
  course.due = baseDueDate(termOf(filing.version, variant ?? filing.variant), course.at, course.calendar)

  return true
}

/** From acceptance to the proposal; false when it ends or is left before. */
function work(course: Course): boolean {
  const { random, stop, filing } = course
  const term = termOf(filing.version, filing.variant)
  if (random.chance(0.2)) passOn(course)
  if (filing.fee > 0 && !payment(course)) return false
  if (filing.version.code === '1.010041' && random.chance(0.25)) verify(course)
  if (stop === 'answer_supplement' || (!stop && random.chance(0.06))) {
    if (supplement(course, random.int(10, 90)) === 'never') return false
    if (!stop && random.chance(0.05) && supplement(course, random.int(30, 300)) === 'never') return false
  }
  propose(course, term)

  return true
}

/** Given back to the queue at the end of a shift, and taken from it by whoever asks next. */
function passOn(course: Course) {
  const { random } = course
  officer(course, random.int(5, 60), { does: 'release', body: { reason: 'Hết ca trực, chuyển người trực sau.' } })
  officer(course, random.int(5, 60), { does: random.chance(0.6) ? 'claim_next' : 'claim' })
}

/** Half a day is not enough when the database does not know the person. */
function verify(course: Course) {
  const variant = course.filing.version.variants.find(({ id }) => id === 'needs-verification')
  if (!variant) return
  const accepted = course.steps.findLast(({ does }) => does === 'accept')?.at ?? course.at
  officer(course, course.random.int(5, 40), {
    does: 'change_variant',
    body: { variant: variant.id, reason: 'Thông tin chưa có trong cơ sở dữ liệu, cần xác minh.' },
  })
  course.due = baseDueDate(variant.term, accepted, course.calendar)
}

/** Puts the outcome before the head of the unit, in time unless this is one of those that come late. */
function propose(course: Course, term: Term) {
  const { random, stop, place, filing } = course
  const left = minutesBetween(course.calendar, course.at, course.due)
  const isLate = !stop && random.chance(place.lateness)
  const minutes = stop ? random.int(5, 60) : isLate ? left + random.int(30, 900) : (left * random.int(15, 60)) / 100
  // A long term is not used up for its own sake.
  const longest = term.unit === 'calendar_day' ? 9 * 480 : minutes
  const clauses = stop ? undefined : refusals[filing.version.code]
  const refusal = clauses && random.chance(0.08) ? random.pick(clauses) : undefined

  officer(
    course,
    Math.min(minutes, longest),
    refusal
      ? { does: 'propose', body: { outcome: 'refuse', clause: refusal.clause, note: refusal.reason } }
      : { does: 'propose', body: { outcome: 'grant' } },
  )
}

/** The head of the unit signs, refuses with the clause, or sends it back once. */
function decide(course: Course): boolean {
  const { random, stop } = course
  const proposal = course.steps.at(-1)
  if (proposal?.does !== 'propose') return false
  const left = minutesBetween(course.calendar, course.at, course.due)
  const minutes = stop ? random.int(5, 60) : left > 20 ? (left * random.int(5, 60)) / 100 : random.int(5, 240)
  const { outcome, clause, note } = proposal.body

  if (outcome === 'refuse' && clause && note) {
    commander(course, minutes, { does: 'decide', body: { outcome: 'refuse', clause, reason: note } })
    course.ending = 'unhappy'

    return false
  }
  if (!stop && random.chance(0.04)) {
    commander(course, minutes / 2, {
      does: 'decide',
      body: { outcome: 'send_back', reason: random.pick(sendBackReasons) },
    })
    officer(course, random.int(15, 200), { does: 'propose', body: { outcome: 'grant', note: 'Đã kiểm tra lại.' } })
  }
  commander(course, minutes, { does: 'decide', body: { outcome: 'grant' } })
  course.ending = course.at > course.due ? 'unhappy' : 'happy'

  return true
}

function handOver(course: Course) {
  const { random, stop, filing } = course
  if (!stop && random.chance(0.06)) return
  const method = filing.way === 'counter' ? 'counter' : random.weighted({ electronic: 7, counter: 3, post: 1 })
  const receivedBy = method === 'counter' ? { receivedBy: filing.applicantName } : {}
  officer(course, method === 'electronic' ? random.int(3, 60) : random.int(60, 1000), {
    does: 'hand_over',
    body: { method, ...receivedBy },
  })
}

/** Where the steps before `stop` end; all of them when it is not among them. */
function indexBefore(steps: readonly Step[], stop: Stop): number {
  const index = steps.findIndex(({ does }) => does === stop)

  return index === -1 ? steps.length : index
}
