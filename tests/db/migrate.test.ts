import pg from 'pg'
import { expect, test } from 'vitest'
import { migrate } from '#db/migrate.ts'
import { testDatabase } from '../support/postgres.ts'

test('five migrations at once leave one ledger, and a second run changes nothing', async () => {
  await using database = await testDatabase()
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  const ledger = async () =>
    (await client.query('select name, sha256, applied_at from desk_migrations order by name')).rows
  const before = await ledger()

  await Promise.all(Array.from({ length: 5 }, () => migrate(database.ownerUrl)))

  expect(await ledger()).toEqual(before)
  await client.end()
})

test('a migration that was changed after it had been applied is an error, not silently skipped', async () => {
  await using database = await testDatabase()
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  await client.query(`update desk_migrations set sha256 = 'another' where name = '0001_tables.sql'`)

  await expect(migrate(database.ownerUrl)).rejects.toThrow('0001_tables.sql was changed')
  await client.end()
})
