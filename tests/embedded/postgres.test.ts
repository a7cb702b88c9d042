import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findRunningPostgres, type PostgresAddress } from '#server/embedded/postgres.ts'
import { processFacts } from '#server/embedded/processes.ts'
import { ask, copyOf, emptyFolder, postgresOn } from './desk-folder.ts'

/** Started once and stopped: what most desks are when they start. */
let made: Awaited<ReturnType<typeof emptyFolder>>

beforeAll(async () => {
  made = await emptyFolder()
  await using _started = await postgresOn(made.path)
})

afterAll(() => made[Symbol.asyncDispose]())

test('an empty folder becomes a PostgreSQL 18 that only this machine reaches', async () => {
  await using folder = await emptyFolder()
  await using started = await postgresOn(folder.path)

  const [row] = await ask(
    started.server,
    `select current_setting('server_version') as version, current_setting('listen_addresses') as listens,
      current_setting('unix_socket_directories') as sockets, current_setting('server_encoding') as encoding,
      current_setting('fsync') as fsync, (select datlocale from pg_database where datname = 'postgres') as locale`,
  )

  expect(row).toEqual({
    version: expect.stringMatching(/^18\./),
    listens: '127.0.0.1',
    sockets: '',
    encoding: 'UTF8',
    fsync: 'on',
    locale: 'C.UTF-8',
  })
})

test('the second start finds what the first one stored, on the same port', async () => {
  await using folder = await emptyFolder()
  let port: number
  {
    await using first = await postgresOn(folder.path)
    port = first.server.port
    await ask(first.server, `create table kept (word text); insert into kept values ('hồ sơ')`)
  }

  await using second = await postgresOn(folder.path)

  expect(second.server.port).toBe(port)
  expect(await ask(second.server, 'select word from kept')).toEqual([{ word: 'hồ sơ' }])
})

test('a port that somebody else took meanwhile is given up for another', async () => {
  await using folder = await copyOf(made)
  await using elsewhere = await copyOf(made)
  let port: number
  {
    await using first = await postgresOn(folder.path)
    port = first.server.port
  }
  await using squatter = await postgresOn(elsewhere.path, { settings: { port: String(port) } })
  expect(await ask({ ...squatter.server, port }, 'select 1 as n')).toEqual([{ n: 1 }])

  await using second = await postgresOn(folder.path)

  expect(second.server.port).not.toBe(port)
  expect(await ask(second.server, 'select 1 as n')).toEqual([{ n: 1 }])
})

