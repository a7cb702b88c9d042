import * as z from 'zod/mini'
import { bilingual } from '#shared/http/bilingual.ts'
import type { Bilingual } from '#shared/text/bilingual.ts'
import {
  type BoardView,
  boardView,
  type TakenTicketView,
  type TakeTicketInput,
  takenTicketView,
} from '#shared/tickets/schemas.ts'
import { otherServiceNames, type WantedService, wantedServices } from '#shared/tickets/services.ts'
import { Offline, request } from '#web/src/lib/http.ts'
import { newKey } from '#web/src/lib/intention.ts'

export interface ServiceChoice {
  code: WantedService
  name: Bilingual
}

/** What most people come for stands first: temporary and permanent residence, extension, a stay, an absence. */
const frequent: readonly WantedService[] = ['1.004194', '1.004222', '1.002755', '2.001159', '1.003677']
const rankOf = (code: WantedService) => (frequent.includes(code) ? frequent.indexOf(code) : frequent.length)

const procedureList = z.object({ items: z.array(z.object({ code: z.string(), name: bilingual })) })

/** What can be chosen: the procedures in force, and what is no procedure. */
export async function readServices(): Promise<ServiceChoice[]> {
  const { items } = z.parse(procedureList, await request('GET', '/api/procedures'))
  const procedures = items.flatMap(({ code, name }) => {
    const known = wantedServices.find((service) => service === code)

    return known ? [{ code: known, name }] : []
  })

  return [
    { code: 'result', name: otherServiceNames.result },
    ...procedures.sort((a, b) => rankOf(a.code) - rankOf(b.code)),
    { code: 'other', name: otherServiceNames.other },
  ]
}

export const readUnit = async (unit: string): Promise<BoardView> =>
  z.parse(boardView, await request('GET', `/api/units/${unit}/board`))

/** Takes a number. An answer that was lost on the way is asked for once more under the same key: it is the same number. */
export async function takeNumber(input: TakeTicketInput): Promise<TakenTicketView> {
  const idempotencyKey = newKey()
  const send = () => request('POST', '/api/tickets', { body: input, idempotencyKey })
  const answer = await send().catch((error: unknown) => {
    if (error instanceof Offline) return send()
    throw error
  })

  return z.parse(takenTicketView, answer)
}
