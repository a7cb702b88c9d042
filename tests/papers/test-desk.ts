import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type pg from 'pg'
import { paperRoutes } from '#server/papers/routes.ts'
import { openPool } from '#server/platform/db.ts'
import { handleError } from '#server/platform/problem.ts'
import { openStore, type Store } from '#server/platform/store.ts'
import { multipartOf } from '../support/multipart.ts'
import { testDatabase } from '../support/postgres.ts'

/** The paper routes alone over a real database and disk. `x-sender` says whose request it is. */
export interface PaperDesk extends AsyncDisposable {
  app: FastifyInstance
  pool: pg.Pool
  reportPool: pg.Pool
  store: Store
  ownerUrl: string
  dataDir: string
  hints: string[]
  now(): Date
}

export async function paperDesk(): Promise<PaperDesk> {
  const database = await testDatabase()
  const onError = (error: Error) => {
    throw error
  }
  const pool = openPool(database.appUrl, { onError })
  const reportPool = openPool(database.reportUrl, { onError })
  const dataDir = await mkdtemp(join(tmpdir(), 'quay-papers-'))
  const store = await openStore(dataDir)
  const hints: string[] = []
  const now = () => new Date('2026-11-24T09:40:00+07:00')
  const wake = {
    send: (...sent: string[]) => void hints.push(...sent),
    onHint: () => () => true,
    versionOf: () => undefined,
    close: async () => undefined,
  }

  const app = Fastify({ routerOptions: { maxParamLength: 512 } })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(handleError)
  app.decorateRequest('sender', '')
  app.addHook('onRequest', async (request) => {
    request.sender = String(request.headers['x-sender'] ?? 'browser:a')
  })
  await app.register(paperRoutes, { deps: { pool, store, wake, now } })
  await app.ready()

  return {
    app,
    pool,
    reportPool,
    store,
    ownerUrl: database.ownerUrl,
    dataDir,
    hints,
    now,
    async [Symbol.asyncDispose]() {
      await app.close()
      await Promise.all([pool.end(), reportPool.end()])
      await database[Symbol.asyncDispose]()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

export async function upload(
  desk: PaperDesk,
  content: Buffer,
  { fileName = 'giay-to.jpg', sender = 'browser:a', type = 'image/jpeg' } = {},
) {
  const { body, headers } = multipartOf([{ fileName, type, content }])

  return desk.app.inject({ method: 'POST', url: '/uploads', headers: { ...headers, 'x-sender': sender }, body })
}
