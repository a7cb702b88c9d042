import { useEffect } from 'react'
import { sayIn } from '#shared/i18n/say.ts'
import type { Language } from '#shared/text/bilingual.ts'
import type { TakenTicketView } from '#shared/tickets/schemas.ts'
import { placeTexts, kioskTexts as texts } from '#shared/tickets/texts.ts'
import { TicketSlip } from '#web/pages/ticket-slip.tsx'

interface TakenScreenProps {
  language: Language
  ticket: TakenTicketView
  onDone: () => void
}

/** The number, as large as the screen, while its slip is printed; then the kiosk is the next person's. */
export function TakenScreen({ language, ticket, onDone }: TakenScreenProps) {
  const say = sayIn(language)
  // A browser started with --kiosk-printing prints without asking; any other shows its window.
  useEffect(() => {
    window.print()
  }, [])

  return (
    <>
      <div className="kiosk-taken" role="status">
        <h1>{say(placeTexts.yourNumber)}</h1>
        <p className="kiosk-number">{ticket.label}</p>
        <p className="kiosk-words">
          {say(placeTexts.ahead(ticket.ahead))} {say(placeTexts.wait(ticket.wait.from, ticket.wait.to))}
        </p>
        <p className="kiosk-words">{say(texts.printing)}</p>
      </div>
      <div className="kiosk-foot">
        <button type="button" className="kiosk-go" onClick={onDone}>
          {say(texts.done)}
        </button>
      </div>
      <div className="print-only">
        <TicketSlip ticket={ticket} origin={location.origin} language={language} />
      </div>
    </>
  )
}
