import type { StaffActor } from '#shared/accounts/policy.ts'
import { minuteOf, toDate } from '#shared/sla/minutes.ts'
import { localDayOf } from '#shared/text/format.ts'
import { escalationOn, letterHorizon, letterWindow } from '#shared/warnings/escalation.ts'
import type { LetterDue } from '#shared/warnings/schemas.ts'
import type { Tx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'

/** More than a person sends in a day; the rest follows when these are done. */
const most = 100

interface Row {
  code: string
  procedure: LetterDue['procedure']
  applicant_name: string
  state: LetterDue['state']
  unit_code: string
  holder_name: string | null
  due_at: Date
}

/** Accepted dossiers of one unit that may miss their date and have no letter, from the most urgent on. */
const withoutLetterSql = `
  select d.code, d.procedure, d.applicant_name, d.state, d.unit_code, d.holder_name, d.next_due_at as due_at
  from dossiers d
  where d.unit_code = $1 and not d.is_ended and d.delivered_at is not null and d.accepted_at is not null
    and d.state <> 'need_supplement' and d.next_due_at <= $2
    and ($3::uuid is null or d.holder_id is null or d.holder_id = $3::uuid)
    and not exists (select 1 from dossier_events e where e.dossier_id = d.id and e.action = 'extend')
  order by d.next_due_at, d.id limit $4`

/**
 * The dossiers for which a letter of apology is proposed now: those whose last minute to send one in time comes near
 * or has passed (CLOCK rule 6.5). Asked for one unit at a time: a supervisor sends no letters.
 */
export async function lettersDue(
  { reference, now }: Pick<Deps, 'reference' | 'now'>,
  tx: Tx,
  actor: StaffActor,
  units: readonly string[],
): Promise<LetterDue[]> {
  const [unit] = units
  if (!unit || (actor.role !== 'officer' && actor.role !== 'commander')) return []
  const at = now()
  const minute = minuteOf(at)
  const calendar = reference.calendarOf(unit, at)
  const rule = escalationOn(localDayOf(at))
  const rows = await tx.statement<Row>(withoutLetterSql, [
    unit,
    toDate(letterHorizon(minute, calendar)),
    actor.role === 'officer' ? actor.accountId : null,
    most,
  ])

  return rows
    .map((row) => ({ row, window: letterWindow(minuteOf(row.due_at), calendar, rule) }))
    .filter(({ window }) => window.from <= minute)
    .map(({ row, window }) => ({
      code: row.code,
      procedure: row.procedure,
      applicantName: row.applicant_name,
      state: row.state,
      unit: reference.unitName(row.unit_code),
      holder: row.holder_name,
      dueAt: row.due_at,
      sendBy: toDate(window.by),
    }))
}

/** How many letters to think of, up to a hundred. */
export const countLetters = async (deps: Pick<Deps, 'reference' | 'now'>, tx: Tx, actor: StaffActor): Promise<number> =>
  (await lettersDue(deps, tx, actor, actor.units)).length
