import { sql } from 'drizzle-orm'
import { documentNumbers, documents } from '#db/schema/dossiers.ts'
import { localDayOf } from '#shared/text/format.ts'
import { one, type Tx } from '../platform/db.ts'
import type { Deps } from '../platform/deps.ts'
import { newId } from '../platform/ids.ts'
import type { Dossier } from './change-dossier.ts'

export interface MadeDocument {
  dossier: Pick<Dossier, 'id'>
  form: string
  at: Date
  number: string | null
  pdf: Buffer
}

/** Stores a slip or result with the step that made it: the bytes first, synced, then the row that names them. */
export async function keepDocument(
  { store }: Pick<Deps, 'store'>,
  tx: Tx,
  { dossier, form, at, number, pdf }: MadeDocument,
): Promise<void> {
  const { sha256, bytes } = await store.keep(pdf)
  await tx.insert(documents).values({ id: newId(), dossierId: dossier.id, form, number, sha256, bytes, madeAt: at })
}

/** The next number of a form in the unit's year, `12/2026`. The counter's row is held until the step commits. */
export async function nextDocumentNumber(tx: Tx, unitCode: string, form: string, at: Date): Promise<string> {
  const year = Number(localDayOf(at).slice(0, 4))
  const { last } = one(
    await tx
      .insert(documentNumbers)
      .values({ unitCode, year, form, last: 1 })
      .onConflictDoUpdate({
        target: [documentNumbers.unitCode, documentNumbers.year, documentNumbers.form],
        set: { last: sql`${documentNumbers.last} + 1` },
      })
      .returning({ last: documentNumbers.last }),
  )

  return `${last}/${year}`
}
