import pg from 'pg'
import { rebuildIndex } from '../counter/rebuild-index.ts'
import { reachDesk } from './reach-desk.ts'

const toldEvery = 10_000

/** `desk index rebuild`. As the owner, who sees the dossiers of all communes. */
export async function runIndex(action: string | undefined): Promise<number> {
  if (action !== 'rebuild') {
    process.stderr.write('npm run desk -- index rebuild\n')

    return 2
  }
  await using desk = await reachDesk()
  const { keys } = desk
  if (!keys)
    throw new Error('The answers are sealed: give DESK_FIELD_KEY, DESK_INDEX_KEY, DESK_HMAC_KEY and DESK_RECEIPT_KEY.')
  if (!desk.keys)
    throw new Error('desk index rebuild: the answers are sealed, and this machine has no keys (DESK_FIELD_KEY …)')
  const ownerPool = new pg.Pool({ connectionString: desk.database.ownerUrl, max: 1 })
  const began = performance.now()
  let told = 0
  try {
    const indexed = await rebuildIndex({ ownerPool, keys }, (looked) => {
      if (looked < told + toldEvery) return
      told = looked
      process.stdout.write(`${looked} dossiers read\n`)
    })
    const seconds = (performance.now() - began) / 1000
    process.stdout.write(
      `${indexed} dossiers in ${seconds.toFixed(1)} s (${Math.round(indexed / seconds)}/s): each is found by what its answers say now.\n`,
    )

    return 0
  } finally {
    await ownerPool.end()
  }
}
