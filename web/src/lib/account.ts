import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { type AccountView, sessionView } from '#shared/accounts/schemas.ts'
import { problemTypes } from '#shared/http/problem.ts'
import { Refused } from './http.ts'
import { read } from './read.ts'

/** Whose work this page may still hold: the last one it was open for, or nobody's yet. */
let lastHere: string | undefined

/** Notes who works here from now on; false when the page may still hold another person's work. */
export function takePlace({ username }: AccountView): boolean {
  const isFree = lastHere === undefined || lastHere === username
  lastHere = username

  return isFree
}

/** Who is signed in at this browser; null for nobody. */
export const accountOptions = queryOptions({
  queryKey: ['account'],
  queryFn: async ({ signal }): Promise<AccountView | null> => {
    try {
      const { account } = await read(sessionView, '/api/session', signal)

      takePlace(account)

      return account
    } catch (error) {
      if (isSignedOut(error)) return null
      throw error
    }
  },
  staleTime: 5 * 60_000,
})

/** The account, where the page is only shown to those who have one. */
export function useAccount(): AccountView {
  const account = useQueryClient().getQueryData(accountOptions.queryKey)
  if (!account) throw new Error('this page is shown only to signed-in staff')

  return account
}

/** The session ended or never was; a wrong password is another kind of 401. */
export const isSignedOut = (error: unknown): boolean =>
  error instanceof Refused && error.problem.status === 401 && error.problem.type === problemTypes.signInNeeded
