import * as z from 'zod/mini'
import { isEmailAddress } from '../catalogue/email-address.ts'
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

const phoneNumber = z.string().check(
  z.maxLength(30),
  z.refine((text) => isPhoneNumber(normalizePhone(text)), 'Số điện thoại chưa đúng, ví dụ 0912 345 678.'),
)

/** Where somebody wants to be reminded. Sealed, used for this booking alone, erased after its day. */
export const bookingContact = z.strictObject({
  phone: z.optional(phoneNumber),
  email: z.optional(
    z.string().check(z.maxLength(200), z.refine(isEmailAddress, 'Địa chỉ e-mail chưa đúng, ví dụ ten@vidu.vn.')),
  ),
})
export type BookingContact = z.infer<typeof bookingContact>

export const bookingInput = z.strictObject({
  unit: unitCode,
  at: z.iso.datetime({ offset: true }),
  services: z.array(z.enum(wantedServices)).check(z.minLength(1), z.maxLength(5)),
  /** Only its fingerprint is kept, so that one number cannot take all slots. */
  phone: phoneNumber,
  /** Without it nobody is reminded, and only the page of the booking says when the office has to close. */
  contact: z.optional(bookingContact),
})
export type BookingInput = z.infer<typeof bookingInput>

export const bookingStates = ['booked', 'checked_in', 'cancelled'] as const

export const bookingsOfDayQuery = z.strictObject({ day: z.optional(localDay), unit: z.optional(unitCode) })

/** Whom a unit expects on a day, the earliest first. Nobody said a name; the code is what people bring. */
export const bookingsOfDayView = z.object({
  unit: z.string(),
  day: localDay,
  items: z.array(
    z.object({
      code: z.string(),
      at: instant,
      state: z.enum(bookingStates),
      services: z.array(z.object({ code: z.string(), name: bilingual })),
      /** The number that it became at check-in. */
      label: z.nullable(z.string()),
      closedReason: z.nullable(z.string()),
    }),
  ),
})
export type BookingsOfDayView = z.infer<typeof bookingsOfDayView>

/** What is told about a booking: that it comes near, or that the office is closed then and it is cancelled. */
export const bookingLetterKinds = ['reminder', 'closed'] as const
export type BookingLetterKind = (typeof bookingLetterKinds)[number]

/** `failed` is nobody's call to make; `withdrawn` had nothing to say any more when it was to be sent. */
export const bookingLetterStates = ['promised', 'sent', 'delivered', 'failed', 'withdrawn'] as const

export const bookingView = z.object({
  code: z.string(),
  /** Opens the booking's page, where it can be cancelled. */
  secret: z.string(),
  pageUrl: z.string(),
  unit: z.string(),
  unitName: z.string(),
  at: instant,
  state: z.enum(bookingStates),
  /** Why the office cancelled it, as its calendar says; null when it did not. */
  closedReason: z.nullable(z.string()),
  /** An address was left and is still kept. It is never shown again. */
  isReachable: z.boolean(),
  /** When the reminder will go; null when none is to come. */
  remindAt: z.nullable(instant),
  services: z.array(z.object({ code: z.string(), name: bilingual })),
})
export type BookingView = z.infer<typeof bookingView>
