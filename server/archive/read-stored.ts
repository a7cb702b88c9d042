import { buffer } from 'node:stream/consumers'
import type { Store } from '../platform/store.ts'

/** A stored file that must be there; at most as large as one dossier's files, so it is read whole. */
export async function readStored(store: Pick<Store, 'read'>, sha256: string): Promise<Buffer> {
  const file = await store.read(sha256)
  if (!file) throw new Error(`the stored file ${sha256} is missing`)

  return buffer(file.stream)
}
