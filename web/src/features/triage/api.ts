import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { RefuseInput } from '#shared/dossiers/step-schemas.ts'
import type { TransferInput } from '#shared/dossiers/transfer-schemas.ts'
import { type TriageDossierView, triageDossierView, triageView } from '#shared/dossiers/triage-schemas.ts'
import { request } from '#web/src/lib/http.ts'
import { intention } from '#web/src/lib/intention.ts'
import { read } from '#web/src/lib/read.ts'

/** Under the desk's own key: the stream that renews queues renews this one, and what stands open in it. */
const triageKey = ['desk', 'triage'] as const
const pollMs = 30_000

export const triageOptions = queryOptions({
  queryKey: [...triageKey, 'list'],
  queryFn: ({ signal }) => read(triageView, '/api/desk/triage', signal),
  refetchInterval: pollMs,
})

/** Opening one is recorded as a look at personal data, so it is read once and again only after a step. */
export const triageDossierOptions = (code: string) =>
  queryOptions({
    queryKey: ['triage-dossier', code],
    queryFn: ({ signal }) => read(triageDossierView, `/api/desk/triage/${encodeURIComponent(code)}`, signal),
    staleTime: Number.POSITIVE_INFINITY,
  })

type Step = { resource: 'transfers'; body: TransferInput } | { resource: 'refusal'; body: RefuseInput }

/** Sends the dossier on, or refuses it. The same words on the same version keep their key. */
export function useDecide({ code, version }: Pick<TriageDossierView, 'code' | 'version'>) {
  const client = useQueryClient()
  const [keyFor] = useState(intention)

  return useMutation({
    mutationFn: ({ resource, body }: Step) =>
      request(resource === 'transfers' ? 'POST' : 'PUT', `/api/dossiers/${encodeURIComponent(code)}/${resource}`, {
        body,
        ifMatch: version,
        idempotencyKey: keyFor({ resource, body, version }),
      }),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: triageKey })
      void client.invalidateQueries({ queryKey: triageDossierOptions(code).queryKey })
    },
  })
}
