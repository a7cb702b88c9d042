import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PostgresAddress } from '#server/embedded/postgres.ts'
import { createDatabase, type DatabaseUrls, dropDatabase, prepareCluster } from '#server/embedded/roles.ts'
import { loadOrCreateSecrets, type Secrets } from '#server/embedded/secrets.ts'
import { emptyFolder, postgresOn } from './desk-folder.ts'

let folder: Awaited<ReturnType<typeof emptyFolder>>
let started: Awaited<ReturnType<typeof postgresOn>>
let superuserUrl: string
let secrets: Secrets
let desk: DatabaseUrls

beforeAll(async () => {
  folder = await emptyFolder()
  started = await postgresOn(folder.path, { fsync: false })
  secrets = await loadOrCreateSecrets(folder.path)
  superuserUrl = addressOf(started.server)
  await prepareCluster(superuserUrl, secrets)
  desk = await createDatabase(superuserUrl, secrets, 'desk')
})

afterAll(async () => {
  await started[Symbol.asyncDispose]()
  await folder[Symbol.asyncDispose]()
})

test('no role of the desk is a superuser, and only reports pass row-level security', async () => {
  const roles = await query(
    superuserUrl,
    `select rolname as name, rolsuper as super, rolbypassrls as bypass, rolcreaterole or rolcreatedb as makes, rolcanlogin as login
      from pg_roles where rolname like 'desk%' order by 1`,
  )

  const plain = { super: false, bypass: false, makes: false, login: true }
  expect(roles).toEqual([
    { name: 'desk_app', ...plain },
    { name: 'desk_owner', ...plain },
    { name: 'desk_queue', ...plain },
    { name: 'desk_report', ...plain, bypass: true },
  ])
})

test('each role has its own login, and the owner owns the database', async () => {
  const who = 'select current_user as name'
  expect(await query(desk.ownerUrl, who)).toEqual([{ name: 'desk_owner' }])
  expect(await query(desk.appUrl, who)).toEqual([{ name: 'desk_app' }])
  expect(await query(desk.reportUrl, who)).toEqual([{ name: 'desk_report' }])
  expect(await query(desk.queueUrl, who)).toEqual([{ name: 'desk_queue' }])

  await query(
    desk.ownerUrl,
    'create extension pg_trgm; create schema bullmq authorization desk_queue; create table t ()',
  )
  await expect(query(desk.appUrl, 'create table mine ()')).rejects.toMatchObject({ code: '42501' })
  await expect(query(desk.appUrl, 'select from t')).rejects.toMatchObject({ code: '42501' })
})

test('nobody else enters the database', async () => {
  await query(superuserUrl, `create role stranger login password 'stranger'`)
  const url = new URL(desk.appUrl)
  url.username = 'stranger'
  url.password = 'stranger'

  await expect(query(url.href, 'select 1')).rejects.toMatchObject({ code: '42501' })
})

test('preparing again, by several processes at once, changes nothing', async () => {
  await Promise.all([1, 2, 3, 4].map(() => prepareCluster(superuserUrl, secrets)))
  const again = await Promise.all([1, 2].map(() => createDatabase(superuserUrl, secrets, 'desk')))

  expect(again).toEqual([desk, desk])
  expect(await query(desk.appUrl, 'select 1 as n')).toEqual([{ n: 1 }])
})

test('a copy has what the template has, and goes although somebody is connected', async () => {
  await createDatabase(superuserUrl, secrets, 'template')
  const { ownerUrl } = await createDatabase(superuserUrl, secrets, 'template')
  await query(ownerUrl, `create table word as select 'hồ sơ' as vi`)

  const copy = await createDatabase(superuserUrl, secrets, 'copy', 'template')
  expect(await query(copy.ownerUrl, 'select vi from word')).toEqual([{ vi: 'hồ sơ' }])

  const guest = new pg.Client(copy.ownerUrl)
  guest.on('error', () => undefined)
  await guest.connect()
  await dropDatabase(superuserUrl, 'copy')
  await expect(guest.query('select 1')).rejects.toThrow()
  await expect(query(copy.ownerUrl, 'select 1')).rejects.toMatchObject({ code: '3D000' })
})

function addressOf({ host, port, superuser }: PostgresAddress): string {
  return `postgres://${superuser.user}:${superuser.password}@${host}:${port}/postgres`
}

async function query(url: string, sql: string) {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
