import { useMutation, useQueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { type SignInInput, sessionView } from '#shared/accounts/schemas.ts'
import { accountOptions, takePlace } from '#web/src/lib/account.ts'
import { forgetCounter } from '#web/src/lib/counter-hand-over.ts'
import { request } from '#web/src/lib/http.ts'

/**
 * Signs in. Who comes back after the session ran out finds the page and its drafts as they were; for anybody else
 * the page is loaded anew at `address`, so that nothing of the one before stays in it.
 */
export function useSignIn(address: string) {
  const client = useQueryClient()

  return useMutation({
    mutationFn: async (input: SignInInput) =>
      z.parse(sessionView, await request('POST', '/api/session', { body: input })),
    onSuccess: ({ account }) => {
      if (takePlace(account)) client.setQueryData(accountOptions.queryKey, account)
      else {
        forgetCounter()
        location.assign(address)
      }
    },
  })
}

/** Signs out and loads the page anew: nothing of the one who leaves stays in its memory. */
export function useSignOut() {
  return useMutation({
    mutationFn: () => request<undefined>('DELETE', '/api/session'),
    onSuccess: () => {
      forgetCounter()
      location.assign('/can-bo/dang-nhap')
    },
  })
}
