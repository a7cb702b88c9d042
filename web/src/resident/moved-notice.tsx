import { draftTexts as texts } from '#shared/i18n/drafts.ts'
import type { FormContext } from './form-context.ts'
import { say } from './reader.ts'

/** Another device went on: filing from both would make two dossiers, so one of them is chosen. */
export function MovedNotice({ context: { draft, server } }: { context: FormContext }) {
  if (!draft.get().isMoved) return null

  return (
    <div className="callout yours" role="alert">
      <div className="stack-tight">
        <h2>{say(texts.movedTitle)}</h2>
        <p>{say(texts.movedNote)}</p>
        <button type="button" className="button quiet-button" onClick={server.goOnHere}>
          {say(texts.goOnHere)}
        </button>
      </div>
    </div>
  )
}
