import { eq } from 'drizzle-orm'
import { bookings } from '#db/schema/tickets.ts'
import { mayUse, type StaffActor } from '#shared/accounts/policy.ts'
import { localDayOf } from '#shared/text/format.ts'
import { classRules, type TicketClass } from '#shared/tickets/classes.ts'
import { callByOf } from '#shared/tickets/order.ts'
import { givesNumbers } from '#shared/tickets/reception.ts'
import type { TakenTicketView, TakeTicketInput } from '#shared/tickets/schemas.ts'
import type { WantedService } from '#shared/tickets/services.ts'
import { one, type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { newId } from '../platform/ids.ts'
import type { Keyed } from '../platform/keyed.ts'
import { forbidden } from '../platform/problem.ts'
import { bookingToCheckIn, classAtCheckIn } from './check-in.ts'
import { createOnce } from './keyed-creation.ts'
import { notNow } from './problems.ts'
import { takenView } from './read-place.ts'
import { kioskKeyOf, readLetters, secretHash, secretOf } from './secrets.ts'
import { knownUnit } from './unit-of-line.ts'

/** Three digits are what the board shows and the voice says. */
const lastNumber = 999

/**
 * Gives somebody a number: at the unit's kiosk, or by an officer of the unit. A booking's check-in gives a booked
 * number, once.
 *
 * Outside reception hours there is none, for nobody would call it. Sent again under its key it is the same number.
 */
export async function takeTicket(
  deps: Deps,
  { input, officer, keyed }: { input: TakeTicketInput; officer: StaffActor | undefined; keyed: Keyed },
): Promise<TakenTicketView> {
  const at = deps.now()
  const { code: unit } = knownUnit(deps, input.unit)
  refuseStrangers(deps, input, officer)
  if (!givesNumbers(deps.reference.calendarOf(unit, at), at))
    throw notNow('Ngoài giờ tiếp công dân nên không phát số. Hãy xem giờ làm việc ở cửa hoặc đặt lịch trước.')

  const ticketId = await withTx(deps.pool, { units: [unit] }, (tx) =>
    createOnce(tx, keyed, at, async () => {
      if (!('booking' in input))
        return storeTicket(deps, tx, { unit, ticketClass: input.class, services: input.services, at, officer })
      const booking = await bookingToCheckIn(tx, { unit, typed: input.booking, at })
      const ticketClass = classAtCheckIn(booking.slotAt, at)
      const { services, slotAt: bookedAt } = booking
      const id = await storeTicket(deps, tx, { unit, ticketClass, services, at, officer, bookedAt })
      await tx
        .update(bookings)
        .set({ state: 'checked_in', ticketId: id, contact: null, changedAt: at })
        .where(eq(bookings.id, booking.id))

      return id
    }),
  )
  deps.wake.send(unit)

  // Read after COMMIT: the row with the last number is locked until then, and the next person waits for it.
  return withTx(deps.pool, { units: [unit] }, (tx) => takenView(deps, tx, ticketId))
}

/** From afar nobody takes a number that others would wait behind: the kiosk shows its key, officers are known. */
function refuseStrangers({ keys }: Deps, input: TakeTicketInput, officer: StaffActor | undefined) {
  if (officer && mayUse(officer, 'serve_line') && officer.units.includes(input.unit)) return
  if (readLetters(input.kiosk ?? '') !== kioskKeyOf(keys.hmac, input.unit))
    throw forbidden('Số chỉ được lấy ở máy trong phòng chờ, hoặc do cán bộ lấy hộ. Ở nhà có thể đặt lịch trước.')
}

interface NewTicket {
  unit: string
  ticketClass: TicketClass
  services: readonly WantedService[]
  at: Date
  officer: StaffActor | undefined
  bookedAt?: Date
}

/** Number, ticket and its first event in one statement, so that the number's row is locked as shortly as can be. */
async function storeTicket(
  { keys }: Pick<Deps, 'keys'>,
  tx: Tx,
  { unit, ticketClass, services, at, officer, bookedAt }: NewTicket,
): Promise<string> {
  const id = newId()
  const { number } = one(
    await tx.statement<{ number: number }>(
      'select desk_take_ticket($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) as number',
      [
        id,
        unit,
        localDayOf(at),
        classRules[ticketClass].letter,
        ticketClass,
        JSON.stringify([...new Set(services)]),
        at,
        bookedAt ?? null,
        callByOf(ticketClass, at, ticketClass === 'booked' ? bookedAt : undefined),
        secretHash(secretOf(keys.hmac, 'ticket', id)),
        officer ? JSON.stringify({ id: officer.accountId, name: officer.name }) : null,
      ],
    ),
  )
  if (number > lastNumber) throw notNow('Hôm nay đã phát hết số. Hãy gặp cán bộ.')

  return id
}
