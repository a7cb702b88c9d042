import { type ReactNode, useEffect, useRef } from 'react'
import { formTexts as texts } from '#shared/i18n/form.ts'
import { Icon } from '#web/pages/icons.tsx'
import type { FormContext } from './form-context.ts'
import { MovedNotice } from './moved-notice.tsx'
import { say } from './reader.ts'
import { SavedLine } from './saved-line.tsx'
import type { Step } from './steps.ts'

interface ScreenFrameProps {
  context: FormContext
  /** Absent on screens that stand outside the count. */
  step?: Step
  title: string
  hasError?: boolean
  children: ReactNode
}

/** What every screen of the form has: the way back, where one is, and the line that says what is saved. */
export function ScreenFrame({ context, step, title, hasError = false, children }: ScreenFrameProps) {
  const frame = useRef<HTMLDivElement>(null)
  const { procedure, state } = context
  const position = step ? state.steps.findIndex(({ path }) => path === step.path) + 1 : 0

  useEffect(() => {
    document.title = `${hasError ? `${say(texts.error)}: ` : ''}${title} – ${say(procedure.name)} – Quầy`
  }, [title, hasError, procedure])
  useEffect(() => {
    window.scrollTo(0, 0)
    frame.current?.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
  }, [])

  return (
    <div ref={frame}>
      <div className="screen-top">
        <button type="button" className="back-link" onClick={() => history.back()}>
          <Icon name="back" />
          {say(texts.back)}
        </button>
        {position > 0 && (
          <p className="screen-position">
            {say(procedure.name)}
            <br />
            {say(texts.position(position, state.steps.length))}
          </p>
        )}
      </div>
      <MovedNotice context={context} />
      {children}
      <SavedLine context={context} />
    </div>
  )
}
