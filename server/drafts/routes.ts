import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import {
  draftContent,
  draftKey,
  draftOpeningInput,
  draftSaved,
  draftView,
  handoverView,
} from '#shared/drafts/schemas.ts'
import type { Deps } from '../platform/deps.ts'
import { refusals } from '../platform/problem.ts'
import { tagVersion, versionOf } from '../platform/versions.ts'
import { eraseDraft } from './erase-draft.ts'
import { offerDraft } from './offer-draft.ts'
import { openDraft } from './open-draft.ts'
import { saveDraft } from './save-draft.ts'

const params = z.strictObject({ id: z.uuid() })
const headers = z.object({ 'x-draft-key': draftKey })
const perMinute = (max: number) => ({ rateLimit: { max, timeWindow: '1 minute' } })

/** Unfinished dossiers of residents. Needs `request.sender`; whoever has the key of a draft writes it. */
export const draftRoutes: FastifyPluginAsyncZod<{ deps: Pick<Deps, 'pool' | 'keys'> }> = async (app, { deps }) => {
  app.put(
    '/drafts/:id',
    {
      config: perMinute(120),
      schema: {
        tags: ['drafts'],
        summary: 'Keep an unfinished dossier; If-Match carries the version known, none for the first save',
        params,
        headers,
        body: draftContent,
        response: { 200: draftSaved, ...refusals },
      },
    },
    async (request, reply) => {
      const saved = await saveDraft(deps, {
        id: request.params.id,
        key: request.headers['x-draft-key'],
        sender: request.sender,
        content: request.body,
        basedOn: versionOf(request) ?? 0,
      })
      tagVersion(reply, saved.version)

      return saved
    },
  )

  app.delete(
    '/drafts/:id',
    {
      schema: {
        tags: ['drafts'],
        summary: 'Take an unfinished dossier off the server',
        params,
        headers,
        response: { 204: z.null(), ...refusals },
      },
    },
    async (request, reply) => {
      await eraseDraft(deps, request.params.id, request.headers['x-draft-key'])

      return reply.code(204).send(null)
    },
  )

  app.post(
    '/drafts/:id/handovers',
    {
      config: perMinute(10),
      schema: {
        tags: ['drafts'],
        summary: 'A code and a one-time password with which another device may go on',
        params,
        headers,
        response: { 201: handoverView, ...refusals },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await offerDraft(deps, request.params.id, request.headers['x-draft-key'])),
  )

  app.post(
    '/draft-openings',
    {
      // By address: forty bits of code are not guessed at this pace.
      config: perMinute(20),
      schema: {
        tags: ['drafts'],
        summary: 'Go on with an unfinished dossier on this device; `x-draft-key` becomes its key',
        headers,
        body: draftOpeningInput,
        response: { 200: draftView, ...refusals },
      },
    },
    async (request, reply) => {
      const opened = await openDraft(
        deps,
        { key: request.headers['x-draft-key'], sender: request.sender },
        request.body,
      )
      tagVersion(reply, opened.version)

      return opened
    },
  )
}
