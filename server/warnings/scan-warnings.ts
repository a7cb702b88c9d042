import { and, eq } from 'drizzle-orm'
import { warnings } from '#db/schema/warnings.ts'
import type { Actor } from '#shared/accounts/policy.ts'
import type { WarningKind } from '#shared/dossiers/events.ts'
import { minuteOf, toDate } from '#shared/sla/minutes.ts'
import { localDayOf } from '#shared/text/format.ts'
import { type Escalation, escalationOn, overdueUpTo } from '#shared/warnings/escalation.ts'
import { changeDossier } from '../dossiers/change-dossier.ts'
import { clockAt } from '../dossiers/clock-columns.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { newId } from '../platform/ids.ts'
import { ProblemError } from '../platform/problem.ts'

/** What nobody has recorded yet of one dossier's date, in the order in which it came about. */
interface Candidate {
  id: string
  kinds: WarningKind[]
  dueAt: Date
}

const batchSize = 200
/** Dossiers warned of at once; the desk's own requests need connections too. */
const atOnce = 4

/**
 * Looks over every unit for dates that come near, have come or were missed, and records each once.
 *
 * Nothing is scheduled for a dossier: the dates stand in an index, and whatever hours the scan was not run, it finds
 * later. Two scans at once record nothing twice, because the row is locked and `warnings` is unique. Returns how
 * many were recorded.
 */
export async function scanWarnings(deps: Deps): Promise<number> {
  let recorded = 0
  for (const unit of deps.reference.receivingUnits()) recorded += await scanUnit(deps, unit)

  return recorded
}

async function scanUnit(deps: Deps, unit: string): Promise<number> {
  let recorded = 0
  for (;;) {
    const now = deps.now()
    const rule = escalationOn(localDayOf(now))
    const found = await candidatesOf(deps, unit, now, rule)
    let fresh = 0
    for (let from = 0; from < found.length; from += atOnce) {
      const done = await Promise.all(
        found.slice(from, from + atOnce).map((candidate) => warnInOrder(deps, unit, candidate, rule)),
      )
      fresh += done.reduce((sum, each) => sum + each, 0)
    }
    recorded += fresh
    // What could not be recorded just now would be found again at once: the next scan tries it.
    if (found.length < batchSize || fresh === 0) return recorded
  }
}

/**
 * One batch of the unit's dates without their warning, the oldest first.
 *
 * While the resident is waited for, a date that was not missed before floats and is left alone. Of a dossier that is
 * already due nobody is told any more that it would be soon.
 */
async function candidatesOf(deps: Deps, unit: string, now: Date, rule: Escalation): Promise<Candidate[]> {
  const overdueAt = toDate(overdueUpTo(minuteOf(now), deps.reference.calendarOf(unit, now), rule))
  const rows = await withTx(deps.pool, { units: [unit] }, (tx) =>
    tx.statement<{ id: string; kinds: WarningKind[]; due_at: Date }>(candidatesSql, [unit, now, overdueAt, batchSize]),
  )

  return rows.map(({ id, kinds, due_at }) => ({ id, kinds, dueAt: due_at }))
}

const candidatesSql = `
  with waiting as (
    select d.id, d.next_due_at, k.place, k.kind
    from dossiers d
    cross join lateral (values
      (1, 'due_soon', d.due_soon_at <= $2 and d.next_due_at > $2),
      (2, 'due', d.next_due_at <= $2),
      (3, 'overdue', d.next_due_at <= $3)
    ) as k (place, kind, is_reached)
    where d.unit_code = $1 and not d.is_ended and d.delivered_at is not null
      and (d.next_due_at <= $2 or d.due_soon_at <= $2)
      and (d.state <> 'need_supplement' or (d.accepted_at is not null and d.next_due_at < d.last_at))
      and k.is_reached
  )
  select id, array_agg(kind order by place) as kinds, next_due_at as due_at from waiting
  where not exists (
    select 1 from warnings w
    where w.dossier_id = waiting.id and w.kind = waiting.kind and w.due_at = waiting.next_due_at
  )
  group by id, next_due_at order by next_due_at, id limit $4`

/** The warnings of one dossier one after the other, so that its log tells them in their order; how many were recorded. */
async function warnInOrder(deps: Deps, unit: string, candidate: Candidate, rule: Escalation): Promise<number> {
  let recorded = 0
  for (const kind of candidate.kinds) if (await warn(deps, unit, candidate, kind, rule)) recorded += 1

  return recorded
}

/** Records one warning in the log and in its list; false when somebody else did, or it no longer holds. */
async function warn(
  deps: Deps,
  unit: string,
  { id, dueAt }: Candidate,
  kind: WarningKind,
  rule: Escalation,
): Promise<boolean> {
  const actor: Actor = { kind: 'system', part: 'desk', units: [unit] }
  const level = rule.levels[kind]
  try {
    await changeDossier(
      deps,
      { actor, dossier: { id }, ifMatch: 'any' },
      'warn',
      async ({ dossier, events, at, tx }) => {
        // Read anew: the resident may be waited for by now, or the calendar may have moved it a moment ago.
        const { nextDueAt } = clockAt(deps, events, at)
        if (dossier.isEnded || nextDueAt.getTime() !== dueAt.getTime()) throw new NothingToWarn()
        const [before] = await tx
          .select({ id: warnings.id })
          .from(warnings)
          .where(and(eq(warnings.dossierId, id), eq(warnings.kind, kind), eq(warnings.dueAt, dueAt)))
        if (before) throw new NothingToWarn()

        return {
          action: 'warn',
          data: { kind, dueAt: dueAt.toISOString(), level },
          also: async (inside, { recordedAt }) => {
            await inside.insert(warnings).values({ id: newId(), dossierId: id, kind, level, dueAt, at: recordedAt })
          },
        }
      },
    )

    return true
  } catch (error) {
    // A refusal: it ended or went to another unit since it was found.
    if (error instanceof NothingToWarn || error instanceof ProblemError) return false
    throw error
  }
}

/** The date moved, the dossier ended, or another scan was first. */
class NothingToWarn extends Error {}
