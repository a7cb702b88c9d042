import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { writeUnits } from '#db/load-reference.ts'
import { buildDirectory } from '#shared/units/directory.ts'
import { dividedUnits } from '#shared/units/divided-units.ts'
import { knownEditions } from '#shared/units/editions.ts'
import { parseSuccessors, parseUnits } from '#shared/units/units-csv.ts'
import { reachDesk } from './reach-desk.ts'

/**
 * `desk units import FOLDER`: the next reform without a new version of the desk.
 *
 * Both files (`units.csv`, `successors.csv`, as in db/reference) are read and checked before anything is written, and replaced in one transaction; a running desk
 * hears of it and reads them anew.
 */
export async function runUnits(action: string | undefined, folder: string | undefined): Promise<void> {
  if (action !== 'import' || !folder) throw new Error('usage: npm run desk -- units import FOLDER')
  const units = parseUnits(await readFile(join(folder, 'units.csv'), 'utf8'))
  const successors = parseSuccessors(await readFile(join(folder, 'successors.csv'), 'utf8'))
  // Throws when a successor or a divided unit names a unit that is not there.
  buildDirectory({ editions: knownEditions, divided: dividedUnits, units, successors })

  await using desk = await reachDesk()
  const client = new pg.Client({ connectionString: desk.database.ownerUrl })
  await client.connect()
  try {
    await client.query('begin')
    await writeUnits(client, { units, successors })
    await client.query('commit')
    await client.query(`select pg_notify('desk', 'cli reference')`)
  } finally {
    await client.end()
  }
  process.stdout.write(`${units.length} units, ${successors.length} successors.\n`)
}
