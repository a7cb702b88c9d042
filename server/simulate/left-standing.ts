import { termOf } from '#shared/catalogue/variant.ts'
import type { WorkingCalendar } from '#shared/sla/calendar.ts'
import { baseDueDate } from '#shared/sla/due-date.ts'
import { dayOf, type Minute } from '#shared/sla/minutes.ts'
import { type Filing, isNotice, type Stop } from './course.ts'
import type { Place } from './places.ts'
import type { Random } from './random.ts'

/** What the queue of a busy commune should show at the end, from the newest dossier to older ones. */
const tail: readonly Stop[] = ['accept', 'propose', 'decide', 'answer_supplement', 'hand_over', 'record_payment']
const busyPlaces = 8
const recentDays = 9

/**
 * Which filings are left standing before which step, by their position.
 *
 * Here and there one is forgotten and runs overdue; what is due on the last day is still open in its morning. In the busiest communes the newest ones stand at each stage in
 * turn, so that whoever looks after the run finds something to accept, to work on, to sign and to hand over.
 */
export function leftStanding(
  filings: readonly Filing[],
  { places, calendar }: { places: readonly Place[]; calendar: WorkingCalendar },
  endsAt: Minute,
  random: Random,
): Map<number, Stop> {
  const stops = new Map<number, Stop>()
  const candidates = filings.flatMap((filing, number) =>
    isNotice(filing) || filing.belongsTo !== filing.place ? [] : [{ filing, number }],
  )

  for (const { filing, number } of candidates) {
    if (isDueOnTheLastDay(filing, calendar, endsAt)) stops.set(number, random.pick(['propose', 'decide']))
    else if (random.chance(0.02))
      stops.set(number, stopFor(filing, random.weighted({ accept: 3, propose: 5, decide: 2, record_payment: 1 })))
  }
  const busiest = [...places].sort((a, b) => b.weight - a.weight || a.code.localeCompare(b.code)).slice(0, busyPlaces)
  for (const place of busiest) {
    const newest = candidates
      .filter(({ filing }) => filing.place === place && filing.filedAt > endsAt - recentDays * 1440)
      .reverse()
    // Not all of them: something also went as it should.
    newest.slice(0, Math.ceil(newest.length * 0.75)).forEach(({ filing, number }, index) => {
      const stop = tail[index]
      if (stop) stops.set(number, stopFor(filing, stop))
    })
  }

  return stops
}

/** If it is accepted on the day of its filing: then it is due soon when the run ends. */
const isDueOnTheLastDay = ({ version, variant, filedAt }: Filing, calendar: WorkingCalendar, endsAt: Minute) =>
  dayOf(baseDueDate(termOf(version, variant), filedAt, calendar)) === dayOf(endsAt) && dayOf(filedAt) < dayOf(endsAt)

/** Nobody waits for a fee of nothing. */
const stopFor = ({ fee }: Filing, stop: Stop): Stop => (stop === 'record_payment' && fee === 0 ? 'propose' : stop)
