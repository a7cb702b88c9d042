import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { ProcedureVersion } from '#shared/catalogue/types.ts'
import { formTexts as texts } from '#shared/i18n/form.ts'
import { type CounterHandOver, isFromCounter, takeFromCounter } from '#web/src/lib/counter-hand-over.ts'
import { Refused, request } from '#web/src/lib/http.ts'
import { App } from './app.tsx'
import { deviceStorage } from './device-storage.ts'
import { type DraftStore, openDraft } from './draft.ts'
import { sendResumable } from './papers/send-resumable.ts'
import { shrinkPhoto } from './papers/shrink-photo.ts'
import { keepPhoto } from './papers/thumbnails.ts'
import { openUploadQueue } from './papers/upload-queue.ts'
import { say } from './reader.ts'
import { keepOnServer } from './server-draft.ts'
import { forgetOldVisits, visitOfTab } from './visit.ts'

/** Fetches the questions in force today, and opens what this device already holds. */
export function Loader({
  code,
  allowDemoIdentities,
  isAssisted,
}: {
  code: string
  allowDemoIdentities: boolean
  isAssisted: boolean
}) {
  const [procedure, setProcedure] = useState<ProcedureVersion>()
  const [problem, setProblem] = useState<string>()
  const [hasChanged, setChanged] = useState(false)
  const { draft, server, uploads, visit } = useMemo(() => openParts(code), [code])
  const { ticket } = useSyncExternalStore(draft.subscribe, draft.get)

  const load = useCallback(async () => {
    setProblem(undefined)
    try {
      setProcedure(await request<ProcedureVersion>('GET', `/api/procedures/${encodeURIComponent(code)}`))
    } catch (error) {
      setProblem(error instanceof Refused ? error.message : (error as Error).message)
    }
  }, [code])
  useEffect(() => {
    void load()
  }, [load])
  useEffect(() => {
    const leave = () => draft.flush()
    const isBack = () => {
      uploads.retry()
      void server.saveNow()
    }
    // What was typed without a connection the last time goes there now.
    void server.saveNow()
    window.addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', leave)
    window.addEventListener('online', isBack)

    return () => {
      window.removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', leave)
      window.removeEventListener('online', isBack)
    }
  }, [draft, server, uploads])

  if (problem) {
    return (
      <div className="callout bad" role="alert">
        <div className="stack-tight">
          <h1>{say(texts.cannotOpen)}</h1>
          <p>{problem}</p>
          <button type="button" className="button" onClick={load}>
            {say(texts.tryAgain)}
          </button>
        </div>
      </div>
    )
  }
  if (!procedure)
    return (
      <p className="quiet loading" role="status">
        {say(texts.loading)}
      </p>
    )
  const onProcedureChanged = () => {
    setChanged(true)
    void load()
  }

  return (
    <div className="stack">
      {visit && ticket && <p className="callout plain">{say(texts.forVisit(visit.label))}</p>}
      {hasChanged && (
        <p className="callout yours" role="status">
          {say(texts.procedureChanged)}
        </p>
      )}
      <App
        procedure={procedure}
        draft={draft}
        server={server}
        uploads={uploads}
        allowDemoIdentities={allowDemoIdentities}
        isAssisted={isAssisted}
        onProcedureChanged={onProcedureChanged}
      />
    </div>
  )
}

function openParts(code: string) {
  const visit = visitOfTab()
  forgetOldVisits()
  const fromCounter = takeFromCounter(code)
  // Of a person at the counter without a number nothing stays on the machine: the next one sits down in the same place.
  const isOfTab = isFromCounter(code) && !visit
  const draft = openDraft(code, isOfTab ? sessionStorage : deviceStorage(), visit?.ticket)
  if (fromCounter) beginWith(draft, fromCounter)
  const server = keepOnServer(code, draft)
  const uploads = openUploadQueue({
    shrink: shrinkPhoto,
    send: sendResumable,
    onArrived({ kind, isDark, isBlurred }, { id, sha256, bytes, type }, file) {
      keepPhoto(id, file, { isDark, isBlurred })
      draft.change({ papers: [...draft.get().papers, { kind, uploadId: id, sha256, bytes, type, sentAt: Date.now() }] })
      draft.flush()
    },
  })

  return { draft, server, uploads, visit }
}

/** Another person than the one whom an unfinished draft here is about begins anew: two are never mixed. */
function beginWith(draft: DraftStore, { values, papersSeen }: CounterHandOver) {
  const { applicantIdentity } = values
  if (!applicantIdentity || draft.get().values.applicantIdentity !== applicantIdentity) draft.erase()
  draft.change({ values: { ...draft.get().values, ...values }, papersSeen })
  draft.flush()
}
