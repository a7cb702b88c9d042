import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { findProgram } from './find-program.ts'

const run = promisify(execFile)

/**
 * One transaction's statements, for the limits: `:name` is a variable, `:client_id` the number of the connection
 * from 0. The columns that a statement with `keeps` returns become variables of those after it.
 */
export interface Statement {
  sql: string
  keeps?: readonly string[]
}

export interface DatabaseLoad {
  /** Who is connected: the owner for limits, since row-level security is a price of the desk and not of the work. */
  url: string
  connections: number
  statements: readonly Statement[]
}

/** For how long, or how many transactions on each connection. */
export type HowMuch = { seconds: number } | { each: number }

/** How limits are measured on this machine, and by what: for the heading of the table. */
export interface DatabaseLoader {
  name: string
  /** Transactions a second. */
  load(work: DatabaseLoad, howMuch: HowMuch): Promise<number>
}

/**
 * pgbench where the machine has it: a client in C that leaves the cores to PostgreSQL. Elsewhere a plain loop of
 * prepared statements over `pg`, whose limits are lower: the ratios then flatter the desk.
 */
export async function findDatabaseLoader(): Promise<DatabaseLoader> {
  const program = await findPgbench()

  return program
    ? {
        name: (await run(program, ['--version'])).stdout.trim(),
        load: (work, howMuch) => runPgbench(program, work, howMuch),
      }
    : { name: 'pg loop (no pgbench on this machine: limits are too low)', load: runPgLoop }
}

async function findPgbench(): Promise<string | undefined> {
  const inPath = findProgram('pgbench')
  if (inPath) return inPath
  const versions = await readdir('/usr/lib/postgresql').catch(() => [])

  return findProgram(
    'pgbench',
    versions
      .sort()
      .reverse()
      .map((version) => `/usr/lib/postgresql/${version}/bin`),
  )
}

async function runPgbench(
  program: string,
  { url, connections, statements }: DatabaseLoad,
  howMuch: HowMuch,
): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'quay-pgbench-'))
  const script = join(folder, 'work.sql')
  await writeFile(
    script,
    statements.map(({ sql, keeps }) => `${sql.replace(/\s+/g, ' ')}${keeps ? ' \\gset' : ';'}\n`).join(''),
  )
  const { hostname, port, username, password, pathname } = new URL(url)
  const amount = 'seconds' in howMuch ? ['-T', String(Math.ceil(howMuch.seconds))] : ['-t', String(howMuch.each)]
  try {
    const { stdout } = await run(
      program,
      ['-n', '-M', 'prepared', '-c', String(connections), '-j', '2', ...amount, '-f', script],
      {
        env: {
          ...process.env,
          PGHOST: hostname,
          PGPORT: port,
          PGUSER: username,
          PGPASSWORD: decodeURIComponent(password),
          PGDATABASE: pathname.slice(1),
        },
        maxBuffer: 2 ** 26,
      },
    )
    const [, perSecond] = /^tps = ([\d.]+)/m.exec(stdout) ?? []
    if (perSecond === undefined || /number of failed transactions: [1-9]/.test(stdout))
      throw new Error(`pgbench said:\n${stdout}`)

    return Number(perSecond)
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function runPgLoop({ url, connections, statements }: DatabaseLoad, howMuch: HowMuch): Promise<number> {
  const prepared = statements.map(numbered)
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client({ connectionString: url })
      await client.connect()

      return client
    }),
  )
  const start = performance.now()
  const until = 'seconds' in howMuch ? start + howMuch.seconds * 1000 : Number.POSITIVE_INFINITY
  const most = 'each' in howMuch ? howMuch.each : Number.POSITIVE_INFINITY
  const counts = await Promise.all(
    clients.map(async (client, index) => {
      let done = 0
      for (; done < most && performance.now() < until; done += 1) {
        const variables: Record<string, unknown> = { client_id: index }
        for (const { name, text, names } of prepared) {
          const { rows } = await client.query({ name, text, values: names.map((each) => variables[each]) })
          Object.assign(variables, rows?.[0])
        }
      }

      return done
    }),
  )
  const took = (performance.now() - start) / 1000
  await Promise.all(clients.map((client) => client.end()))

  return counts.reduce((sum, count) => sum + count, 0) / took
}

/** `:name` as `$1`, leaving `::type` alone. */
function numbered({ sql }: Statement, index: number): { name: string; text: string; names: string[] } {
  const names: string[] = []
  const text = sql.replace(/(?<!:):([a-z_]+)/g, (_all, name: string) => {
    if (!names.includes(name)) names.push(name)

    return `$${names.indexOf(name) + 1}`
  })

  return { name: `limit-${index}`, text, names }
}

/**
 * A value as an SQL literal that holds no colon: in a prepared script pgbench would take what follows one for a
 * variable, also inside quotes.
 */
export function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (Buffer.isBuffer(value)) return `decode('${value.toString('hex')}', 'hex')`
  const text =
    value instanceof Date ? value.toISOString() : typeof value === 'object' ? JSON.stringify(value) : String(value)

  return `E'${text.replace(/\\/g, '\\\\').replace(/'/g, "''").replace(/:/g, '\\x3a')}'`
}
