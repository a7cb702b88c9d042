import { readConfig } from './config.ts'
import { openFoundation } from './foundation.ts'
import { openDeps, openLog, startWorkers } from './parts.ts'
import { stopOnSignal } from './shutdown.ts'

/** The queue process of a production desk: relay, reconciler and all workers. */
const config = readConfig(process.env)
const log = openLog(config)
const foundation = await openFoundation(config, (message) => log.info(message))
const deps = await openDeps(config, foundation, log)
const workers = await startWorkers(deps, {
  redisUrl: config.redisUrl,
  queueUrl: foundation.database.queueUrl,
  units: deps.reference.receivingUnits(),
})
log.info({ queue: workers.queues.kind }, 'workers are ready')
stopOnSignal(log, [foundation, deps, workers])
