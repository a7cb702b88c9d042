import { startPostgres } from '#server/embedded/postgres.ts'

/** A desk that only starts its PostgreSQL, says where, and waits. Its argument is the data folder. */
const [dataDir = ''] = process.argv.slice(2)
const { port, pid, superuser } = await startPostgres({ dataDir, maxConnections: 20 })
// Before it says that it is there: whoever reads that may end it in the same moment.
process.once('SIGTERM', () => process.exit(3))
process.stdout.write(`${JSON.stringify({ port, pid, superuser })}\n`)
setInterval(() => undefined, 60_000)
