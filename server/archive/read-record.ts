import { asc, eq } from 'drizzle-orm'
import { archiveRecordFiles, archiveRecords } from '#db/schema/archive.ts'
import { dossiers } from '#db/schema/dossiers.ts'
import type { RecordView } from '#shared/archive/schemas.ts'
import type { Tx } from '../platform/db.ts'
import { notFound } from '../platform/problem.ts'

/** A record within the scope of this transaction; one of another unit and one that is not are the same 404. */
export async function findRecord(tx: Tx, id: string): Promise<typeof archiveRecords.$inferSelect> {
  const [record] = await tx.select().from(archiveRecords).where(eq(archiveRecords.id, id))
  if (!record) throw notFound('Không có hồ sơ giấy này trong kho, hoặc nó không thuộc quyền xem của bạn.')

  return record
}

/** A scanned paper file with its scans. */
export async function readRecord(tx: Tx, id: string): Promise<RecordView> {
  const record = await findRecord(tx, id)
  const [dossier] = record.dossierId
    ? await tx.select({ code: dossiers.code }).from(dossiers).where(eq(dossiers.id, record.dossierId))
    : []
  const files = await tx
    .select()
    .from(archiveRecordFiles)
    .where(eq(archiveRecordFiles.recordId, id))
    .orderBy(asc(archiveRecordFiles.number))

  return {
    id,
    title: record.title,
    personName: record.personName,
    year: record.year,
    reference: record.reference,
    place: record.place,
    code: dossier?.code ?? null,
    addedBy: record.addedBy,
    addedAt: record.addedAt,
    files: files.map(({ number, sha256, bytes, type, addedBy, addedAt }) => ({
      number,
      sha256,
      bytes,
      type,
      addedBy,
      addedAt,
      href: `/api/archive/records/${id}/files/${number}`,
    })),
  }
}
