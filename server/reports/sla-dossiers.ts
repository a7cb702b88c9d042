import type { StaffActor } from '#shared/accounts/policy.ts'
import type { ReportedDossier, SlaDossiersQuery } from '#shared/reports/schemas.ts'
import type { Deps } from '../platform/deps.ts'
import { invalid } from '../platform/problem.ts'
import { measureConditions, slaFilter, slaParameters, slaWhere } from './sla-filters.ts'

const pageSize = 100

interface Row {
  id: string
  code: string
  procedure: string
  unit_code: string
  channel: ReportedDossier['channel']
  state: ReportedDossier['state']
  filed_at: Date
  accepted_at: Date | null
  due_at: Date | null
  ended_at: Date | null
  verdict: 'early' | 'on_time' | 'late' | null
  working_minutes: number | null
  supplements: number
  is_overdue: boolean
  is_due_soon: boolean
}

/** The dossiers behind one number of the report, by the very condition that counted them; the oldest first. */
export async function slaDossiers(
  deps: Pick<Deps, 'reportPool' | 'now'>,
  actor: StaffActor,
  query: SlaDossiersQuery,
): Promise<{ items: ReportedDossier[]; nextCursor?: string }> {
  const now = deps.now()
  const { measure, cursor, ...filters } = query
  const after = readCursor(cursor)
  const { rows } = await deps.reportPool.query<Row>(
    `select id, code, procedure, unit_code, channel, state, filed_at, accepted_at, due_at, ended_at, verdict, working_minutes, supplements,
       ${measureConditions.overdue} as is_overdue, ${measureConditions.due_soon} as is_due_soon
     from dossiers where ${slaWhere} and (${measureConditions[measure]})
       and (filed_at, id) > ($7::timestamptz, $8::uuid) order by filed_at, id limit ${pageSize + 1}`,
    [...slaParameters(slaFilter(actor, filters, now)), now, after.at, after.id],
  )
  const shown = rows.slice(0, pageSize)
  const last = shown.at(-1)

  return {
    items: shown.map(toReported),
    ...(rows.length > pageSize &&
      last && { nextCursor: Buffer.from(`${last.filed_at.toISOString()} ${last.id}`).toString('base64url') }),
  }
}

function toReported(row: Row): ReportedDossier {
  return {
    code: row.code,
    procedure: row.procedure,
    unit: row.unit_code,
    channel: row.channel,
    state: row.state,
    filedAt: row.filed_at,
    acceptedAt: row.accepted_at,
    dueAt: row.due_at,
    endedAt: row.ended_at,
    standing: standingOf(row),
    workingMinutes: row.working_minutes,
    supplements: row.supplements,
  }
}

function standingOf({
  verdict,
  state,
  accepted_at,
  ended_at,
  is_overdue,
  is_due_soon,
}: Row): ReportedDossier['standing'] {
  if (verdict) return verdict
  if (!accepted_at || ended_at) return null
  if (state === 'need_supplement') return 'paused'
  if (is_overdue) return 'overdue'

  return is_due_soon ? 'due_soon' : 'running'
}

function readCursor(cursor: string | undefined): { at: string; id: string } {
  if (cursor === undefined) return { at: '-infinity', id: '00000000-0000-0000-0000-000000000000' }
  const [, at, id] = /^(\S+) ([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  if (!at || !id || Number.isNaN(Date.parse(at)))
    throw invalid([{ parameter: 'cursor', detail: 'Con trỏ trang không hợp lệ.' }])

  return { at, id }
}
