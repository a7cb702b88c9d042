import { useCallback, useEffect, useMemo, useState } from 'react'
import type { ProcedureVersion } from '#shared/catalogue/types.ts'
import { formTexts as texts } from '#shared/i18n/form.ts'
import { Refused, request } from '#web/src/lib/http.ts'
import { App } from './app.tsx'
import { deviceStorage } from './device-storage.ts'
import { openDraft } from './draft.ts'
import { sendResumable } from './papers/send-resumable.ts'
import { shrinkPhoto } from './papers/shrink-photo.ts'
import { keepPhoto } from './papers/thumbnails.ts'
import { openUploadQueue } from './papers/upload-queue.ts'
import { say } from './reader.ts'
import { keepOnServer } from './server-draft.ts'

/** Fetches the questions in force today, and opens what this device already holds. */
export function Loader({ code, allowDemoIdentities }: { code: string; allowDemoIdentities: boolean }) {
  const [procedure, setProcedure] = useState<ProcedureVersion>()
  const [problem, setProblem] = useState<string>()
  const [hasChanged, setChanged] = useState(false)
  const { draft, server, uploads } = useMemo(() => openParts(code), [code])

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
    <>
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
        onProcedureChanged={onProcedureChanged}
      />
    </>
  )
}

function openParts(code: string) {
  const draft = openDraft(code, deviceStorage())
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

  return { draft, server, uploads }
}
