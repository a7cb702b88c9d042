import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Config, DatabaseUrls, Keys } from './config.ts'
import { startPostgres } from './embedded/postgres.ts'
import { createDatabase, prepareCluster } from './embedded/roles.ts'
import { loadOrCreateSecrets, type Secrets } from './embedded/secrets.ts'

/** What a desk stands on: a database with its roles, and keys. Brought by the environment, or embedded. */
export interface Foundation {
  database: DatabaseUrls
  keys: Keys
  isEmbedded: boolean
  /** Ends the embedded PostgreSQL; does nothing for a database that was brought. */
  stop(): Promise<void>
}

/** Each of 69 queue workers keeps a LISTEN connection; pools, migrations and a person's psql come on top. */
const maxConnections = 200

/** Starts what the environment does not bring. `log` tells a person what is going on. */
export async function openFoundation(config: Config, log: (message: string) => void): Promise<Foundation> {
  if (config.database) {
    const keys = config.keys ?? keysOf(await loadOrCreateSecrets(config.dataDir))

    return { database: config.database, keys, isEmbedded: false, stop: async () => undefined }
  }

  const secrets = await loadOrCreateSecrets(config.dataDir)
  const postgres = await startPostgres({ dataDir: config.dataDir, maxConnections, log })
  const { user, password } = postgres.superuser
  const superuserUrl = `postgres://${user}:${encodeURIComponent(password)}@${postgres.host}:${postgres.port}/postgres`
  try {
    await prepareCluster(superuserUrl, secrets)
    const database = await createDatabase(superuserUrl, secrets, 'quay')

    return { database, keys: config.keys ?? keysOf(secrets), isEmbedded: true, stop: () => postgres.stop() }
  } catch (error) {
    await postgres.stop()
    throw error
  }
}

/** The keys that the environment brings, or that a desk opened here before made for itself; none are made now. */
export const keysAtHand = async ({ keys, dataDir }: Pick<Config, 'keys' | 'dataDir'>): Promise<Keys | undefined> =>
  keys ?? (existsSync(join(dataDir, 'secrets.json')) ? keysOf(await loadOrCreateSecrets(dataDir)) : undefined)

/** The keys that an embedded desk made for itself. */
export const keysOf = (secrets: Secrets): Keys => ({
  field: Buffer.from(secrets.fieldEncryption, 'base64'),
  index: Buffer.from(secrets.blindIndex, 'base64'),
  hmac: Buffer.from(secrets.hmac, 'base64'),
  receipt: Buffer.from(secrets.receiptSigning.d, 'base64url'),
})

/** Keys that last as long as the process: for tests. */
export const throwAwayKeys = (): Keys => ({
  field: randomBytes(32),
  index: randomBytes(32),
  hmac: randomBytes(32),
  receipt: randomBytes(32),
})
