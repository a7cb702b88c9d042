import { asc, eq } from 'drizzle-orm'
import { documents } from '#db/schema/dossiers.ts'
import { papers, uploads } from '#db/schema/papers.ts'
import type { ProcedureVersion } from '#shared/catalogue/types.ts'
import { assistedSentence } from '#shared/dossiers/assisted-by.ts'
import { documentName } from '#shared/dossiers/document-names.ts'
import type { DossierView } from '#shared/dossiers/dossier-view.ts'
import type { DossierEvent, ReusedFrom } from '#shared/dossiers/events.ts'
import type { DocumentView, ReceiptView, TrackingView } from '#shared/dossiers/schemas.ts'
import type { DossierState } from '#shared/dossiers/transitions.ts'
import { roundsOf } from '#shared/papers/papers-to-reuse.ts'
import { reuseSentence } from '#shared/papers/reuse-sentence.ts'
import type { PaperView } from '#shared/papers/schemas.ts'
import type { Bilingual } from '#shared/text/bilingual.ts'
import { policeOf } from '#shared/units/unit-names.ts'
import type { Tx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import type { Dossier } from './change-dossier.ts'

/** A paper as stored. */
export type PaperRow = Pick<PaperView, 'id' | 'kind' | 'sha256' | 'bytes' | 'type' | 'status'> & {
  refusal: string | null
}

/** A document as stored; its instant as text where the database made JSON of it. */
export interface DocumentRow {
  id: string
  form: string
  number: string | null
  sha256: string
  bytes: number
  madeAt: Date | string
}

/** The papers of a dossier in the order they came. */
export const readPapers = (tx: Tx, dossierId: string): Promise<PaperRow[]> =>
  tx
    .select({
      id: papers.id,
      kind: papers.kind,
      sha256: uploads.sha256,
      bytes: uploads.bytes,
      type: uploads.type,
      status: uploads.status,
      refusal: uploads.refusal,
    })
    .from(papers)
    .innerJoin(uploads, eq(uploads.id, papers.id))
    .where(eq(papers.dossierId, dossierId))
    .orderBy(asc(papers.round), asc(papers.id))

/** `href` only for what was found clean; which of them were used again is the log's to say. */
export function paperViews(
  { reference }: Pick<Deps, 'reference'>,
  rows: readonly PaperRow[],
  dossier: Pick<Dossier, 'code'>,
  procedure: ProcedureVersion,
  events: readonly DossierEvent[],
): PaperView[] {
  const mentions = new Map(roundsOf(events).flatMap((round) => round.map((paper) => [paper.id, paper.reusedFrom])))

  return rows.map(({ refusal, ...row }) => {
    const from = mentions.get(row.id)

    return {
      ...row,
      name: paperName(procedure, row.kind),
      ...(refusal && { refusal }),
      ...(row.status === 'clean' && { href: `/api/dossiers/${dossier.code}/papers/${row.id}` }),
      ...(from && { reused: reuseSentence(from, policeOf(reference.unitName(from.verifiedBy.unit))) }),
    }
  })
}

/** The slips and results of a dossier in the order they were made. */
export const readDocuments = (tx: Tx, dossierId: string): Promise<DocumentRow[]> =>
  tx
    .select()
    .from(documents)
    .where(eq(documents.dossierId, dossierId))
    .orderBy(asc(documents.madeAt), asc(documents.form))

export const documentViews = (rows: readonly DocumentRow[], dossier: Pick<Dossier, 'code'>): DocumentView[] =>
  rows.map(({ id, form, number, sha256, bytes, madeAt }) => ({
    id,
    form: form as DocumentView['form'],
    number,
    name: documentName(form as DocumentView['form']),
    sha256,
    bytes,
    madeAt: new Date(madeAt),
    href: `/api/dossiers/${dossier.code}/documents/${id}`,
  }))

/** A paper's name in its procedure; papers that no requirement names keep their kind. */
export const paperName = (procedure: ProcedureVersion, kind: string): Bilingual =>
  procedure.papers.find((paper) => paper.kind === kind)?.name ?? { vi: kind, en: kind }

/** What a filing's answer and its receipt need of the dossier. */
export type FiledDossier = Pick<
  Dossier,
  'id' | 'code' | 'procedure' | 'procedureVersion' | 'state' | 'routing' | 'filedAt' | 'fee'
>

/** What was received at filing, from the log's first event: nothing that came later is on the receipt. */
export function receiptOf(
  deps: Pick<Deps, 'reference'>,
  dossier: FiledDossier,
  events: readonly DossierEvent[],
): ReceiptView {
  const [submit] = events
  if (submit?.action !== 'submit') throw new Error('a log begins with its filing')
  const procedure = deps.reference.version(dossier.procedure, dossier.procedureVersion)

  return {
    code: dossier.code,
    filedAt: dossier.filedAt,
    procedure: { code: procedure.code, name: procedure.name },
    unit: deps.reference.unitName(submit.data.unit),
    ...(submit.data.assistedBy && { assisted: assistedSentence(submit.data.assistedBy) }),
    answersSha256: submit.data.answersSha256,
    papers: submit.data.papers.map(({ kind, sha256, bytes, type, reusedFrom }) => ({
      kind,
      name: receivedName(paperName(procedure, kind), reusedFrom),
      sha256,
      bytes,
      type,
    })),
    fee: dossier.fee,
    pdf: `/api/dossiers/${dossier.code}/receipt.pdf`,
  }
}

/** On a receipt a paper that was used again says where it came from. */
export const receivedName = (name: Bilingual, from: ReusedFrom | undefined): Bilingual =>
  from
    ? {
        vi: `${name.vi} (dùng lại từ hồ sơ ${from.dossier})`,
        en: `${name.en} (used again from dossier ${from.dossier})`,
      }
    : name

/** The request for a supplement that nobody has answered yet. */
export function openSupplementOf(state: DossierState, events: readonly DossierEvent[]): TrackingView['supplement'] {
  if (state !== 'need_supplement') return null
  const asked = events.findLast(({ action }) => action === 'request_supplement')
  if (asked?.action !== 'request_supplement') return null

  return { number: asked.data.number, askedAt: asked.occurredAt, items: asked.data.items }
}

/** The check by another body that has no answer yet; the end of the dossier closes it. */
export function openAgencyCheckOf(events: readonly DossierEvent[], isEnded: boolean): DossierView['agencyCheck'] {
  const last = events.findLast(({ action }) => action === 'begin_agency_check' || action === 'end_agency_check')
  if (isEnded || last?.action !== 'begin_agency_check') return null

  return { ...last.data, since: last.occurredAt }
}
