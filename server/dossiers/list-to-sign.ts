import type { StaffActor } from '#shared/accounts/policy.ts'
import type { EventData } from '#shared/dossiers/events.ts'
import type { ToSignItem, ToSignView } from '#shared/signing/schemas.ts'
import { policeOf } from '#shared/units/unit-names.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { ProblemError } from '../platform/problem.ts'

/** More than anybody signs in one sitting; the most urgent first, so what is cut off comes next time. */
const limit = 200

interface Row {
  code: string
  version: number
  procedure: string
  procedure_version: string
  applicant_name: string
  due_at: Date | null
  proposal: EventData['propose']
  proposed_by: string | null
  proposed_at: Date
  seen: string[]
}

/** What waits for the signature of the head of the unit, with the certificate that it would be signed by. */
export async function listToSign(deps: Deps, actor: StaffActor): Promise<ToSignView> {
  const rows = await withTx(deps.pool, { units: actor.units }, (tx) =>
    tx.statement<Row>(
      `select d.code, d.version, d.procedure, d.procedure_version, d.applicant_name, d.due_at, e.data as proposal,
         e.actor ->> 'name' as proposed_by, e.occurred_at as proposed_at,
         array(select form from result_previews v where v.dossier_id = d.id and v.account_id = $2 and v.version = d.version) as seen
       from dossiers d
       cross join lateral (
         select data, actor, occurred_at from dossier_events where dossier_id = d.id and action = 'propose' order by seq desc limit 1
       ) e
       where d.unit_code = any ($1::text[]) and not d.is_ended and d.delivered_at is not null and d.state = 'proposed'
         and (d.holder_id is null or d.holder_id = $2)
       order by d.next_due_at, d.id limit $3`,
      [actor.units, actor.accountId, limit],
    ),
  )

  return { items: rows.map((row) => toItem(deps, row)), ...(await certificateOf(deps, actor)) }
}

function toItem({ reference }: Pick<Deps, 'reference'>, row: Row): ToSignItem {
  const { results } = reference.version(row.procedure, row.procedure_version)

  return {
    code: row.code,
    version: row.version,
    procedure: row.procedure,
    applicantName: row.applicant_name,
    dueAt: row.due_at,
    outcome: row.proposal.outcome,
    note: row.proposal.note,
    proposedBy: row.proposed_by ?? '',
    proposedAt: row.proposed_at,
    previews:
      row.proposal.outcome === 'grant'
        ? results.map((form) => ({ form, href: `/api/dossiers/${row.code}/result-previews/${form}` }))
        : [],
    isSeen: results.every((form) => row.seen.includes(form)),
  }
}

/** That there is no certificate is worth knowing before the first document is read, and no reason to show none. */
async function certificateOf(
  { signer, reference, now }: Pick<Deps, 'signer' | 'reference' | 'now'>,
  actor: StaffActor,
): Promise<Pick<ToSignView, 'certificate' | 'trouble'>> {
  try {
    const unit = { code: actor.unit, name: policeOf(reference.unitName(actor.unit)).vi }

    return { certificate: await signer.certificateOf(unit, now()), trouble: null }
  } catch (error) {
    if (error instanceof ProblemError) return { certificate: null, trouble: error.message }
    throw error
  }
}