test('a wrong password is refused, also on this machine', async () => {
  await using folder = await copyOf(made)
  await using started = await postgresOn(folder.path)

  await expect(ask(started.server, 'select 1', 'wrong')).rejects.toMatchObject({ code: '28P01' })
  expect(await readFile(join(folder.path, 'pg/pg_hba.conf'), 'utf8')).not.toMatch(/^[^#]*\btrust\b/m)
})

test('the passwords are readable by their owner only', async () => {
  await using folder = await copyOf(made)
  await using _started = await postgresOn(folder.path)

  expect((await stat(join(folder.path, 'secrets.json'))).mode & 0o777).toBe(0o600)
  expect((await stat(join(folder.path, 'pg'))).mode & 0o777).toBe(0o700)
})

test('two folders start at once and stay apart', async () => {
  await using one = await emptyFolder()
  await using two = await emptyFolder()
  const [first, second] = await Promise.all([postgresOn(one.path), postgresOn(two.path)])
  await using _first = first
  await using _second = second

  expect(first.server.port).not.toBe(second.server.port)
  await ask(first.server, 'create table only_here ()')
  expect(await ask(second.server, `select to_regclass('only_here') as found`)).toEqual([{ found: null }])
  await expect(ask(second.server, 'select 1', first.server.superuser.password)).rejects.toMatchObject({ code: '28P01' })
})

test('a folder whose desk lives is not taken from it', async () => {
  await using folder = await copyOf(made)
  await using started = await postgresOn(folder.path)

  await expect(postgresOn(folder.path)).rejects.toThrow('in use by another desk')
  expect(await ask(started.server, 'select 1 as n')).toEqual([{ n: 1 }])
})

test('a command beside the running desk finds its database, and none once it has stopped', async () => {
  await using folder = await copyOf(made)
  const { server } = await postgresOn(folder.path)

  expect(await findRunningPostgres(folder.path)).toMatchObject({ port: server.port, superuser: server.superuser })
  await server.stop()
  await server.stop()

  expect(await findRunningPostgres(folder.path)).toBeUndefined()
  expect(await processFacts(server.pid)).toBeUndefined()
})

describe('kill -9', () => {
  test('of the desk leaves PostgreSQL, and the next start takes its data over', async () => {
    await using folder = await copyOf(made)
    const { desk, left } = await deskElsewhere(folder.path)
    await ask(left, 'create table acknowledged (n int); insert into acknowledged select generate_series(1, 1000)')

    desk.kill('SIGKILL')
    await once(desk, 'exit')
    expect(await processFacts(left.pid)).toMatchObject({ command: expect.stringContaining('postgres') })

    const messages: string[] = []
    await using next = await postgresOn(folder.path, { log: (message) => messages.push(message) })

    expect(messages).toEqual([expect.stringContaining(`process ${left.pid}`)])
    expect(await processFacts(left.pid)).toBeUndefined()
    expect(await ask(next.server, 'select count(*)::int as n from acknowledged')).toEqual([{ n: 1000 }])
  })

  test('of PostgreSQL under a living desk: it comes back by itself, on the same port, with its data', async () => {
    await using folder = await copyOf(made)
    await using started = await postgresOn(folder.path)
    await ask(started.server, 'create table acknowledged (n int); insert into acknowledged values (1)')
    const { pid } = started.server

    process.kill(pid, 'SIGKILL')
    await expect
      .poll(() => ask(started.server, 'select n from acknowledged').catch(() => []), { timeout: 45_000 })
      .toEqual([{ n: 1 }])

    expect(started.server.pid).not.toBe(pid)
  })
})

test('a desk that stops while its PostgreSQL is down stops all the same', async () => {
  await using folder = await copyOf(made)
  const messages: string[] = []
  const { server } = await postgresOn(folder.path, { log: (message) => messages.push(message) })
  process.kill(server.pid, 'SIGKILL')
  await expect.poll(() => messages).toEqual([expect.stringContaining('ended by itself')])

  await server.stop()

  expect(await findRunningPostgres(folder.path)).toBeUndefined()
})

test('a desk that exits in the middle, as after a bug, takes its PostgreSQL with it', async () => {
  await using folder = await copyOf(made)
  const { desk, left } = await deskElsewhere(folder.path)

  desk.kill('SIGTERM')
  expect(await once(desk, 'exit')).toEqual([3, null])

  await expect.poll(() => processFacts(left.pid), { timeout: 45_000 }).toBeUndefined()
})

test('a first start that was interrupted leaves nothing in the way of the next', async () => {
  await using folder = await emptyFolder()
  const desk = spawn(process.execPath, ['--import', 'tsx', 'tests/embedded/start-and-wait.ts', folder.path])
  await expect
    .poll(() => readdir(folder.path), { interval: 2, timeout: 45_000 })
    .toContainEqual(expect.stringMatching(/^pg\.init-/))
  desk.kill('SIGKILL')
  await once(desk, 'exit')
  expect(await readdir(folder.path)).not.toContain('pg')

  await using started = await postgresOn(folder.path)

  expect(await ask(started.server, 'select 1 as n')).toEqual([{ n: 1 }])
})

test('a cluster of another PostgreSQL is named, not opened', async () => {
  await using folder = await emptyFolder()
  await mkdir(join(folder.path, 'pg'))
  await writeFile(join(folder.path, 'pg/PG_VERSION'), '17\n')

  await expect(postgresOn(folder.path)).rejects.toThrow(/PostgreSQL 17.*brings 18[\s\S]*DATABASE_URL/)
})

// Only root can become nobody. For everybody else there is nothing to test, so nothing is skipped either.
if (process.platform === 'linux' && process.getuid?.() === 0)
  test('root without user namespaces: PostgreSQL runs as nobody, out of /root', async () => {
    await using folder = await emptyFolder()
    const { server } = await postgresOn(folder.path, { userNamespaces: false })
    const cluster = await realpath(join(folder.path, 'pg'))

    expect(cluster).toMatch(/^\/var\/lib\/quay\/clusters\//)
    expect((await stat(`/proc/${server.pid}`)).uid).toBe(65534)
    expect(await ask(server, 'select 1 as n')).toEqual([{ n: 1 }])

    await server.stop()
    await rm(cluster, { recursive: true })
  })

/** Another process whose desk has started its PostgreSQL on the folder. */
async function deskElsewhere(dataDir: string) {
  const desk = spawn(process.execPath, ['--import', 'tsx', 'tests/embedded/start-and-wait.ts', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(createInterface(desk.stdout), 'line')
  const left: PostgresAddress & { pid: number } = { host: '127.0.0.1', ...JSON.parse(line) }

  return { desk, left }
}
