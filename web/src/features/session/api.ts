import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SignInInput, sessionView } from '#shared/accounts/schemas.ts'
import { accountOptions } from '#web/src/lib/account.ts'
import { request } from '#web/src/lib/http.ts'
import { forgetAnswers } from '#web/src/lib/read.ts'
import * as z from 'zod/mini'

export function useSignIn() {
  const client = useQueryClient()

  return useMutation({
    mutationFn: async (input: SignInInput) => z.parse(sessionView, await request('POST', '/api/session', { body: input })),
    onSuccess: ({ account }) => {
      forgetAnswers()
      client.setQueryData(accountOptions.queryKey, account)
    },
  })
}

/** Nothing of the one who leaves stays in the page: not in the cache, and not in what was read. */
export function useSignOut() {
  const client = useQueryClient()

  return useMutation({
    mutationFn: () => request<undefined>('DELETE', '/api/session'),
    onSuccess: () => {
      forgetAnswers()
      client.clear()
      client.setQueryData(accountOptions.queryKey, null)
    },
  })
}
