import type { SubmitDossierInput } from '#shared/dossiers/schemas.ts'
import type { PaperType } from '#shared/papers/schemas.ts'
import type { Typed } from '#web/pages/fields/read-answers.ts'
import { newKey } from './new-key.ts'

/** A file that the server has received and confirmed; its bytes are no longer on this device. */
export interface SentPaper {
  kind: string
  uploadId: string
  sha256: string
  bytes: number
  type: PaperType
  /** Real time, in milliseconds: the server keeps an unused upload for a day. */
  sentAt: number
  /** Not sent but used again: `uploadId` is the paper's id in this earlier dossier. Only this browser has proved it. */
  reuse?: { dossier: string }
}

/** Everything about one unfinished dossier on this device. */
export interface Draft {
  /** What stands in the controls, wrong or half done as it may be. */
  values: Typed
  papers: readonly SentPaper[]
  /** The idempotency key of this intention to file. */
  key: string
  /** What was sent under that key when no answer came back: it may have arrived. */
  attempt?: SubmitDossierInput
  /** The number at the counter for whose visit it is typed in. */
  ticket?: string
  /** Kinds of papers that an officer at the counter has in hand: no file is asked for them. */
  papersSeen?: readonly string[]
  /** The server refused under this key; what is sent after a change is another intention. */
  isKeySpent: boolean
  /** Real time, in milliseconds; absent while nothing was typed. */
  savedAt?: number
  /** Its twin on the server, once there is one. */
  remote?: RemoteDraft
  /** Another device went on with it: this copy is neither saved there nor filed until the reader decides. */
  isMoved?: boolean
}

/** The copy of a draft that the server keeps. */
export interface RemoteDraft {
  id: string
  /** The secret with which this device writes it. */
  key: string
  /** The version that this device saved or read last; 0 before the first. */
  version: number
  /** Real time of the last save, in milliseconds. */
  savedAt?: number
}

export interface DraftStore {
  get(): Draft
  change(change: Partial<Omit<Draft, 'savedAt'>>): void
  /** Writes at once: before the page goes away. */
  flush(): void
  /** Removes it from this device and begins anew; the server's copy is `ServerDraft`'s. */
  erase(): void
  /** False when this device refuses to keep anything. */
  isStored(): boolean
  subscribe(listener: () => void): () => void
}

/** A change is on the device within this time, in milliseconds; promised are 300. */
const saveAfterMs = 200

/** The shape of what is stored: a draft of another shape is not read. */
const shape = 1
const storageKey = (procedure: string, ticket?: string) =>
  `quay.nhap.${shape}.${procedure}${ticket ? `.${ticket}` : ''}`

/**
 * The draft of one procedure on this device, written a moment after each change. Each visit to a counter has one of its
 * own: what was typed for somebody who was put aside is never shown for the next person.
 */
export function openDraft(
  procedure: string,
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  ticket?: string,
): DraftStore {
  const listeners = new Set<() => void>()
  const place = storageKey(procedure, ticket)
  const fresh = (): Draft => ({ values: {}, papers: [], key: newKey(), isKeySpent: false, ...(ticket && { ticket }) })
  let draft = read(place, storage) ?? fresh()
  let isStored = true
  let timer: ReturnType<typeof setTimeout> | undefined

  const tell = () => {
    for (const listener of listeners) listener()
  }
  const write = () => {
    clearTimeout(timer)
    timer = undefined
    const savedAt = Date.now()
    try {
      storage.setItem(place, JSON.stringify({ ...draft, savedAt }))
      draft = { ...draft, savedAt }
      isStored = true
    } catch {
      isStored = false
    }
    tell()
  }

  return {
    get: () => draft,
    change(change) {
      draft = renewed({ ...draft, ...change }, change)
      timer ??= setTimeout(write, saveAfterMs)
      tell()
    },
    flush() {
      if (timer !== undefined) write()
    },
    erase() {
      clearTimeout(timer)
      timer = undefined
      draft = fresh()
      try {
        storage.removeItem(place)
      } catch {
        isStored = false
      }
      tell()
    },
    isStored: () => isStored,
    subscribe(listener) {
      listeners.add(listener)

      return () => listeners.delete(listener)
    },
  }
}

/** A refused key goes with the first change after the refusal. */
function renewed(draft: Draft, change: Partial<Draft>): Draft {
  const isOtherContent = change.values !== undefined || change.papers !== undefined
  if (!draft.isKeySpent || !isOtherContent) return draft

  return { ...draft, key: newKey(), isKeySpent: false, attempt: undefined }
}

function read(place: string, storage: Pick<Storage, 'getItem'>): Draft | undefined {
  try {
    const stored: unknown = JSON.parse(storage.getItem(place) ?? 'null')

    return isDraft(stored) ? stored : undefined
  } catch {
    return undefined
  }
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false
  const { values, papers, key } = value as Partial<Draft>

  return typeof values === 'object' && values !== null && Array.isArray(papers) && typeof key === 'string'
}

/** Whether there is anything that somebody would miss. */
export const isEmptyDraft = (draft: Draft) => Object.keys(draft.values).length === 0 && draft.papers.length === 0
