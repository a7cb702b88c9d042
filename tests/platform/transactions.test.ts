import { sql } from 'drizzle-orm'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { dossiers } from '#db/schema/dossiers.ts'
import { openPool, withTx } from '#server/platform/db.ts'
import { plainPool, type TestDatabase, testDatabase } from '../support/postgres.ts'

let database: TestDatabase
let pool: pg.Pool
let owner: pg.Pool
let superuser: pg.Pool

beforeAll(async () => {
  database = await testDatabase()
  pool = openPool(database.appUrl, { max: 8, onError: () => undefined })
  owner = plainPool(database.ownerUrl)
  superuser = plainPool(inject('testCluster').superuserUrl)
  await owner.query(`
    create table marks (unit text not null, note text not null);
    alter table marks enable row level security;
    create policy of_unit on marks to desk_app using (unit = any ((select string_to_array(current_setting('app.units', true), ','))::text[]));
    grant select, insert on marks to desk_app`)
})
afterAll(async () => {
  await Promise.all([pool.end(), owner.end(), superuser.end()])
  await database[Symbol.asyncDispose]()
})

const terminate = (pid: number) => superuser.query('select pg_terminate_backend($1)', [pid])

test('a handle that is used after its transaction ended is refused, and touches nobody else’s', async () => {
  let kept: Parameters<Parameters<typeof withTx>[2]>[0] | undefined
  await withTx(pool, { units: ['A'] }, async (tx) => {
    kept = tx
  })

  await expect(kept?.execute(sql`select 1`)).rejects.toThrow()
  await expect(kept?.statement('select 1', [])).rejects.toThrow('this transaction is over')
})

test('an error swallowed inside a transaction rejects it, and nothing is stored', async () => {
  const work = withTx(pool, { units: ['A'] }, async (tx) => {
    await tx.statement(`insert into marks values ('A', 'swallowed')`, [])
    await tx.statement('select 1/0', []).catch(() => undefined)

    return 'acknowledged'
  })

  await expect(work).rejects.toThrow('rolled back')
  expect((await owner.query(`select * from marks where note = 'swallowed'`)).rows).toEqual([])
})

test('there is no transaction inside a transaction', async () => {
  const nested = withTx(pool, {}, async (tx) =>
    (tx as unknown as { transaction(work: () => void): void }).transaction(() => undefined),
  )

  await expect(nested).rejects.toThrow('no transaction inside a transaction')
})

test('the scope ends with its transaction', async () => {
  await withTx(pool, { units: ['A'] }, (tx) => tx.statement(`insert into marks values ('A', 'scoped')`, []))

  const seen = (units: string[]) => withTx(pool, { units }, (tx) => tx.statement('select unit from marks', []))
  expect((await seen(['A'])).length).toBeGreaterThan(0)
  expect(await seen(['B'])).toEqual([])
  expect((await pool.query('select unit from marks')).rows).toEqual([])
})

test('a statement that waits when its backend is killed is refused, and its connection never serves again', async () => {
  for (let round = 0; round < 50; round += 1) {
    const killed = withTx(pool, { units: ['A'] }, async (tx) => {
      const [row] = await tx.statement<{ pid: number }>('select pg_backend_pid() as pid', [])
      await terminate(row?.pid ?? 0)
      // Whatever the callback does after its backend died must not run inside another's transaction.
      const [mine, theirs] = await Promise.all([
        tx.statement('select unit from marks', []).then(
          () => 'answered',
          () => 'refused',
        ),
        withTx(pool, { units: ['B'] }, (other) => other.statement('select unit from marks', [])),
      ])
      expect(mine).toBe('refused')
      expect(theirs).toEqual([])
    })
    await expect(killed).rejects.toThrow()
  }
})

test('a thousand backends killed under load: no foreign row, every call settled, the process alive', {
  timeout: 120_000,
}, async () => {
  await owner.query(
    `delete from marks; insert into marks select chr(65 + n % 8), 'row ' || n from generate_series(0, 799) n`,
  )
  let foreign = 0
  let committed = 0
  let rejected = 0
  let running = true
  const caller = async (unit: string) => {
    while (running) {
      await withTx(pool, { units: [unit] }, async (tx) => {
        const rows = await tx.statement<{ unit: string }>('select unit from marks', [])
        foreign += rows.filter((row) => row.unit !== unit).length
        await tx.statement(`insert into marks values ($1, 'load')`, [unit])
        await tx.execute(sql`select pg_sleep(0.001)`)
      }).then(
        () => {
          committed += 1
        },
        () => {
          rejected += 1
        },
      )
    }
  }
  const callers = Array.from({ length: 32 }, (_, i) => caller(String.fromCharCode(65 + (i % 8))))

  let killed = 0
  while (killed < 1000) {
    const { rows } = await superuser.query<{ pid: number }>(
      `select pid from pg_stat_activity where datname = $1 and usename = 'desk_app' order by random() limit 4`,
      [database.name],
    )
    for (const { pid } of rows) await terminate(pid)
    killed += rows.length
  }
  running = false
  await Promise.all(callers)

  expect(foreign).toBe(0)
  expect(committed).toBeGreaterThan(0)
  expect(rejected).toBeGreaterThan(0)
  const stored = await owner.query(`select count(*)::int as n from marks where note = 'load'`)
  // A commit whose answer was lost may be stored without having been counted, never the other way round.
  expect(stored.rows[0].n).toBeGreaterThanOrEqual(committed)
  expect(stored.rows[0].n).toBeLessThanOrEqual(committed + rejected)
})

test('the owner’s change reaches every row: no policy filters a migration in silence', async () => {
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  await client.query('set row_security = off')
  const before = await client.query('select count(*)::int as n from marks')
  const changed = await client.query(`update marks set note = note`)
  await client.end()

  expect(changed.rowCount).toBe(before.rows[0].n)
})

test('a bound role that asks for no policy is refused, not filtered', async () => {
  await expect(
    withTx(pool, {}, async (tx) => {
      await tx.statement('set local row_security = off', [])
      await tx.select().from(dossiers)
    }),
  ).rejects.toThrow()
})
