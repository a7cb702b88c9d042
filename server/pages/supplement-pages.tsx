import multipart from '@fastify/multipart'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { asAnswers } from '#shared/catalogue/answers.ts'
import { fieldErrorText } from '#shared/catalogue/field-errors.ts'
import type { ProcedureVersion } from '#shared/catalogue/types.ts'
import type { TrackingView } from '#shared/dossiers/schemas.ts'
import { trackingTexts as texts } from '#shared/i18n/tracking.ts'
import type { Bilingual, Language } from '#shared/text/bilingual.ts'
import { localDayOf } from '#shared/text/format.ts'
import type { ErrorsByPath } from '#web/pages/fields/binding.ts'
import { readAnswers } from '#web/pages/fields/read-answers.ts'
import { type AskedItem, SupplementPage } from '#web/pages/supplement-page.tsx'
import { answerSupplement } from '../dossiers/answer-supplement.ts'
import { trackDossier } from '../dossiers/track-dossier.ts'
import { refuseBusySender } from '../papers/receive-upload.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/problem.ts'
import type { BuiltWeb } from './assets.ts'
import { oncePerVersion } from './once-per-version.ts'
import { pageContext } from './page-context.ts'
import { readSupplementForm, type SupplementForm, supplementLimits } from './read-supplement-form.ts'
import { sendPage } from './send-page.ts'
import { afterStep, provedOr } from './tracking-pages.tsx'

interface CodeParams {
  code: string
}

const empty: SupplementForm = { version: 0, note: '', more: '', typed: {}, received: [], fileErrors: new Map() }

/** Sending what was asked for, as one plain form with files. */
export const supplementPages: FastifyPluginAsync<{ deps: Deps; web: BuiltWeb }> = async (app, { deps, web }) => {
  await app.register(multipart, { limits: supplementLimits })

  interface Shown {
    form?: SupplementForm
    errors?: ErrorsByPath
    problem?: Bilingual
  }
  const sendForm = (
    request: FastifyRequest,
    reply: FastifyReply,
    dossier: TrackingView,
    { form = empty, errors = new Map(), problem }: Shown,
  ) => {
    const page = (
      <SupplementPage
        context={pageContext(deps, request, reply, web.pages)}
        dossier={dossier}
        asked={askedItems(versionOf(deps, dossier), dossier)}
        typed={form.typed}
        note={form.note}
        received={form.received}
        errors={errors}
        {...(problem && { problem })}
        units={deps.reference.units()}
        {...(form.more && { roomFor: form.more })}
      />
    )

    return sendPage(reply, page, { status: errors.size > 0 || problem ? 422 : 200, isPersonal: true })
  }

  app.get<{ Params: CodeParams }>('/ho-so/:code/bo-sung', { schema: { hide: true } }, async (request, reply) => {
    const id = provedOr(deps, request, reply)
    if (!id) return reply
    const dossier = await trackDossier(deps, id)
    if (!dossier.supplement) return reply.redirect(`/ho-so/${dossier.code}`, 303)

    return sendForm(request, reply, dossier, {})
  })

  app.post<{ Params: CodeParams }>('/ho-so/:code/bo-sung', { schema: { hide: true } }, async (request, reply) => {
    const id = provedOr(deps, request, reply)
    if (!id) return reply
    await refuseBusySender(deps, request.sender)
    const form = await readSupplementForm(deps, request)
    const dossier = await trackDossier(deps, id)
    const asked = askedItems(versionOf(deps, dossier), dossier)
    const answers = readAnswers(
      asked.flatMap((item) => (item.kind === 'answer' ? [item.field] : [])),
      todaysUnits(deps, form.typed),
    )
    if (dossier.supplement && form.more) return sendForm(request, reply, dossier, { form })
    const errors = missingItems(asked, form, answers, pageContext(deps, request, reply, web.pages).language)
    if (dossier.supplement && errors.size > 0) return sendForm(request, reply, dossier, { form, errors })

    try {
      return await afterStep(request, reply, 'bo-sung', () =>
        answerSupplement(deps, oncePerVersion(request, id, form.version), request.sender, {
          answers,
          papers: form.received.map(({ kind, uploadId }) => ({ kind, uploadId })),
          ...(form.note.trim() && { note: form.note.trim() }),
        }),
      )
    } catch (error) {
      if (!(error instanceof ProblemError && error.body.status === 422)) throw error

      return sendForm(request, reply, dossier, { form: withoutRefusedUploads(form, error), ...refusalOf(error, asked) })
    }
  })
}

