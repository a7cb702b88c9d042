import { type Config, type DatabaseUrls, readConfig } from '../config.ts'
import { findRunningPostgres } from '../embedded/postgres.ts'
import { databaseUrls } from '../embedded/roles.ts'
import { loadOrCreateSecrets } from '../embedded/secrets.ts'
import { openFoundation } from '../foundation.ts'

export interface ReachedDesk extends AsyncDisposable {
  config: Config
  database: DatabaseUrls
}

/**
 * The database of the desk that this environment names: the one it was given, the embedded one of a running desk, or
 * the embedded one started for as long as the command runs.
 */
export async function reachDesk(): Promise<ReachedDesk> {
  const config = readConfig(process.env)
  const running = config.database ? undefined : await findRunningPostgres(config.dataDir)
  if (running) {
    const { user, password } = running.superuser
    const url = `postgres://${user}:${encodeURIComponent(password)}@${running.host}:${running.port}/postgres`

    return {
      config,
      database: databaseUrls(url, await loadOrCreateSecrets(config.dataDir), 'quay'),
      [Symbol.asyncDispose]: async () => undefined,
    }
  }
  const foundation = await openFoundation(config, () => undefined)

  return { config, database: foundation.database, [Symbol.asyncDispose]: () => foundation.stop() }
}
