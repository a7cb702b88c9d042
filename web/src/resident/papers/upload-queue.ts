import { paperLimits, type UploadView } from '#shared/papers/schemas.ts'
import { Offline, Refused } from '#web/src/lib/http.ts'
import { DamagedOnTheWay } from './file-hash.ts'
import type { ReadyFile } from './shrink-photo.ts'

/** One file on its way. What has arrived is no longer here but in the draft. */
export interface Sending {
  id: number
  kind: string
  name: string
  /** `waiting` goes on by itself; `again` when a person says so; the last two never. */
  state: 'preparing' | 'sending' | 'waiting' | 'again' | 'refused' | 'too_large'
  /** 0 to 1 of the bytes that have gone out. */
  part: number
  isDark: boolean
  isBlurred: boolean
  /** Why the server did not take it, in its words; absent when it was damaged on its way. */
  message?: string
}

export interface UploadQueueParts {
  shrink(file: File): Promise<ReadyFile>
  send(file: Blob, name: string, onProgress: (part: number) => void, signal: AbortSignal): Promise<UploadView>
  /** The server has it, and its hash is right. */
  onArrived(sending: Sending, received: UploadView, file: Blob): void
}

export interface UploadQueue {
  list(): readonly Sending[]
  add(kind: string, files: Iterable<File>): void
  remove(id: number): void
  /** Tries what waits or was damaged again, at once: the network is back, or a person asks. */
  retry(): void
  subscribe(listener: () => void): () => void
}

/** While the network is away somebody looks again this often, in milliseconds. */
const retryEveryMs = 5_000

/**
 * Sends files one after another, so that a weak connection finishes one instead of starving five. A lost connection
 * stops nothing for good: what waits goes on by itself, also while another page of the form is open.
 */
export function openUploadQueue({ shrink, send, onArrived }: UploadQueueParts): UploadQueue {
  const listeners = new Set<() => void>()
  const files = new Map<number, { original: File; ready?: ReadyFile; abort: AbortController }>()
  let list: readonly Sending[] = []
  let nextId = 1
  let isBusy = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const tell = () => {
    for (const listener of listeners) listener()
  }
  const update = (id: number, change: Partial<Sending>) => {
    list = list.map((each) => (each.id === id ? { ...each, ...change } : each))
    tell()
  }
  const drop = (id: number) => {
    files.delete(id)
    list = list.filter((each) => each.id !== id)
    tell()
  }

  /** Ends when nothing is left that could be sent now. */
  async function run() {
    if (isBusy) return
    isBusy = true
    for (let next = firstToSend(); next; next = firstToSend()) await sendOne(next)
    isBusy = false
    if (list.some(({ state }) => state === 'waiting')) timer ??= setTimeout(retry, retryEveryMs)
  }

  const firstToSend = () => list.find(({ state }) => state === 'preparing')

  async function sendOne({ id }: Sending) {
    const file = files.get(id)
    if (!file) return
    try {
      file.ready ??= await shrink(file.original)
      const { blob, name, isDark, isBlurred } = file.ready
      if (blob.size > paperLimits.fileBytes) return update(id, { state: 'too_large' })
      update(id, { state: 'sending', part: 0, isDark, isBlurred })
      const received = await send(blob, name, (part) => update(id, { part }), file.abort.signal)
      const sent = list.find((each) => each.id === id)
      drop(id)
      if (sent) onArrived(sent, received, blob)
    } catch (error) {
      update(id, failureOf(error))
    }
  }

  function retry() {
    clearTimeout(timer)
    timer = undefined
    list = list.map((each) =>
      each.state === 'waiting' || each.state === 'again' ? { ...each, state: 'preparing', part: 0 } : each,
    )
    tell()
    void run()
  }

  return {
    list: () => list,
    add(kind, added) {
      for (const original of added) {
        const id = nextId++
        files.set(id, { original, abort: new AbortController() })
        list = [
          ...list,
          { id, kind, name: original.name, state: 'preparing', part: 0, isDark: false, isBlurred: false },
        ]
      }
      tell()
      void run()
    },
    remove(id) {
      files.get(id)?.abort.abort()
      drop(id)
    },
    retry,
    subscribe(listener) {
      listeners.add(listener)

      return () => listeners.delete(listener)
    },
  }
}

function failureOf(error: unknown): Partial<Sending> {
  if (error instanceof Refused) {
    return {
      state: error.problem.status === 429 ? 'again' : 'refused',
      message: error.problem.detail ?? error.problem.title,
    }
  }
  if (error instanceof DamagedOnTheWay) return { state: 'again' }

  return error instanceof Offline ? { state: 'waiting', part: 0 } : { state: 'refused', message: String(error) }
}
