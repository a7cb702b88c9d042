import { Redis } from 'ioredis'
import pg from 'pg'
import { expect, test } from 'vitest'
import { processFacts } from '#server/embedded/processes.ts'
import { testDatabase } from '../support/postgres.ts'
import { testRedis } from '../support/redis.ts'

test('a test database is migrated, and apart from the next one', async () => {
  await using one = await testDatabase()
  await using other = await testDatabase()

  await query(one.ownerUrl, 'create table only_here ()')

  expect(await query(one.appUrl, `select to_regclass('dossiers') is not null as migrated`)).toEqual([
    { migrated: true },
  ])
  expect(await query(other.ownerUrl, `select to_regclass('only_here') as found`)).toEqual([{ found: null }])
})

test('a test database is gone afterwards, also when somebody forgot to disconnect', async () => {
  const database = await testDatabase()
  const forgotten = new pg.Client(database.appUrl)
  forgotten.on('error', () => undefined)
  await forgotten.connect()

  await database[Symbol.asyncDispose]()

  await expect(query(database.appUrl, 'select 1')).rejects.toMatchObject({ code: '3D000' })
})

test('a test Redis is empty, evicts nothing, and ends', async ({ skip }) => {
  const server = await testRedis()
  if (!server) return skip('no redis-server on this machine')
  const redis = new Redis(server.url)

  expect(await redis.dbsize()).toBe(0)
  expect(await redis.config('GET', 'maxmemory-policy')).toEqual(expect.arrayContaining(['noeviction']))

  redis.disconnect()
  await server[Symbol.asyncDispose]()
  expect(await processFacts(server.pid)).toBeUndefined()
})

async function query(url: string, sql: string) {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
