import { may, type StaffActor } from '#shared/accounts/policy.ts'
import { answerSections } from '#shared/catalogue/answer-rows.ts'
import { consentsNeeded } from '#shared/catalogue/consents.ts'
import { papersNeeded } from '#shared/catalogue/papers.ts'
import { requestText } from '#shared/catalogue/request-text.ts'
import { findVariant, officersVariants } from '#shared/catalogue/variant.ts'
import type { DossierView } from '#shared/dossiers/dossier-view.ts'
import { eventNote, eventSentence } from '#shared/dossiers/event-sentences.ts'
import type { DossierEvent } from '#shared/dossiers/events.ts'
import { allowedActions, isQuiet } from '#shared/dossiers/transitions.ts'
import { becauseNow } from '#shared/routing/because-now.ts'
import { localDayOf } from '#shared/text/format.ts'
import { policeOf } from '#shared/units/unit-names.ts'
import type { Deps } from '../platform/deps.ts'
import { newId } from '../platform/ids.ts'
import { notFound } from '../platform/problem.ts'
import { asSubject, type Dossier } from './change-dossier.ts'
import { clockAt } from './clock-columns.ts'
import { toClockView } from './clock-view.ts'
import { papersSeenIn } from './document-facts.ts'
import {
  type DocumentRow,
  documentViews,
  openAgencyCheckOf,
  openSupplementOf,
  type PaperRow,
  paperViews,
} from './dossier-parts.ts'
import { readEvent } from './event-chain.ts'
import { extensionOf, letterOf } from './extension-view.ts'
import { openAnswers } from './filed-answers.ts'

/** A row of `desk_read_dossier`. */
export type StoredDossier = SeenDossier & {
  /** An event on each line. */
  log: string
  answersNumber: number
  sealedAnswers: Buffer
  papers: PaperRow[]
  documents: DocumentRow[]
}

type SeenDossier = Pick<
  Dossier,
  | 'id'
  | 'code'
  | 'procedure'
  | 'procedureVersion'
  | 'variant'
  | 'channel'
  | 'unitCode'
  | 'state'
  | 'version'
  | 'applicantName'
  | 'routing'
  | 'fee'
  | 'holderId'
  | 'holderName'
  | 'filedAt'
  | 'acceptedAt'
  | 'endedAt'
  | 'isEnded'
  | 'supplements'
>

/** The arguments of `desk_read_dossier` after scope and code. */
export const lookOf = (deps: Pick<Deps, 'now'>, { accountId, unit }: StaffActor, purpose: string) =>
  [newId(), deps.now(), accountId, unit, purpose] as const

/**
 * The whole dossier for staff of its unit, or of the province above it. That somebody looked is recorded with it.
 *
 * A dossier of another unit and one that does not exist are the same 404.
 */
export async function readDossier(
  deps: Deps,
  actor: StaffActor,
  code: string,
  purpose = 'xử lý hồ sơ',
): Promise<DossierView> {
  const { rows } = await deps.pool.query<StoredDossier>({
    name: 'read-dossier',
    text: 'select * from desk_read_dossier($1, $2, $3, $4, $5, $6, $7)',
    values: [actor.units.join(), code, ...lookOf(deps, actor, purpose)],
  })
  const [dossier] = rows
  if (!dossier || !may(actor, 'read', asSubject(dossier))) throw notFound()

  return viewFor(deps, actor, dossier)
}

