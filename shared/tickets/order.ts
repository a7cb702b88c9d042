import { classRules, type TicketClass } from './classes.ts'

/** What the line is ordered by: when somebody should be called at the latest, and who came first. */
export interface InLine {
  callBy: number
  joinedAt: number
}

/**
 * The instant by which somebody should be called: their class's target after `from`.
 *
 * `from` is the arrival; for a booking the later of arrival and booked time, so that coming early gains nothing and
 * coming late costs the time one was late.
 */
export function callByOf(ticketClass: TicketClass, arrivedAt: Date, bookedAt?: Date): Date {
  const from = bookedAt && bookedAt > arrivedAt ? bookedAt : arrivedAt

  return new Date(from.getTime() + classRules[ticketClass].targetMinutes * 60_000)
}

/**
 * The one ordering rule: the earliest `callBy` first, and of equal ones whoever came first.
 *
 * A place never moves by waiting: it is a fixed instant, so the whole line is an index in the database, and what it
 * promises can be proved (README.md).
 */
export function compareInLine(a: InLine, b: InLine): number {
  return a.callBy - b.callBy || a.joinedAt - b.joinedAt
}

/** After this instant nobody who comes, of any class, is put before a ticket; it may have gained no place by then. */
export function closedToNewcomersAt(callBy: Date): Date {
  const shortest = Math.min(...Object.values(classRules).map(({ targetMinutes }) => targetMinutes))

  return new Date(callBy.getTime() - shortest * 60_000)
}
