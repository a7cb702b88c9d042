import pg from 'pg'
import { openLog } from '../parts.ts'
import { openReference } from '../platform/reference.ts'
import { openWakeups } from '../platform/wakeups.ts'
import { rebuildRollups } from '../reports/rollups/rebuild-rollups.ts'
import { reachDesk } from './reach-desk.ts'

const toldEvery = 10_000

/** `desk rollups rebuild`. As the owner, whose statements may take as long as they need. */
export async function runRollups(action: string | undefined): Promise<number> {
  if (action !== 'rebuild') {
    process.stderr.write('npm run desk -- rollups rebuild\n')

    return 2
  }
  await using desk = await reachDesk()
  const pool = new pg.Pool({ connectionString: desk.database.ownerUrl, max: 2 })
  const log = openLog({ logLevel: 'warn' })
  const wake = await openWakeups(desk.database.ownerUrl, pool, log)
  const began = performance.now()
  let told = 0
  try {
    const reference = await openReference(pool, wake, log)
    const dossiers = await rebuildRollups({ pool, reference }, (done) => {
      if (done < told + toldEvery) return
      told = done
      process.stdout.write(`${done} dossiers read\n`)
    })
    const seconds = (performance.now() - began) / 1000
    process.stdout.write(
      `${dossiers} dossiers in ${seconds.toFixed(1)} s (${Math.round(dossiers / seconds)}/s): reports are as the log says.\n`,
    )

    return 0
  } finally {
    await wake.close()
    await pool.end()
  }
}
