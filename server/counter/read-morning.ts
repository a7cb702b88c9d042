import { and, eq, isNull, sql } from 'drizzle-orm'
import { complaints } from '#db/schema/complaints.ts'
import { dossiers } from '#db/schema/dossiers.ts'
import type { StaffActor } from '#shared/accounts/policy.ts'
import { isLateComplaint, nextComplaintDate } from '#shared/complaints/terms.ts'
import { nextStepOf, riskOf } from '#shared/counter/morning-risks.ts'
import type { MorningView } from '#shared/counter/schemas.ts'
import { localDayOf } from '#shared/text/format.ts'
import { one, type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { toQueueItem } from './queue-item.ts'

/** More risks than fit on a screen are a queue, and there is one for them. */
const listedRisks = 20
const listedComplaints = 5
const listedRatings = 5
const ratingDays = 30

/**
 * What the head of a unit reads first: what will be late today and what to take now, who carries how much, which complaints
 * must be answered, what residents said.
 */
export function readMorning(
  { pool, now }: Pick<Deps, 'pool' | 'now'>,
  actor: StaffActor,
  unit: string,
): Promise<MorningView> {
  const at = now()
  const endOfToday = new Date(`${localDayOf(at)}T23:59:59.999+07:00`)

  return withTx(pool, { units: actor.units }, async (tx) => {
    const counts = one(
      await tx.statement<MorningView['counts']>(
        `select count(*) filter (where next_due_at < $2)::integer as late,
           count(*) filter (where next_due_at >= $2 and next_due_at <= $3)::integer as today,
           count(*) filter (where next_due_at > $3 and due_soon_at <= $2)::integer as soon,
           count(*) filter (where state = 'proposed')::integer as "toSign",
           count(*) filter (where holder_id is null and state <> 'proposed' and state <> 'need_supplement')::integer as unclaimed
         from dossiers where unit_code = $1 and not is_ended and delivered_at is not null and state <> 'need_supplement'`,
        [unit, at, endOfToday],
      ),
    )

    return {
      at,
      risks: await risksIn(tx, unit, at, endOfToday),
      counts,
      people: await loadsIn(tx, unit, at, endOfToday),
      complaints: await complaintsIn(tx, unit, at),
      ratings: await ratingsIn(tx, unit, at),
    }
  })
}

/** By date, because the first to be late is the first to take; what waits for the resident is nobody's to hurry. */
async function risksIn(tx: Tx, unit: string, at: Date, endOfToday: Date): Promise<MorningView['risks']> {
  const rows = await tx
    .select()
    .from(dossiers)
    .where(
      sql`${dossiers.unitCode} = ${unit} and not ${dossiers.isEnded} and ${dossiers.deliveredAt} is not null
        and ${dossiers.state} <> 'need_supplement'
        and (${dossiers.nextDueAt} <= ${endOfToday.toISOString()} or ${dossiers.dueSoonAt} <= ${at.toISOString()})`,
    )
    .orderBy(dossiers.nextDueAt, dossiers.id)
    .limit(listedRisks)

  return rows.map((row) => ({
    item: toQueueItem(row),
    kind: riskOf(row.nextDueAt, at, endOfToday),
    next: nextStepOf(row.state),
    isUnclaimed: row.holderId === null && row.state !== 'proposed',
  }))
}

/** Officers of today's posting and what nobody holds, the most loaded first. */
const loadsIn = (tx: Tx, unit: string, at: Date, endOfToday: Date) =>
  tx.statement<MorningView['people'][number]>(
    `with open as (
       select holder_id, next_due_at from dossiers
       where unit_code = $1 and not is_ended and delivered_at is not null and state <> 'need_supplement'
     ), people as (
       select a.id, a.name from postings p join accounts a on a.id = p.account_id
       where p.unit_code = $1 and p.until_on is null and a.status = 'active' and a.role in ('officer', 'commander')
       union all select null, 'Chưa ai nhận'
     )
     select people.id, people.name, count(open.*)::integer as open,
       count(open.*) filter (where next_due_at < $2)::integer as late,
       count(open.*) filter (where next_due_at >= $2 and next_due_at <= $3)::integer as today,
       (select count(*)::integer from dossiers d where d.unit_code = $1 and d.is_ended
          and d.ended_at > $2::timestamptz - interval '7 days' and d.holder_id = people.id) as "endedThisWeek"
     from people left join open on open.holder_id is not distinct from people.id
     group by people.id, people.name order by open desc, people.name`,
    [unit, at, endOfToday],
  )

/** The unit's own, the next date first; whose sender is waited for stand behind. */
async function complaintsIn(tx: Tx, unit: string, at: Date): Promise<MorningView['complaints']> {
  const rows = await tx
    .select({ complaint: complaints, code: dossiers.code })
    .from(complaints)
    .leftJoin(dossiers, eq(dossiers.id, complaints.dossierId))
    .where(and(eq(complaints.unitCode, unit), isNull(complaints.closedAt)))
    .orderBy(complaints.answerDueAt)
  const open = rows
    .map(({ complaint, code }) => ({
      id: complaint.id,
      code: code ?? '',
      kind: complaint.kind,
      topic: complaint.topic,
      dueAt: nextComplaintDate(complaint),
      isReplied: complaint.repliedAt !== null,
      isLate: isLateComplaint(complaint, at),
    }))
    .sort((a, b) => (a.dueAt?.getTime() ?? Infinity) - (b.dueAt?.getTime() ?? Infinity))

  return {
    open: open.length,
    late: open.filter(({ isLate }) => isLate).length,
    first: open.slice(0, listedComplaints),
  }
}

async function ratingsIn(tx: Tx, unit: string, at: Date): Promise<MorningView['ratings']> {
  const since = new Date(at.getTime() - ratingDays * 86_400_000)
  const summary = one(
    await tx.statement<{ count: number; average: number | null }>(
      `select count(*)::integer as count, round(avg(r.score), 1)::float8 as average
       from ratings r join dossiers d on d.id = r.dossier_id where d.unit_code = $1 and r.at > $2`,
      [unit, since],
    ),
  )
  const low = await tx.statement<MorningView['ratings']['low'][number]>(
    `select d.code, r.score, r.comment, r.at from ratings r join dossiers d on d.id = r.dossier_id
     where d.unit_code = $1 and r.at > $2 and r.score <= 3 order by r.score, r.at desc limit $3`,
    [unit, since, listedRatings],
  )

  return { ...summary, low }
}
