import * as z from 'zod/mini'
import { bilingual } from '../http/bilingual.ts'
import { instant, localDay } from '../http/instant.ts'
import { ticketClasses } from './classes.ts'
import { wantedServices } from './services.ts'
import { lineSettingBounds, settingStandings } from './settings.ts'
import { ticketStates } from './transitions.ts'

export const unitCode = z.string().check(z.regex(/^\d{5}$/))
const services = z.array(z.enum(wantedServices)).check(z.minLength(1), z.maxLength(5))
const within = ([least, most]: readonly [number, number]) => z.int().check(z.minimum(least), z.maximum(most))
const counter = within(lineSettingBounds.counters)
/** Proves that a request comes from the unit's own kiosk; officers need none. */
const kiosk = z.optional(z.string().check(z.maxLength(40)))

/** A number for somebody who came without a booking, or the check-in of one who has one. */
export const takeTicketInput = z.union([
  z.strictObject({ unit: unitCode, class: z.enum(['priority', 'walk_in']), services, kiosk }),
  z.strictObject({ unit: unitCode, booking: z.string().check(z.minLength(6), z.maxLength(120)), kiosk }),
])
export type TakeTicketInput = z.infer<typeof takeTicketInput>

/** `over` names the ticket that still runs at the counter and is to be ended by this call. */
export const callNextInput = z.strictObject({ counter, over: z.optional(z.uuid()) })
export type CallNextInput = z.infer<typeof callNextInput>

/** `counter`: where to call or resume, or whereto to transfer. */
export const ticketStepInput = z.strictObject({ counter: z.optional(counter), over: z.optional(z.uuid()) })
export type TicketStepInput = z.infer<typeof ticketStepInput>

export const ticketDossierInput = z.strictObject({ code: z.string().check(z.minLength(3), z.maxLength(40)) })

export const lineSettingsInput = z.strictObject({
  from: localDay,
  counters: counter,
  serviceMinutes: within(lineSettingBounds.serviceMinutes),
  slotMinutes: within(lineSettingBounds.slotMinutes),
  bookedPercent: within(lineSettingBounds.bookedPercent),
  bookingsPerPhone: within(lineSettingBounds.bookingsPerPhone),
  returnMinutes: within(lineSettingBounds.returnMinutes),
})
export type LineSettingsInput = z.infer<typeof lineSettingsInput>

export const lineSettingsView = z.object({
  counters: z.number(),
  serviceMinutes: z.number(),
  slotMinutes: z.number(),
  bookedPercent: z.number(),
  bookingsPerPhone: z.number(),
  returnMinutes: z.number(),
})

/** What a unit said of its counters, the latest first, and what the days that can be booked look like. */
export const lineSettingsListView = z.object({
  today: localDay,
  inForce: lineSettingsView,
  entries: z.array(
    z.object({
      id: z.uuid(),
      from: localDay,
      settings: lineSettingsView,
      recordedBy: z.string(),
      recordedAt: instant,
      standing: z.enum(settingStandings),
    }),
  ),
  days: z.array(
    z.object({
      day: localDay,
      /** When people are received, in minutes since 00:00; none on a closed day. */
      sessions: z.array(z.object({ opens: z.number(), closes: z.number() })),
      /** Why the day is not an ordinary one. */
      why: z.nullable(z.string()),
      /** Bookings that stand, and how many of them the fullest slot has. */
      booked: z.number(),
      fullestSlot: z.number(),
    }),
  ),
})
export type LineSettingsListView = z.infer<typeof lineSettingsListView>

const wait = z.object({ from: z.number(), to: z.number() })

/** A number just taken: what the slip prints. `secret` opens the page of one's place in line. */
export const takenTicketView = z.object({
  id: z.uuid(),
  label: z.string(),
  class: z.enum(ticketClasses),
  unit: z.string(),
  unitName: z.string(),
  services: z.array(z.object({ code: z.string(), name: bilingual })),
  arrivedAt: instant,
  bookedAt: z.nullable(instant),
  secret: z.string(),
  placeUrl: z.string(),
  ahead: z.number(),
  wait,
})
export type TakenTicketView = z.infer<typeof takenTicketView>

/** One's place in line, for whoever holds the slip. */
export const placeView = z.object({
  label: z.string(),
  class: z.enum(ticketClasses),
  state: z.enum(ticketStates),
  unit: z.string(),
  unitName: z.string(),
  /** The number is of an earlier day. */
  isOver: z.boolean(),
  arrivedAt: instant,
  calledAt: z.nullable(instant),
  counter: z.nullable(z.number()),
  ahead: z.number(),
  wait,
  /** From then on nobody who comes is put before this number. */
  closedAt: instant,
  /** Until then an absent person gets the place back. */
  returnUntil: z.nullable(instant),
})
export type PlaceView = z.infer<typeof placeView>

/** What the television in the waiting room shows: numbers and counters, nobody's name, nobody's business. */
export const boardView = z.object({
  unit: z.string(),
  unitName: z.string(),
  now: instant,
  /** Numbers that were called and are awaited or served, the latest call first. */
  atCounters: z.array(
    z.object({ label: z.string(), counter: z.number(), calledAt: instant, calls: z.number(), isServing: z.boolean() }),
  ),
  /** The last five calls, the latest first. */
  last: z.array(z.object({ label: z.string(), counter: z.number(), calledAt: instant })),
  waiting: z.number(),
})
export type BoardView = z.infer<typeof boardView>

export const ticketView = z.object({
  id: z.uuid(),
  label: z.string(),
  class: z.enum(ticketClasses),
  state: z.enum(ticketStates),
  version: z.number(),
  services: z.array(z.object({ code: z.string(), name: bilingual })),
  arrivedAt: instant,
  callBy: instant,
  bookedAt: z.nullable(instant),
  calledAt: z.nullable(instant),
  servedAt: z.nullable(instant),
  endedAt: z.nullable(instant),
  calls: z.number(),
  counter: z.nullable(z.number()),
  /** The one counter for which it waits after a transfer. */
  forCounter: z.nullable(z.number()),
  officer: z.nullable(z.string()),
  dossiers: z.array(z.string()),
  placeUrl: z.string(),
})
export type TicketView = z.infer<typeof ticketView>

/** The line of a unit today, as its officers see it. */
export const lineView = z.object({
  unit: z.string(),
  now: instant,
  settings: lineSettingsView,
  atCounters: z.array(ticketView),
  /** In the order in which they will be called. */
  waiting: z.array(ticketView),
  held: z.array(ticketView),
  absent: z.array(ticketView),
  done: z.number(),
  /** Of those who wait: the longest wait, and how many are past their class's target. */
  longestWaitMinutes: z.number(),
  late: z.number(),
  isReceiving: z.boolean(),
  kioskPath: z.string(),
  boardPath: z.string(),
})
export type LineView = z.infer<typeof lineView>

export const lineQuery = z.strictObject({ unit: z.optional(unitCode) })

/** How a dossier began at the counter. */
export const dossierTicketsView = z.object({
  items: z.array(
    z.object({
      label: z.string(),
      day: localDay,
      arrivedAt: instant,
      calledAt: z.nullable(instant),
      servedAt: z.nullable(instant),
      endedAt: z.nullable(instant),
      counter: z.nullable(z.number()),
    }),
  ),
})
export type DossierTicketsView = z.infer<typeof dossierTicketsView>
