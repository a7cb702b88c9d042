import type { DetailedError, Upload as TusUpload } from 'tus-js-client'
import { type UploadView, uploadView } from '#shared/papers/schemas.ts'
import { Offline, Refused, request } from '#web/src/lib/http.ts'
import { DamagedOnTheWay, hashOf } from './file-hash.ts'

/** One piece, in bytes: ten seconds on a line of 100 kbit/s, and no more than that is ever sent twice. */
const pieceBytes = 128 * 1024
/** No byte moved for this long: the connection is as good as gone. */
const stalledAfterMs = 45_000

/** Where each file was begun: the next try goes on there. */
const begun = new WeakMap<Blob, string>()

/**
 * Sends one file in pieces and resolves when the server has stored it and its hash is the hash of what was sent.
 *
 * After a lost connection the same file goes on where it stopped. Whether the last answer arrived does not matter:
 * what was received is asked for in any case.
 */
export async function sendResumable(
  file: Blob,
  _name: string,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<UploadView> {
  // Not part of the form's first load; without a connection there would be nothing to do for it anyway.
  const { Upload } = await import('tus-js-client').catch(() => {
    throw new Offline()
  })
  const [address, own] = await Promise.all([sendPieces(Upload, file, onProgress, signal), hashOf(file)])
  const received = await receivedUnder(address, file)
  if (own !== undefined && own !== received.sha256) throw new DamagedOnTheWay()

  return received
}

function sendPieces(
  Upload: typeof TusUpload,
  file: Blob,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<string> {
  return new Promise((resolve, reject) => {
    let stalled: ReturnType<typeof setTimeout> | undefined
    const stop = () => {
      clearTimeout(stalled)
      signal.removeEventListener('abort', leave)
    }
    const fail = (error: unknown) => {
      stop()
      void upload.abort()
      reject(error)
    }
    const leave = () => fail(signal.reason)
    const watch = () => {
      clearTimeout(stalled)
      stalled = setTimeout(() => fail(new Offline()), stalledAfterMs)
    }
    const upload: TusUpload = new Upload(file, {
      endpoint: '/api/uploads/resumable',
      uploadUrl: begun.get(file) ?? null,
      chunkSize: pieceBytes,
      // Two quick tries for a hiccup; after that the queue waits, and says so.
      retryDelays: [0, 1_000],
      storeFingerprintForResuming: false,
      onUploadUrlAvailable: () => {
        if (upload.url) begun.set(file, upload.url)
      },
      onProgress: (sent, total) => {
        watch()
        onProgress(total ? sent / total : 0)
      },
      onSuccess: () => {
        stop()
        resolve(upload.url ?? '')
      },
      onError: (error) => fail(refusalIn(error) ?? new Offline()),
    })
    signal.addEventListener('abort', leave, { once: true })
    watch()
    upload.start()
  })
}

/** The server's own refusal, in its words; anything else is a matter of the connection. */
function refusalIn(error: Error | DetailedError): Refused | undefined {
  const answer = 'originalResponse' in error ? error.originalResponse : null
  const status = answer?.getStatus() ?? 0
  if (!answer || status < 400 || status >= 500) return undefined
  try {
    const problem = JSON.parse(answer.getBody())

    return typeof problem?.title === 'string' ? new Refused(problem) : undefined
  } catch {
    return undefined
  }
}

async function receivedUnder(address: string, file: Blob): Promise<UploadView> {
  try {
    return uploadView.parse(await request('GET', `/api/uploads/${address.split('/').at(-1)}`))
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    // All pieces are there and yet it was not taken: it begins anew.
    begun.delete(file)
    throw new DamagedOnTheWay()
  }
}
