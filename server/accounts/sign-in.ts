import { hash, verify } from '@node-rs/argon2'
import type { SignInInput } from '#shared/accounts/schemas.ts'
import type { Deps } from '../platform/deps.ts'
import { wrongCredentials } from '../platform/problem.ts'
import type { Sessions } from './sessions.ts'

/** OWASP's second profile: 19 MiB, two passes, one lane. */
const argon2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** So many wrong passwords pass without a wait; then each doubles it, up to five minutes. Nobody is locked out for good. */
const freeFailures = 5
const longestWaitSeconds = 300

export const hashPassword = (password: string) => hash(password, argon2)

/** Compared when the username is unknown, so that both answers take the same time. */
const nobody = hashPassword('nobody has this password')

/**
 * Checks a password and opens a session; returns its token.
 *
 * An unknown name, a wrong password and a closed account are one and the same answer.
 */
export async function signIn(
  { pool }: Pick<Deps, 'pool'>,
  sessions: Sessions,
  { username, password }: SignInInput,
): Promise<string> {
  const { rows } = await pool.query<{ id: string; password_hash: string; status: string; wait: number | null }>(
    `select id, password_hash, status, ceil(extract(epoch from retry_at - now()))::integer as wait
     from accounts where username = $1`,
    [username.trim().toLowerCase()],
  )
  const account = rows[0]
  if (account?.wait && account.wait > 0) throw wrongCredentials(account.wait)
  const isRight = await verify(account?.password_hash ?? (await nobody), password)
  if (!account) throw wrongCredentials()
  if (!isRight || account.status !== 'active') {
    await pool.query(
      `update accounts set failures = failures + 1, retry_at = case when failures + 1 > $2
         then now() + make_interval(secs => least($3, power(2, failures + 1 - $2))) end where id = $1`,
      [account.id, freeFailures, longestWaitSeconds],
    )
    throw wrongCredentials()
  }
  await pool.query('update accounts set failures = 0, retry_at = null where id = $1 and failures > 0', [account.id])

  return sessions.open(account.id)
}
