import { useEffect, useState } from 'react'
import { sayIn } from '#shared/i18n/say.ts'
import type { Language } from '#shared/text/bilingual.ts'
import type { TakenTicketView, TakeTicketInput } from '#shared/tickets/schemas.ts'
import type { WantedService } from '#shared/tickets/services.ts'
import { kioskTexts as texts } from '#shared/tickets/texts.ts'
import { Refused } from '#web/src/lib/http.ts'
import { useScanner } from '#web/src/lib/use-scanner.ts'
import { readServices, readUnit, type ServiceChoice, takeNumber } from './api.ts'
import { ClassScreen } from './class-screen.tsx'
import { CodeScreen } from './code-screen.tsx'
import { ServiceScreen } from './service-screen.tsx'
import { TakenScreen } from './taken-screen.tsx'
import { useIdle } from './use-idle.ts'

type Screen =
  | { name: 'services' }
  | { name: 'class'; services: WantedService[] }
  | { name: 'code' }
  | { name: 'wait' }
  | { name: 'taken'; ticket: TakenTicketView }
  | { name: 'problem'; words: string }

/** Nobody touches it for this long: the next person finds the first page. */
const idleMs = 60_000
/** The slip is printed and read meanwhile. */
const takenMs = 15_000

/** The kiosk of a waiting room: what for, which class, and a number; or the check-in of a booking. For fingers. */
export function Kiosk({ unit, kioskKey }: { unit: string; kioskKey: string }) {
  const [screen, setScreen] = useState<Screen>({ name: 'services' })
  const [language, setLanguage] = useState<Language>('vi')
  const { services, unitName } = useFirstPage(unit)
  const say = sayIn(language)
  const restart = () => {
    setScreen({ name: 'services' })
    setLanguage('vi')
  }
  useIdle(screen.name === 'taken' ? takenMs : idleMs, screen.name !== 'services' || language !== 'vi', restart)
  useEffect(() => {
    document.documentElement.lang = language
    document.title = `${texts.title.vi} – Quầy`
  }, [language])

  const take = (input: TakeTicketInput) => {
    setScreen({ name: 'wait' })
    takeNumber({ ...input, kiosk: kioskKey }).then(
      (ticket) => setScreen({ name: 'taken', ticket }),
      (error: unknown) => setScreen({ name: 'problem', words: wordsOf(error, say(texts.offline)) }),
    )
  }
  useScanner((text) => {
    if (screen.name === 'services' || screen.name === 'code') take({ unit, booking: text })
  })

  return (
    <div className="kiosk">
      <header className="kiosk-head">
        <p className="kiosk-unit">{unitName}</p>
        <button type="button" className="kiosk-language" onClick={() => setLanguage(language === 'vi' ? 'en' : 'vi')}>
          {say(texts.other)}
        </button>
      </header>
      <main className="kiosk-main">
        {screen.name === 'services' && (
          <ServiceScreen
            say={say}
            services={services}
            onNext={(chosen) => setScreen({ name: 'class', services: chosen })}
            onBooked={() => setScreen({ name: 'code' })}
          />
        )}
        {screen.name === 'class' && (
          <ClassScreen
            say={say}
            onBack={restart}
            onChoose={(ticketClass) => take({ unit, class: ticketClass, services: screen.services })}
          />
        )}
        {screen.name === 'code' && (
          <CodeScreen say={say} onBack={restart} onCode={(code) => take({ unit, booking: code })} />
        )}
        {screen.name === 'wait' && <h1 role="status">{say(texts.wait)}</h1>}
        {screen.name === 'taken' && <TakenScreen language={language} ticket={screen.ticket} onDone={restart} />}
        {screen.name === 'problem' && (
          <>
            <h1>{say(texts.problem)}</h1>
            <p className="kiosk-words" role="alert">
              {screen.words}
            </p>
            <button type="button" className="kiosk-go" onClick={restart}>
              {say(texts.start)}
            </button>
          </>
        )}
      </main>
    </div>
  )
}

/** Read when the kiosk starts, and again every few minutes: it runs for months, and the law changes meanwhile. */
function useFirstPage(unit: string): { services: readonly ServiceChoice[]; unitName: string } {
  const [services, setServices] = useState<readonly ServiceChoice[]>([])
  const [unitName, setUnitName] = useState('')
  useEffect(() => {
    const look = () => {
      readServices().then(setServices, () => undefined)
      readUnit(unit).then(
        (found) => setUnitName(found.unitName),
        () => undefined,
      )
    }
    look()
    const timer = setInterval(look, 300_000)

    return () => clearInterval(timer)
  }, [unit])

  return { services, unitName }
}

/** The server's own words for a refusal; whatever else happened, a person at the counter has to help. */
const wordsOf = (error: unknown, offline: string): string => (error instanceof Refused ? error.message : offline)
