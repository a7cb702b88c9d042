import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { bilingual } from '#shared/http/bilingual.ts'
import { read } from './read.ts'

const procedureList = z.object({ items: z.array(z.object({ code: z.string(), name: bilingual })) })

/** The names of the procedures in force, by their code. They change with the law, not while a page is open. */
export const procedureNamesOptions = queryOptions({
  queryKey: ['procedures'],
  queryFn: async ({ signal }): Promise<ReadonlyMap<string, string>> => {
    const { items } = await read(procedureList, '/api/procedures', signal)

    return new Map(items.map(({ code, name }) => [code, name.vi]))
  },
  staleTime: Number.POSITIVE_INFINITY,
})

export const noProcedures: ReadonlyMap<string, string> = new Map()
