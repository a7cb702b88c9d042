import { eq } from 'drizzle-orm'
import { dossiers } from '#db/schema/dossiers.ts'
import { eventSentence } from '#shared/dossiers/event-sentences.ts'
import type { TrackingView } from '#shared/dossiers/schemas.ts'
import { nextState } from '#shared/dossiers/transitions.ts'
import { whereItStands } from '#shared/dossiers/where-it-stands.ts'
import { becauseNow } from '#shared/routing/because-now.ts'
import { policeOf } from '#shared/units/unit-names.ts'
import { one, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { wrongTrackingKey } from '../platform/problem.ts'
import { province } from '../platform/reference.ts'
import { trackingHash } from '../platform/tracking-key.ts'
import { readLog } from './change-dossier.ts'
import { clockAt } from './clock-columns.ts'
import { toClockView } from './clock-view.ts'
import { documentViews, openSupplementOf, paperViews, readDocuments, readPapers, receiptOf } from './dossier-parts.ts'
import { extensionOf } from './extension-view.ts'

/**
 * The dossier of a code, once its tracking key is proved. An unknown code and a wrong key are one and the same
 * answer, after the same work.
 */
export async function findTracked({ pool }: Pick<Deps, 'pool'>, code: string, key: string): Promise<string> {
  const { rows } = await pool.query<{ id: string | null }>('select desk_find_tracked($1, $2) as id', [
    code.trim().toUpperCase(),
    trackingHash(key),
  ])
  const id = rows[0]?.id
  if (!id) throw wrongTrackingKey()

  return id
}

/** What the resident sees of a dossier whose key was proved. */
export function trackDossier(deps: Deps, dossierId: string): Promise<TrackingView> {
  return withTx(deps.pool, { dossier: dossierId }, async (tx) => {
    const dossier = one(await tx.select().from(dossiers).where(eq(dossiers.id, dossierId)))
    const procedure = deps.reference.version(dossier.procedure, dossier.procedureVersion)
    const events = await readLog(tx, dossierId)
    const now = deps.now()
    const read = clockAt(deps, events, now)
    const unitTitle = (unit: string) => policeOf(deps.reference.unitName(unit))
    const extension = extensionOf(events, read)
    const rated = events.find(({ action }) => action === 'rate')

    return {
      code: dossier.code,
      procedure: { code: procedure.code, name: procedure.name },
      state: dossier.state,
      sentence: whereItStands({
        state: dossier.state,
        unit: unitTitle(dossier.unitCode),
        isUnrouted: dossier.unitCode === province.code,
        nextDueAt: read.nextDueAt,
        isOverdue: now > read.nextDueAt,
        ...(extension && { newDueAt: extension.dueAt }),
      }),
      unit: deps.reference.unitName(dossier.unitCode),
      version: dossier.version,
      filedAt: dossier.filedAt,
      acceptedAt: dossier.acceptedAt,
      dueAt: read.clock?.dueAt ?? null,
      standing: read.clock?.standing ?? null,
      clock: toClockView(read, dossier.acceptedAt),
      extension,
      because: becauseNow(dossier.routing, events, deps.reference.unitName),
      supplement: openSupplementOf(dossier.state, events),
      papers: paperViews(deps, await readPapers(tx, dossierId), dossier, procedure, events),
      documents: documentViews(await readDocuments(tx, dossierId), dossier),
      events: events.map((event) => ({
        seq: event.seq,
        action: event.action,
        occurredAt: event.occurredAt,
        recordedAt: event.recordedAt,
        text: eventSentence(event, { unitTitle }),
      })),
      receipt: receiptOf(deps, dossier, events),
      rating: rated?.action === 'rate' ? { score: rated.data.score } : null,
      mayWithdraw:
        nextState({ state: dossier.state, isAccepted: dossier.acceptedAt !== null }, 'withdraw') !== undefined,
    }
  })
}
