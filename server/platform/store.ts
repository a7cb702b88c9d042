import { createHash, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'

/** Files on the local disk, found by the hash of their bytes. A row in the database is what makes one count. */
export interface Store {
  /** Where an upload lands until it is known to be clean. */
  quarantinePath(id: string): string
  /**
   * Streams into quarantine, synced to disk. Stops at `maxBytes` and then rejects with `TooLarge`; what was written
   * is removed when it fails.
   */
  receive(id: string, source: Readable, maxBytes: number): Promise<{ sha256: string; bytes: number; head: Buffer }>
  /** Stores bytes under their hash, synced, before the row that names it commits. Twice is the same as once. */
  keep(bytes: Buffer): Promise<{ sha256: string; bytes: number }>
  read(sha256: string): Promise<{ stream: Readable; bytes: number } | undefined>
  /** Removes stored bytes; the caller has made sure that no row names them and that nobody keeps the same meanwhile. */
  remove(sha256: string): Promise<void>
  removeQuarantined(id: string): Promise<void>
  /** The folder of files that come in pieces and are not whole yet. */
  partialFolder: string
  /** Uploads still in quarantine, for the sweeper. */
  quarantined(): Promise<string[]>
}

export class TooLarge extends Error {
  constructor() {
    super('the file is larger than allowed')
  }
}

/** How many first bytes are kept for telling the kind of a file. */
const headBytes = 4_100

export async function openStore(dataDir: string): Promise<Store> {
  const quarantine = join(dataDir, 'quarantine')
  const blobs = join(dataDir, 'blobs')
  await mkdir(quarantine, { recursive: true })
  await mkdir(blobs, { recursive: true })
  const blobPath = (sha256: string) => join(blobs, sha256.slice(0, 2), sha256)

  return {
    partialFolder: join(dataDir, 'partial'),
    quarantinePath: (id) => join(quarantine, id),
    async receive(id, source, maxBytes) {
      const path = join(quarantine, id)
      const hash = createHash('sha256')
      const file = await open(path, 'wx')
      let bytes = 0
      let head: Buffer = Buffer.alloc(0)
      try {
        for await (const chunk of source as AsyncIterable<Buffer>) {
          bytes += chunk.length
          if (bytes > maxBytes) throw new TooLarge()
          if (head.length < headBytes) head = Buffer.concat([head, chunk]).subarray(0, headBytes)
          hash.update(chunk)
          // Not `write`, which may write less than it was given on a disk that is nearly full.
          await file.appendFile(chunk)
        }
        await file.sync()
      } catch (error) {
        await file.close()
        await rm(path, { force: true })
        throw error
      }
      await file.close()
      await syncFolder(quarantine)

      return { sha256: hash.digest('hex'), bytes, head }
    },
    async keep(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const path = blobPath(sha256)
      if (
        await stat(path).then(
          () => true,
          () => false,
        )
      )
        return { sha256, bytes: bytes.length }
      await mkdir(dirname(path), { recursive: true })
      const unfinished = `${path}.${randomBytes(6).toString('hex')}`
      const file = await open(unfinished, 'w')
      await file.writeFile(bytes)
      await file.sync()
      await file.close()
      await rename(unfinished, path)
      await syncFolder(dirname(path))

      return { sha256, bytes: bytes.length }
    },
    async read(sha256) {
      if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined
      const path = blobPath(sha256)
      const found = await stat(path).catch(() => undefined)

      return found && { stream: createReadStream(path), bytes: found.size }
    },
    remove: (sha256) => rm(blobPath(sha256), { force: true }),
    removeQuarantined: (id) => rm(join(quarantine, id), { force: true }),
    quarantined: () => readdir(quarantine),
  }
}

/** A new name in a folder survives a power cut only when the folder itself is synced. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}
