import { migrate } from '#db/migrate.ts'
import { readConfig } from '../config.ts'
import { openFoundation } from '../foundation.ts'

/** `desk migrate`: before a new version of the desk serves anybody. Safe to run twice, and by two at once. */
export async function runMigrate(): Promise<void> {
  const config = readConfig(process.env)
  const foundation = await openFoundation(config, (message) => process.stderr.write(`${message}\n`))
  try {
    await migrate(foundation.database.ownerUrl)
    process.stdout.write('The database is at this version.\n')
  } finally {
    await foundation.stop()
  }
}
