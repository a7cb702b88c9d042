import { asc, desc, eq, inArray } from 'drizzle-orm'
import { archiveDisposalItems, archiveDisposals, archiveSeals } from '#db/schema/archive.ts'
import { dossiers } from '#db/schema/dossiers.ts'
import { mayUse, type StaffActor } from '#shared/accounts/policy.ts'
import { findRetentionClass } from '#shared/archive/retention.ts'
import type { DisposalView } from '#shared/archive/schemas.ts'
import { type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { notFound } from '../platform/problem.ts'

const shown = 50

/** The lists of this person's units, the newest first. */
export function listDisposals(deps: Deps, actor: StaffActor): Promise<DisposalView[]> {
  return withTx(deps.pool, { units: actor.units }, async (tx) => {
    const lists = await tx
      .select({ id: archiveDisposals.id })
      .from(archiveDisposals)
      .where(inArray(archiveDisposals.unitCode, [...actor.units]))
      .orderBy(desc(archiveDisposals.proposedAt))
      .limit(shown)
    const views: DisposalView[] = []
    for (const { id } of lists) views.push(await readDisposal(deps, tx, actor, id))

    return views
  })
}

/** One list with what stands on it. It names no person but those who put it up and signed it. */
export async function readDisposal(
  { reference }: Pick<Deps, 'reference'>,
  tx: Tx,
  actor: StaffActor,
  id: string,
): Promise<DisposalView> {
  const [list] = await tx.select().from(archiveDisposals).where(eq(archiveDisposals.id, id))
  if (!list) throw notFound('Không có danh mục này, hoặc nó không thuộc quyền xem của bạn.')
  const items = await tx
    .select({
      code: dossiers.code,
      procedure: dossiers.procedure,
      version: dossiers.procedureVersion,
      endedAt: archiveSeals.endedAt,
      retentionClass: archiveSeals.retentionClass,
      keepUntil: archiveSeals.keepUntil,
    })
    .from(archiveDisposalItems)
    .innerJoin(archiveSeals, eq(archiveSeals.dossierId, archiveDisposalItems.dossierId))
    .innerJoin(dossiers, eq(dossiers.id, archiveDisposalItems.dossierId))
    .where(eq(archiveDisposalItems.disposalId, id))
    .orderBy(asc(dossiers.code))

  return {
    id,
    number: list.number,
    unit: list.unitCode,
    state: list.state,
    reason: list.reason,
    proposedBy: list.proposedBy,
    proposedAt: list.proposedAt,
    decidedBy: list.decidedBy,
    decidedAt: list.decidedAt,
    decisionNote: list.decisionNote,
    mayDecide:
      list.state === 'proposed' &&
      mayUse(actor, 'sign_disposal') &&
      actor.accountId !== list.proposedById &&
      actor.unit === list.unitCode,
    items: items.map(({ procedure, version, retentionClass, ...item }) => ({
      ...item,
      procedure: reference.version(procedure, version).name.vi,
      retention: findRetentionClass(retentionClass)?.name ?? { vi: retentionClass, en: retentionClass },
    })),
    href: list.documentSha256 ? `/api/archive/disposals/${id}/list.pdf` : null,
  }
}
