import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '#db/migrate.ts'
import { startPostgres, stopLeftoverPostgres } from '#server/embedded/postgres.ts'
import { processFacts } from '#server/embedded/processes.ts'
import { createDatabase, dropDatabase, prepareCluster } from '#server/embedded/roles.ts'
import type { DatabasePasswords } from '#server/embedded/secrets.ts'

/** What a test file needs to make a database of its own. Plain data: it crosses to the test workers. */
export interface TestCluster {
  superuserUrl: string
  passwords: DatabasePasswords
  /** A migrated database that nobody connects to, so that it can be copied. */
  template: string
}

export interface StartedTestCluster {
  cluster: TestCluster
  stop(): Promise<void>
}

const folderPrefix = 'quay-test-'

/**
 * One PostgreSQL for a whole test run: the embedded one with fsync off, in a temporary folder; or, with
 * TEST_DATABASE_URL (a superuser's address), a server that is there already.
 */
export async function startTestCluster(): Promise<StartedTestCluster> {
  const given = process.env.TEST_DATABASE_URL
  const server = given ? { url: given, stop: async () => undefined } : await startEmbedded()
  try {
    const passwords = passwordsFor(server.url)
    await prepareCluster(server.url, passwords)
    const template = `quay_template_${randomBytes(6).toString('hex')}`
    const { ownerUrl } = await createDatabase(server.url, passwords, template)
    await migrate(ownerUrl)

    return {
      cluster: { superuserUrl: server.url, passwords, template },
      async stop() {
        if (given) await dropDatabase(server.url, template)
        await server.stop()
      },
    }
  } catch (error) {
    await server.stop()
    throw error
  }
}

async function startEmbedded() {
  await removeLeftovers()
  const dataDir = await mkdtemp(join(tmpdir(), `${folderPrefix}${process.pid}-`))
  const { host, port, superuser, stop } = await startPostgres({ dataDir, maxConnections: 300, fsync: false })

  return {
    url: `postgres://${superuser.user}:${superuser.password}@${host}:${port}/postgres`,
    async stop() {
      await stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** A run that was killed leaves its folder, and a PostgreSQL that nobody will use: the next run clears them away. */
async function removeLeftovers() {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(folderPrefix)) continue
    const owner = Number(name.slice(folderPrefix.length).split('-')[0])
    if (await processFacts(owner)) continue
    await stopLeftoverPostgres(join(tmpdir(), name))
    await rm(join(tmpdir(), name), { recursive: true, force: true })
  }
}

/**
 * The same for every run on one server: roles belong to the whole server, and a second run must not change them
 * under the first.
 */
function passwordsFor(superuserUrl: string): DatabasePasswords {
  const password = (role: string) => createHash('sha256').update(`${superuserUrl} ${role}`).digest('hex')

  return { owner: password('owner'), app: password('app'), report: password('report'), queue: password('queue') }
}
