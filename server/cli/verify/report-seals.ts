import { asc, inArray } from 'drizzle-orm'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import { dossiers } from '#db/schema/dossiers.ts'
import { reportCorrections, reportSeals } from '#db/schema/reports.ts'
import { countEntries, type Ii06BaseColumn, ii06BaseColumns, withSums } from '#shared/reports/ii06.ts'
import { sha256 } from '../../platform/sealing.ts'
import { corrected } from '../../reports/ii06/read-seals.ts'
import { readSealedBody, type SealedBody, sealedEntries } from '../../reports/ii06/sealed-body.ts'
import { groupBy, type Looked, lookAtEach } from './batch.ts'
import { firstDifference } from './dossier.ts'

type Seal = typeof reportSeals.$inferSelect
type Correction = typeof reportCorrections.$inferSelect

/**
 * Whether every sealed report is the bytes of its hash, says what stands beside it, and counts the dossiers that it
 * lists; and whether its corrections go on from it one after the other, each about a dossier that is there.
 */
export async function lookAtReportSeals(db: NodePgDatabase): Promise<Looked> {
  const rows = await db.select().from(reportSeals).orderBy(asc(reportSeals.sealedAt), asc(reportSeals.id))
  const corrections = await db
    .select()
    .from(reportCorrections)
    .orderBy(asc(reportCorrections.sealId), asc(reportCorrections.number))
  const codes = await db
    .select({ code: dossiers.code })
    .from(dossiers)
    .where(inArray(dossiers.code, [...new Set(corrections.map(({ dossierCode }) => dossierCode))]))
  const [correctionsOf, known] = [groupBy(corrections, ({ sealId }) => sealId), new Set(codes.map(({ code }) => code))]
  const looked = await lookAtEach(
    rows,
    ({ unitCode, period }) => `report of ${unitCode} for ${period}`,
    (seal) => {
      if (sha256(seal.body).toString('hex') !== seal.sha256) return 'the sealed bytes are not those of its hash'
      const body = readSealedBody(seal.body)

      return (
        besideBody(seal, body) ?? wrongCount(body) ?? wrongCorrection(body, correctionsOf.get(seal.id) ?? [], known)
      )
    },
  )

  return { ...looked, rows: rows.length + corrections.length }
}

const besideBody = (seal: Seal, { unit, period, sealedAt, sealedBy }: SealedBody): string | undefined =>
  firstDifference(
    {
      unitCode: unit.code,
      period: period.name,
      fromDay: period.from,
      toDay: period.to,
      sealedAt: new Date(sealedAt),
      sealedByName: sealedBy.name,
    },
    seal,
  )

function wrongCount(body: SealedBody): string | undefined {
  const entries = sealedEntries(body)
  const total = firstDifference({ totals: countEntries(entries) }, body)
  if (total) return total
  for (const { procedure, counts } of body.rows) {
    const wrong = firstDifference(
      { [procedure]: countEntries(entries.filter((each) => each.procedure === procedure)) },
      { [procedure]: counts },
    )
    if (wrong) return wrong
  }

  return undefined
}

const nothing = withSums({ 4: 0, 5: 0, 6: 0, 8: 0, 9: 0, 10: 0, 12: 0, 13: 0 })

function wrongCorrection(body: SealedBody, corrections: readonly Correction[], known: ReadonlySet<string>) {
  for (const [index, correction] of corrections.entries()) {
    const { number, procedure, cell, before, after, dossierCode } = correction
    const named = `correction ${index + 1}`
    if (number !== index + 1) return `${named} is missing`
    if (!isBaseColumn(cell)) return `${named}: there is no column ${cell} to correct`
    if (!known.has(dossierCode)) return `${named}: there is no dossier ${dossierCode}`
    const sealed = body.rows.find((row) => row.procedure === procedure)?.counts ?? nothing
    const earlier = corrections.slice(0, index).filter((each) => each.procedure === procedure)
    const wrong = firstDifference({ before: corrected(sealed, earlier)[cell] }, { before })
    if (wrong) return `${named}: ${wrong}`
    if (after === before) return `${named} changes nothing`
    if (after < 0) return `${named}: a cell counts ${after}`
  }

  return undefined
}

const isBaseColumn = (cell: string): cell is Ii06BaseColumn => ii06BaseColumns.some((column) => column === cell)
