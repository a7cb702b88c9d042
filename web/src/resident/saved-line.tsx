import { formTexts as texts } from '#shared/i18n/form.ts'
import { formatTime } from '#shared/text/format.ts'
import { Icon } from '#web/pages/icons.tsx'
import type { FormContext } from './form-context.ts'
import { say } from './reader.ts'

/** Always says whether what was typed is safe, and lets whoever borrowed the phone leave nothing behind. */
export function SavedLine({ context: { procedure, draft } }: { context: FormContext }) {
  const { savedAt } = draft.get()
  const erase = () => {
    if (!window.confirm(say(texts.eraseSure))) return
    draft.erase()
    location.assign(`/thu-tuc/${procedure.code}`)
  }

  return (
    <div className="saved-line">
      {draft.isStored() ? (
        <p>
          <Icon name="check" />
          {savedAt ? say(texts.saved(formatTime(new Date(savedAt)))) : say(texts.notYetSaved)}
        </p>
      ) : (
        <p className="not-stored">
          <Icon name="yours" />
          {say(texts.notStored)}
        </p>
      )}
      <button type="button" className="link-button" onClick={erase}>
        {say(texts.eraseDraft)}
      </button>
    </div>
  )
}
