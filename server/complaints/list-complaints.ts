import { asc, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { accessLog } from '#db/schema/accounts.ts'
import { complaintSteps, complaints } from '#db/schema/complaints.ts'
import { dossiers } from '#db/schema/dossiers.ts'
import { mayUse, type StaffActor } from '#shared/accounts/policy.ts'
import { type ComplaintView, staffComplaintActions } from '#shared/complaints/schemas.ts'
import { isLateComplaint } from '#shared/complaints/terms.ts'
import { type ComplaintAction, complaintActionsIn } from '#shared/complaints/transitions.ts'
import { type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { newId } from '../platform/ids.ts'
import { mayExtend } from './change-complaint.ts'
import { openWords } from './complaint-words.ts'

const shownAtOnce = 100

type Complaint = typeof complaints.$inferSelect
type Listing = Pick<Deps, 'pool' | 'now' | 'keys'>

/** The complaints of the actor's units, the one that must be answered first on top. That they were read is recorded. */
export function listComplaints(deps: Listing, actor: StaffActor, show: 'open' | 'closed'): Promise<ComplaintView[]> {
  return withTx(deps.pool, { units: actor.units }, async (tx) => {
    const rows = await tx
      .select()
      .from(complaints)
      .where(show === 'open' ? isNull(complaints.closedAt) : isNotNull(complaints.closedAt))
      .orderBy(show === 'open' ? asc(complaints.answerDueAt) : desc(complaints.closedAt))
      .limit(shownAtOnce)
    await recordReading(deps, tx, actor, rows)
    const allowed = mayUse(actor, 'answer_complaints') ? staffComplaintActions : []

    return toViews(deps, tx, rows, allowed)
  })
}

/** Once for each dossier that the reader's units still have; of one that moved away only the complaint is seen. */
async function recordReading(deps: Pick<Deps, 'now'>, tx: Tx, actor: StaffActor, rows: readonly Complaint[]) {
  if (rows.length === 0) return
  const seen = await tx
    .select({ id: dossiers.id })
    .from(dossiers)
    .where(inArray(dossiers.id, [...new Set(rows.map(({ dossierId }) => dossierId))]))
  if (seen.length === 0) return
  await tx.insert(accessLog).values(
    seen.map(({ id: dossierId }) => ({
      id: newId(),
      at: deps.now(),
      accountId: actor.accountId,
      unitCode: actor.unit,
      dossierId,
      purpose: 'giải quyết phản ánh, yêu cầu',
    })),
  )
}

/** The complaints about one dossier, for whoever proved its key, the latest first. */
export function ownComplaints(deps: Listing, dossierId: string): Promise<ComplaintView[]> {
  return withTx(deps.pool, { dossier: dossierId }, async (tx) => {
    const rows = await tx
      .select()
      .from(complaints)
      .where(eq(complaints.dossierId, dossierId))
      .orderBy(desc(complaints.receivedAt))

    return toViews(deps, tx, rows, ['add', 'rate'])
  })
}

async function toViews(
  deps: Pick<Deps, 'now' | 'keys'>,
  tx: Tx,
  rows: readonly Complaint[],
  mine: readonly ComplaintAction[],
): Promise<ComplaintView[]> {
  if (rows.length === 0) return []
  const steps = await tx
    .select()
    .from(complaintSteps)
    .where(
      inArray(
        complaintSteps.complaintId,
        rows.map(({ id }) => id),
      ),
    )
    .orderBy(complaintSteps.seq)
  const codes = await tx
    .select({ id: dossiers.id, code: dossiers.code })
    .from(dossiers)
    .where(
      inArray(
        dossiers.id,
        rows.map(({ dossierId }) => dossierId),
      ),
    )

  return rows.map((complaint) => ({
    id: complaint.id,
    // A dossier that moved to another unit is no longer seen here; its complaint still is.
    code: codes.find(({ id }) => id === complaint.dossierId)?.code ?? '',
    unit: complaint.unitCode,
    kind: complaint.kind,
    topic: complaint.topic,
    state: complaint.state,
    version: complaint.version,
    receivedAt: complaint.receivedAt,
    replyDueAt: complaint.replyDueAt,
    repliedAt: complaint.repliedAt,
    answerDueAt: complaint.answerDueAt,
    closedAt: complaint.closedAt,
    isExtended: complaint.isExtended,
    isLate: isLateComplaint(complaint, deps.now()),
    isSatisfied: complaint.isSatisfied,
    steps: steps
      .filter(({ complaintId }) => complaintId === complaint.id)
      .map(({ seq, action, by, at, sealed }) => ({ action, by, at, text: openWords(deps, complaint.id, seq, sealed) })),
    allowed: complaintActionsIn(complaint.state).filter(
      (action) =>
        mine.includes(action) &&
        (action !== 'extend' || mayExtend(complaint)) &&
        (action !== 'rate' || complaint.isSatisfied === null),
    ),
  }))
}
