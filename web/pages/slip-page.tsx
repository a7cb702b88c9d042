import { sayIn } from '#shared/i18n/say.ts'
import type { TakenTicketView } from '#shared/tickets/schemas.ts'
import { placeTexts as texts } from '#shared/tickets/texts.ts'
import { type PageContext, Shell } from './shell.tsx'
import { TicketSlip } from './ticket-slip.tsx'

/** A slip by itself, to be printed from the officer's desk or once more. */
export function SlipPage({
  context,
  ticket,
  origin,
}: {
  context: PageContext
  ticket: TakenTicketView
  origin: string
}) {
  const say = sayIn(context.language)

  return (
    <Shell context={context} title={say(texts.title(ticket.label))}>
      <main id="noi-dung" className="wrap stack slip-page">
        <h1 className="screen-only">{say(texts.title(ticket.label))}</h1>
        <p className="screen-only quiet">{say(texts.print)}</p>
        <TicketSlip ticket={ticket} origin={origin} language={context.language} />
      </main>
    </Shell>
  )
}