/** The questions of a dossier are those in force on the day it was filed. */
const versionOf = (deps: Deps, dossier: TrackingView): ProcedureVersion | undefined =>
  deps.reference.procedure(dossier.procedure.code, localDayOf(dossier.filedAt))

/** What was asked for, once for each paper and each question: `members/1/identity` is asked of the whole list. */
export function askedItems(
  version: ProcedureVersion | undefined,
  { supplement }: Pick<TrackingView, 'supplement'>,
): AskedItem[] {
  const items = new Map<string, AskedItem>()
  const fields = version?.pages.flatMap((page) => page.fields) ?? []
  for (const { subject, subjectKind, message } of supplement?.items ?? []) {
    const key = subjectKind === 'paper' ? subject : (subject.split('/')[0] ?? subject)
    const messages = [...(items.get(`${subjectKind} ${key}`)?.messages ?? []), message]
    const field = fields.find(({ name }) => name === key)
    if (subjectKind === 'paper') {
      const name = version?.papers.find(({ kind }) => kind === key)?.name ?? { vi: key, en: key }
      items.set(`paper ${key}`, { kind: 'paper', key, name, messages })
    } else if (field) {
      items.set(`answer ${key}`, { kind: 'answer', key, name: field.label, field, messages })
    }
  }

  return [...items.values()]
}

/** Everything that is still open, at once: half an answer would only bring a second request. */
function missingItems(
  asked: readonly AskedItem[],
  form: SupplementForm,
  answers: Readonly<Record<string, unknown>>,
  language: Language,
): Map<string, string> {
  const errors = new Map(form.fileErrors)
  for (const item of asked) {
    if (item.kind === 'paper') {
      const hasFile = form.received.some((file) => file.kind === item.key)
      if (!hasFile && !errors.has(item.key)) errors.set(item.key, texts.needFile(item.name[language])[language])
    } else if (answers[item.key] === undefined) {
      errors.set(item.key, fieldErrorText('required', { label: item.name })[language])
    }
  }

  return errors
}

/** The plain list of communes is today's; the contract names the edition too. */
function todaysUnits(deps: Deps, typed: SupplementForm['typed']): SupplementForm['typed'] {
  const edition = deps.reference.directory().newest

  return Object.fromEntries(
    Object.entries(typed).map(([name, value]) => {
      const unit = asAnswers(asAnswers(value)?.unit)

      return [name, unit ? { ...asAnswers(value), unit: { ...unit, edition } } : value]
    }),
  )
}

/** `#/answers/members/1/identity` beside its question; what has no question on this page on top. */
function refusalOf(
  { body }: ProblemError,
  asked: readonly AskedItem[],
): { errors: Map<string, string>; problem?: Bilingual } {
  const errors = new Map<string, string>()
  const others: string[] = []
  for (const { pointer, detail } of body.errors ?? []) {
    const [name = '', ...rest] = pointer?.startsWith('#/answers/') ? pointer.slice('#/answers/'.length).split('/') : []
    if (asked.some(({ kind, key }) => kind === 'answer' && key === name)) errors.set([name, ...rest].join('.'), detail)
    else others.push(detail)
  }
  const text = others.length > 0 ? others.join(' ') : errors.size === 0 ? (body.detail ?? body.title) : undefined

  return { errors, ...(text && { problem: { vi: text, en: text } }) }
}

/** A file that the server does not know any more must be chosen again, not sent along for ever. */
function withoutRefusedUploads(form: SupplementForm, { body }: ProblemError): SupplementForm {
  const refused = new Set(
    (body.errors ?? []).flatMap(({ pointer }) => {
      const [, index] = /^#\/papers\/(\d+)\//.exec(pointer ?? '') ?? []

      return index === undefined ? [] : [Number(index)]
    }),
  )

  return { ...form, received: form.received.filter((_, index) => !refused.has(index)) }
}
