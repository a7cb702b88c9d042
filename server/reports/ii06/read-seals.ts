import { and, desc, eq, inArray, like, or, sql } from 'drizzle-orm'
import { reportCorrections, reportSeals } from '#db/schema/reports.ts'
import type { StaffActor } from '#shared/accounts/policy.ts'
import {
  type Ii06BaseColumn,
  type Ii06Column,
  type Ii06Counts,
  ii06BaseColumns,
  withSums,
} from '#shared/reports/ii06.ts'
import { periodOf, type ReportPeriod } from '#shared/reports/ii06-periods.ts'
import type { SealSummary, SealsQuery, SealView } from '#shared/reports/ii06-schemas.ts'
import { formatLocalDate, parseLocalDate } from '#shared/sla/minutes.ts'
import { type Tx, withTx } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import { notFound } from '../../platform/problem.ts'
import { province } from '../../platform/reference.ts'
import { unitLabelOn } from '../unit-name-on.ts'
import { readSealedBody } from './sealed-body.ts'

type Needs = Pick<Deps, 'pool' | 'reference'>
type Seal = typeof reportSeals.$inferSelect
type Correction = typeof reportCorrections.$inferSelect

const summaryColumns = {
  id: reportSeals.id,
  unitCode: reportSeals.unitCode,
  period: reportSeals.period,
  fromDay: reportSeals.fromDay,
  toDay: reportSeals.toDay,
  sealedAt: reportSeals.sealedAt,
  sealedByName: reportSeals.sealedByName,
  sha256: reportSeals.sha256,
  corrections: sql<number>`(select count(*)::integer from report_corrections c where c.seal_id = ${reportSeals.id})`,
}

/** The units whose sealed reports somebody may see: those of the posting, and the posting's own. */
const visibleUnits = ({ units, unit }: Pick<StaffActor, 'units' | 'unit'>) => [...units, unit]

/** The seal of exactly this report, if it was sent. */
export async function findSealOf(
  deps: Needs,
  unit: string,
  { from, to }: Pick<ReportPeriod, 'from' | 'to'>,
): Promise<SealSummary | undefined> {
  const [row] = await withTx(deps.pool, {}, (tx) =>
    tx
      .select(summaryColumns)
      .from(reportSeals)
      .where(and(eq(reportSeals.unitCode, unit), eq(reportSeals.fromDay, from), eq(reportSeals.toDay, to))),
  )

  return row && toSummary(deps, row)
}

/** Sealed reports of one unit, or of all that the asker may see; the newest period first. */
export async function listSeals(
  deps: Needs,
  actor: Pick<StaffActor, 'units' | 'unit'>,
  { unit, year }: SealsQuery,
): Promise<SealSummary[]> {
  if (unit && !visibleUnits(actor).includes(unit))
    throw notFound('Không có báo cáo này, hoặc nó không thuộc quyền xem của bạn.')
  const rows = await withTx(deps.pool, {}, (tx) =>
    tx
      .select(summaryColumns)
      .from(reportSeals)
      .where(
        and(
          inArray(reportSeals.unitCode, unit ? [unit] : visibleUnits(actor)),
          year ? or(like(reportSeals.toDay, `${year}-%`), like(reportSeals.fromDay, `${year}-%`)) : undefined,
        ),
      )
      .orderBy(desc(reportSeals.toDay), reportSeals.unitCode)
      .limit(1_000),
  )

  return rows.map((row) => toSummary(deps, row))
}

/** One sealed report with its bytes and its corrections, for those who may see its unit. */
export async function findSeal(
  deps: Pick<Deps, 'pool'>,
  actor: Pick<StaffActor, 'units' | 'unit'>,
  id: string,
): Promise<{ seal: Seal; corrections: Correction[] }> {
  const found = await withTx(deps.pool, {}, (tx) => readSeal(tx, id))
  if (!found || !visibleUnits(actor).includes(found.seal.unitCode))
    throw notFound('Không có báo cáo này, hoặc nó không thuộc quyền xem của bạn.')

  return found
}

export async function readSeal(tx: Tx, id: string): Promise<{ seal: Seal; corrections: Correction[] } | undefined> {
  const [seal] = await tx.select().from(reportSeals).where(eq(reportSeals.id, id))
  if (!seal) return undefined
  const corrections = await tx
    .select()
    .from(reportCorrections)
    .where(eq(reportCorrections.sealId, id))
    .orderBy(reportCorrections.number)

  return { seal, corrections }
}

