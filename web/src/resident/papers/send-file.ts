import { type UploadView, uploadView } from '#shared/papers/schemas.ts'
import { Offline, Refused } from '#web/src/lib/http.ts'

/** What the server received is not what was sent. */
export class DamagedOnTheWay extends Error {
  constructor() {
    super('the hash of what arrived differs')
  }
}

/** No byte moved for this long: the connection is as good as gone. */
const stalledAfterMs = 45_000

/**
 * Sends one file and resolves when the server has stored it and its hash is the hash of what was sent.
 * By XMLHttpRequest, because `fetch` does not say how much has gone out.
 */
export async function sendFile(
  file: Blob,
  name: string,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<UploadView> {
  const [received, own] = await Promise.all([post(file, name, onProgress, signal), hashOf(file)])
  if (own !== undefined && own !== received.sha256) throw new DamagedOnTheWay()

  return received
}

function post(file: Blob, name: string, onProgress: (part: number) => void, signal: AbortSignal): Promise<UploadView> {
  return new Promise((resolve, reject) => {
    const form = new FormData()
    form.append('file', file, name)
    const request = new XMLHttpRequest()
    let stalled: ReturnType<typeof setTimeout> | undefined
    const watch = () => {
      clearTimeout(stalled)
      stalled = setTimeout(() => request.abort(), stalledAfterMs)
    }
    const stop = () => clearTimeout(stalled)
    request.upload.onprogress = ({ loaded, total }) => {
      watch()
      onProgress(total > 0 ? loaded / total : 0)
    }
    request.onload = () => {
      stop()
      const answer = readAnswer(request)
      if ('received' in answer) resolve(answer.received)
      else reject(answer.error)
    }
    request.onerror = () => {
      stop()
      reject(new Offline())
    }
    request.onabort = () => {
      stop()
      reject(signal.aborted ? signal.reason : new Offline())
    }
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.open('POST', '/api/uploads')
    request.setRequestHeader('accept', 'application/json')
    watch()
    request.send(form)
  })
}

/** A gateway that is down answers in its own words; that is no refusal of the file. */
function readAnswer({ status, responseText }: XMLHttpRequest): { received: UploadView } | { error: Error } {
  let body: unknown
  try {
    body = JSON.parse(responseText)
  } catch {
    return { error: new Offline() }
  }
  const received = uploadView.safeParse(body)
  if (status === 201 && received.success) return { received: received.data }
  if (status >= 400 && status < 500) return { error: new Refused(body as Refused['problem']) }

  return { error: new Offline() }
}

/** Undefined on plain HTTP, where browsers offer no hashing; the server's own check of completeness remains. */
async function hashOf(file: Blob): Promise<string | undefined> {
  if (!globalThis.crypto?.subtle) return undefined
  const digest = await crypto.subtle.digest('SHA-256', await new Response(file).arrayBuffer())

  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
