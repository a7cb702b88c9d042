import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { queueView } from '#shared/dossiers/queue-schemas.ts'
import { isEnded } from '#shared/dossiers/transitions.ts'
import { bilingual } from '#shared/http/bilingual.ts'
import { read } from '#web/src/lib/read.ts'
import { toQuery } from '#web/src/lib/url-params.ts'

/** The open dossiers of this unit that name a person, the most urgent first; by the whole number alone. */
export const openDossiersOptions = (identity: string) =>
  queryOptions({
    // Under the desk's own key, so that one hint from the stream renews it like the queues.
    queryKey: ['desk', 'open-of-person', identity],
    queryFn: async ({ signal }) => {
      const { items } = await read(queueView, `/api/desk/queue${toQuery({ q: identity })}`, signal)

      return items.filter(({ state }) => !isEnded(state))
    },
    enabled: /^\d{12}$/.test(identity),
  })

const askedPapers = z.object({
  papers: z.array(
    z.object({ kind: z.string(), name: bilingual, optional: z.optional(z.boolean()), when: z.optional(z.unknown()) }),
  ),
})

/** The papers that a procedure may ask for; which of them, its answers decide. */
export const procedurePapersOptions = (code: string) =>
  queryOptions({
    queryKey: ['procedure-papers', code],
    queryFn: async ({ signal }) =>
      (await read(askedPapers, `/api/procedures/${encodeURIComponent(code)}`, signal)).papers,
    enabled: code !== '',
    staleTime: Number.POSITIVE_INFINITY,
  })
