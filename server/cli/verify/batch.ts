import { createHash } from 'node:crypto'
import type { NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { PublicKey } from '#shared/certificates/signed-text.ts'
import type { DossierEvent } from '#shared/dossiers/events.ts'
import type { Keys } from '../../config.ts'
import type { Reference } from '../../platform/reference.ts'
import type { Store } from '../../platform/store.ts'
import type { StoredDossier, StoredLink } from './dossier.ts'

/** What there is to judge by beside the rows themselves. */
export interface AtHand {
  reference: Reference
  /** Open what is sealed; absent where this machine has none. */
  keys: Keys | undefined
  /** Those of the desk, old ones too: what is signed is judged by them. Empty where there are none. */
  publicKeys: readonly PublicKey[]
  /** The files; absent where only the database is at hand. */
  store: Pick<Store, 'read'> | undefined
}

/** Some dossiers whose logs and columns were found right, for looking at what else hangs on them. */
export interface Batch {
  db: NodePgDatabase
  ids: string[]
  dossiers: ReadonlyMap<string, StoredDossier>
  links: ReadonlyMap<string, readonly StoredLink[]>
  /** Those that were disposed of: of what people filed only hashes are left. */
  erased: ReadonlySet<string>
  eventsOf(dossierId: string): readonly DossierEvent[]
}

/** How many rows were looked at, and what is wrong with the first that is wrong. */
export interface Looked {
  rows: number
  difference: string | undefined
}

/** Looks at one row after the other up to the first difference, which is told under the row's name. */
export async function lookAtEach<Row>(
  rows: readonly Row[],
  name: (row: Row) => string,
  differenceIn: (row: Row) => string | undefined | Promise<string | undefined>,
): Promise<Looked> {
  for (const [index, row] of rows.entries()) {
    const difference = await differenceIn(row)
    if (difference) return { rows: index + 1, difference: `${name(row)}: ${difference}` }
  }

  return { rows: rows.length, difference: undefined }
}

/** Rows by what they belong to, in the order in which they came. */
export function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }

  return groups
}

/** What is wrong with a stored file, by every byte of it; nothing where no files are at hand. */
export async function fileDifference(
  store: AtHand['store'],
  sha256: string,
  bytes?: number,
): Promise<string | undefined> {
  if (!store) return undefined
  const file = await store.read(sha256)
  if (!file) return `the stored file ${sha256} is missing`
  const hash = createHash('sha256')
  for await (const chunk of file.stream as AsyncIterable<Buffer>) hash.update(chunk)
  if (hash.digest('hex') !== sha256) return `the stored file ${sha256} is damaged`

  return bytes === undefined || file.bytes === bytes
    ? undefined
    : `the stored file ${sha256} has ${file.bytes} bytes, and ${bytes} are written`
}
