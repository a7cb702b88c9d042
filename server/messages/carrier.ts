import type { MessageChannel } from '#shared/messages/schemas.ts'
import type { Tx } from '../platform/db.ts'

/** One message to one address, in the form that its channel takes. */
export interface Letter {
  /** The message's own id, the same on every try: a carrier that knows it sends nothing a second time. */
  id: string
  /** Null, and no code, for what is no dossier yet. */
  dossierId: string | null
  code: string
  to: string
  subject: string
  text: string
}

/** What a carrier says when it took a letter over. */
export interface Carried {
  /** `delivered` only where the carrier knows that it arrived. */
  state: 'sent' | 'delivered'
  carrierId: string
}

/** One way to reach people. Rejects with `Undeliverable` when trying again is of no use; any other error is tried again. */
export interface Carrier {
  send(letter: Letter): Promise<Carried>
}

/** The ways this desk has. A channel that is absent is passed over. */
export type Carriers = Partial<Record<MessageChannel, Carrier>>

/** The address does not exist or refuses for good. */
export class Undeliverable extends Error {}

/** How a person of a dossier is reached, as it was given at filing. */
export interface Contact {
  phone?: string | undefined
  email?: string | undefined
  /** Facts that only the reader may know and that are stored nowhere in clear, such as a link with its secret. */
  facts?: Readonly<Record<string, string>>
}

/** Reads a contact out of sealed answers. It belongs to a feature after this one, so the worker is given it. */
export type ReadContact = (tx: Tx, of: { dossierId: string; recipient: string }) => Promise<Contact | undefined>

/** E-mail costs nothing and holds the whole text; Zalo is read by nearly everybody; SMS reaches every telephone. */
export function waysTo(contact: Contact, carriers: Carriers): { channel: MessageChannel; to: string; by: Carrier }[] {
  const addresses: [MessageChannel, string | undefined][] = [
    ['email', contact.email],
    ['zalo', contact.phone],
    ['sms', contact.phone],
  ]

  return addresses.flatMap(([channel, to]) => {
    const by = carriers[channel]

    return to && by ? [{ channel, to, by }] : []
  })
}
