import type { StaffActor } from '#shared/accounts/policy.ts'
import { type LiveCount, liveCounts, type ReportedDossier, type SlaDossiersQuery } from '#shared/reports/schemas.ts'
import { cursorAfter, readCursor } from '../platform/cursor.ts'
import type { Deps } from '../platform/deps.ts'
import { factConditions, factsWhere, openConditions, openWhere, slaFilter, slaParameters } from './sla-filters.ts'

const pageSize = 100
const beginning = { at: '-infinity', id: '00000000-0000-0000-0000-000000000000' }

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

const columns = `d.id, d.code, d.procedure, d.unit_code, d.channel, d.state, d.filed_at, d.accepted_at, d.due_at, d.ended_at, d.verdict,
  d.working_minutes, d.supplements, not d.is_ended and ${openConditions.overdue} as is_overdue,
  not d.is_ended and ${openConditions.due_soon} as is_due_soon`

const isLive = (measure: SlaDossiersQuery['measure']): measure is LiveCount =>
  liveCounts.some((live) => live === measure)

/** Which dossiers, oldest first: of the facts where cells were counted, of the open ones where these were. */
function chosenBy(measure: SlaDossiersQuery['measure']): string {
  const page = `and (filed_at, %id) > ($10::timestamptz, $11::uuid) order by filed_at, %id limit ${pageSize + 1}`
  // Each side leaves some parameters out, whose types PostgreSQL could then not tell.
  const named = `$8::text is not null and $9::timestamptz is not null`

  return isLive(measure)
    ? `select id from dossiers where ${openWhere} and (${openConditions[measure]}) and ${named} ${page.replaceAll('%id', 'id')}`
    : `select dossier_id as id from sla_facts where ${factsWhere} and (${factConditions[measure]}) and ${named} ${page.replaceAll('%id', 'dossier_id')}`
}

/** The dossiers behind one number of the report, by the very condition that counted them; the oldest first. */
export async function slaDossiers(
  deps: Pick<Deps, 'reportPool' | 'reference' | 'now'>,
  actor: StaffActor,
  query: SlaDossiersQuery,
): Promise<{ items: ReportedDossier[]; nextCursor?: string }> {
  const now = deps.now()
  const { measure, cursor, ...filters } = query
  const after = readCursor(cursor) ?? beginning
  const { rows } = await deps.reportPool.query<Row>(
    `with chosen as materialized (${chosenBy(measure)})
     select ${columns} from chosen join dossiers d on d.id = chosen.id order by d.filed_at, d.id`,
    [
      ...slaParameters(slaFilter(deps, actor, filters, now)),
      deps.reference.directory().newest,
      now,
      after.at,
      after.id,
    ],
  )
  const shown = rows.slice(0, pageSize)
  const last = shown.at(-1)

  return {
    items: shown.map(toReported),
    ...(rows.length > pageSize && last && { nextCursor: cursorAfter(last.filed_at, last.id) }),
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
