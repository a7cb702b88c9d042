import { eq } from 'drizzle-orm'
import * as z from 'zod/mini'
import { accessLog } from '#db/schema/accounts.ts'
import { archiveDisposalItems, archiveDisposals, archiveSeals } from '#db/schema/archive.ts'
import { dossiers } from '#db/schema/dossiers.ts'
import type { StaffActor } from '#shared/accounts/policy.ts'
import { type DisposalNote, manifest, packageNames } from '#shared/archive/manifest.ts'
import { canonicalJson } from '#shared/text/canonical-json.ts'
import { type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { newId } from '../platform/ids.ts'
import { notFound } from '../platform/problem.ts'
import { readStored } from './read-stored.ts'
import { type PackedFile, writeZip } from './zip-file.ts'

/**
 * A sealed dossier as one ZIP file: manifest, signature, and every file that it names. Of one that was disposed of, the
 * log and the manifest, with the signed list that says why the rest is missing. That it was taken out is recorded.
 */
export async function exportPackage(deps: Deps, actor: StaffActor, code: string): Promise<Buffer> {
  const { seal, disposal } = await withTx(deps.pool, { units: actor.units }, async (tx) => {
    const [row] = await tx
      .select({ seal: archiveSeals })
      .from(archiveSeals)
      .innerJoin(dossiers, eq(dossiers.id, archiveSeals.dossierId))
      .where(eq(dossiers.code, code))
    if (!row) throw notFound('Không có hồ sơ này trong kho lưu trữ, hoặc nó không thuộc quyền xem của bạn.')
    await tx.insert(accessLog).values({
      id: newId(),
      at: deps.now(),
      accountId: actor.accountId,
      unitCode: actor.unit,
      dossierId: row.seal.dossierId,
      purpose: 'xuất gói hồ sơ lưu trữ',
    })

    return { seal: row.seal, disposal: row.seal.disposedAt ? await disposalOf(tx, row.seal.dossierId) : undefined }
  })
  const manifestBytes = await readStored(deps.store, seal.manifestSha256)
  const { files } = z.parse(manifest, JSON.parse(manifestBytes.toString('utf8')))
  const packed: PackedFile[] = [
    { path: packageNames.manifest, bytes: manifestBytes },
    { path: packageNames.signature, bytes: Buffer.from(seal.signature) },
  ]
  for (const { path, role, sha256 } of files)
    if (!disposal || role === 'log') packed.push({ path, bytes: await readStored(deps.store, sha256) })
  if (disposal)
    packed.push(
      { path: packageNames.disposal, bytes: Buffer.from(canonicalJson(disposal)) },
      { path: packageNames.disposalList, bytes: await readStored(deps.store, disposal.listSha256) },
    )

  return writeZip(packed, seal.sealedAt)
}

async function disposalOf(tx: Tx, dossierId: string): Promise<DisposalNote | undefined> {
  const rows = await tx
    .select({ list: archiveDisposals })
    .from(archiveDisposals)
    .innerJoin(archiveDisposalItems, eq(archiveDisposalItems.disposalId, archiveDisposals.id))
    .where(eq(archiveDisposalItems.dossierId, dossierId))
  const list = rows.find((row) => row.list.state === 'confirmed')?.list
  if (!list?.decidedAt || !list.decidedBy || !list.documentSha256) return undefined

  return {
    number: list.number,
    proposedBy: list.proposedBy,
    proposedAt: list.proposedAt.toISOString(),
    decidedBy: list.decidedBy,
    decidedAt: list.decidedAt.toISOString(),
    listSha256: list.documentSha256,
  }
}
