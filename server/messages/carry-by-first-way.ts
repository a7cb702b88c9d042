import type { FilledMessage } from '#shared/messages/fill-template.ts'
import type { MessageChannel } from '#shared/messages/schemas.ts'
import { type Carried, type Carriers, type Contact, Undeliverable, waysTo } from './carrier.ts'
import { inFormOf } from './send-message.ts'

/**
 * Sends what belongs to no dossier by the first way that takes it, under the letter's own id; undefined when there is
 * no way, or every address refuses for good. A carrier that is away is an error that rises, for the queue to try again.
 */
export async function carryByFirstWay(
  carriers: Carriers,
  { id, contact, filled }: { id: string; contact: Contact; filled: FilledMessage },
): Promise<(Carried & { channel: MessageChannel }) | undefined> {
  for (const { channel, to, by } of waysTo(contact, carriers)) {
    const outcome = await by
      .send({ id, dossierId: null, code: '', to, ...inFormOf(channel, filled) })
      .catch((error: Error) => error)
    if (!(outcome instanceof Error)) return { channel, ...outcome }
    if (!(outcome instanceof Undeliverable)) throw outcome
  }

  return undefined
}
