import { readConfig } from './config.ts'
import { openFoundation } from './foundation.ts'
import { openDeps, openLog, startApi } from './parts.ts'
import { stopOnSignal } from './shutdown.ts'

/** The HTTP process of a production desk; migrations run before it (`npm run desk -- migrate`). */
const config = readConfig(process.env)
const log = openLog(config)
const foundation = await openFoundation(config, (message) => log.info(message))
const deps = await openDeps(config, foundation, log)
const api = await startApi(deps, config)
log.info({ address: api.address }, 'the desk is open')
stopOnSignal(log, [foundation, deps, api])
