import { asc, eq, inArray } from 'drizzle-orm'
import { archiveDisposalItems, archiveDisposals, archiveSeals } from '#db/schema/archive.ts'
import { type Manifest, manifest } from '#shared/archive/manifest.ts'
import { openSigned } from '#shared/certificates/signed-text.ts'
import { canonicalJson } from '#shared/text/canonical-json.ts'
import { readStored } from '../../archive/read-stored.ts'
import { sealedText } from '../../archive/seal-dossier.ts'
import { openOrNothing } from './answers.ts'
import { type AtHand, type Batch, fileDifference, groupBy, type Looked, lookAtEach } from './batch.ts'
import { firstDifference } from './dossier.ts'

type Seal = typeof archiveSeals.$inferSelect
type Disposal = typeof archiveDisposals.$inferSelect

/**
 * Whether each sealed dossier is still what was sealed: the manifest in the store is the one whose hash was signed, it
 * says what the row and the dossier say, its log is the beginning of the dossier's log, and every file that it names is
 * there, byte for byte. What was disposed of has its signed list instead, which two people put their names to.
 */
export async function lookAtArchiveSeals(batch: Batch, atHand: AtHand): Promise<Looked> {
  const { db, ids, dossiers } = batch
  const rows = await db
    .select()
    .from(archiveSeals)
    .where(inArray(archiveSeals.dossierId, ids))
    .orderBy(asc(archiveSeals.dossierId))
  const lists = await db
    .select({ dossierId: archiveDisposalItems.dossierId, list: archiveDisposals })
    .from(archiveDisposalItems)
    .innerJoin(archiveDisposals, eq(archiveDisposals.id, archiveDisposalItems.disposalId))
    .where(inArray(archiveDisposalItems.dossierId, ids))
  const listsOf = groupBy(lists, ({ dossierId }) => dossierId)

  return lookAtEach(
    rows,
    ({ dossierId }) => `${dossiers.get(dossierId)?.code} in the archive`,
    async (seal) => {
      const signed = (listsOf.get(seal.dossierId) ?? [])
        .map(({ list }) => list)
        .find(({ state }) => state === 'confirmed')

      return (
        (await againstList(seal, signed, atHand)) ??
        (await againstSignature(seal, dossiers.get(seal.dossierId)?.code, atHand)) ??
        (await againstManifest(seal, batch, atHand))
      )
    },
  )
}

async function againstList(seal: Seal, list: Disposal | undefined, { store }: AtHand): Promise<string | undefined> {
  if ((seal.disposedAt !== null) !== (list !== undefined))
    return list ? 'a signed list disposes of it, and it is still there' : 'it was disposed of by no signed list'
  if (!list) return undefined
  if (!list.decidedById || list.decidedById === list.proposedById)
    return 'the list that disposed of it was signed by nobody else'
  if (!list.documentSha256) return 'the list that disposed of it is not stored'

  return fileDifference(store, list.documentSha256, list.documentBytes ?? undefined)
}

async function againstSignature(
  { manifestSha256, signature, sealedAt }: Seal,
  code: string | undefined,
  { publicKeys }: AtHand,
): Promise<string | undefined> {
  if (publicKeys.length === 0) return undefined
  const opened = await openSigned(signature, 'quay-lt', publicKeys)
  const should = canonicalJson(sealedText(code ?? '', manifestSha256, sealedAt.toISOString()))

  return opened.is === 'genuine' && canonicalJson(opened.payload) === should
    ? undefined
    : 'its manifest was not signed by the desk'
}

async function againstManifest(seal: Seal, { dossiers, links }: Batch, { store }: AtHand): Promise<string | undefined> {
  if (!store) return undefined
  const lost = await fileDifference(store, seal.manifestSha256)
  if (lost) return `manifest: ${lost}`
  const parsed = await readManifest(store, seal.manifestSha256)
  const dossier = dossiers.get(seal.dossierId)
  if (!parsed || !dossier) return 'its manifest cannot be read'
  const { id, code, procedure, procedureVersion, channel, filedAt } = dossier
  const differs =
    firstDifference(
      {
        id,
        code,
        procedure,
        procedureVersion,
        channel,
        filedAt: filedAt.toISOString(),
        unit: seal.unitCode,
        endedAt: seal.endedAt.toISOString(),
      },
      parsed.dossier,
    ) ??
    firstDifference(
      {
        sealedAt: parsed.sealedAt,
        retentionClass: parsed.retention.class,
        keepUntil: parsed.retention.keepUntil,
        files: parsed.files.length,
        bytes: parsed.files.reduce((sum, { bytes }) => sum + bytes, 0),
      },
      { ...seal, sealedAt: seal.sealedAt.toISOString() },
    )
  if (differs) return differs
  if (links.get(seal.dossierId)?.[parsed.log.events - 1]?.hash.toString('hex') !== parsed.log.head)
    return 'the log that was sealed is not the beginning of its log'
  for (const { path, role, sha256, bytes } of parsed.files) {
    const damage = seal.disposedAt && role !== 'log' ? undefined : await fileDifference(store, sha256, bytes)
    if (damage) return `${path}: ${damage}`
  }

  return undefined
}

async function readManifest(store: NonNullable<AtHand['store']>, sha256: string): Promise<Manifest | undefined> {
  const text = (await readStored(store, sha256)).toString('utf8')
  const parsed = manifest.safeParse(openOrNothing(() => JSON.parse(text)))

  return parsed.success ? parsed.data : undefined
}
