import { sayIn } from '#shared/i18n/say.ts'
import { formatInstant } from '#shared/text/format.ts'
import type { BookingView } from '#shared/tickets/booking-schemas.ts'
import { bookingTexts as texts } from '#shared/tickets/texts.ts'
import { QrCode } from './qr-code.tsx'
import { type PageContext, Shell } from './shell.tsx'

/** A booking for whoever has its address: when and where, the code for the kiosk, and a way to give it back. */
export function BookedPage({
  context,
  booking,
  origin,
}: {
  context: PageContext
  booking: BookingView
  origin: string
}) {
  const say = sayIn(context.language)
  const title =
    booking.closedReason !== null
      ? texts.closed
      : { booked: texts.booked, checked_in: texts.checkedIn, cancelled: texts.cancelled }[booking.state]

  return (
    <Shell context={context} title={say(title)}>
      <main id="noi-dung" className="wrap stack">
        <h1>{say(title)}</h1>
        <div className="codes">
          <dl className="facts">
            <dt>{say(texts.when)}</dt>
            <dd>
              <strong>{formatInstant(booking.at, context.language)}</strong>
            </dd>
            <dt>{say(texts.where)}</dt>
            <dd>{booking.unitName}</dd>
            <dt>{say(texts.service)}</dt>
            <dd>{booking.services.map(({ name }) => say(name)).join('; ')}</dd>
            <dt>{say(texts.code)}</dt>
            <dd>
              <span className="big-code">{booking.code}</span>
            </dd>
          </dl>
          {booking.state === 'booked' && (
            <figure className="qr">
              <QrCode text={`${origin}${booking.pageUrl}`} label={say(texts.qr)} />
            </figure>
          )}
        </div>
        {booking.state === 'booked' ? (
          <>
            <p>{say(texts.how)}</p>
            <p>{say(texts.save)}</p>
            <p>
              <a href={`${booking.pageUrl}/lich.ics`}>{say(texts.calendar)}</a>
            </p>
            <p className="quiet">
              {booking.remindAt && `${say(texts.remindAt(booking.remindAt))} `}
              {say(booking.isReachable ? texts.toldIfClosed : texts.noReminder)}
            </p>
            <form method="post" action={`${booking.pageUrl}/huy`}>
              <button type="submit" className="button quiet-button">
                {say(texts.cancel)}
              </button>
            </form>
          </>
        ) : (
          <>
            {booking.closedReason !== null && <p>{say(texts.closedWhy(booking.closedReason))}</p>}
            <p>
              <a href="/dat-lich">{say(texts.again)}</a>
            </p>
          </>
        )}
      </main>
    </Shell>
  )
}
