import { and, eq, inArray, isNull, ne } from 'drizzle-orm'
import { dossierAnswers, dossierPeople, dossiers } from '#db/schema/dossiers.ts'
import { papers, uploads } from '#db/schema/papers.ts'
import { checkAnswers } from '#shared/catalogue/check-answers.ts'
import type { PaperMention, SupplementItem } from '#shared/dossiers/events.ts'
import type { AnswerSupplementInput } from '#shared/dossiers/schemas.ts'
import { localDayOf } from '#shared/text/format.ts'
import type { Tx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { type FieldProblem, invalidAnswers, paperRefused } from '../platform/problem.ts'
import { communeQueue, consentsQueue } from '../platform/queues.ts'
import { blindIndex } from '../platform/sealing.ts'
import { changeDossier, type Seen, type Target } from './change-dossier.ts'
import { openSupplementOf } from './dossier-parts.ts'
import { readAnswers, sealAnswers } from './filed-answers.ts'
import { namedPeople } from './named-people.ts'

/**
 * The resident sends what was asked: exactly those papers and answers, nothing else may change. The clock runs on.
 *
 * Every asked item must be answered: half a supplement would only bring a second request.
 */
export function answerSupplement(
  deps: Deps,
  target: Target,
  sender: string,
  input: AnswerSupplementInput,
): Promise<string> {
  return changeDossier(deps, target, 'answer_supplement', async (seen) => {
    const asked = openSupplementOf(seen.dossier.state, seen.events)?.items ?? []
    refuseMissing(asked, input)
    const mended = await mendedAnswers(deps, seen, asked, input.answers ?? {})
    const mentions = await takePapers(seen.tx, seen.dossier.id, sender, input.papers)

    return {
      action: 'answer_supplement',
      data: { answersSha256: mended?.sha256 ?? null, papers: mentions, note: input.note?.trim() || null },
      also: async (tx) => {
        if (mentions.length > 0) {
          await tx.insert(papers).values(
            mentions.map(({ id, kind }) => ({
              id,
              dossierId: seen.dossier.id,
              kind,
              round: seen.dossier.supplements + 1,
            })),
          )
        }
        if (mended) await mended.write(tx)
      },
      // By what it is found has changed with the answers, and whoever agreed has agreed to others.
      ...(mended && {
        promises: [
          { topic: 'index', queue: communeQueue(seen.dossier.unitCode), dossierId: seen.dossier.id },
          { topic: 'ask_consents', queue: consentsQueue, dossierId: seen.dossier.id },
        ],
      }),
    }
  })
}

function refuseMissing(asked: readonly SupplementItem[], input: AnswerSupplementInput) {
  const answers = input.answers ?? {}
  const errors = [
    ...asked.flatMap(({ subject, subjectKind }): FieldProblem[] => {
      if (subjectKind === 'paper') {
        return input.papers.some(({ kind }) => kind === subject)
          ? []
          : [{ pointer: '#/papers', detail: `Còn thiếu giấy tờ được yêu cầu (${subject}).` }]
      }

      return topOf(subject) in answers
        ? []
        : [{ pointer: `#/answers/${topOf(subject)}`, detail: 'Mục này được yêu cầu ghi lại.' }]
    }),
    ...Object.keys(answers).flatMap((name): FieldProblem[] =>
      asked.some(({ subject, subjectKind }) => subjectKind === 'answer' && topOf(subject) === name)
        ? []
        : [{ pointer: `#/answers/${name}`, detail: 'Mục này không được yêu cầu bổ sung, nên không đổi được.' }],
    ),
  ]
  if (errors.length > 0) throw invalidAnswers(errors)
}

/** `members/1/identity` is asked of `members`: lists are answered whole. */
const topOf = (subject: string) => subject.split('/')[0] ?? subject

async function mendedAnswers(
  deps: Deps,
  { tx, dossier }: Seen,
  asked: readonly SupplementItem[],
  changes: Record<string, unknown>,
) {
  if (!asked.some(({ subjectKind }) => subjectKind === 'answer')) return undefined
  const procedure = deps.reference.version(dossier.procedure, dossier.procedureVersion)
  const before = await readAnswers(tx, deps.keys, dossier.id)
  const checked = checkAnswers(
    procedure,
    { ...before.answers, ...changes },
    {
      on: localDayOf(dossier.filedAt),
      allowDemoIdentities: !deps.config.isProduction,
    },
  )
  if (!checked.ok)
    throw invalidAnswers(
      checked.errors.map(({ path, message }) => ({ pointer: ['#', 'answers', ...path].join('/'), detail: message.vi })),
    )
  const number = before.number + 1
  const { sealed, sha256 } = sealAnswers(deps.keys, dossier.id, number, {
    answers: checked.answers,
    contact: before.contact,
  })
  const people = namedPeople(procedure, checked.answers)

  return {
    sha256,
    async write(inside: Tx) {
      await inside.insert(dossierAnswers).values({ dossierId: dossier.id, number, sealed, sha256 })
      await inside.delete(dossierPeople).where(eq(dossierPeople.dossierId, dossier.id))
      await inside.insert(dossierPeople).values(
        people.map(({ place, name, identity }) => ({
          dossierId: dossier.id,
          place,
          name,
          identityIndex: identity ? blindIndex(deps.keys.index, identity) : null,
        })),
      )
      await inside
        .update(dossiers)
        .set({ applicantName: people[0]?.name ?? dossier.applicantName })
        .where(eq(dossiers.id, dossier.id))
    },
  }
}

/** Takes the sender's free uploads for this dossier, in its transaction. */
async function takePapers(
  tx: Tx,
  dossierId: string,
  sender: string,
  asked: AnswerSupplementInput['papers'],
): Promise<PaperMention[]> {
  if (asked.length === 0) return []
  const taken = await tx
    .update(uploads)
    .set({ dossierId })
    .where(
      and(
        inArray(
          uploads.id,
          asked.map(({ uploadId }) => uploadId),
        ),
        eq(uploads.sender, sender),
        isNull(uploads.dossierId),
        ne(uploads.status, 'refused'),
      ),
    )
    .returning({ id: uploads.id, sha256: uploads.sha256, bytes: uploads.bytes, type: uploads.type })
  if (taken.length !== asked.length) {
    const known = new Set(taken.map(({ id }) => id))
    throw paperRefused(
      'Có tệp chưa dùng được, hãy gửi lại tệp đó.',
      422,
      asked.flatMap(({ uploadId }, index) =>
        known.has(uploadId)
          ? []
          : [
              {
                pointer: `#/papers/${index}/uploadId`,
                detail: 'Tệp này không có trên máy chủ hoặc đã dùng cho hồ sơ khác.',
              },
            ],
      ),
    )
  }

  return asked.flatMap(({ kind, uploadId }) => {
    const upload = taken.find(({ id }) => id === uploadId)

    return upload ? [{ ...upload, kind }] : []
  })
}
