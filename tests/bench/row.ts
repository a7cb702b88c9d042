import type { Ground } from './bench-desk.ts'
import type { DatabaseLoader } from './database-load.ts'
import type { Options } from './options.ts'
import type { Result } from './sample.ts'

/** What a row measures with. */
export interface Bench {
  options: Options
  ground: Ground
  /** Loads the database without the desk: the limit of rows that store or read. */
  database: DatabaseLoader
  /** Tells a person what goes on, and what the table cannot say. */
  say(message: string): void
}

/** One row of the table: a file in `rows/`, and a line in `bench.ts`. */
export interface Row {
  number: number
  title: string
  run(bench: Bench): Promise<Result[]>
}
