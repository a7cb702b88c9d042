import { useState } from 'react'
import type { Say } from '#shared/i18n/say.ts'
import type { WantedService } from '#shared/tickets/services.ts'
import { kioskTexts as texts } from '#shared/tickets/texts.ts'
import type { ServiceChoice } from './api.ts'

const most = 5

interface ServiceScreenProps {
  say: Say
  services: readonly ServiceChoice[]
  onNext: (chosen: WantedService[]) => void
  onBooked: () => void
}

/** The first page: what somebody comes for, several things in one visit; and the way in for those who booked. */
export function ServiceScreen({ say, services, onNext, onBooked }: ServiceScreenProps) {
  const [chosen, setChosen] = useState<WantedService[]>([])
  const toggle = (code: WantedService) =>
    setChosen(chosen.includes(code) ? chosen.filter((each) => each !== code) : [...chosen, code].slice(0, most))

  return (
    <>
      <h1>{say(texts.chooseService)}</h1>
      <p className="kiosk-words">{say(texts.several)}</p>
      <div className="kiosk-services">
        {services.map(({ code, name }) => (
          <button
            key={code}
            type="button"
            className="kiosk-service"
            aria-pressed={chosen.includes(code)}
            onClick={() => toggle(code)}
          >
            {say(name)}
          </button>
        ))}
      </div>
      <div className="kiosk-foot">
        <button type="button" className="kiosk-other" onClick={onBooked}>
          {say(texts.booked)}
        </button>
        <button type="button" className="kiosk-go" disabled={chosen.length === 0} onClick={() => onNext(chosen)}>
          {say(texts.next)}
        </button>
      </div>
    </>
  )
}
