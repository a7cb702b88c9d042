import type { StaffActor } from '#shared/accounts/policy.ts'
import type { Role } from '#shared/accounts/schemas.ts'
import type { WarningKind } from '#shared/dossiers/events.ts'
import type { WarningCounts, WarningItem, WarningsQuery, WarningsView } from '#shared/warnings/schemas.ts'
import { cursorAfter, readCursor } from '../platform/cursor.ts'
import { type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { notFound } from '../platform/problem.ts'
import { countLetters, lettersDue } from './letters-due.ts'

const pageSize = 50

/**
 * What reaches each role: an officer hears of everything in the own hands or in nobody's, the head of the unit once
 * a date has come, the supervisor once it was missed for a working day. Who heard of it earlier still sees it.
 */
const heard: Record<Role, readonly WarningKind[]> = {
  officer: ['due_soon', 'due', 'overdue'],
  commander: ['due', 'overdue'],
  supervisor: ['overdue'],
  administrator: [],
  helper: [],
}

/**
 * The newest warning of each open dossier whose date has not moved since, as `$1` (units), `$2` (kinds) and `$3`
 * (only this officer's, or null) narrow it; `$4` is whoever looks. Of `$5`, the province's own queue, its supervisor hears
 * everything: nobody else would.
 */
const currentSql = `
  select * from (
    select distinct on (d.id) w.id, w.kind, w.level, w.due_at, w.at, d.id as dossier_id, d.code, d.procedure,
      d.applicant_name, d.state, d.unit_code, d.holder_name, d.accepted_at is not null as is_accepted,
      exists (select 1 from warning_marks m where m.warning_id = w.id and m.mark = 'seen' and m.account_id = $4::uuid) as is_seen,
      h.name as handled_by, h.at as handled_at
    from warnings w join dossiers d on d.id = w.dossier_id
    left join lateral (
      select name, at from warning_marks m where m.warning_id = w.id and m.mark = 'handled' order by at limit 1
    ) h on true
    where d.unit_code = any ($1::text[]) and not d.is_ended and d.next_due_at = w.due_at
      and ($3::uuid is null or d.holder_id is null or d.holder_id = $3::uuid)
    order by d.id, array_position(array['due_soon', 'due', 'overdue'], w.kind) desc
  ) current where (kind = any ($2::text[]) or unit_code = $5::text)`

interface Row {
  id: string
  kind: WarningKind
  level: WarningItem['level']
  due_at: Date
  at: Date
  dossier_id: string
  code: string
  procedure: WarningItem['procedure']
  applicant_name: string
  state: WarningItem['state']
  unit_code: string
  holder_name: string | null
  is_accepted: boolean
  is_seen: boolean
  handled_by: string | null
  handled_at: Date | null
}

/** One page of what this person is warned of, the longest overdue first, with the letters to think of. */
export function listWarnings(deps: Deps, actor: StaffActor, query: WarningsQuery): Promise<WarningsView> {
  const units = unitsOf(actor, query.unit)
  const after = readCursor(query.cursor)

  return withTx(deps.pool, { units: actor.units }, async (tx) => {
    const rows = await tx.statement<Row>(
      `${currentSql} and ($6::text is null or kind = $6)
       and ($7::timestamptz is null or (due_at, dossier_id) > ($7, $8::uuid))
       order by due_at, dossier_id limit $9`,
      [...narrowed(actor, units), query.kind ?? null, after?.at ?? null, after?.id ?? null, pageSize + 1],
    )
    const shown = rows.slice(0, pageSize)
    const last = shown.at(-1)

    return {
      items: shown.map((row) => toItem(row, deps)),
      ...(rows.length > pageSize && last && { nextCursor: cursorAfter(last.due_at, last.dossier_id) }),
      letters: query.cursor || query.kind ? [] : await lettersDue(deps, tx, actor, units),
    }
  })
}

/** For the badge: what this person has not seen and nobody has handled. */
export function countWarnings(deps: Deps, actor: StaffActor): Promise<WarningCounts> {
  return withTx(deps.pool, { units: actor.units }, async (tx: Tx) => {
    const [row] = await tx.statement<{ unseen: number }>(
      `select count(*)::integer as unseen from (${currentSql}) listed where not is_seen and handled_by is null`,
      narrowed(actor, actor.units),
    )

    return { unseen: row?.unseen ?? 0, letters: await countLetters(deps, tx, actor) }
  })
}

const narrowed = (actor: StaffActor, units: readonly string[]) => [
  units,
  heard[actor.role],
  actor.role === 'officer' ? actor.accountId : null,
  actor.accountId,
  actor.role === 'supervisor' ? actor.unit : null,
]

function unitsOf(actor: StaffActor, asked: string | undefined): readonly string[] {
  if (asked === undefined) return actor.units
  if (!actor.units.includes(asked)) throw notFound('Không có đơn vị này, hoặc bạn không xem được cảnh báo của nó.')

  return [asked]
}

const toItem = (row: Row, { reference }: Pick<Deps, 'reference'>): WarningItem => ({
  id: row.id,
  kind: row.kind,
  level: row.level,
  isAccepted: row.is_accepted,
  dueAt: row.due_at,
  at: row.at,
  code: row.code,
  procedure: row.procedure,
  applicantName: row.applicant_name,
  state: row.state,
  unit: reference.unitName(row.unit_code),
  holder: row.holder_name,
  isSeen: row.is_seen,
  handled: row.handled_by && row.handled_at ? { by: row.handled_by, at: row.handled_at } : null,
})