/** What this person sees of a dossier that was read for the own scope. */
export function viewFor(deps: Deps, actor: StaffActor, dossier: StoredDossier): DossierView {
  const procedure = deps.reference.version(dossier.procedure, dossier.procedureVersion)
  const events = dossier.log.split('\n').map(readEvent)
  const filed = openAnswers(deps.keys, dossier.id, dossier.answersNumber, dossier.sealedAnswers)
  const papers = paperViews(deps, dossier.papers, dossier, procedure, events)
  const now = deps.now()
  const read = clockAt(deps, events, now)
  const variant = findVariant(procedure, dossier.variant)
  const filedOn = localDayOf(dossier.filedAt)

  return {
    code: dossier.code,
    procedure: { code: procedure.code, version: procedure.version, name: procedure.name },
    variant: variant ? { id: variant.id, name: variant.name } : null,
    variants: officersVariants(procedure).map(({ id, name }) => ({ id, name })),
    state: dossier.state,
    unit: deps.reference.unitName(dossier.unitCode),
    channel: dossier.channel,
    version: dossier.version,
    applicantName: dossier.applicantName,
    contact: filed.contact,
    sections: answerSections(procedure, filed.answers, { on: filedOn, directory: deps.reference.directory() }),
    requestText: requestText(procedure, filed.answers, { on: filedOn, directory: deps.reference.directory() }),
    fee: dossier.fee,
    paid: events.some(({ action }) => action === 'record_payment'),
    papers,
    papersNeeded: papersNeeded(procedure, filed.answers).map(({ kind, name }) => ({
      kind,
      name,
      received: papers.some((paper) => paper.kind === kind && paper.status !== 'refused'),
      ...(papersSeenIn(events).includes(kind) && { seen: true }),
    })),
    consents: consentsNeeded(procedure, filed.answers, filedOn).map(({ from }) => ({ from })),
    because: becauseNow(dossier.routing, events, deps.reference.unitName),
    filedAt: dossier.filedAt,
    acceptedAt: dossier.acceptedAt,
    dueAt: read.clock?.dueAt ?? null,
    endedAt: dossier.endedAt,
    standing: read.clock?.standing ?? null,
    clock: toClockView(read, dossier.acceptedAt),
    extension: extensionOf(events, read),
    letter: letterOf(events, read, now),
    agencyCheck: openAgencyCheckOf(events, dossier.isEnded),
    holder: dossier.holderId && dossier.holderName ? { id: dossier.holderId, name: dossier.holderName } : null,
    supplements: dossier.supplements,
    supplement: openSupplementOf(dossier.state, events),
    proposal: proposalOf(events),
    documents: documentViews(dossier.documents, dossier),
    events: events.map((event) => {
      const note = eventNote(event)

      return {
        seq: event.seq,
        action: event.action,
        occurredAt: event.occurredAt,
        recordedAt: event.recordedAt,
        text: eventSentence(event, { unitTitle: (unit) => policeOf(deps.reference.unitName(unit)) }),
        ...(event.actor.kind === 'staff' && { by: event.actor.name }),
        ...(note && { note }),
      }
    }),
    allowed: allowedFor(actor, dossier),
  }
}

/** The latest proposal that was neither decided nor sent back. */
function proposalOf(events: readonly DossierEvent[]): DossierView['proposal'] {
  const last = events.findLast(
    ({ action }) => action === 'propose' || action === 'send_back' || action === 'resolve' || action === 'refuse',
  )
  if (last?.action !== 'propose') return null

  return {
    outcome: last.data.outcome,
    clause: last.data.clause,
    note: last.data.note,
    at: last.occurredAt,
    by: last.actor.kind === 'staff' ? last.actor.name : '',
  }
}

/** What this person may do now, by the transition table and the policy; a dossier in other hands allows nothing but to ask. */
function allowedFor(actor: StaffActor, dossier: SeenDossier): DossierView['allowed'] {
  const isInOtherHands = dossier.holderId !== null && dossier.holderId !== actor.accountId

  return allowedActions(dossier.state)
    .filter((action) => !isQuiet(action) && may(actor, action, asSubject(dossier)))
    .filter((action) => {
      if (action === 'claim') return dossier.holderId === null
      if (action === 'release') return dossier.holderId !== null && (!isInOtherHands || actor.role === 'commander')

      return !isInOtherHands || actor.role === 'commander'
    })
}
