import { type DraftContent, draftContent, draftSaved, type HandoverView, handoverView } from '#shared/drafts/schemas.ts'
import { problemTypes } from '#shared/http/problem.ts'
import type { Typed } from '#web/pages/fields/read-answers.ts'
import { Offline, Refused, request } from '#web/src/lib/http.ts'
import { type DraftStore, isEmptyDraft, type RemoteDraft } from './draft.ts'
import { newKey } from './new-key.ts'

/** `waiting`: no connection; `refused`: the server does not take it, and the copy on this device must do. */
export type KeptState = 'none' | 'saving' | 'kept' | 'waiting' | 'refused' | 'moved'

/** The copy of the draft on the server. */
export interface ServerDraft {
  state(): KeptState
  subscribe(listener: () => void): () => void
  /** Saves at once what is not yet there; resolves when it is known how that went. */
  saveNow(): Promise<void>
  /** Code and one-time password for another device. Rejects with `Offline` or `Refused`. */
  offer(): Promise<HandoverView>
  /** The reader goes on here although another device took over: from now on these are two drafts. */
  goOnHere(): void
  /** Takes it off the server; what cannot be reached ends there by itself after its days. */
  erase(): void
}

export type Send = typeof request

/** After the last change, in milliseconds: not each letter is a request. */
const saveAfterMs = 1_500

/**
 * Keeps a copy of the draft on the server whenever there is a connection; `procedure` is what is being filled in.
 *
 * The device's own copy stays the first: this one may be late, and says so. When another tab saved in between, both
 * are put together, with this tab's answers on top.
 */
export function keepOnServer(procedure: string, store: DraftStore, send: Send = request): ServerDraft {
  const listeners = new Set<() => void>()
  let state: KeptState = store.get().isMoved ? 'moved' : 'none'
  let sent = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined

  const become = (next: KeptState) => {
    state = next
    for (const listener of listeners) listener()
  }
  const contentNow = (): DraftContent => {
    const { values, papers, key } = store.get()

    // Another device has not proved the earlier dossier: what is used again of it stays here.
    const sent = papers.filter(({ reuse }) => !reuse)

    return { procedure: procedure as DraftContent['procedure'], values, papers: sent, key }
  }
  const remember = (remote: RemoteDraft) => {
    store.change({ remote })
    store.flush()
  }
  const save = async () => {
    clearTimeout(timer)
    timer = undefined
    const draft = store.get()
    const content = contentNow()
    const text = JSON.stringify(content)
    if (isEmptyDraft(draft) || draft.isMoved || text === sent) return
    become('saving')
    const remote = draft.remote ?? { id: newKey(), key: newDeviceKey(), version: 0 }
    // Kept before it is sent: a lost answer is followed by the same draft and not by a second one.
    if (!draft.remote) remember(remote)
    try {
      const saved = draftSaved.parse(await put(send, remote, content))
      sent = text
      remember({ ...remote, version: saved.version, savedAt: Date.now() })
      become('kept')
    } catch (error) {
      await failed(error, remote)
    }
  }
  const failed = async (error: unknown, remote: RemoteDraft) => {
    if (error instanceof Offline) return become('waiting')
    if (!(error instanceof Refused)) throw error
    const { status, type, current } = error.problem
    if (type === problemTypes.heldByAnother) {
      store.change({ isMoved: true })
      store.flush()

      return become('moved')
    }
    const other = status === 412 ? currentOf(current) : undefined
    if (other) {
      const mine = store.get()
      store.change({ values: merged(other.content.values, mine.values), remote: { ...remote, version: other.version } })
      store.flush()

      return save()
    }
    // Gone there, by age or because somebody erased it: then this is the first save of a new one.
    if (status === 404 && remote.version > 0) {
      store.change({ remote: undefined })

      return save()
    }
    become(status >= 500 ? 'waiting' : 'refused')
  }
  const saveNow = (): Promise<void> => {
    running ??= save().finally(() => {
      running = undefined
    })

    return running
  }

  store.subscribe(() => {
    if (timer !== undefined || JSON.stringify(contentNow()) === sent) return
    timer = setTimeout(() => void saveNow().catch(() => become('waiting')), saveAfterMs)
  })

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)

      return () => listeners.delete(listener)
    },
    saveNow,
    async offer() {
      await saveNow()
      const { remote } = store.get()
      if (!remote || state === 'waiting') throw new Offline()

      return handoverView.parse(
        await send('POST', `/api/drafts/${remote.id}/handovers`, { body: {}, draftKey: remote.key }),
      )
    },
    goOnHere() {
      sent = ''
      store.change({ isMoved: false, remote: undefined, key: newKey() })
      store.flush()
      become('none')
    },
    erase() {
      const { remote } = store.get()
      clearTimeout(timer)
      timer = undefined
      sent = ''
      become('none')
      // Whoever erases often leaves the page in the same moment: the request outlives it.
      if (remote)
        send('DELETE', `/api/drafts/${remote.id}`, { draftKey: remote.key, keepalive: true }).catch(() => undefined)
    },
  }
}

function put(send: Send, { id, key, version }: RemoteDraft, body: DraftContent) {
  return send<unknown>('PUT', `/api/drafts/${id}`, { body, draftKey: key, ...(version > 0 && { ifMatch: version }) })
}

function currentOf(current: unknown): { version: number; content: DraftContent } | undefined {
  if (typeof current !== 'object' || current === null) return undefined
  const { version, content } = current as { version?: unknown; content?: unknown }
  const read = draftContent.safeParse(content)

  return typeof version === 'number' && read.success ? { version, content: read.data } : undefined
}

/** What stands in this tab, and beside it what only the other one has. */
const merged = (theirs: Typed, mine: Typed): Typed => ({ ...theirs, ...mine })

/** Thirty-two random bytes as hex. */
export const newDeviceKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join('')
