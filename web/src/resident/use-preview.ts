import { useEffect, useState } from 'react'
import { type RoutingPreviewView, routingPreviewView } from '#shared/dossiers/schemas.ts'
import { request } from '#web/src/lib/http.ts'

type Preview = { state: 'asking' } | { state: 'offline' } | { state: 'known'; view: RoutingPreviewView }

/** What filing these answers now would meet; asked again when they change or the network is back. */
export function usePreview(procedure: string, answers: Readonly<Record<string, unknown>>): Preview {
  const [preview, setPreview] = useState<Preview>({ state: 'asking' })
  const [attempt, setAttempt] = useState(0)
  const body = JSON.stringify({ procedure, answers })

  useEffect(() => {
    const again = () => setAttempt((count) => count + 1)
    window.addEventListener('online', again)

    return () => window.removeEventListener('online', again)
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks again with the same answers.
  useEffect(() => {
    const abort = new AbortController()
    request('POST', '/api/routing-previews', { body: JSON.parse(body), signal: abort.signal })
      .then((answer) => setPreview({ state: 'known', view: routingPreviewView.parse(answer) }))
      .catch(() => {
        if (!abort.signal.aborted) setPreview({ state: 'offline' })
      })

    return () => abort.abort()
  }, [body, attempt])

  return preview
}
