import { useState } from 'react'
import type { HandoverView } from '#shared/drafts/schemas.ts'
import { draftTexts as texts } from '#shared/i18n/drafts.ts'
import { formTexts } from '#shared/i18n/form.ts'
import { formatInstant } from '#shared/text/format.ts'
import { Icon } from '#web/pages/icons.tsx'
import type { FormContext } from './form-context.ts'
import { addressOf } from './navigation.ts'
import { language, say } from './reader.ts'
import { ScreenFrame } from './screen-frame.tsx'

/** Code and one-time password for going on at another device; nothing is sent anywhere, so no telephone is needed. */
export function HandoverPage({ context }: { context: FormContext }) {
  const { draft, server, procedure } = context
  const [offered, setOffered] = useState<HandoverView>()
  const [problem, setProblem] = useState<string>()
  const [isAsking, setAsking] = useState(false)
  // A filing whose answer was lost may have arrived: a second device would file it again under its own name.
  const isUnsure = draft.get().attempt !== undefined && !draft.get().isKeySpent
  const ask = async () => {
    setAsking(true)
    setProblem(undefined)
    try {
      setOffered(await server.offer())
    } catch (error) {
      setProblem((error as Error).message)
    }
    setAsking(false)
  }

  return (
    <ScreenFrame context={context} title={say(texts.handoverTitle)}>
      <div className="stack">
        <div className="stack-tight">
          <h1 tabIndex={-1}>{say(texts.handoverTitle)}</h1>
          <p>{say(texts.handoverIntro)}</p>
        </div>
        {isUnsure && (
          <p className="callout yours" role="alert">
            {say(texts.handoverUnsure)}
          </p>
        )}
        {problem && (
          <p className="error-message" role="alert">
            <Icon name="yours" />
            {problem}
          </p>
        )}
        {offered && (
          <section className="panel stack-tight" aria-live="polite">
            <p>
              {say(texts.openAt)} <strong>{`${location.host}${addressOf(procedure.code, 'mo-tiep')}`}</strong>
            </p>
            <p>{say(texts.draftCode)}</p>
            <strong className="big-code">{offered.code}</strong>
            <p>{say(texts.draftPassword)}</p>
            <strong className="big-code">{offered.password}</strong>
            <p className="quiet">{say(texts.handoverUntil(formatInstant(new Date(offered.expiresAt), language)))}</p>
          </section>
        )}
        <div className="buttons">
          <button type="button" className="button" onClick={ask} disabled={isUnsure || isAsking}>
            {say(offered ? texts.newPassword : texts.showCode)}
          </button>
          <button type="button" className="button quiet-button" onClick={() => history.back()}>
            {say(formTexts.back)}
          </button>
        </div>
      </div>
    </ScreenFrame>
  )
}