/** What was sent, what was recorded too late, and both together. */
export function toSealView(
  deps: Pick<Deps, 'reference'>,
  { seal, corrections }: { seal: Seal; corrections: readonly Correction[] },
): SealView {
  const body = readSealedBody(seal.body)
  const labels = new Map(body.rows.map(({ procedure, label }) => [procedure, label]))
  const procedures = [...new Set([...labels.keys(), ...corrections.map(({ procedure }) => procedure)])]

  return {
    ...toSummary(deps, { ...seal, corrections: corrections.length }),
    rows: body.rows,
    totals: body.totals,
    notes: body.notes,
    correctedTotals: corrected(body.totals, corrections),
    correctedRows: procedures.map((procedure) => ({
      procedure,
      label: labels.get(procedure) ?? { vi: `Thủ tục ${procedure}`, en: procedure },
      counts: corrected(
        body.rows.find((row) => row.procedure === procedure)?.counts ?? nothing,
        corrections.filter((each) => each.procedure === procedure),
      ),
    })),
    list: corrections.map(({ number, madeAt, dossierCode, procedure, cell, before, after, reason }) => ({
      number,
      madeAt,
      dossier: dossierCode,
      procedure,
      cell: cell as Ii06Column,
      before,
      after,
      reason,
    })),
  }
}

export interface CarriedSeal {
  id: string
  /** Column 11 as sealed, and by how much corrections changed it. */
  sealed: number
  corrected: number
  /** Column 11 with corrections, by procedure. */
  open: Map<string, number>
}

/** The sealed report that ended where a period begins: the next column 6 continues its column 11 (CLOCK rule 9.8). */
export async function findCarriedSeal(
  { pool }: Pick<Deps, 'pool'>,
  unit: string,
  fromDay: string,
): Promise<CarriedSeal | undefined> {
  const lastDay = formatLocalDate(parseLocalDate(fromDay) - 1)
  const found = await withTx(pool, {}, async (tx) => {
    const [last] = await tx
      .select({ id: reportSeals.id })
      .from(reportSeals)
      .where(and(eq(reportSeals.unitCode, unit), eq(reportSeals.toDay, lastDay)))
      .orderBy(desc(reportSeals.sealedAt))
      .limit(1)

    return last && readSeal(tx, last.id)
  })
  if (!found) return undefined
  const { rows, totals } = readSealedBody(found.seal.body)
  const open = new Map(rows.map(({ procedure, counts }) => [procedure, counts[11]]))
  const moved = found.corrections.filter(({ cell }) => cell === '12' || cell === '13')
  for (const { procedure, before, after } of moved) open.set(procedure, (open.get(procedure) ?? 0) + after - before)

  return {
    id: found.seal.id,
    sealed: totals[11],
    corrected: moved.reduce((sum, { before, after }) => sum + after - before, 0),
    open,
  }
}

const nothing = withSums({ 4: 0, 5: 0, 6: 0, 8: 0, 9: 0, 10: 0, 12: 0, 13: 0 })

/** Corrections name counted cells only; the sums follow from them. */
export function corrected(
  counts: Ii06Counts,
  corrections: readonly Pick<Correction, 'cell' | 'before' | 'after'>[],
): Ii06Counts {
  const base = Object.fromEntries(ii06BaseColumns.map((column) => [column, counts[column]])) as Record<
    Ii06BaseColumn,
    number
  >
  for (const { cell, before, after } of corrections) base[cell as Ii06BaseColumn] += after - before

  return withSums(base)
}

function toSummary(
  { reference }: Pick<Deps, 'reference'>,
  row: Pick<Seal, 'id' | 'unitCode' | 'period' | 'fromDay' | 'toDay' | 'sealedAt' | 'sealedByName' | 'sha256'> & {
    corrections: number
  },
): SealSummary {
  const label = periodOf(row.period)?.label ?? { vi: row.period, en: row.period }

  return {
    id: row.id,
    unit: row.unitCode,
    unitName:
      row.unitCode === province.code
        ? { vi: `Công an tỉnh ${province.name}`, en: `Police of ${province.name} province` }
        : unitLabelOn(reference, row.unitCode, row.toDay),
    period: { name: row.period, from: row.fromDay, to: row.toDay, label },
    sealedAt: row.sealedAt,
    sealedBy: row.sealedByName,
    sha256: row.sha256,
    corrections: row.corrections,
  }
}
