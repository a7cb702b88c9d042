import { formTexts as texts } from '#shared/i18n/form.ts'
import { formatInstant } from '#shared/text/format.ts'
import type { FormContext } from './form-context.ts'
import { language, say } from './reader.ts'
import { ScreenFrame } from './screen-frame.tsx'
import { firstOpenStep } from './steps.ts'

/** Somebody typed something here before: the same person after a call, or another who borrowed the phone. */
export function ResumePage({ context }: { context: FormContext }) {
  const { draft, state, procedure } = context
  const { savedAt, papers } = draft.get()
  const startOver = () => {
    if (!window.confirm(say(texts.eraseSure))) return
    context.server.erase()
    draft.erase()
  }

  return (
    <ScreenFrame context={context} title={say(texts.resumeTitle)}>
      <div className="stack">
        <div className="stack-tight">
          <p className="quiet">{say(procedure.name)}</p>
          <h1 tabIndex={-1}>{say(texts.resumeTitle)}</h1>
          <p>{say(texts.resumeNote(formatInstant(new Date(savedAt ?? Date.now()), language)))}</p>
        </div>
        <div className="buttons">
          <button
            type="button"
            className="button main"
            onClick={() => context.goTo(firstOpenStep(state, papers, Date.now()))}
          >
            {say(texts.resume)}
          </button>
          <button type="button" className="button danger" onClick={startOver}>
            {say(texts.startOver)}
          </button>
        </div>
      </div>
    </ScreenFrame>
  )
}
