import { spawn } from 'node:child_process'
import pg from 'pg'
import { expect, inject, test, vi } from 'vitest'
import { testDesk, toanLuu } from '../support/desk.ts'
import { exampleFiling, fileExample, newKey } from '../support/filings.ts'
import { testRedis } from '../support/redis.ts'

const inToanLuu = { dwelling: { unit: { edition: '2025-07', code: toanLuu }, detail: 'Thôn 1' } }

async function superuser(statement: string) {
  const client = new pg.Client({ connectionString: inject('testCluster').superuserUrl })
  await client.connect()
  await client.query(statement)
  await client.end()
}

test('while the database is away a filing gets a 503 that says so, and the same filing is taken once it is back', async () => {
  await using desk = await testDesk()
  const resident = desk.visitor()
  const filing = await exampleFiling(resident, '1.004194', inToanLuu)
  const key = newKey()
  const { name } = desk.database
  // As seen from the desk, a database that lets nobody in and throws everybody out is away.
  await superuser(`revoke connect on database ${name} from desk_app`)
  await superuser(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and usename = 'desk_app'`,
  )

  const away = await vi.waitFor(async () => {
    const answer = await resident.request('POST', '/api/dossiers', filing, key)
    expect(answer.statusCode).toBe(503)

    return answer
  }, 5_000)
  const ready = await resident.request('GET', '/readyz')
  await superuser(`grant connect on database ${name} to desk_app`)
  const back = await resident.request('POST', '/api/dossiers', filing, key)

  expect(away.json()).toMatchObject({ type: 'urn:quay:unavailable', status: 503 })
  expect(away.json().detail).toContain('vẫn còn')
  expect(away.headers['retry-after']).toBeDefined()
  expect(ready.statusCode).toBe(503)
  expect(back.statusCode, back.body).toBe(201)
})

const redis = await testRedis()

test.skipIf(!redis)(
  'while Redis is away filing goes on, and when it is back what waited is delivered',
  { timeout: 60_000 },
  async () => {
    if (!redis) return
    await using desk = await testDesk({ queue: { redisUrl: redis.url, units: [toanLuu] } })
    const resident = desk.visitor()
    await fileExample(resident, '1.004194', inToanLuu)
    const port = new URL(redis.url).port
    process.kill(redis.pid, 'SIGKILL')

    const during = await fileExample(resident, '1.004194', inToanLuu)
    const again = spawn(
      'redis-server',
      ['--port', port, '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'],
      { stdio: 'ignore' },
    )
    try {
      const officer = await desk.signIn(`canbo-${toanLuu}`)
      await vi.waitFor(async () => {
        const { items } = (await officer.request('GET', '/api/desk/queue')).json()
        expect(items.map(({ code }: { code: string }) => code)).toContain(during.code)
      }, 30_000)
    } finally {
      again.kill('SIGKILL')
    }
  },
)
