import { AsyncLocalStorage } from 'node:async_hooks'
import { EVENTS, Server } from '@tus/server'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { problemTypes } from '#shared/http/problem.ts'
import { paperLimits } from '#shared/papers/schemas.ts'
import type { Deps } from '../platform/deps.ts'
import { newId } from '../platform/ids.ts'
import { notFound, ProblemError } from '../platform/problem.ts'
import { receiveFile, refuseBusySender, storeUpload } from './receive-upload.ts'
import { partialFiles } from './resumable-store.ts'

type Needs = Pick<Deps, 'pool' | 'store' | 'wake' | 'now' | 'log'>

const path = '/api/uploads/resumable'

/**
 * Files in pieces, by the tus protocol 1.0: after a lost connection only what is missing is sent.
 *
 * A file that is whole meets the same checks as one that came at once, and gets the id of its pieces: a device whose
 * last answer was lost asks `GET /uploads/:id` and knows. Only who began a file may go on with it. Pieces also keep
 * each request short, so that the server's time limit does not cut off whoever has a slow line.
 */
export const resumableRoutes: FastifyPluginAsync<{ deps: Needs }> = async (app, { deps }) => {
  // The protocol's own code runs outside of Fastify's request: this carries who asks into its hooks.
  const senders = new AsyncLocalStorage<string>()
  const senderNow = () => senders.getStore() ?? ''
  const files = partialFiles(deps)
  const tus = new Server({
    path,
    datastore: files,
    maxSize: paperLimits.fileBytes,
    relativeLocation: true,
    namingFunction: () => newId(),
    // Whatever a browser says of its file is not kept: neither its name nor its type is ever used.
    async onUploadCreate() {
      await refuseBusySender(deps, senderNow())

      return { metadata: { sender: senderNow() } }
    },
    async onIncomingRequest(request, id) {
      if (request.method === 'POST' || request.method === 'OPTIONS') return
      const known = await files.getUpload(id).catch(() => undefined)
      if (known?.metadata?.sender !== senderNow()) throw notFound('Không có tệp đang gửi này.')
    },
    async onUploadFinish(_request, { id }) {
      try {
        await storeUpload(deps, senderNow(), await receiveFile(deps, files.read(id), id))
      } finally {
        // Taken or refused: what was checked lies in quarantine or nowhere, and the pieces are of no more use.
        await files
          .remove(id)
          .catch((error: Error) => deps.log.warn({ error: error.message }, 'pieces were not removed'))
      }

      return {}
    },
    onResponseError: (_request, error) => answerTo(error),
  })
  // Without a listener Node takes an error event for a crash.
  tus.on('error', (error: Error) => deps.log.warn({ error: error.message }, 'resumable upload'))
  tus.on(EVENTS.POST_TERMINATE, () => undefined)

  // The stream goes to the protocol untouched; its length is limited there.
  app.addContentTypeParser('application/offset+octet-stream', (_request, payload, done) => done(null, payload))
  const handle = async (request: FastifyRequest, reply: FastifyReply) => {
    reply.hijack()
    reply.raw.setHeader('cache-control', 'no-store')
    reply.raw.setHeader('x-content-type-options', 'nosniff')
    await senders.run(request.sender, () => tus.handle(request.raw, reply.raw))
  }
  const hidden = { schema: { hide: true } }
  app.post('/uploads/resumable', { ...hidden, config: { rateLimit: { max: 60, timeWindow: '1 minute' } } }, handle)
  app.route({ method: ['HEAD', 'PATCH', 'DELETE'], url: '/uploads/resumable/:id', ...hidden, handler: handle })
}

/** Refusals in the form of all others; what is not a refusal is said in the protocol's own words. */
function answerTo(error: Error | { status_code: number; body: string }) {
  if (error instanceof ProblemError) return { status_code: error.body.status, body: JSON.stringify(error.body) }
  if ('status_code' in error && error.status_code === 413) {
    const body = {
      type: problemTypes.tooLarge,
      status: 413,
      title: 'Tệp quá lớn',
      detail: `Tệp này lớn hơn ${paperLimits.fileBytes / 1_048_576} MB, là mức lớn nhất cho một tệp.`,
    }

    return { status_code: 413, body: JSON.stringify(body) }
  }

  return undefined
}
