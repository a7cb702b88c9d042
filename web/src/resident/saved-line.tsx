import { useSyncExternalStore } from 'react'
import { draftTexts } from '#shared/i18n/drafts.ts'
import { formTexts as texts } from '#shared/i18n/form.ts'
import { formatTime } from '#shared/text/format.ts'
import { Icon } from '#web/pages/icons.tsx'
import { becomeSharedPhone, isSharedPhone } from './device-storage.ts'
import { isEmptyDraft } from './draft.ts'
import type { FormContext } from './form-context.ts'
import { addressOf } from './navigation.ts'
import { say } from './reader.ts'

/** Always says where what was typed is safe, and lets whoever borrowed the phone leave nothing behind. */
export function SavedLine({ context }: { context: FormContext }) {
  const { procedure, draft, server } = context
  const { savedAt } = draft.get()
  const isShared = isSharedPhone()
  const erase = () => {
    if (!window.confirm(say(texts.eraseSure))) return
    server.erase()
    draft.erase()
    location.assign(`/thu-tuc/${procedure.code}`)
  }
  const share = () => {
    if (!window.confirm(say(draftTexts.sharedSure))) return
    draft.flush()
    becomeSharedPhone()
    // Everything that is open writes to the device: it is opened anew and writes to the tab.
    location.reload()
  }

  return (
    <div className="saved-line">
      {draft.isStored() ? (
        <p>
          <Icon name="check" />
          {isShared
            ? say(draftTexts.isShared)
            : savedAt
              ? say(texts.saved(formatTime(new Date(savedAt))))
              : say(texts.notYetSaved)}
        </p>
      ) : (
        <p className="not-stored">
          <Icon name="yours" />
          {say(texts.notStored)}
        </p>
      )}
      <OnServer context={context} />
      {isEmptyDraft(draft.get()) ? (
        <a href={addressOf(procedure.code, 'mo-tiep')}>{say(draftTexts.takeOver)}</a>
      ) : (
        <a href={addressOf(procedure.code, 'doi-may')}>{say(draftTexts.handover)}</a>
      )}
      {!isShared && (
        <button type="button" className="link-button" onClick={share}>
          {say(draftTexts.shared)}
        </button>
      )}
      <button type="button" className="link-button" onClick={erase}>
        {say(texts.eraseDraft)}
      </button>
    </div>
  )
}

/** The server's copy, honestly: kept since when, not yet, or not at all. */
function OnServer({ context: { draft, server } }: { context: FormContext }) {
  const state = useSyncExternalStore(server.subscribe, server.state)
  const keptAt = draft.get().remote?.savedAt

  switch (state) {
    case 'moved':
    case 'none':
      return null
    case 'saving':
      return <p className="quiet">{say(draftTexts.keeping)}</p>
    case 'kept':
      return keptAt === undefined ? null : <p className="quiet">{say(draftTexts.kept(formatTime(new Date(keptAt))))}</p>
    case 'waiting':
      return (
        <p className="not-stored" role="status">
          <Icon name="offline" />
          {say(draftTexts.waiting)}
        </p>
      )
    case 'refused':
      return <p className="quiet">{say(draftTexts.notKept)}</p>
  }
}
