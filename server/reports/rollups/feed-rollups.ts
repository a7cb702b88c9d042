import { type CellKey, cellKeysOf, countIn } from '#shared/reports/sla-cells.ts'
import type { SlaFact } from '#shared/reports/sla-fact.ts'
import { type Scope, type Tx, withTx } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import { cellName, readCells, storeCells } from './cell-rows.ts'
import { factFields, selectFacts, storeFacts } from './fact-rows.ts'
import { readFacts } from './read-facts.ts'

export const feedBatch = 500

/** Any number that only rollups use: whoever changes them stands in line on it. */
export const rollupLock = 7_662_022

/**
 * Counts the dossiers whose log has grown since the last time: reads each log whole, takes the dossier out of the
 * cells it was counted in, and counts it in where it belongs now.
 *
 * What is taken from `sla_pending` and what it changes commit together, so a crash at any point leaves the numbers as
 * if the batch had never begun, and it is done again. A late event or a correction is only one more reading of the
 * log. Returns how many rows it took: 0 when nothing waits, or when another feeder is at work.
 */
export async function feedRollups(
  deps: Pick<Deps, 'pool' | 'reference' | 'log'>,
  batch: number = feedBatch,
): Promise<number> {
  return withTx(deps.pool, everyCommune(deps), async (tx) => {
    const [lock] = await tx.statement<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [rollupLock])
    if (!lock?.mine) return 0
    const taken = await tx.statement<{ dossier_id: string }>(
      `delete from sla_pending where id = any (array (select id from sla_pending order by id limit $1 for update skip locked))
       returning dossier_id`,
      [batch],
    )
    const ids = [...new Set(taken.map(({ dossier_id }) => dossier_id))]
    if (ids.length === 0) return 0
    const facts = await readFacts(deps, tx, ids)
    if (facts.length < ids.length)
      deps.log.warn(
        { dossiers: ids.length - facts.length },
        'rollups: dossiers of communes that no list knows are not counted',
      )
    await applyFacts(tx, facts)

    return taken.length
  })
}

/**
 * Reports count all communes, also those of lists that are no longer in force, and under its own name what still stands
 * with the province; what they tell names nobody.
 */
export const everyCommune = ({ reference }: Pick<Deps, 'reference'>): Scope => ({
  units: [...new Set([...reference.directory().units.map(({ code }) => code), ...reference.receivingUnits()])],
})

/** Puts new facts in the place of those before, and moves their dossiers between cells accordingly. */
export async function applyFacts(tx: Pick<Tx, 'statement'>, facts: readonly SlaFact[]): Promise<void> {
  const before = new Map(
    (await tx.statement<SlaFact & Record<string, unknown>>(selectFacts, [facts.map(({ dossierId }) => dossierId)])).map(
      (fact) => [fact.dossierId, fact as SlaFact],
    ),
  )
  const changed = facts.filter((fact) => !isSame(before.get(fact.dossierId), fact))
  if (changed.length === 0) return
  const moves = changed.flatMap((fact) => {
    const old = before.get(fact.dossierId)

    return [...(old ? [{ fact: old, sign: -1 as const }] : []), { fact, sign: 1 as const }]
  })
  const keys: CellKey[] = moves.flatMap(({ fact }) => cellKeysOf(fact))
  const cells = await readCells(tx, keys)
  for (const { fact, sign } of moves) {
    for (const key of cellKeysOf(fact)) {
      const cell = cells.get(cellName(key))
      if (cell) countIn(cell, fact, sign)
    }
  }
  await storeCells(tx, cells.values())
  await storeFacts(tx, changed)
}

/** Whether two facts of a dossier are equal in every field. */
export function isSame(a: SlaFact | undefined, b: SlaFact): boolean {
  return a !== undefined && factFields.every((field) => a[field]?.valueOf() === b[field]?.valueOf())
}
