import { type Tx, withTx } from '../../platform/db.ts'
import type { Deps } from '../../platform/deps.ts'
import { applyFacts, everyCommune, feedBatch, rollupLock } from './feed-rollups.ts'
import { readFacts } from './read-facts.ts'

const firstId = '00000000-0000-0000-0000-000000000000'

/**
 * Makes every fact anew from the log, and then the cells at once from the facts. The desk goes on meanwhile: the
 * facts are made in batches, and what happens besides is fed as ever. Returns how many dossiers were read.
 *
 * `onBatch` hears how many are done.
 */
export async function rebuildRollups(
  deps: Pick<Deps, 'pool' | 'reference'>,
  onBatch?: (done: number) => void,
): Promise<number> {
  let done = 0
  for (let after: string | undefined = firstId; after !== undefined; ) {
    const from: string = after
    after = await withTx(deps.pool, everyCommune(deps), async (tx) => {
      await standInLine(tx)
      const ids = (
        await tx.statement<{ id: string }>('select id from dossiers where id > $1 order by id limit $2', [
          from,
          feedBatch,
        ])
      ).map(({ id }) => id)
      if (ids.length > 0) await applyFacts(tx, await readFacts(deps, tx, ids))
      done += ids.length

      return ids.at(-1)
    })
    onBatch?.(done)
  }
  await rebuildCells(deps)

  return done
}

/** Makes the cells anew from the facts, in one transaction: no report sees them half made. */
export async function rebuildCells({ pool }: Pick<Deps, 'pool'>): Promise<void> {
  await withTx(pool, {}, async (tx) => {
    await standInLine(tx)
    await tx.statement('delete from sla_cells', [])
    await tx.statement('insert into sla_cells select * from sla_cells_of_facts', [])
  })
}

/** Waits until no other feeder is at work; the end of the transaction lets the next one in. */
async function standInLine(tx: Tx): Promise<void> {
  await tx.statement('select pg_advisory_xact_lock($1)', [rollupLock])
}
