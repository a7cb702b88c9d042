import { type SlaFact, slaFact } from '#shared/reports/sla-fact.ts'
import { readEvent } from '../../dossiers/event-chain.ts'
import type { Tx } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'

/** Computes the facts of these dossiers from their logs. One whose log the transaction's scope does not show has none. */
export async function readFacts(
  { reference }: Pick<Deps, 'reference'>,
  tx: Pick<Tx, 'statement'>,
  dossierIds: readonly string[],
): Promise<SlaFact[]> {
  const rows = await tx.statement<{ dossier_id: string; bodies: string[] }>(
    `select dossier_id, array_agg(body order by seq) as bodies from dossier_events
     where dossier_id = any ($1::uuid[]) group by dossier_id`,
    [dossierIds],
  )
  const context = {
    calendarOf: reference.calendarOf,
    outages: reference.outages(),
    editionAt: reference.directory().editionAt,
  }

  return rows.flatMap(({ dossier_id, bodies }) => slaFact(dossier_id, bodies.map(readEvent), context) ?? [])
}
