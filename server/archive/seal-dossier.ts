import { eq } from 'drizzle-orm'
import { archiveSeals } from '#db/schema/archive.ts'
import { dossiers } from '#db/schema/dossiers.ts'
import type { Manifest } from '#shared/archive/manifest.ts'
import { keepUntil, retentionOf, sealableStates } from '#shared/archive/retention.ts'
import { canonicalJson } from '#shared/text/canonical-json.ts'
import { localDayOf } from '#shared/text/format.ts'
import { signText } from '../certificates/sign-text.ts'
import { withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { collectFiles } from './collect-files.ts'

/**
 * Seals one ended dossier: its manifest, signed, names every file by its hash and the end of its log. False when it is
 * sealed already, is not one to be sealed, or has a paper that is still being looked at.
 *
 * Under the row's lock, so that no step of the dossier comes between what is listed and the list. Files go into the
 * store before the row that names them.
 */
export function sealDossier(deps: Deps, unit: string, dossierId: string): Promise<boolean> {
  return withTx(deps.pool, { units: [unit] }, async (tx) => {
    const [dossier] = await tx.select().from(dossiers).where(eq(dossiers.id, dossierId)).for('update')
    if (!dossier?.endedAt || !sealableStates.some((state) => state === dossier.state)) return false
    const [before] = await tx
      .select({ dossierId: archiveSeals.dossierId })
      .from(archiveSeals)
      .where(eq(archiveSeals.dossierId, dossierId))
    const collected = before ? undefined : await collectFiles(deps, tx, dossierId)
    if (!collected) return false

    const sealedAt = deps.now()
    const { code: procedure } = deps.reference.version(dossier.procedure, dossier.procedureVersion)
    const retention = retentionOf(procedure, dossier.state)
    const until = keepUntil(retention, localDayOf(dossier.endedAt))
    const manifest: Manifest = {
      format: 'quay-archive',
      version: 1,
      dossier: {
        id: dossier.id,
        code: dossier.code,
        procedure: dossier.procedure,
        procedureVersion: dossier.procedureVersion,
        unit: dossier.unitCode,
        channel: dossier.channel,
        state: dossier.state,
        filedAt: dossier.filedAt.toISOString(),
        endedAt: dossier.endedAt.toISOString(),
      },
      sealedAt: sealedAt.toISOString(),
      retention: { class: retention.id, keepUntil: until, source: retention.source.text },
      log: collected.log,
      files: collected.files,
    }
    const kept = await deps.store.keep(Buffer.from(canonicalJson(manifest)))
    await tx.insert(archiveSeals).values({
      dossierId,
      unitCode: dossier.unitCode,
      sealedAt,
      endedAt: dossier.endedAt,
      manifestSha256: kept.sha256,
      signature: await signText(deps.keys, 'quay-lt', sealedText(dossier.code, kept.sha256, manifest.sealedAt)),
      files: manifest.files.length,
      bytes: manifest.files.reduce((sum, { bytes }) => sum + bytes, 0),
      retentionClass: retention.id,
      keepUntil: until,
    })

    return true
  })
}

/** What is signed of a manifest. */
export const sealedText = (code: string, manifestSha256: string, sealedAt: string) => ({
  code,
  manifestSha256,
  sealedAt,
})
