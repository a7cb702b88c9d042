import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import type pg from 'pg'
import { demoPassword, seedDemoAccounts } from '#server/accounts/demo-accounts.ts'
import { buildApp } from '#server/app.ts'
import { workOnCode } from '#server/assistance/worker.ts'
import { moveDates } from '#server/calendar/move-dates.ts'
import { type Config, readConfig } from '#server/config.ts'
import { askConsents } from '#server/consents/ask-consents.ts'
import { consentContactReader } from '#server/consents/consent-contact.ts'
import { workOnDossier } from '#server/counter/worker.ts'
import { contactReader } from '#server/dossiers/read-contact.ts'
import { openCarriers } from '#server/messages/open-carriers.ts'
import { workOnMessage } from '#server/messages/worker.ts'
import { cleanPaper } from '#server/papers/clean-paper.ts'
import { openDeps, openLog, startWorkers, withOwner } from '#server/parts.ts'
import type { Clock } from '#server/platform/clock.ts'
import type { Deps } from '#server/platform/deps.ts'
import { relayBatch } from '#server/platform/outbox.ts'
import { assistanceQueue, bookingsQueue, type JobData, messagesQueue, type Queues } from '#server/platform/queues.ts'
import { feedRollups } from '#server/reports/rollups/feed-rollups.ts'
import { workOnBookingLetter } from '#server/tickets/worker.ts'
import { multipartOf } from './multipart.ts'
import { noisyPhoto } from './noisy-photo.ts'
import { plainPool, type TestDatabase, testDatabase } from './postgres.ts'

/** Xã Toàn Lưu, which Lưu Vĩnh Sơn belongs to since 1 July 2025. */
export const toanLuu = '18634'
/** Phường Thành Sen: another commune, whose officers must see nothing of Toàn Lưu's. */
export const thanhSen = '18073'

/** A clock that stands still until a test moves it. Starts on Friday 20 November 2026, 09:00 in Việt Nam. */
export interface TestClock extends Clock {
  set(iso: string): void
}

export interface TestDesk extends AsyncDisposable {
  app: FastifyInstance
  deps: Deps
  database: TestDatabase
  clock: TestClock
  /** As the owner, past row-level security: to look at what was stored. */
  owner: pg.Pool
  /** Someone with cookies of their own, as a browser has. */
  visitor(): Caller
  signIn(username: string): Promise<Caller>
  /** Opens the desk on a free port, for browsers and programs; returns its address. */
  listen(): Promise<string>
  /** Runs what the relay and the communes' workers would, at once and in order: for tests that are not about queues. */
  deliver(): Promise<void>
}

/** Sends requests with its own cookies; bodies are JSON. */
export interface Caller {
  request(
    method: string,
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>
  /** A photographed paper, uploaded; returns its id. */
  upload(): Promise<string>
}

export interface TestDeskOptions {
  isProduction?: boolean
  /** Starts real workers over BullMQ for these communes. */
  queue?: { redisUrl?: string; units: readonly string[] }
}

/** A whole desk on a database of its own, without a listening port: `await using desk = await testDesk()`. */
export async function testDesk(options: TestDeskOptions = {}): Promise<TestDesk> {
  const database = await testDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'quay-desk-'))
  const config: Config = {
    ...readConfig({ DESK_DATA: dataDir, LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent' }),
    isProduction: options.isProduction ?? false,
  }
  const keys = { field: randomBytes(32), index: randomBytes(32), hmac: randomBytes(32), receipt: randomBytes(32) }
  const opened = await openDeps(config, { database, keys }, openLog(config))
  const clock = testClock()
  const deps: Deps = { ...opened, clock, now: clock.now }
  await withOwner(database.ownerUrl, (client) => seedDemoAccounts(client, deps.reference.units()))
  const workers =
    options.queue &&
    (await startWorkers(deps, {
      redisUrl: options.queue.redisUrl,
      queueUrl: database.queueUrl,
      units: options.queue.units,
    }))
  const app = await buildApp(deps)
  const owner = plainPool(database.ownerUrl)

  return {
    app,
    deps,
    database,
    clock,
    owner,
    visitor: () => caller(app),
    async signIn(username) {
      const someone = caller(app)
      const answer = await someone.request('POST', '/api/session', { username, password: demoPassword })
      if (answer.statusCode !== 201) throw new Error(`${username} could not sign in: ${answer.body}`)

      return someone
    },
    listen: () => app.listen({ host: '127.0.0.1', port: 0 }),
    deliver: () => deliverAll(deps),
    async [Symbol.asyncDispose]() {
      await app.close()
      await workers?.stop()
      await opened.stop()
      await owner.end()
      await database[Symbol.asyncDispose]()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

function testClock(): TestClock {
  let at = new Date('2026-11-20T09:00:00+07:00')

  return {
    now: () => new Date(at),
    aheadMs: () => 0,
    async moveTo(to) {
      at = to

      return true
    },
    set(iso) {
      at = new Date(iso)
    },
  }
}

function caller(app: FastifyInstance): Caller {
  const cookies = new Map<string, string>()
  const send = async (options: InjectOptions) => {
    const answer = await app.inject({ ...options, cookies: Object.fromEntries(cookies) })
    for (const { name, value } of answer.cookies) {
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }

    return answer
  }

  return {
    request: (method, url, body, headers = {}) =>
      send({ method: method as 'GET', url, headers, ...(body !== undefined && { payload: body as object }) }),
    async upload() {
      const photo = { fileName: 'photo.jpg', type: 'image/jpeg', content: await noisyPhoto() }
      const answer = await send({ method: 'POST', url: '/api/uploads', ...multipartOf([photo]) })
      if (answer.statusCode !== 201) throw new Error(`the upload was refused: ${answer.body}`)

      return answer.json().id
    },
  }
}

/** Relays, and then does what the workers of those queues would. */
async function deliverAll(deps: Deps): Promise<void> {
  const taken: { queue: string; topic: string; data: JobData }[] = []
  const queues: Pick<Queues, 'add'> = {
    async add(queue, jobs) {
      taken.push(...jobs.map(({ topic, data }) => ({ queue, topic, data })))
    },
  }
  while ((await relayBatch(deps.pool, queues as Queues)) > 0) {
    /* until nothing waits */
  }
  const sending = {
    carriers: openCarriers(deps),
    readContact: consentContactReader(deps.keys, deps.config, contactReader(deps.keys)),
  }
  for (const { queue, topic, data } of taken) {
    const unit = /\{(\d+)\}/.exec(queue)?.[1] ?? ''
    if (topic === 'deliver' || topic === 'receive_notice' || topic === 'index')
      await workOnDossier(deps, unit, topic, data)
    else if (topic === 'ask_consents') await askConsents(deps, data)
    else if (topic === 'move_dates') await moveDates(deps, data.outboxId, data.changeId ?? '')
    else if (queue === assistanceQueue) await workOnCode(deps, sending.carriers, data)
    else if (queue === bookingsQueue) await workOnBookingLetter(deps, sending.carriers, data)
    else if (queue === messagesQueue) await workOnMessage(deps, sending, topic, data)
    else if (topic === 'clean_paper') await cleanPaper(deps, data.outboxId, data.uploadId ?? '')
  }
  while ((await feedRollups(deps)) > 0) {
    /* until the reports know it */
  }
}
