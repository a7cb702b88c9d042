import { classRules, type TicketClass } from './classes.ts'
import type { Visit } from './lateness-bound.ts'

/** A visit of the simulated month: which half-day, which class. */
export interface MonthVisit extends Visit {
  session: number
  ticketClass: TicketClass
}

const weekdaysOfMonth = 22
const saturdaysOfMonth = 4
const morningMinutes = 270
const afternoonMinutes = 210

/** Visits an hour in the first and second part of a morning, and in an afternoon: the crowd comes early. */
const perHour = { early: 11, late: 7, afternoon: 6.5 }
const shares: readonly (readonly [TicketClass, number])[] = [
  ['priority', 0.18],
  ['booked', 0.25],
  ['walk_in', 0.57],
]

/**
 * A month at one counter room, the same for the same seed: 22 days with two sessions and four Saturday mornings.
 *
 * An assumption and no measurement: no commune's log of arrivals is known to us. Services take 4 to 30 minutes, 11
 * on average. Each session begins with an empty room.
 */
export function monthOfVisits(seed: number): MonthVisit[] {
  const random = randomFrom(seed)
  const sessions = [
    ...Array.from({ length: weekdaysOfMonth }, () => ['morning', 'afternoon'] as const).flat(),
    ...Array.from({ length: saturdaysOfMonth }, () => 'morning' as const),
  ]

  return sessions.flatMap((kind, session) => sessionVisits(kind, session, random))
}

function sessionVisits(kind: 'morning' | 'afternoon', session: number, random: () => number): MonthVisit[] {
  const length = kind === 'morning' ? morningMinutes : afternoonMinutes
  const visits: MonthVisit[] = []
  let at = 0
  for (;;) {
    const rate = kind === 'afternoon' ? perHour.afternoon : at < 150 ? perHour.early : perHour.late
    at += (-Math.log(1 - random()) * 60) / rate
    if (at >= length) return visits
    const ticketClass = classBy(random())
    const arrivesAt = Math.floor(at)
    visits.push({
      session,
      ticketClass,
      arrivesAt,
      serviceMinutes: Math.min(30, Math.round(4 - Math.log(1 - random()) * 7)),
      callBy: arrivesAt + classRules[ticketClass].targetMinutes,
    })
  }
}

function classBy(draw: number): TicketClass {
  let upTo = 0
  for (const [ticketClass, share] of shares) {
    upTo += share
    if (draw < upTo) return ticketClass
  }

  return 'walk_in'
}

/** Numbers in [0, 1) that follow from the seed alone, on every machine (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0

  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)

    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
