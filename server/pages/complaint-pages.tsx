import { randomUUID } from 'node:crypto'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { complaintText, fileComplaintInput } from '#shared/complaints/schemas.ts'
import { complaintTexts as texts } from '#shared/i18n/complaints.ts'
import { ComplaintsPage, type ComplaintsPageProps } from '#web/pages/complaints-page.tsx'
import { changeComplaint } from '../complaints/change-complaint.ts'
import { fileComplaint } from '../complaints/file-complaint.ts'
import { ownComplaints } from '../complaints/list-complaints.ts'
import { trackDossier } from '../dossiers/track-dossier.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/problem.ts'
import { sha256 } from '../platform/sealing.ts'
import type { BuiltWeb } from './assets.ts'
import { pageContext, queryWord } from './page-context.ts'
import { sendPage } from './send-page.ts'
import { provedOr } from './tracking-pages.tsx'

const word = z.string().check(z.maxLength(40))
const words = z.string().check(z.maxLength(5000))
const newForm = z.strictObject({ key: z.uuid(), kind: z.optional(word), topic: word, text: z.optional(words) })
const stepForm = z.strictObject({ text: z.optional(words), satisfied: z.optional(z.enum(['yes', 'no'])) })

interface CodeParams {
  code: string
}

/** Complaining about a dossier and asking for its data, for whoever proved its key, without scripts. */
export const complaintPages: FastifyPluginAsync<{ deps: Deps; web: BuiltWeb }> = async (app, { deps, web }) => {
  const sendComplaints = async (
    request: FastifyRequest,
    reply: FastifyReply,
    id: string,
    more: Partial<ComplaintsPageProps> = {},
  ) => {
    const [dossier, complaints] = await Promise.all([trackDossier(deps, id), ownComplaints(deps, id)])
    const page = (
      <ComplaintsPage
        context={pageContext(deps, request, reply, web.pages)}
        dossier={dossier}
        complaints={complaints}
        formKey={randomUUID()}
        isSent={queryWord(request, 'da') !== ''}
        {...more}
      />
    )

    return sendPage(reply, page, { isPersonal: true, status: more.problems ? 422 : 200 })
  }
  const back = (request: FastifyRequest, reply: FastifyReply) =>
    reply.redirect(`/ho-so/${encodeURIComponent((request.params as CodeParams).code)}/phan-anh?da=gui`, 303)

  app.get<{ Params: CodeParams }>('/ho-so/:code/phan-anh', { schema: { hide: true } }, async (request, reply) => {
    const id = provedOr(deps, request, reply)

    return id ? sendComplaints(request, reply, id) : reply
  })

  app.post<{ Params: CodeParams; Body: z.output<typeof newForm> }>(
    '/ho-so/:code/phan-anh',
    { schema: { hide: true, body: newForm } },
    async (request, reply) => {
      const id = provedOr(deps, request, reply)
      if (!id) return reply
      const { key, kind = '', topic, text = '' } = request.body
      const complaint = fileComplaintInput.safeParse({ kind, topic, text: text.trim() })
      if (!complaint.success) {
        const wrong = new Set(complaint.error.issues.map(({ path: [field] }) => field))

        return sendComplaints(request, reply, id, {
          formKey: key,
          typed: { kind, topic, text },
          problems: [
            ...(wrong.has('kind') ? [{ message: texts.needKind, field: 'kind' as const }] : []),
            ...(wrong.has('text') ? [{ message: texts.needText, field: 'text' as const }] : []),
          ],
        })
      }
      const route = 'POST complaint'
      await fileComplaint(deps, id, complaint.data, {
        actor: `dossier:${id}`,
        route,
        key,
        bodySha256: sha256(`${route} ${key}`),
      })

      return back(request, reply)
    },
  )

  app.post<{ Params: CodeParams & { id: string }; Body: z.output<typeof stepForm> }>(
    '/ho-so/:code/phan-anh/:id',
    { schema: { hide: true, body: stepForm, params: z.strictObject({ code: word, id: z.uuid() }) } },
    async (request, reply) => {
      const dossier = provedOr(deps, request, reply)
      if (!dossier) return reply
      const { satisfied, text = '' } = request.body
      const who = { scope: { dossier }, name: null }
      try {
        if (satisfied) {
          const isSatisfied = satisfied === 'yes'
          await changeComplaint(deps, who, request.params.id, { action: 'rate', text: satisfied, isSatisfied })
        } else if (complaintText.safeParse(text.trim()).success) {
          await changeComplaint(deps, who, request.params.id, { action: 'add', text })
        } else {
          return sendComplaints(request, reply, dossier, { problems: [{ message: texts.needText, field: 'text' }] })
        }
      } catch (error) {
        // Sent twice, or closed meanwhile: the page shows how it stands.
        if (!(error instanceof ProblemError && error.body.status === 409)) throw error
      }

      return back(request, reply)
    },
  )
}
