import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'

/**
 * What one transaction may see. Row-level security reads it; a policy function in code has asked before.
 * `units`: communes of today's posting. `dossier`: the one whose tracking key was proved, or that was just made.
 */
export interface Scope {
  units?: readonly string[]
  dossier?: string
}

/** A transaction's handle. Dead once its `withTx` has settled; knows no nested transaction. */
export type Tx = Omit<NodePgDatabase, 'transaction'> & {
  /** Plain SQL with numbered parameters, for statements that stand in `db/functions`. */
  statement<Row extends pg.QueryResultRow>(text: string, values: readonly unknown[]): Promise<Row[]>
}

/** The application's pool: bounded waits everywhere, so that a silent network loss is an error and not a hang. */
export function openPool(
  url: string,
  options: { max?: number; name?: string; onError: (error: Error) => void },
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 20,
    application_name: options.name ?? 'quay',
    connectionTimeoutMillis: 2_000,
    query_timeout: 10_000,
    statement_timeout: 8_000,
    lock_timeout: 3_000,
    idle_in_transaction_session_timeout: 15_000,
    keepAlive: true,
  })
  pool.on('error', options.onError)
  surviveDyingBackends(pool)

  return pool
}

/**
 * A backend may die in the very packet that says it is ready, before whoever asked for the connection could listen;
 * without any listener that error would end the process. The next statement on such a connection rejects.
 */
export function surviveDyingBackends(pool: pg.Pool): void {
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
  })
}

/**
 * The only place that opens a transaction. Row-level security sees `scope` in this transaction and nowhere else.
 *
 * `work` runs between BEGIN and COMMIT on a connection of its own. When it throws, when a statement failed inside
 * it and was swallowed, or when the backend dies, nothing is stored and the call rejects; it resolves only after
 * COMMIT. The handle refuses every statement after that, so a forgotten `await` cannot run in a stranger's
 * transaction.
 */
export async function withTx<T>(pool: pg.Pool, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let dead: Error | undefined
  let over: Error | undefined
  // Without a listener, a backend that dies while its client is checked out ends the process.
  const onError = (error: Error) => {
    dead = error
  }
  client.on('error', onError)
  try {
    await client.query(beginWith(client, scope))
    let result: T
    try {
      result = await work(handle(client, () => over))
    } finally {
      over = new Error('this transaction is over')
    }
    const { command } = await client.query('commit')
    // After a failed statement COMMIT answers ROLLBACK and succeeds: an acknowledged write that is not stored.
    if (command !== 'COMMIT') throw new Error('a statement failed in this transaction: it was rolled back')
    client.off('error', onError)
    client.release()

    return result
  } catch (error) {
    const clean =
      !dead &&
      (await client.query('rollback').then(
        () => true,
        () => false,
      ))
    client.off('error', onError)
    client.release(clean ? undefined : (dead ?? (error as Error)))
    throw error
  }
}

function beginWith(client: pg.PoolClient, scope: Scope): string {
  const units = client.escapeLiteral((scope.units ?? []).join())
  const dossier = client.escapeLiteral(scope.dossier ?? '')

  return `begin; select set_config('app.units', ${units}, true), set_config('app.dossier', ${dossier}, true)`
}

function handle(client: pg.PoolClient, over: () => Error | undefined): Tx {
  const guarded = new Proxy(client, {
    get(target, property) {
      if (property !== 'query') return Reflect.get(target, property, target)

      return (...args: Parameters<typeof target.query>) => {
        const refusal = over()

        return refusal ? Promise.reject(refusal) : target.query(...args)
      }
    },
  })
  const tx = drizzle(guarded)

  return Object.assign(tx, {
    // On this handle drizzle would send BEGIN and COMMIT, not SAVEPOINT: the outer would commit early, without scope.
    transaction: () => {
      throw new Error('no transaction inside a transaction')
    },
    statement: async <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[]) => {
      const { rows } = await guarded.query<Row>(text, [...values])

      return rows
    },
  })
}

/** The single row that a statement must give; anything else is a bug. */
export function one<Row>(rows: readonly Row[]): Row {
  const [row] = rows
  if (rows.length !== 1 || row === undefined) throw new Error(`expected one row, got ${rows.length}`)

  return row
}

/** The SQLSTATE of a failed statement, also when drizzle wrapped it. */
export function sqlState(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if ('code' in error && typeof error.code === 'string') return error.code

  return sqlState(error.cause)
}

/** Whether the database could not be reached or broke off, so that the caller may try again later. */
export function isUnavailable(error: unknown): boolean {
  // FATAL ends the connection, whatever its code: shutting down, starting up, no more slots, nobody let in.
  if (error instanceof pg.DatabaseError && error.severity === 'FATAL') return true
  if (error instanceof Error && error.cause instanceof pg.DatabaseError) return isUnavailable(error.cause)
  const state = sqlState(error)
  if (state) return /^(08|57P|53)/.test(state) || /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND)/.test(state)
  const message =
    error instanceof Error ? `${error.message} ${error.cause instanceof Error ? error.cause.message : ''}` : ''

  return /Connection terminated|not queryable|timeout exceeded when trying to connect|Query read timeout|connect ECONN/.test(
    message,
  )
}
