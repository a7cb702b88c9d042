import { and, eq, inArray, sql } from 'drizzle-orm'
import { archiveDisposalItems, archiveDisposals, archiveSeals } from '#db/schema/archive.ts'
import { dossiers } from '#db/schema/dossiers.ts'
import type { StaffActor } from '#shared/accounts/policy.ts'
import { findRetentionClass } from '#shared/archive/retention.ts'
import type { DisposalView } from '#shared/archive/schemas.ts'
import { localDayOf } from '#shared/text/format.ts'
import { one, type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { newId } from '../platform/ids.ts'
import { type FieldProblem, invalid } from '../platform/problem.ts'
import { readDisposal } from './list-disposals.ts'

/**
 * Puts sealed dossiers that need no longer be kept on a list, to be signed by another person. Every code that may not
 * stand on it is named, and then no list is made.
 */
export function proposeDisposal(
  deps: Deps,
  actor: StaffActor,
  { codes, reason }: { codes: readonly string[]; reason: string },
): Promise<DisposalView> {
  const at = deps.now()

  return withTx(deps.pool, { units: actor.units }, async (tx) => {
    // One list at a time for a unit: two at once would take the same number, or the same dossier.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`disposal ${actor.unit}`}, 0))`)
    const ids = await disposable(deps, tx, actor, codes, localDayOf(at))
    const { last } = one(
      await tx
        .select({ last: sql<number>`coalesce(max(${archiveDisposals.number}), 0)::integer` })
        .from(archiveDisposals)
        .where(eq(archiveDisposals.unitCode, actor.unit)),
    )
    const id = newId()
    await tx.insert(archiveDisposals).values({
      id,
      unitCode: actor.unit,
      number: last + 1,
      state: 'proposed',
      reason,
      proposedById: actor.accountId,
      proposedBy: actor.name,
      proposedAt: at,
    })
    await tx.insert(archiveDisposalItems).values(ids.map((dossierId) => ({ disposalId: id, dossierId })))

    return readDisposal(deps, tx, actor, id)
  })
}

async function disposable(
  { config }: Pick<Deps, 'config'>,
  tx: Tx,
  actor: StaffActor,
  codes: readonly string[],
  today: string,
): Promise<string[]> {
  const wanted = [...new Set(codes)]
  const seals = await tx
    .select({ code: dossiers.code, seal: archiveSeals })
    .from(archiveSeals)
    .innerJoin(dossiers, eq(dossiers.id, archiveSeals.dossierId))
    .where(and(inArray(dossiers.code, wanted), eq(archiveSeals.unitCode, actor.unit)))
  const listed = new Set(
    (
      await tx
        .select({ dossierId: archiveDisposalItems.dossierId })
        .from(archiveDisposalItems)
        .innerJoin(archiveDisposals, eq(archiveDisposals.id, archiveDisposalItems.disposalId))
        .where(eq(archiveDisposals.state, 'proposed'))
    ).map(({ dossierId }) => dossierId),
  )
  const problems: FieldProblem[] = []
  const ids: string[] = []
  for (const [index, code] of wanted.entries()) {
    const seal = seals.find((row) => row.code === code)?.seal
    const why = seal
      ? whyNot(seal, { today, isListed: listed.has(seal.dossierId), ...config })
      : 'không có trong kho của đơn vị'
    if (why) problems.push({ pointer: `#/codes/${index}`, detail: `Hồ sơ ${code} ${why}.` })
    else if (seal) ids.push(seal.dossierId)
  }
  if (problems.length > 0) throw invalid(problems, 'Có hồ sơ chưa thể đưa vào danh mục hủy. Hãy bỏ ra rồi lập lại.')

  return ids
}

function whyNot(
  { keepUntil, disposedAt, retentionClass }: typeof archiveSeals.$inferSelect,
  { today, isListed, isProduction }: { today: string; isListed: boolean; isProduction: boolean },
): string | undefined {
  if (disposedAt) return 'đã hủy'
  if (keepUntil === null) return 'phải lưu vĩnh viễn'
  if (keepUntil >= today) return `phải lưu đến hết ngày ${keepUntil.split('-').reverse().join('/')}`
  if (isListed) return 'đang nằm trong một danh mục chờ ký'
  // A period that nobody has read in the law is good enough for a demonstration, and for nothing that cannot be undone.
  if (isProduction && findRetentionClass(retentionClass)?.source.mark !== 'seen')
    return 'thuộc loại có thời hạn lưu trữ chưa được đối chiếu với văn bản'

  return undefined
}
