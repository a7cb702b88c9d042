import { sayIn } from '#shared/i18n/say.ts'
import type { Language } from '#shared/text/bilingual.ts'
import { formatTime } from '#shared/text/format.ts'
import { classRules } from '#shared/tickets/classes.ts'
import type { TakenTicketView } from '#shared/tickets/schemas.ts'
import { placeTexts as texts } from '#shared/tickets/texts.ts'
import { QrCode } from './qr-code.tsx'

interface TicketSlipProps {
  ticket: TakenTicketView
  /** The public origin, which a phone can open. */
  origin: string
  language: Language
}

/** The slip on 80 mm paper: the number as large as the roll allows, and a code that opens one's place in line. */
export function TicketSlip({ ticket, origin, language }: TicketSlipProps) {
  const say = sayIn(language)

  return (
    <section className="ticket-slip" aria-label={say(texts.title(ticket.label))}>
      <p className="slip-unit">{ticket.unitName}</p>
      <p className="slip-class">
        {say(classRules[ticket.class].name)}
        {ticket.bookedAt && ` · ${formatTime(ticket.bookedAt)}`}
      </p>
      <p className="slip-number">{ticket.label}</p>
      <p className="slip-wait">
        {say(texts.ahead(ticket.ahead))} {say(texts.wait(ticket.wait.from, ticket.wait.to))}
      </p>
      <ul className="slip-services">
        {ticket.services.map(({ code, name }) => (
          <li key={code}>{say(name)}</li>
        ))}
      </ul>
      <div className="slip-code">
        <QrCode text={`${origin}${ticket.placeUrl}`} label={say(texts.qr)} />
        <p>{say(texts.scan)}</p>
      </div>
      <p className="slip-foot">{say(texts.arrived(ticket.arrivedAt))}</p>
      <p className="slip-foot">{say(texts.keep)}</p>
    </section>
  )
}
