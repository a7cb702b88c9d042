import { useEffect, useState } from 'react'
import { type ConsentView, consentsView } from '#shared/consents/schemas.ts'
import type { SubmittedView } from '#shared/dossiers/schemas.ts'
import { consentStateNames } from '#shared/i18n/consent-page.ts'
import { formTexts as texts } from '#shared/i18n/form.ts'
import { request } from '#web/src/lib/http.ts'
import { say } from './reader.ts'

/** Who is asked to agree by a link, and what they said. Asking for the list is what sends the links. */
export function AskedConsentsPanel({ view: { code, trackingKey } }: { view: SubmittedView }) {
  const [asked, setAsked] = useState<readonly ConsentView[]>([])
  const [isMissing, setMissing] = useState(false)
  useEffect(() => {
    const look = () =>
      request('GET', `/api/dossiers/${encodeURIComponent(code)}/consents`, { trackingKey }).then(
        (answer) => {
          setAsked(consentsView.parse(answer).items)
          setMissing(false)
        },
        () => setMissing(true),
      )
    void look()
    window.addEventListener('online', look)

    return () => window.removeEventListener('online', look)
  }, [code, trackingKey])
  if (isMissing) return <p className="quiet">{say(texts.consentsLater)}</p>
  if (asked.length === 0) return null

  return (
    <section className="panel stack-tight">
      <h2>{say(texts.consentsAsked)}</h2>
      <dl className="facts">
        {asked.map(({ id, roleName, name, state }) => (
          <div key={id}>
            <dt>
              {say(roleName)}: {name}
            </dt>
            <dd>{say(consentStateNames[state])}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{say(texts.consentsAskedNote)}</p>
    </section>
  )
}
