import { and, eq } from 'drizzle-orm'
import { complaintSteps, complaints } from '#db/schema/complaints.ts'
import { answerDueAfterWaiting, complaintTerms, endOfSpan } from '#shared/complaints/terms.ts'
import { type ComplaintAction, isClosedComplaint, nextComplaintState } from '#shared/complaints/transitions.ts'
import { problemTypes } from '#shared/http/problem.ts'
import { promiseMessage } from '../messages/promise-message.ts'
import { type Scope, type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { conflict, notFound } from '../platform/problem.ts'
import { sealWords } from './complaint-words.ts'

type Complaint = typeof complaints.$inferSelect

/** Who acts: the resident whose key opened `scope`'s dossier, or staff by name within its units. */
export interface ComplaintActor {
  scope: Scope
  /** null: the resident. */
  name: string | null
}

export interface ComplaintDeed {
  action: Exclude<ComplaintAction, 'receive'>
  text: string
  /** With `rate`. */
  isSatisfied?: boolean
}

/**
 * Takes one step in a complaint's life: lock the row, ask the table, keep the words, move the dates, promise the resident
 * a message where there is something to read. A complaint of another unit or another dossier and one that does not
 * exist are the same 404.
 */
export async function changeComplaint(
  deps: Pick<Deps, 'pool' | 'now' | 'keys' | 'reference' | 'wake'>,
  { scope, name }: ComplaintActor,
  id: string,
  { action, text, isSatisfied }: ComplaintDeed,
): Promise<void> {
  const at = deps.now()
  const { dossierId } = await withTx(deps.pool, scope, (tx) => readOwn(tx, scope, id))
  const template = templates[action]

  // The dossier may have moved to another unit meanwhile: its messages are written in its own scope.
  await withTx(deps.pool, { ...scope, dossier: dossierId }, async (tx) => {
    const complaint = await readOwn(tx, scope, id, 'lock')
    const state = nextComplaintState(complaint.state, action)
    if (
      !state ||
      (action === 'rate' && complaint.isSatisfied !== null) ||
      (action === 'extend' && !mayExtend(complaint))
    )
      throw conflict(
        problemTypes.notAllowedInState,
        'Phản ánh này đã qua bước đó rồi. Hãy tải lại để xem bản mới nhất.',
      )
    const seq = complaint.version + 1
    await tx
      .insert(complaintSteps)
      .values({ complaintId: id, seq, action, by: name, at, sealed: sealWords(deps, id, seq, text.trim()) })
    await tx
      .update(complaints)
      .set({
        state,
        version: seq,
        ...datesAfter(deps, complaint, action, at),
        // A first word of the unit, whatever it is, says that the complaint was taken on or refused.
        ...(name !== null && !complaint.repliedAt && { repliedAt: at }),
        ...(isClosedComplaint(state) && !complaint.closedAt && { closedAt: at }),
        ...(action === 'rate' && { isSatisfied: isSatisfied ?? null }),
      })
      .where(eq(complaints.id, id))
    if (template) await promiseMessage(tx, { dossierId, template, facts: {}, dedupe: `complaint:${id}:${seq}`, at })
  })
  if (template) deps.wake.send('outbox')
}

/** Which steps the resident is told of; the words themselves stay behind the tracking key. */
const templates: { [A in ComplaintDeed['action']]?: 'complaint_asked' | 'complaint_answered' } = {
  ask: 'complaint_asked',
  answer: 'complaint_answered',
  refuse: 'complaint_answered',
}

/** The complaint within `scope`; whoever proved a dossier sees those about it and no other. */
async function readOwn(tx: Tx, scope: Scope, id: string, mode?: 'lock'): Promise<Complaint> {
  const query = tx
    .select()
    .from(complaints)
    .where(and(eq(complaints.id, id), scope.dossier ? eq(complaints.dossierId, scope.dossier) : undefined))
  const [complaint] = await (mode ? query.for('update') : query)
  if (!complaint) throw notFound('Không có phản ánh này, hoặc nó không thuộc quyền xem của bạn.')

  return complaint
}

/** An answer is put off once, and only where the law allows it. */
export const mayExtend = ({ kind, isExtended }: Pick<Complaint, 'kind' | 'isExtended'>): boolean =>
  complaintTerms[kind].extension !== undefined && !isExtended

function datesAfter(
  { reference }: Pick<Deps, 'reference'>,
  complaint: Complaint,
  action: ComplaintAction,
  at: Date,
): Partial<Complaint> {
  const calendar = reference.calendarOf(complaint.unitCode, at)
  const { extension } = complaintTerms[complaint.kind]
  if (action === 'ask') return { askedAt: at }
  if (action === 'add' && complaint.askedAt)
    return { askedAt: null, answerDueAt: answerDueAfterWaiting(complaint.answerDueAt, complaint.askedAt, at, calendar) }
  if (action === 'extend' && extension)
    return { isExtended: true, answerDueAt: endOfSpan(extension, complaint.answerDueAt, calendar) }

  return {}
}
