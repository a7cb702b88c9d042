import { eq } from 'drizzle-orm'
import { accessLog } from '#db/schema/accounts.ts'
import { dossiers } from '#db/schema/dossiers.ts'
import { may, type StaffActor } from '#shared/accounts/policy.ts'
import { answerSections } from '#shared/catalogue/answer-rows.ts'
import { consentsNeeded } from '#shared/catalogue/consents.ts'
import { papersNeeded } from '#shared/catalogue/papers.ts'
import { requestText } from '#shared/catalogue/request-text.ts'
import { findVariant, officersVariants } from '#shared/catalogue/variant.ts'
import { eventSentence } from '#shared/dossiers/event-sentences.ts'
import type { DossierEvent } from '#shared/dossiers/events.ts'
import type { DossierView } from '#shared/dossiers/schemas.ts'
import { allowedActions } from '#shared/dossiers/transitions.ts'
import { localDayOf } from '#shared/text/format.ts'
import { policeOf } from '#shared/units/unit-names.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { newId } from '../platform/ids.ts'
import { notFound } from '../platform/problem.ts'
import { asSubject, type Dossier, readLog } from './change-dossier.ts'
import { clockAt } from './clock-columns.ts'
import { toClockView } from './clock-view.ts'
import { documentViews, openSupplementOf, paperViews } from './dossier-parts.ts'
import { readAnswers } from './filed-answers.ts'

/**
 * The whole dossier for staff of its unit, or of the province above it. That somebody looked is recorded with it.
 *
 * A dossier of another unit and one that does not exist are the same 404.
 */
export function readDossier(
  deps: Deps,
  actor: StaffActor,
  code: string,
  purpose = 'xử lý hồ sơ',
): Promise<DossierView> {
  return withTx(deps.pool, { units: actor.units }, async (tx) => {
    const [dossier] = await tx.select().from(dossiers).where(eq(dossiers.code, code))
    if (!dossier || !may(actor, 'read', asSubject(dossier))) throw notFound()
    const now = deps.now()
    await tx.insert(accessLog).values({
      id: newId(),
      at: now,
      accountId: actor.accountId,
      unitCode: actor.unit,
      dossierId: dossier.id,
      purpose,
    })

    const procedure = deps.reference.version(dossier.procedure, dossier.procedureVersion)
    const events = await readLog(tx, dossier.id)
    const filed = await readAnswers(tx, deps.keys, dossier.id)
    const papers = await paperViews(tx, dossier, procedure)
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
      })),
      consents: consentsNeeded(procedure, filed.answers, filedOn).map(({ from }) => ({ from })),
      because: dossier.routing,
      filedAt: dossier.filedAt,
      acceptedAt: dossier.acceptedAt,
      dueAt: read.clock?.dueAt ?? null,
      endedAt: dossier.endedAt,
      standing: read.clock?.standing ?? null,
      clock: toClockView(read, dossier.acceptedAt),
      holder: dossier.holderId && dossier.holderName ? { id: dossier.holderId, name: dossier.holderName } : null,
      supplements: dossier.supplements,
      supplement: openSupplementOf(dossier.state, events),
      proposal: proposalOf(events),
      documents: await documentViews(tx, dossier),
      events: events.map((event) => ({
        seq: event.seq,
        action: event.action,
        occurredAt: event.occurredAt,
        recordedAt: event.recordedAt,
        text: eventSentence(event, { unitTitle: (unit) => policeOf(deps.reference.unitName(unit)) }),
        ...(event.actor.kind === 'staff' && { by: event.actor.name }),
      })),
      allowed: allowedFor(actor, dossier),
    }
  })
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
function allowedFor(actor: StaffActor, dossier: Dossier): DossierView['allowed'] {
  const isInOtherHands = dossier.holderId !== null && dossier.holderId !== actor.accountId

  return allowedActions(dossier.state)
    .filter((action) => action !== 'deliver' && may(actor, action, asSubject(dossier)))
    .filter((action) => {
      if (action === 'claim') return dossier.holderId === null
      if (action === 'release') return dossier.holderId !== null && (!isInOtherHands || actor.role === 'commander')

      return !isInOtherHands || actor.role === 'commander'
    })
}
