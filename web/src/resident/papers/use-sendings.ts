import { useSyncExternalStore } from 'react'
import type { Sending, UploadQueue } from './upload-queue.ts'

/** The files on their way, followed as they move. */
export const useSendings = (uploads: UploadQueue): readonly Sending[] =>
  useSyncExternalStore(uploads.subscribe, uploads.list)
