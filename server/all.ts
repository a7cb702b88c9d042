import { migrate } from '#db/migrate.ts'
import { demoPassword, seedDemoAccounts } from './accounts/demo-accounts.ts'
import { ConfigError, readConfig } from './config.ts'
import { claimInstance } from './embedded/instance.ts'
import { openFoundation } from './foundation.ts'
import { openDeps, openLog, startApi, startWorkers, withOwner } from './parts.ts'
import { buildWebWhenChanged } from './platform/web-build.ts'
import { stopOnSignal } from './shutdown.ts'

/** The whole desk in one process: what `npm start` runs. Starts what the environment does not bring. */
const say = (message: string) => process.stdout.write(`${message}\n`)

async function start() {
  const config = readConfig(process.env)
  const claim = await claimInstance(config.dataDir)
  if (!claim.held) {
    say(`Quầy đang chạy tại ${claim.address}`)

    return
  }
  const log = openLog({ logLevel: process.env.LOG_LEVEL ? config.logLevel : 'warn' })
  const parts: { stop(): Promise<void> }[] = [{ stop: () => claim.instance.release() }]
  stopOnSignal(log, parts, say)

  // The build needs no database and the database no build.
  const [foundation] = await Promise.all([openFoundation(config, say), buildWebWhenChanged(say)])
  parts.push(foundation)
  await migrate(foundation.database.ownerUrl)
  const deps = await openDeps(config, foundation, log)
  parts.push(deps)
  if (!config.isProduction)
    await withOwner(foundation.database.ownerUrl, (client) => seedDemoAccounts(client, deps.reference.units()))
  const workers = await startWorkers(deps, {
    redisUrl: config.redisUrl,
    queueUrl: foundation.database.queueUrl,
    units: deps.reference.receivingUnits(),
  })
  parts.push(workers)
  const api = await startApi(deps, config)
  parts.push(api)
  await claim.instance.announce(api.address)

  say(`\nQuầy đã mở tại ${api.address}`)
  if (!config.isProduction) {
    say(`  Công dân   ${api.address}/`)
    say(
      `  Cán bộ     ${api.address}/can-bo    canbo-18619, chihuy-18619, tocongnghe-18619, … giamsat-hatinh, quantri · mật khẩu ${demoPassword}`,
    )
    say(`  API        ${api.address}/api/docs`)
    say(`  Dữ liệu    ${config.dataDir} · hàng đợi ${workers.queues.kind} · Ctrl-C để dừng\n`)
    say('Đây là bản mô phỏng: không nộp giấy tờ thật.')
  }
}

start().catch((error: unknown) => {
  process.stderr.write(
    `\n${error instanceof ConfigError ? error.message : `Không khởi động được: ${(error as Error).message}`}\n`,
  )
  if (process.env.LOG_LEVEL === 'debug') process.stderr.write(`${(error as Error).stack}\n`)
  process.exit(1)
})
