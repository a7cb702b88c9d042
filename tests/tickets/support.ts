import { kioskKeyOf } from '#server/tickets/secrets.ts'
import type { LineView, TakenTicketView, TicketView } from '#shared/tickets/schemas.ts'
import { type Caller, type TestDesk, toanLuu } from '../support/desk.ts'
import { newKey } from '../support/filings.ts'

/** What crosses the wire: instants are text there. */
export type Wire<T> = { [K in keyof T]: T[K] extends Date ? string : T[K] extends Date | null ? string | null : T[K] }

/** Takes a number at the kiosk of a unit. */
export async function take(
  desk: TestDesk,
  body: Record<string, unknown> = {},
  unit = toanLuu,
): Promise<Wire<TakenTicketView>> {
  const kiosk = await standing(desk)
  const key = newKey()
  const answer = await untilAnswered(() =>
    kiosk.request(
      'POST',
      '/api/tickets',
      {
        unit,
        ...(body.booking ? {} : { class: 'walk_in', services: ['1.004194'] }),
        ...body,
        kiosk: kioskKeyOf(desk.deps.keys.hmac, unit),
      },
      key,
    ),
  )
  if (answer.statusCode !== 201) throw new Error(answer.body)

  return answer.json()
}

/** A kiosk that has been asked something before, so that the desk knows it again. */
async function standing(desk: TestDesk): Promise<Caller> {
  const kiosk = desk.visitor()
  await kiosk.request('GET', '/healthz')

  return kiosk
}

/** Sends the same again, under the same key, as long as the desk says "come again": what its browsers do. */
async function untilAnswered(send: () => ReturnType<Caller['request']>): ReturnType<Caller['request']> {
  const answer = await send()

  return answer.statusCode === 503 ? untilAnswered(send) : answer
}

export const line = async (officer: Caller): Promise<LineView> =>
  (await officer.request('GET', '/api/desk/tickets')).json()

export const callNext = (officer: Caller, counter: number, more: Record<string, unknown> = {}) => {
  const key = newKey()

  return untilAnswered(() => officer.request('POST', '/api/desk/tickets/next-call', { counter, ...more }, key))
}

/** Takes a step on a ticket as it was last seen. */
export const step = (
  officer: Caller,
  ticket: Pick<TicketView, 'id' | 'version'>,
  path: string,
  body: Record<string, unknown> = {},
) =>
  officer.request('PUT', `/api/desk/tickets/${ticket.id}/${path}`, body, {
    'if-match': `"${ticket.version}"`,
    ...newKey(),
  })
