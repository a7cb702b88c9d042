import type pg from 'pg'
import { type Actor, mayUse } from '#shared/accounts/policy.ts'
import { checkAnswers } from '#shared/catalogue/check-answers.ts'
import { claimsExemption, feeOf, personsIn } from '#shared/catalogue/fees.ts'
import { papersMissing } from '#shared/catalogue/papers.ts'
import type { ProcedureVersion } from '#shared/catalogue/types.ts'
import { variantOf } from '#shared/catalogue/variant.ts'
import type { Channel, FilingVisit } from '#shared/dossiers/events.ts'
import type { SubmitDossierInput } from '#shared/dossiers/schemas.ts'
import { problemTypes } from '#shared/http/problem.ts'
import { paperLimits } from '#shared/papers/schemas.ts'
import { type Because, type Route, routeDossier } from '#shared/routing/route-dossier.ts'
import { localDayOf } from '#shared/text/format.ts'
import type { Deps } from '../platform/deps.ts'
import { newId } from '../platform/ids.ts'
import { conflict, type FieldProblem, invalid, invalidAnswers, paperRefused } from '../platform/problem.ts'
import { province } from '../platform/reference.ts'
import type { Answers } from './filed-answers.ts'
import { readVisit } from './read-visit.ts'
import { type FiledPaper, readEarlier, reusedPaper } from './reuse-papers.ts'
import type { Tracked } from './tracking-cookie.ts'

/** Who files, and which earlier dossiers they have proved to be theirs. */
export interface Sender {
  /** Whose uploads these are. */
  sender: string
  proved?: readonly Tracked[]
}

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
  papers: FiledPaper[]
  /** Kinds of papers that the officer at the counter saw on paper. */
  papersSeen: string[]
  fee: number
  visit: FilingVisit | undefined
}

/**
 * Checks a filing against the procedure in force today and finds the commune that receives it; where nobody at the
 * screen could say which, the province's own queue.
 *
 * Throws a refusal that names each field: answers, papers, the variant, the number of the line, the place that the law
 * divided and nobody was asked about, or one of another province.
 */
export async function prepareFiling(
  deps: Deps,
  actor: Actor,
  { sender, proved = [] }: Sender,
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
  const unit = receiverOf(routing)
  const staff = actor.kind === 'staff' ? actor : undefined
  const channel: Channel = staff ? (input.channel ?? 'counter') : 'online'
  const variant = variantOf(procedure, answers)
  refuseForeignVariant(procedure, input.variant, variant)
  const papers = await takePapers(deps, sender, proved, input.papers, day)
  if (!staff) refuseMissingPapers(procedure, answers, papers)
  const papersSeen = seenPapers(procedure, actor, input.papersSeen)
  const visit = input.ticket === undefined ? undefined : await readVisit(deps.pool, staff, input.ticket)

  return {
    id: newId(),
    code: await deps.codes.next(at),
    procedure,
    variant,
    channel,
    unit,
    because: routing.because,
    answers,
    papers,
    papersSeen,
    fee: feeOf(procedure, variant, channel, personsIn(answers), claimsExemption(answers)),
    visit,
  }
}

