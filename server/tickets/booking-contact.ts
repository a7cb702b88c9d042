import { normalizePhone } from '#shared/catalogue/phone-number.ts'
import type { BookingContact } from '#shared/tickets/booking-schemas.ts'
import type { Keys } from '../config.ts'
import type { Reach } from '../messages/open-carriers.ts'
import { invalid } from '../platform/problem.ts'
import { seal, unseal } from '../platform/sealing.ts'

const bound = (id: string) => `bookings|${id}`

/** Closes an address into the row of its booking; null when none was left. */
export function sealContact(keys: Pick<Keys, 'field'>, id: string, contact: BookingContact | undefined): Buffer | null {
  if (!contact?.phone && !contact?.email) return null
  const { phone, email } = contact

  return seal(
    keys.field,
    bound(id),
    JSON.stringify({ ...(phone && { phone: normalizePhone(phone) }), ...(email && { email }) }),
  )
}

export const unsealContact = (keys: Pick<Keys, 'field'>, id: string, sealed: Buffer): BookingContact =>
  JSON.parse(unseal(keys.field, bound(id), sealed))

/** Refuses an address that this desk could keep and never write to. */
export function refuseUnreachable(reach: Reach, contact: BookingContact | undefined): void {
  if (contact?.phone && !reach.phone)
    throw invalid([
      {
        pointer: '#/contact/phone',
        detail: 'Hệ thống chưa nhắn được đến điện thoại. Hãy để lại e-mail, hoặc đặt lịch không cần nhắc.',
      },
    ])
  if (contact?.email && !reach.email)
    throw invalid([
      {
        pointer: '#/contact/email',
        detail: 'Hệ thống chưa gửi được e-mail. Hãy đặt lịch không cần nhắc.',
      },
    ])
}
