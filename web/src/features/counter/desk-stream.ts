import { inOneTab } from '#web/src/lib/leader.ts'

/** Retried by hand after a refusal, which ends an `EventSource` for good; broken connections it mends itself. */
const retryMs = 15_000

interface Listener {
  /** Something changed in this unit; what it was is asked for, not told. */
  onChange: (unit: string) => void
  /** Whether changes arrive at once, or only by polling. */
  onLive: (isLive: boolean) => void
}

/**
 * Hears from the server when a queue changes. One connection for the whole browser, however many tabs: HTTP/1.1
 * allows six to a server, and the desk needs them for its requests. The tab that holds it tells the others.
 */
export function followDesk({ onChange, onLive }: Listener): () => void {
  const tabs = new BroadcastChannel('quay.desk')
  let isLive = false
  let isLeading = false

  const tellLive = (live: boolean) => {
    isLive = live
    onLive(live)
    tabs.postMessage({ live })
  }
  tabs.onmessage = ({ data }: MessageEvent<{ unit?: string; live?: boolean; ask?: true }>) => {
    if (data.unit !== undefined) onChange(data.unit)
    if (data.live !== undefined && !isLeading) onLive(data.live)
    if (data.ask && isLeading) tabs.postMessage({ live: isLive })
  }
  tabs.postMessage({ ask: true })

  const leave = inOneTab('quay.desk', () => {
    isLeading = true
    const close = connect(tellLive, (unit) => {
      onChange(unit)
      tabs.postMessage({ unit })
    })

    return () => {
      isLeading = false
      close()
    }
  })

  return () => {
    leave()
    tabs.close()
  }
}

function connect(onLive: (isLive: boolean) => void, onChange: (unit: string) => void): () => void {
  let source: EventSource
  let retry: ReturnType<typeof setTimeout> | undefined

  const open = () => {
    source = new EventSource('/api/desk/stream')
    source.onopen = () => onLive(true)
    source.addEventListener('desk', ({ data }: MessageEvent<string>) =>
      onChange((JSON.parse(data) as { unit: string }).unit),
    )
    source.onerror = () => {
      onLive(false)
      if (source.readyState === EventSource.CLOSED) retry = setTimeout(open, retryMs)
    }
  }
  open()

  return () => {
    clearTimeout(retry)
    source.close()
  }
}
