import type { DossierView } from '#shared/dossiers/dossier-view.ts'
import type { RequestSupplementInput } from '#shared/dossiers/step-schemas.ts'
import { supplementMessage, supplementReasons } from '#shared/dossiers/supplement-reasons.ts'
import type { Bilingual } from '#shared/text/bilingual.ts'

/** One thing that may be asked for again: a paper or an answer, and what the dossier has of it. */
export interface Subject {
  subject: string
  subjectKind: 'paper' | 'answer'
  name: Bilingual
  /** The answer as it stands, or whether the paper came. */
  present: string
  isMissing: boolean
  warning?: string
  /** Where a paper that came can be looked at. */
  href?: string
}

/** A row of the checklist while it is being filled in. */
export interface ChecklistRow {
  ticked: boolean
  reason: string
  message: string
}

/**
 * Everything that a complete request walks over: the papers that are needed, other papers that came, every answer.
 * A request may be made once, so what is not looked at now cannot be asked for later.
 */
export function subjectsOf(dossier: Pick<DossierView, 'papers' | 'papersNeeded' | 'sections'>): Subject[] {
  const needed = dossier.papersNeeded.map(
    ({ kind, name, received }): Subject => ({
      subject: kind,
      subjectKind: 'paper',
      name,
      isMissing: !received,
      present: received ? 'đã nhận' : 'chưa có',
      ...lookAt(dossier, kind),
    }),
  )
  const neededKinds = new Set(dossier.papersNeeded.map(({ kind }) => kind))
  const others = new Map(
    dossier.papers.filter(({ kind }) => !neededKinds.has(kind)).map(({ kind, name }) => [kind, name]),
  )
  const extra = [...others].map(
    ([kind, name]): Subject => ({
      subject: kind,
      subjectKind: 'paper',
      name,
      isMissing: false,
      present: 'đã nhận, không bắt buộc',
      ...lookAt(dossier, kind),
    }),
  )
  const answers = dossier.sections.flatMap(({ rows }) =>
    rows.map(
      ({ path, label, value, warning }): Subject => ({
        subject: path,
        subjectKind: 'answer',
        name: label,
        isMissing: false,
        present: value.vi || 'để trống',
        ...(warning && { warning: warning.vi }),
      }),
    ),
  )

  return [...needed, ...extra, ...answers]
}

function lookAt({ papers }: Pick<DossierView, 'papers'>, kind: string): { href?: string } {
  const href = papers.findLast((paper) => paper.kind === kind && paper.href)?.href

  return href ? { href: `${href}?inline=1` } : {}
}

/** What a row starts from: a missing paper is ticked with its reason, all else waits for the officer's eye. */
export function startingRow({ name, subjectKind, isMissing }: Subject): ChecklistRow {
  const reason = reasonsFor(subjectKind).find(({ code }) =>
    isMissing ? code === 'paper-missing' : code !== 'paper-missing',
  )

  return { ticked: isMissing, reason: reason?.code ?? '', message: reason ? supplementMessage(reason, name).vi : '' }
}

export const reasonsFor = (kind: Subject['subjectKind']) => supplementReasons.filter((reason) => reason.for === kind)

/** The ready sentence of a reason, about this subject. */
export function messageFor(reasonCode: string, { name }: Subject): string {
  const reason = supplementReasons.find(({ code }) => code === reasonCode)

  return reason ? supplementMessage(reason, name).vi : ''
}

/** The request that the ticked rows make. */
export function itemsOf(subjects: readonly Subject[], rows: readonly ChecklistRow[]): RequestSupplementInput['items'] {
  return subjects.flatMap(({ subject, subjectKind }, index) => {
    const row = rows[index]
    if (!row?.ticked) return []

    return [{ subject, subjectKind, reason: row.reason, message: row.message.trim() }]
  })
}
