import { useEffect, useState } from 'react'
import { type ConsentsView, consentsView } from '#shared/consents/schemas.ts'
import type { SubmittedView } from '#shared/dossiers/schemas.ts'
import { consentStateNames } from '#shared/i18n/consent-page.ts'
import { askedTexts } from '#shared/i18n/consents.ts'
import { formTexts as texts } from '#shared/i18n/form.ts'
import { request } from '#web/src/lib/http.ts'
import { say } from './reader.ts'

/** The desk sends its links within moments of a filing; until then the page looks again. */
const lookAgainMs = 2_000

/** Who is asked to agree by a link, and what they said. */
export function AskedConsentsPanel({ view: { code, trackingKey } }: { view: SubmittedView }) {
  const [asked, setAsked] = useState<ConsentsView | undefined>(undefined)
  const [isMissing, setMissing] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isGone = false
    const look = async () => {
      clearTimeout(timer)
      const answer = await request('GET', `/api/dossiers/${encodeURIComponent(code)}/consents`, { trackingKey }).then(
        (body) => consentsView.parse(body),
        () => undefined,
      )
      if (isGone) return
      setMissing(answer === undefined)
      if (!answer) return
      setAsked(answer)
      if (answer.toBeAsked > 0) timer = setTimeout(look, lookAgainMs)
    }
    void look()
    window.addEventListener('online', look)

    return () => {
      isGone = true
      clearTimeout(timer)
      window.removeEventListener('online', look)
    }
  }, [code, trackingKey])
  if (isMissing) return <p className="quiet">{say(texts.consentsLater)}</p>
  if (!asked || asked.items.length + asked.toBeAsked === 0) return null

  return (
    <section className="panel stack-tight">
      <h2>{say(texts.consentsAsked)}</h2>
      {asked.items.length > 0 && (
        <dl className="facts">
          {asked.items.map(({ id, roleName, name, sendsTo, state }) => (
            <div key={id}>
              <dt>
                {say(roleName)}: {name}
                {sendsTo && ` (${sendsTo})`}
              </dt>
              <dd>{say(consentStateNames[state])}</dd>
            </div>
          ))}
        </dl>
      )}
      <div role="status">{asked.toBeAsked > 0 && <p className="quiet">{say(askedTexts.sending)}</p>}</div>
      <p className="quiet">{say(texts.consentsAskedNote)}</p>
    </section>
  )
}
