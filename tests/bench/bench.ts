import { openGround } from './bench-desk.ts'
import { findDatabaseLoader } from './database-load.ts'
import { machineLine } from './machine.ts'
import { readOptions } from './options.ts'
import type { Row } from './row.ts'
import { firstPageRow } from './rows/first-page.ts'
import { nextClaimRow } from './rows/next-claim.ts'
import { queuePageRow } from './rows/queue-page.ts'
import { relayRow } from './rows/relay.ts'
import { reportsRow } from './rows/reports.ts'
import { storedRow } from './rows/stored.ts'
import { submitRow } from './rows/submit.ts'
import { visibleRow } from './rows/visible.ts'
import type { Result } from './sample.ts'
import { tableOf } from './table.ts'

/** Measures the desk beside what its machine can do at all, and prints a table: see README.md. */
const rows: readonly Row[] = [
  submitRow,
  queuePageRow,
  storedRow,
  nextClaimRow,
  relayRow,
  visibleRow,
  reportsRow,
  firstPageRow,
]

const say = (message: string) => process.stdout.write(`${message}\n`)

async function bench() {
  const options = readOptions(process.argv.slice(2))
  const unknown = options.rows.filter((number) => !rows.some((row) => row.number === number))
  if (unknown.length > 0)
    throw new Error(`No row ${unknown.join(', ')}; there are ${rows.map((row) => row.number).join(', ')}`)
  const database = await findDatabaseLoader()
  await using ground = await openGround(options)
  // An interrupted bench leaves no server behind: what was started ends with the process.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      await ground[Symbol.asyncDispose]()
      process.exit(130)
    })
  }
  const heading = machineLine(
    ground.postgres,
    ground.redisUrl ? 'queue Redis' : 'queue PostgreSQL (no redis-server on this machine)',
  )
  const command = `npm run bench -- ${process.argv.slice(2).join(' ')}`.replace(/ -- $/, '')
  say(
    `${heading}\n${command}\nlimits by ${database.name}; ${options.rounds} rounds of ${options.seconds} s, limit and desk in turns`,
  )

  const results: Result[] = []
  for (const row of rows) {
    if (options.rows.length > 0 && !options.rows.includes(row.number)) continue
    say(`\n${row.number}. ${row.title}`)
    results.push(...(await row.run({ options, ground, database, say: (message) => say(`   ${message}`) })))
  }
  say(`\n${tableOf(results)}`)
}

await bench().catch((error: unknown) => {
  process.stderr.write(`\n${error instanceof Error ? error.stack : String(error)}\n`)
  // What failed may have left connections open, which would keep the process for ever.
  process.exit(1)
})
