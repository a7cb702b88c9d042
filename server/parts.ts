import pg from 'pg'
import type { Logger } from 'pino'
import { pino } from 'pino'
import { buildApp } from './app.ts'
import { sealEnded } from './archive/seal-ended.ts'
import { sweepAssistedFilings } from './assistance/sweep-filings.ts'
import { startAssistanceWorker } from './assistance/worker.ts'
import { startCalendarWorker } from './calendar/worker.ts'
import type { Config } from './config.ts'
import { consentContactReader } from './consents/consent-contact.ts'
import { remindConsents } from './consents/remind-consents.ts'
import { startConsentsWorker } from './consents/worker.ts'
import { startCommuneWorkers } from './counter/worker.ts'
import { warmPrinter } from './documents/print.ts'
import { openSigner } from './documents/signing/open-signer.ts'
import { contactReader } from './dossiers/read-contact.ts'
import { sweepDrafts } from './drafts/erase-draft.ts'
import type { Foundation } from './foundation.ts'
import { openCarriers } from './messages/open-carriers.ts'
import { startMessagesWorker } from './messages/worker.ts'
import { sweepPartials } from './papers/resumable-store.ts'
import { sweepUploads } from './papers/sweep-uploads.ts'
import { startPapersWorker } from './papers/worker.ts'
import { openClock } from './platform/clock.ts'
import { openPool } from './platform/db.ts'
import type { Deps } from './platform/deps.ts'
import { openDossierCodes } from './platform/dossier-codes.ts'
import { openFilings } from './platform/filings.ts'
import { openMetrics } from './platform/metrics.ts'
import { reconcile, startRelay } from './platform/outbox.ts'
import { openPostgresQueues, openRedisQueues, type Queues } from './platform/queues.ts'
import { openReference } from './platform/reference.ts'
import { regularly } from './platform/regular-work.ts'
import { openStore } from './platform/store.ts'
import { openWakeups } from './platform/wakeups.ts'
import { startExportsWorker } from './reports/exports/worker.ts'
import { correctSeals } from './reports/ii06/correct-seals.ts'
import { startRollups } from './reports/rollups/start-rollups.ts'
import { cancelClosedBookings } from './tickets/cancel-closed-bookings.ts'
import { eraseBookingContacts } from './tickets/erase-booking-contacts.ts'
import { remindBookings } from './tickets/remind-bookings.ts'
import { startBookingsWorker } from './tickets/worker.ts'
import { scanWarnings } from './warnings/scan-warnings.ts'

/** Something that runs and can be stopped, in the order that loses nothing. */
export interface Part {
  stop(): Promise<void>
}

const reconcileEveryMs = 60_000
const warnEveryMs = 60_000
const sweepEveryMs = 3_600_000
const remindEveryMs = 600_000
const bookingsEveryMs = 60_000
const correctEveryMs = 600_000

export const openLog = (config: Pick<Config, 'logLevel'>): Logger =>
  pino({ level: config.logLevel, base: { service: 'quay' } })

/** Everything that use cases need, made once per process. */
export async function openDeps(
  config: Config,
  { database, keys }: Pick<Foundation, 'database' | 'keys'>,
  log: Logger,
): Promise<Deps & Part> {
  const lost = (error: Error) => log.warn({ error: error.message }, 'an idle database connection was lost')
  const pool = openPool(database.appUrl, { name: 'quay-app', max: 20, onError: lost })
  const reportPool = openPool(database.reportUrl, { name: 'quay-report', max: 4, onError: lost })
  const wake = await openWakeups(database.appUrl, pool, log)
  const clock = await openClock(pool, wake, config.isProduction)

  return {
    config,
    pool,
    reportPool,
    clock,
    now: clock.now,
    keys,
    wake,
    store: await openStore(config.dataDir),
    signer: openSigner(config),
    reference: await openReference(pool, wake, log),
    codes: openDossierCodes(pool, config.dossierPrefix),
    filings: openFilings(pool),
    metrics: openMetrics(),
    log,
    async stop() {
      await wake.close()
      await Promise.all([pool.end(), reportPool.end()])
    },
  }
}

/** The HTTP side, listening. `address` is where a person on this machine opens it. */
export async function startApi(
  deps: Deps,
  { host, port }: Pick<Config, 'host' | 'port'>,
): Promise<Part & { address: string }> {
  const app = await buildApp(deps)
  warmPrinter()
  await app.listen({ host, port })
  const bound = app.server.address()
  const actualPort = typeof bound === 'object' && bound ? bound.port : port

  return { address: `http://localhost:${actualPort}`, stop: () => app.close() }
}

/** The queue side: relay, reconciler, a worker on each commune's queue, one for papers, and the sweeper of uploads. */
export async function startWorkers(
  deps: Deps,
  { redisUrl, queueUrl, units }: { redisUrl: string | undefined; queueUrl: string; units: readonly string[] },
): Promise<Part & { queues: Queues }> {
  const workerCount = units.length + 7
  const queues = redisUrl
    ? await openRedisQueues(redisUrl, deps.log)
    : await openPostgresQueues(queueUrl, workerCount, deps.log)
  await startCommuneWorkers(deps, queues, units)
  await startPapersWorker(deps, queues)
  await startExportsWorker(deps, queues)
  const carriers = openCarriers(deps)
  await startMessagesWorker(deps, queues, {
    carriers,
    readContact: consentContactReader(deps.keys, deps.config, contactReader(deps.keys)),
  })
  await startConsentsWorker(deps, queues)
  await startAssistanceWorker(deps, queues, carriers)
  await startBookingsWorker(deps, queues, carriers)
  await startCalendarWorker(deps, queues)
  const rollups = startRollups(deps)
  const relay = startRelay(deps.pool, queues, deps.wake, deps.log, (moved) => deps.metrics.relayed.inc(moved))
  const regular = [
    regularly(reconcileEveryMs, deps.log, async () => {
      const lost = await reconcile(deps.pool, queues)
      if (lost > 0) deps.wake.send('outbox')
      deps.metrics.reconciled.inc(lost)
    }),
    regularly(warnEveryMs, deps.log, () => scanWarnings(deps)),
    regularly(sweepEveryMs, deps.log, () => sealEnded(deps)),
    regularly(sweepEveryMs, deps.log, () => sweepUploads(deps)),
    regularly(sweepEveryMs, deps.log, () => sweepDrafts(deps)),
    regularly(sweepEveryMs, deps.log, () => sweepAssistedFilings(deps)),
    regularly(remindEveryMs, deps.log, () => remindConsents(deps)),
    // Before the reminders: nobody is reminded of a time that the office is closed.
    regularly(bookingsEveryMs, deps.log, async () => {
      await cancelClosedBookings(deps)
      await remindBookings(deps)
    }),
    regularly(sweepEveryMs, deps.log, () => eraseBookingContacts(deps)),
    regularly(sweepEveryMs, deps.log, () => sweepPartials(deps)),
    regularly(correctEveryMs, deps.log, () => correctSeals(deps)),
  ]

  return {
    queues,
    async stop() {
      await Promise.all([relay, rollups, ...regular].map((part) => part.stop()))
      await queues.close()
      carriers.close()
    },
  }
}

/** The statement that fills demonstration accounts runs as the owner, outside the application's pool. */
export async function withOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
