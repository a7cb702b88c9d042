import * as z from 'zod/mini'
import { isPhoneNumber, normalizePhone } from '../catalogue/phone-number.ts'
import { bilingual } from '../http/bilingual.ts'
import { instant, localDay } from '../http/instant.ts'
import { unitCode } from './schemas.ts'
import { wantedServices } from './services.ts'

export const slotsQuery = z.strictObject({ day: localDay })

export const slotsView = z.object({
  unit: z.string(),
  unitName: z.string(),
  day: localDay,
  /** Why nothing can be booked: the unit is closed, or the day lies outside what can be booked. */
  closed: z.nullable(bilingual),
  slots: z.array(z.object({ at: instant, capacity: z.number(), left: z.number() })),
})
export type SlotsView = z.infer<typeof slotsView>

export const bookingInput = z.strictObject({
  unit: unitCode,
  at: z.iso.datetime({ offset: true }),
  services: z.array(z.enum(wantedServices)).check(z.minLength(1), z.maxLength(5)),
  /** Only its fingerprint is kept, so that one number cannot take all slots. */
  phone: z.string().check(
    z.maxLength(30),
    z.refine((text) => isPhoneNumber(normalizePhone(text)), 'Số điện thoại chưa đúng, ví dụ 0912 345 678.'),
  ),
})
export type BookingInput = z.infer<typeof bookingInput>

export const bookingStates = ['booked', 'checked_in', 'cancelled'] as const

export const bookingView = z.object({
  code: z.string(),
  /** Opens the booking's page, where it can be cancelled. */
  secret: z.string(),
  pageUrl: z.string(),
  unit: z.string(),
  unitName: z.string(),
  at: instant,
  state: z.enum(bookingStates),
  services: z.array(z.object({ code: z.string(), name: bilingual })),
})
export type BookingView = z.infer<typeof bookingView>
