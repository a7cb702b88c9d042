import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatTime, localDayOf } from '#shared/text/format.ts'
import type { BookingsOfDayView } from '#shared/tickets/booking-schemas.ts'
import type { LineView } from '#shared/tickets/schemas.ts'
import { Failure, Loading } from '#web/src/ui/notice.tsx'
import { bookingsOptions, useTakeTicket } from './api.ts'
import { TakenNumber } from './taken-number.tsx'

type Booking = BookingsOfDayView['items'][number]

/** Whom the unit expects, and a number at one press for who has come and has no code at hand. */
export function BookingsOfDay({ line: { unit, now } }: { line: LineView }) {
  const today = localDayOf(now)
  const [chosen, choose] = useState<string>()
  const day = chosen ?? today
  const { data, error, refetch } = useQuery(bookingsOptions(day))
  const take = useTakeTicket()

  return (
    <section className="waiting-list bookings-of-day" aria-labelledby="lich-hen">
      <h2 id="lich-hen">Lịch hẹn{data && ` (${data.items.length})`}</h2>
      <label>
        <span>Ngày</span>
        <input type="date" value={day} onChange={({ target }) => choose(target.value || undefined)} />
      </label>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading rows={2} />}
      {data?.items.length === 0 && <p className="hint">Không có lịch hẹn nào trong ngày này.</p>}
      <TakenNumber of={take} />
      {data && data.items.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">Giờ hẹn</th>
              <th scope="col">Mã</th>
              <th scope="col">Việc</th>
              <th scope="col">Tình trạng</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((booking) => (
              <tr key={booking.code}>
                <td>{formatTime(booking.at)}</td>
                <th scope="row">{booking.code}</th>
                <td>{booking.services.map(({ name }) => name.vi).join('; ')}</td>
                <td>
                  {booking.state === 'booked' && day === today ? (
                    <button
                      type="button"
                      disabled={take.isPending}
                      onClick={() => take.mutate({ unit, booking: booking.code })}
                    >
                      Đã đến, lấy số <span className="unseen">{booking.code}</span>
                    </button>
                  ) : (
                    standingOf(booking)
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function standingOf({ state, label, closedReason }: Booking): string {
  if (state === 'checked_in') return label ? `Đã lấy số ${label}` : 'Đã đến'
  if (state === 'cancelled') return `Đã báo hủy: ${closedReason}`

  return 'Đã hẹn'
}
