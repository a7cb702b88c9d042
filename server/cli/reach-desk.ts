import { type Config, type DatabaseUrls, type Keys, readConfig } from '../config.ts'
import { findRunningPostgres } from '../embedded/postgres.ts'
import { databaseUrls } from '../embedded/roles.ts'
import { loadOrCreateSecrets } from '../embedded/secrets.ts'
import { keysAtHand, keysOf, openFoundation } from '../foundation.ts'

export interface ReachedDesk extends AsyncDisposable {
  config: Config
  database: DatabaseUrls
  /** Those of the desk: its own, or the ones it was given. Absent where only its database is at hand. */
  keys: Keys | undefined
}

/**
 * The database of the desk that this environment names: the one it was given, the embedded one of a running desk, or
 * the embedded one started for as long as the command runs.
 */
export async function reachDesk(): Promise<ReachedDesk> {
  const config = readConfig(process.env)
  if (config.database)
    return {
      config,
      database: config.database,
      keys: await keysAtHand(config),
      [Symbol.asyncDispose]: async () => undefined,
    }
  const running = await findRunningPostgres(config.dataDir)
  if (running) {
    const { user, password } = running.superuser
    const url = `postgres://${user}:${encodeURIComponent(password)}@${running.host}:${running.port}/postgres`

    const secrets = await loadOrCreateSecrets(config.dataDir)

    return {
      config,
      database: databaseUrls(url, secrets, 'quay'),
      keys: config.keys ?? keysOf(secrets),
      [Symbol.asyncDispose]: async () => undefined,
    }
  }
  const foundation = await openFoundation(config, () => undefined)

  return {
    config,
    database: foundation.database,
    keys: foundation.keys,
    [Symbol.asyncDispose]: () => foundation.stop(),
  }
}
