import type { FastifyReply } from 'fastify'
import type { PaperStatus, PaperType } from '#shared/papers/schemas.ts'
import type { Deps } from '../platform/deps.ts'
import { notFound, paperRefused } from '../platform/problem.ts'

/** What is needed to send a paper: its row in `uploads`, and the kind it has in its dossier. */
export interface PaperToSend {
  id: string
  kind: string
  status: PaperStatus
  storedSha256: string | null
  storedType: PaperType | null
}

const extensions: Readonly<Record<PaperType, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
}

/**
 * Sends a paper that is clean, and nothing else. The caller has made sure that this person may see it.
 *
 * Nothing in the answer comes from the sender: the type was decided by content and the name is made here. A browser
 * that shows it finds a sandbox in which nothing may load or run, of an origin of its own, and only in the desk's own
 * frames. `inline` serves the officer's viewer, which shows pictures by `<img>` and a PDF in such a frame.
 */
export async function sendPaper(
  { store }: Pick<Deps, 'store'>,
  reply: FastifyReply,
  paper: PaperToSend,
  { inline = false } = {},
) {
  const { stream, bytes, type } = await openPaper({ store }, paper)

  return reply
    .headers({
      'content-type': type,
      'content-length': bytes,
      'content-disposition': `${inline ? 'inline' : 'attachment'}; filename="${fileName(paper, type)}"`,
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'self'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    })
    .send(stream)
}

/** The stored file of a paper that is clean; of one that is not yet, or was refused, a refusal. */
export async function openPaper({ store }: Pick<Deps, 'store'>, paper: PaperToSend) {
  if (paper.status === 'quarantine') throw paperRefused('Tệp này đang được kiểm tra. Hãy mở lại sau ít giây.', 409)
  if (paper.status === 'refused') throw notFound('Tệp này không được nhận nên không còn ở đây.')
  if (!paper.storedSha256 || !paper.storedType) throw new Error(`paper ${paper.id} is clean but names no stored file`)
  const file = await store.read(paper.storedSha256)
  if (!file) throw new Error(`the stored file of paper ${paper.id} is missing`)

  return { ...file, type: paper.storedType }
}

/** `lawful-dwelling-3f9a01bc.jpg`: the end of a UUIDv7 is its random part. */
function fileName({ id, kind }: PaperToSend, type: PaperType): string {
  const safeKind = kind
    .replace(/[^A-Za-z0-9-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)

  return `${safeKind || 'paper'}-${id.slice(-8)}.${extensions[type]}`
}
