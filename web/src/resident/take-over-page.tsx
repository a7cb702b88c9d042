import { type FormEvent, useState } from 'react'
import { draftTexts as texts } from '#shared/i18n/drafts.ts'
import { Icon } from '#web/pages/icons.tsx'
import type { FormContext } from './form-context.ts'
import { addressOf } from './navigation.ts'
import { say } from './reader.ts'
import { ScreenFrame } from './screen-frame.tsx'
import { takeOver } from './take-over.ts'

/** The second device: what the first one shows is typed here. */
export function TakeOverPage({ context }: { context: FormContext }) {
  const [problem, setProblem] = useState<string>()
  const [isOpening, setOpening] = useState(false)
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    setOpening(true)
    setProblem(undefined)
    try {
      const procedure = await takeOver(String(typed.get('code')), String(typed.get('password')))
      // Another page load: the draft in hand here may be another procedure's.
      location.assign(addressOf(procedure, ''))
    } catch (error) {
      setProblem((error as Error).message)
      setOpening(false)
    }
  }

  return (
    <ScreenFrame context={context} title={say(texts.takeOverTitle)} hasError={problem !== undefined}>
      <form onSubmit={onSubmit} className="stack" noValidate>
        <div className="stack-tight">
          <h1 tabIndex={-1}>{say(texts.takeOverTitle)}</h1>
          <p>{say(texts.takeOverIntro)}</p>
        </div>
        {problem && (
          <p className="error-message" role="alert">
            <Icon name="yours" />
            {problem}
          </p>
        )}
        <div className="field">
          <label htmlFor="ma-lam-tiep">{say(texts.draftCode)}</label>
          <input id="ma-lam-tiep" name="code" className="input" autoComplete="off" autoCapitalize="characters" />
        </div>
        <div className="field">
          <label htmlFor="mat-khau-lam-tiep">{say(texts.draftPassword)}</label>
          <input
            id="mat-khau-lam-tiep"
            name="password"
            className="input"
            autoComplete="one-time-code"
            inputMode="numeric"
          />
        </div>
        <button type="submit" className="button main" disabled={isOpening}>
          {say(texts.openDraft)}
        </button>
      </form>
    </ScreenFrame>
  )
}
