import type { FieldError } from '#shared/catalogue/check-answers.ts'
import type { ProcedureVersion } from '#shared/catalogue/types.ts'
import type { DraftStore } from './draft.ts'
import type { UploadQueue } from './papers/upload-queue.ts'
import type { ServerDraft } from './server-draft.ts'
import type { FilingState, Step } from './steps.ts'

/** What every screen of the form is given. */
export interface FormContext {
  procedure: ProcedureVersion
  draft: DraftStore
  /** The copy that the server keeps. */
  server: ServerDraft
  state: FilingState
  uploads: UploadQueue
  /** A neighbourhood helper fills this in; the resident confirms at the end. */
  isAssisted: boolean
  /** What the server refused at the last attempt, by path within the answers. */
  refused: readonly Refusal[]
  setRefused(refused: readonly Refusal[]): void
  toCheck: boolean
  goTo(step: Step | string, options?: { toCheck?: boolean; replace?: boolean }): void
}

export interface Refusal {
  path: FieldError['path']
  message: string
}
