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
  const answer = await desk.visitor().request(
    'POST',
    '/api/tickets',
    {
      unit,
      ...(body.booking ? {} : { class: 'walk_in', services: ['1.004194'] }),
      ...body,
      kiosk: kioskKeyOf(desk.deps.keys.hmac, unit),
    },
    newKey(),
  )
  if (answer.statusCode !== 201) throw new Error(answer.body)

  return answer.json()
}

export const line = async (officer: Caller): Promise<LineView> =>
  (await officer.request('GET', '/api/desk/tickets')).json()

export const callNext = (officer: Caller, counter: number, more: Record<string, unknown> = {}) =>
  officer.request('POST', '/api/desk/tickets/next-call', { counter, ...more }, newKey())

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
