import type pg from 'pg'
import type { Actor } from '#shared/accounts/policy.ts'
import { checkAnswers } from '#shared/catalogue/check-answers.ts'
import { claimsExemption, feeOf, personsIn } from '#shared/catalogue/fees.ts'
import { papersMissing } from '#shared/catalogue/papers.ts'
import type { ProcedureVersion } from '#shared/catalogue/types.ts'
import { variantOf } from '#shared/catalogue/variant.ts'
import type { Channel, PaperMention } from '#shared/dossiers/events.ts'
import type { SubmitDossierInput } from '#shared/dossiers/schemas.ts'
import { problemTypes } from '#shared/http/problem.ts'
import { paperLimits } from '#shared/papers/schemas.ts'
import { type Because, routeDossier } from '#shared/routing/route-dossier.ts'
import { localDayOf } from '#shared/text/format.ts'
import type { Deps } from '../platform/deps.ts'
import { newId } from '../platform/ids.ts'
import { conflict, type FieldProblem, invalid, invalidAnswers, paperRefused } from '../platform/problem.ts'
import type { Answers } from './filed-answers.ts'

/** A filing, checked and routed, ready to be stored. */
export interface Filing {
  id: string
  code: string
  procedure: ProcedureVersion
  variant: string | null
  channel: Channel
  unit: string
  because: Because[]
  answers: Answers
  papers: PaperMention[]
  fee: number
}

/**
 * Checks a filing against the procedure in force today and finds the commune that receives it.
 *
 * Throws a refusal that names each field: answers, papers, the variant, or the place that the law divided.
 */
export async function prepareFiling(
  deps: Deps,
  actor: Actor,
  sender: string,
  input: SubmitDossierInput,
  at: Date,
): Promise<Filing> {
  const day = localDayOf(at)
  const procedure = deps.reference.procedure(input.procedure, day)
  if (!procedure) throw invalid([{ pointer: '#/procedure', detail: 'Thủ tục này không còn hiệu lực.' }])
  if (input.procedureVersion && input.procedureVersion !== procedure.version) {
    throw conflict(
      problemTypes.procedureChanged,
      `Mẫu câu hỏi của thủ tục này đã đổi từ ngày ${procedure.version}. Hãy tải lại trang; những gì đã nhập vẫn còn.`,
      { current: { version: procedure.version } },
    )
  }
  const answers = checkedAnswers(deps, procedure, input.answers, day)
  const routing = routeDossier(procedure, answers, deps.reference.directory(), at)
  if (routing.kind !== 'unit') {
    throw conflict(
      problemTypes.unitUndecided,
      routing.because.at(-1)?.text.vi ?? 'Chưa xác định được công an xã tiếp nhận.',
      {
        current:
          routing.kind === 'ask' ? { kind: 'ask', field: routing.field, options: routing.options } : { kind: 'triage' },
      },
    )
  }
  const staff = actor.kind === 'staff' ? actor : undefined
  const channel: Channel = staff ? (input.channel ?? 'counter') : 'online'
  const variant = variantOf(procedure, answers)
  refuseForeignVariant(procedure, input.variant, variant)
  const papers = await takePapers(deps.pool, sender, input.papers)
  if (!staff) refuseMissingPapers(procedure, answers, papers)

  return {
    id: newId(),
    code: await deps.codes.next(at),
    procedure,
    variant,
    channel,
    unit: routing.unit,
    because: routing.because,
    answers,
    papers,
    fee: feeOf(procedure, variant, channel, personsIn(answers), claimsExemption(answers)),
  }
}

function checkedAnswers(deps: Pick<Deps, 'config'>, procedure: ProcedureVersion, raw: Answers, on: string): Answers {
  const checked = checkAnswers(procedure, raw, { on, allowDemoIdentities: !deps.config.isProduction })
  if (checked.ok) return checked.answers

  throw invalidAnswers(
    checked.errors.map(({ path, message }) => ({ pointer: ['#', 'answers', ...path].join('/'), detail: message.vi })),
  )
}

/** A variant that the answers decide is not the filer's to choose; others are the officer's, at acceptance. */
function refuseForeignVariant(procedure: ProcedureVersion, asked: string | undefined, decided: string | null) {
  if (asked === undefined || asked === decided) return
  throw invalid([
    {
      pointer: '#/variant',
      detail: procedure.variants.some(({ id }) => id === asked)
        ? 'Trường hợp này do câu trả lời hoặc do cán bộ quyết định.'
        : 'Thủ tục này không có trường hợp đó.',
    },
  ])
}

/** The sender's own uploads, with the hash of what was received; the statement that stores checks them again. */
async function takePapers(pool: pg.Pool, sender: string, asked: SubmitDossierInput['papers']): Promise<PaperMention[]> {
  if (asked.length === 0) return []
  const { rows } = await pool.query<{ id: string; sha256: string; bytes: number; type: string; is_free: boolean }>(
    `select id, sha256, bytes, type, dossier_id is null and status <> 'refused' as is_free from uploads where id = any($1) and sender = $2`,
    [asked.map(({ uploadId }) => uploadId), sender],
  )
  const known = new Map(rows.map((row) => [row.id, row]))
  const errors = asked.flatMap(({ uploadId }, index): FieldProblem[] =>
    known.get(uploadId)?.is_free
      ? []
      : [
          {
            pointer: `#/papers/${index}/uploadId`,
            detail: 'Tệp này không có trên máy chủ, đã dùng cho hồ sơ khác, hoặc không đọc được. Hãy gửi lại tệp.',
          },
        ],
  )
  if (new Set(asked.map(({ uploadId }) => uploadId)).size !== asked.length) {
    errors.push({ pointer: '#/papers', detail: 'Một tệp được nêu hai lần.' })
  }
  if (errors.length > 0) throw paperRefused('Có tệp chưa dùng được, xem từng mục.', 422, errors)
  const total = rows.reduce((sum, { bytes }) => sum + bytes, 0)
  if (total > paperLimits.dossierBytes)
    throw paperRefused(`Tổng dung lượng các tệp vượt ${paperLimits.dossierBytes / 1_048_576} MB.`, 413)

  return asked.flatMap(({ kind, uploadId }) => {
    const row = known.get(uploadId)

    return row ? [{ id: uploadId, kind, sha256: row.sha256, bytes: row.bytes, type: row.type }] : []
  })
}

/** At the counter an officer sees the papers; online each needed one must be there. */
function refuseMissingPapers(procedure: ProcedureVersion, answers: Answers, papers: readonly PaperMention[]) {
  const missing = papersMissing(
    procedure,
    answers,
    papers.map(({ kind }) => kind),
  )
  const unknown = papers.flatMap(({ kind }, index) =>
    procedure.papers.some((paper) => paper.kind === kind) ? [] : [{ kind, index }],
  )
  if (missing.length === 0 && unknown.length === 0) return
  throw paperRefused('Giấy tờ kèm theo chưa đúng, xem từng mục.', 422, [
    ...missing.map(({ name }) => ({ pointer: '#/papers', detail: `Còn thiếu: ${name.vi}.` })),
    ...unknown.map(({ kind, index }) => ({
      pointer: `#/papers/${index}/kind`,
      detail: `Thủ tục này không có loại giấy tờ “${kind}”.`,
    })),
  ])
}
