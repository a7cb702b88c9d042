import { readFile } from 'node:fs/promises'
import { eq, sql } from 'drizzle-orm'
import { archiveRecordFiles, archiveRecords, archiveSeals } from '#db/schema/archive.ts'
import { dossiers } from '#db/schema/dossiers.ts'
import type { StaffActor } from '#shared/accounts/policy.ts'
import type { RecordInput, RecordView } from '#shared/archive/schemas.ts'
import { problemTypes } from '#shared/http/problem.ts'
import { cleanImage } from '../papers/clean-image.ts'
import { storedPapersLock } from '../papers/clean-paper.ts'
import { inspectPdf } from '../papers/inspect-pdf.ts'
import type { Received } from '../papers/receive-upload.ts'
import { one, type Tx, withTx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { newId } from '../platform/ids.ts'
import { type Keyed, wasDone } from '../platform/keyed.ts'
import { conflict, invalid, paperRefused } from '../platform/problem.ts'
import { findRecord, readRecord } from './read-record.ts'

const scansPerRecord = 200

/** Enters an old paper file in the archive: alone, or with the ended dossier that it belongs to. Scans are added to it. */
export function addRecord(deps: Deps, actor: StaffActor, input: RecordInput, keyed: Keyed): Promise<RecordView> {
  const at = deps.now()

  return withTx(deps.pool, { units: actor.units }, async (tx) => {
    // The key is part of what is unique: sent again, the record that it made is found by it.
    const id = newId()
    if (await wasDone(tx, keyed, null, at)) throw alreadyEntered()
    const dossierId = input.dossier ? await endedDossier(tx, input.dossier) : null
    await tx.insert(archiveRecords).values({
      id,
      unitCode: actor.unit,
      dossierId,
      title: input.title,
      reference: input.reference ?? null,
      year: input.year,
      personName: input.personName,
      place: input.place ?? null,
      addedBy: actor.name,
      addedAt: at,
    })

    return readRecord(tx, id)
  })
}

const alreadyEntered = () =>
  conflict(problemTypes.keyReused, 'Hồ sơ giấy này đã được ghi vào kho. Hãy tìm lại trong danh sách.')

async function endedDossier(tx: Tx, code: string): Promise<string> {
  const [dossier] = await tx
    .select({ id: dossiers.id, isEnded: dossiers.isEnded })
    .from(dossiers)
    .where(eq(dossiers.code, code))
  if (!dossier) throw invalid([{ pointer: '#/dossier', detail: 'Không có hồ sơ này ở đơn vị của bạn.' }])
  if (!dossier.isEnded)
    throw invalid([
      {
        pointer: '#/dossier',
        detail: 'Hồ sơ này đang giải quyết. Giấy tờ của nó nhận qua bước bổ sung, không qua kho.',
      },
    ])
  const [seal] = await tx
    .select({ disposedAt: archiveSeals.disposedAt })
    .from(archiveSeals)
    .where(eq(archiveSeals.dossierId, dossier.id))
  if (seal?.disposedAt)
    throw invalid([{ pointer: '#/dossier', detail: 'Hồ sơ này đã hủy theo danh mục, không thêm giấy tờ được nữa.' }])

  return dossier.id
}

/**
 * Adds one scan to a record. It is cleaned while the officer waits, and not by the worker: a scanner's file is known
 * to be readable before the paper goes back on its shelf.
 */
export async function addScan(deps: Deps, actor: StaffActor, id: string, received: Received): Promise<RecordView> {
  try {
    const bytes = await cleaned(deps, received)
    const at = deps.now()

    return await withTx(deps.pool, { units: actor.units }, async (tx) => {
      // Held while the file is stored and named, so that the sweeper of uploads does not take the same bytes away.
      await tx.execute(sql`select pg_advisory_xact_lock_shared(${storedPapersLock})`)
      await findRecord(tx, id)
      // One at a time for a record: two scans at once would take the same number.
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`record ${id}`}, 0))`)
      const { last } = one(
        await tx
          .select({ last: sql<number>`coalesce(max(${archiveRecordFiles.number}), 0)::integer` })
          .from(archiveRecordFiles)
          .where(eq(archiveRecordFiles.recordId, id)),
      )
      if (last >= scansPerRecord)
        throw paperRefused(`Hồ sơ giấy này đã có ${scansPerRecord} tệp. Hãy lập tập thứ hai.`, 409)
      const kept = await deps.store.keep(bytes)
      await tx.insert(archiveRecordFiles).values({
        recordId: id,
        number: last + 1,
        ...kept,
        receivedSha256: received.sha256,
        type: received.type,
        addedBy: actor.name,
        addedAt: at,
      })

      return readRecord(tx, id)
    })
  } finally {
    await deps.store.removeQuarantined(received.id)
  }
}

async function cleaned({ store }: Pick<Deps, 'store'>, { id, type }: Received): Promise<Buffer> {
  const bytes = await readFile(store.quarantinePath(id))
  if (type === 'application/pdf') {
    if (inspectPdf(bytes))
      throw paperRefused(
        'Tệp PDF này hỏng, có mật khẩu, có tệp đính kèm hoặc có phần tự chạy. Hãy quét lại thành PDF mới.',
      )

    return bytes
  }
  const picture = await cleanImage(bytes, type)
  if ('refusal' in picture) throw paperRefused('Ảnh bị hỏng hoặc quá lớn, không mở được. Hãy quét lại rồi gửi.')

  return picture.bytes
}
