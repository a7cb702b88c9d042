import { and, asc, eq, isNotNull } from 'drizzle-orm'
import { dossiers } from '#db/schema/dossiers.ts'
import type { StaffActor } from '#shared/accounts/policy.ts'
import type { TriageView } from '#shared/dossiers/triage-schemas.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { province } from '../platform/reference.ts'
import { undecidedBecause } from './undecided-because.ts'

/** So many the list shows; who works from its front sees the others as these go. */
const listLimit = 100

/**
 * What stands in the province's own queue, whoever waits longest for an answer first, with why routing did not decide.
 * Empty for whoever is not posted to the province, whose scope has no such unit.
 */
export function listTriage({ pool }: Pick<Deps, 'pool'>, actor: StaffActor): Promise<TriageView> {
  return withTx(pool, { units: actor.units }, async (tx) => {
    const waiting = and(
      eq(dossiers.unitCode, province.code),
      eq(dossiers.isEnded, false),
      isNotNull(dossiers.deliveredAt),
    )
    const rows = await tx
      .select()
      .from(dossiers)
      .where(waiting)
      .orderBy(asc(dossiers.nextDueAt), asc(dossiers.id))
      .limit(listLimit)

    return {
      waiting: rows.length < listLimit ? rows.length : await tx.$count(dossiers, waiting),
      items: rows.map((row) => ({
        code: row.code,
        procedure: row.procedure,
        applicantName: row.applicantName,
        channel: row.channel,
        filedAt: row.filedAt,
        answerBy: row.nextDueAt,
        why: undecidedBecause(row.routing),
      })),
    }
  })
}
