import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import * as z from 'zod/mini'
import { type SignedView, signedView, type ToSignItem, toSignView } from '#shared/signing/schemas.ts'
import { badNews } from '#web/src/lib/bad-news.ts'
import { Offline, request } from '#web/src/lib/http.ts'
import { newKey } from '#web/src/lib/intention.ts'
import { read } from '#web/src/lib/read.ts'

/** Under the desk's own key: what changes the queue changes this list, and one hint renews both. */
const key = ['desk', 'to-sign'] as const

export const toSignOptions = queryOptions({
  queryKey: key,
  queryFn: ({ signal }) => read(toSignView, '/api/desk/to-sign', signal),
  refetchInterval: 30_000,
})

/** How far one dossier of the list has come. */
export type Outcome =
  | { state: 'waiting' | 'signing' }
  | { state: 'signed'; documents: SignedView['documents'] }
  | { state: 'failed'; why: string }

/**
 * Signs what was chosen, one after the other, and tells of each how it went. One that cannot be signed keeps back no
 * other. `stop` lets the one that is under way end and begins no further one.
 */
export function useSigning() {
  const client = useQueryClient()
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map())
  const [isRunning, setRunning] = useState(false)
  const isStopped = useRef(false)
  const note = (code: string, outcome: Outcome) => setOutcomes((before) => new Map(before).set(code, outcome))

  const sign = async (items: readonly ToSignItem[]): Promise<number> => {
    isStopped.current = false
    setRunning(true)
    for (const { code } of items) note(code, { state: 'waiting' })
    let signed = 0
    for (const { code, version } of items) {
      if (isStopped.current) {
        note(code, { state: 'failed', why: 'Đã dừng trước khi ký hồ sơ này.' })
        continue
      }
      note(code, { state: 'signing' })
      try {
        const { documents } = await signOne(code, version)
        note(code, { state: 'signed', documents })
        signed += 1
      } catch (error) {
        note(code, { state: 'failed', why: badNews(error).detail })
      }
    }
    setRunning(false)
    await client.invalidateQueries({ queryKey: ['desk'] })

    return signed
  }

  return {
    sign,
    outcomes,
    isRunning,
    stop: () => {
      isStopped.current = true
    },
  }
}

/** Tried a second time under the same key when no answer came: what was signed then is not signed twice. */
async function signOne(code: string, version: number): Promise<SignedView> {
  const options = { ifMatch: version, idempotencyKey: newKey() }
  const send = () => request<unknown>('PUT', `/api/dossiers/${encodeURIComponent(code)}/signature`, options)
  const answer = await send().catch((error) => {
    if (error instanceof Offline) return send()
    throw error
  })

  return z.parse(signedView, answer)
}

/** Asks the list again, after a preview was opened: by now the server has noted it as seen. */
export function useRenewList() {
  const client = useQueryClient()

  return useCallback(() => void client.invalidateQueries({ queryKey: key }), [client])
}
