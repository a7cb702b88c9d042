import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { createDatabase, type DatabaseUrls, dropDatabase } from '#server/embedded/roles.ts'
import { surviveDyingBackends } from '#server/platform/db.ts'

export interface TestDatabase extends DatabaseUrls, AsyncDisposable {
  name: string
}

/**
 * A migrated database for one test file or one test, dropped with everyone still connected when it is disposed:
 *
 *     await using database = await testDatabase()
 */
export async function testDatabase(): Promise<TestDatabase> {
  const { superuserUrl, passwords, template } = inject('testCluster')
  const name = `quay_test_${randomBytes(6).toString('hex')}`
  const urls = await createDatabase(superuserUrl, passwords, name, template)

  return { ...urls, name, [Symbol.asyncDispose]: () => dropDatabase(superuserUrl, name) }
}

/** A pool without the desk's own settings. That its database is dropped while the last sockets still close is no fault. */
export function plainPool(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: 2 })
  pool.on('error', () => undefined)
  surviveDyingBackends(pool)

  return pool
}
