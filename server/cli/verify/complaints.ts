import { asc, eq, inArray } from 'drizzle-orm'
import { complaintSteps, complaints } from '#db/schema/complaints.ts'
import { answerDueAfterWaiting, complaintDates, complaintTerms, endOfSpan } from '#shared/complaints/terms.ts'
import { type ComplaintState, isClosedComplaint, nextComplaintState } from '#shared/complaints/transitions.ts'
import { openWords } from '../../complaints/complaint-words.ts'
import type { Reference } from '../../platform/reference.ts'
import { openOrNothing } from './answers.ts'
import { type AtHand, type Batch, groupBy, type Looked, lookAtEach } from './batch.ts'
import { firstDifference } from './dossier.ts'

type Complaint = typeof complaints.$inferSelect
type Step = typeof complaintSteps.$inferSelect

/** Whether a complaint's state and dates are what its steps make them, and its words open beside their own step. */
export async function lookAtComplaints({ db, ids, dossiers }: Batch, { keys, reference }: AtHand): Promise<Looked> {
  const rows = await db
    .select()
    .from(complaints)
    .where(inArray(complaints.dossierId, ids))
    .orderBy(asc(complaints.receivedAt), asc(complaints.id))
  const steps = await db
    .select({ step: complaintSteps })
    .from(complaintSteps)
    .innerJoin(complaints, eq(complaints.id, complaintSteps.complaintId))
    .where(inArray(complaints.dossierId, ids))
    .orderBy(asc(complaintSteps.seq))
  const stepsOf = groupBy(
    steps.map(({ step }) => step),
    ({ complaintId }) => complaintId,
  )

  return lookAtEach(
    rows,
    ({ dossierId, id }) => `${dossiers.get(dossierId)?.code} complaint ${id}`,
    (complaint) => {
      const own = stepsOf.get(complaint.id) ?? []
      const computed = afterSteps(complaint, own, reference)
      if (typeof computed === 'string') return computed
      const closed =
        keys &&
        own.find(({ seq, sealed }) => openOrNothing(() => openWords({ keys }, complaint.id, seq, sealed)) === undefined)
      if (closed) return `the words of step ${closed.seq} do not open with the desk's key`

      return firstDifference(computed, { ...complaint, isRated: complaint.isSatisfied !== null })
    },
  )
}

/** The columns of a complaint that its steps decide, or which step is not possible. */
function afterSteps({ kind, unitCode }: Complaint, steps: readonly Step[], { calendarOf }: Reference) {
  const [first, ...rest] = steps
  if (first?.action !== 'receive' || first.seq !== 1) return 'it does not begin with its receipt'
  const after = {
    state: 'received' as ComplaintState,
    version: steps.length,
    receivedAt: first.at,
    ...complaintDates(kind, first.at, calendarOf(unitCode, first.at)),
    repliedAt: null as Date | null,
    isExtended: false,
    askedAt: null as Date | null,
    closedAt: null as Date | null,
    isRated: false,
  }
  for (const [index, { seq, action, by, at }] of rest.entries()) {
    if (seq !== index + 2) return `step ${index + 2} is missing`
    const state = nextComplaintState(after.state, action)
    if (!state) return `step ${seq} is not possible in state ${after.state}`
    const calendar = calendarOf(unitCode, at)
    const { extension } = complaintTerms[kind]
    after.state = state
    if (action === 'add' && after.askedAt)
      after.answerDueAt = answerDueAfterWaiting(after.answerDueAt, after.askedAt, at, calendar)
    if (action === 'ask') after.askedAt = at
    if (action === 'add') after.askedAt = null
    if (action === 'extend' && extension) after.answerDueAt = endOfSpan(extension, after.answerDueAt, calendar)
    if (action === 'extend') after.isExtended = true
    if (action === 'rate') after.isRated = true
    if (by !== null) after.repliedAt ??= at
    if (isClosedComplaint(state)) after.closedAt ??= at
  }

  return after
}