/** The unit whose queue takes the filing; the province's where only a person can say which commune is meant. */
function receiverOf(routing: Route): string {
  if (routing.kind === 'unit') return routing.unit
  if (routing.kind === 'triage') return province.code
  const why = routing.because.at(-1)?.text.vi ?? 'Chưa xác định được công an xã tiếp nhận.'
  if (routing.kind === 'outside') throw invalidAnswers([{ pointer: `#/answers/${routing.field}`, detail: why }])

  throw conflict(problemTypes.unitUndecided, why, {
    current:
      routing.kind === 'ask' ? { kind: 'ask', field: routing.field, options: routing.options } : { kind: routing.kind },
  })
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

/**
 * The papers in the order they were named, with the hash of what was received: the sender's own uploads, and those of
 * earlier dossiers that are used again. The statement that stores checks them again.
 */
async function takePapers(
  deps: Deps,
  sender: string,
  proved: readonly Tracked[],
  asked: SubmitDossierInput['papers'],
  on: string,
): Promise<FiledPaper[]> {
  if (asked.length === 0) return []
  const uploads = await freeUploads(
    deps.pool,
    sender,
    asked.flatMap((paper) => ('uploadId' in paper ? paper.uploadId : [])),
  )
  const earlier = await readEarlier(
    deps,
    proved,
    asked.flatMap((paper) => ('reuse' in paper ? paper.reuse.dossier : [])),
  )
  const judged = asked.map((paper) =>
    'reuse' in paper
      ? reusedPaper(earlier.get(paper.reuse.dossier), paper, on)
      : (takenUpload(uploads.get(paper.uploadId), paper.kind) ?? {
          refusal: 'Tệp này không có trên máy chủ, đã dùng cho hồ sơ khác, hoặc không đọc được. Hãy gửi lại tệp.',
        }),
  )
  const errors = judged.flatMap((paper, index): FieldProblem[] =>
    'refusal' in paper
      ? [
          {
            pointer: `#/papers/${index}/${'reuse' in (asked[index] ?? {}) ? 'reuse' : 'uploadId'}`,
            detail: paper.refusal,
          },
        ]
      : [],
  )
  const named = asked.map((paper) => ('reuse' in paper ? paper.reuse.paper : paper.uploadId))
  if (new Set(named).size !== named.length) errors.push({ pointer: '#/papers', detail: 'Một tệp được nêu hai lần.' })
  if (errors.length > 0) throw paperRefused('Có tệp chưa dùng được, xem từng mục.', 422, errors)
  const papers = judged.flatMap((paper) => ('refusal' in paper ? [] : paper))
  const total = papers.reduce((sum, { bytes }) => sum + bytes, 0)
  if (total > paperLimits.dossierBytes)
    throw paperRefused(`Tổng dung lượng các tệp vượt ${paperLimits.dossierBytes / 1_048_576} MB.`, 413)

  return papers
}

interface StoredUpload {
  id: string
  sha256: string
  bytes: number
  type: string
  isFree: boolean
}

async function freeUploads(pool: pg.Pool, sender: string, ids: string[]): Promise<Map<string, StoredUpload>> {
  if (ids.length === 0) return new Map()
  const { rows } = await pool.query<StoredUpload>(
    `select id, sha256, bytes, type, dossier_id is null and status <> 'refused' as "isFree"
     from uploads where id = any($1) and sender = $2`,
    [ids, sender],
  )

  return new Map(rows.map((row) => [row.id, row]))
}

function takenUpload(upload: StoredUpload | undefined, kind: string): FiledPaper | undefined {
  if (!upload?.isFree) return undefined
  const { id, sha256, bytes, type } = upload

  return { id, kind, sha256, bytes, type }
}

/** At the counter an officer sees the papers; online each needed one must be there. */
function refuseMissingPapers(procedure: ProcedureVersion, answers: Answers, papers: readonly FiledPaper[]) {
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

/** Each kind once. Refused: what anybody but an officer says to have seen, and kinds that the procedure does not ask for. */
function seenPapers(procedure: ProcedureVersion, actor: Actor, seen: readonly string[] = []): string[] {
  const mayReceive = actor.kind === 'staff' && mayUse(actor, 'file_at_counter')
  if (!mayReceive && seen.length > 0)
    throw invalid([{ pointer: '#/papersSeen', detail: 'Chỉ cán bộ tiếp nhận mới ghi được giấy tờ đã xem bản giấy.' }])
  const unknown = seen.flatMap((kind, index) =>
    procedure.papers.some((paper) => paper.kind === kind)
      ? []
      : [
          {
            pointer: `#/papersSeen/${index}`,
            detail: `Thủ tục này không có loại giấy tờ “${kind}”. Hãy tải lại trang.`,
          },
        ],
  )
  if (unknown.length > 0) throw invalid(unknown)

  return [...new Set(seen)]
}
