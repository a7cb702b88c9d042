import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import * as z from 'zod/mini'
import {
  bookingInput,
  bookingsOfDayQuery,
  bookingsOfDayView,
  bookingView,
  slotsQuery,
  slotsView,
} from '#shared/tickets/booking-schemas.ts'
import { unitCode } from '#shared/tickets/schemas.ts'
import { staffFor } from '../accounts/actor.ts'
import type { Deps } from '../platform/deps.ts'
import { keyOf } from '../platform/keyed.ts'
import { refusals } from '../platform/problem.ts'
import { bookSlot } from './book-slot.ts'
import { cancelBooking } from './cancel-booking.ts'
import { showBooking } from './read-booking.ts'
import { readBookingsOfDay } from './read-bookings-of-day.ts'
import { readSlots } from './read-slots.ts'

const tags = ['bookings']
const secretParams = z.strictObject({ secret: z.string().check(z.maxLength(60)) })

/** Times at the counter: what is free, booking one, looking at it and giving it back; and whom the unit expects. */
export const bookingRoutes: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
  app.get(
    '/units/:code/slots',
    {
      schema: {
        tags,
        summary: 'The times of a day that can still be booked at a unit',
        params: z.strictObject({ code: unitCode }),
        querystring: slotsQuery,
        response: { 200: slotsView, ...refusals },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-cache')

      return readSlots(deps, request.params.code, request.query.day)
    },
  )

  app.post(
    '/bookings',
    {
      schema: {
        tags,
        summary: 'Book a time; never more people than the counters can serve',
        body: bookingInput,
        response: { 201: bookingView, ...refusals },
      },
      config: { rateLimit: { max: 30, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      const booking = await bookSlot(deps, request.body, keyOf(request, request.sender, true))

      return reply.code(201).header('location', booking.pageUrl).header('cache-control', 'no-store').send(booking)
    },
  )

  app.get(
    '/bookings/:secret',
    {
      schema: {
        tags,
        summary: 'A booking, for whoever has its address',
        params: secretParams,
        response: { 200: bookingView, ...refusals },
      },
      config: { rateLimit: { max: 60, timeWindow: '1 minute' } },
    },
    async (request, reply) => {
      reply.header('cache-control', 'private, no-store')

      return showBooking(deps, request.params.secret)
    },
  )

  app.delete(
    '/bookings/:secret',
    {
      schema: {
        tags,
        summary: 'Give the booked time back; may be sent again',
        params: secretParams,
        response: { 200: bookingView, ...refusals },
      },
      config: { rateLimit: { max: 60, timeWindow: '1 minute' } },
    },
    async (request) => cancelBooking(deps, request.params.secret),
  )

  app.get(
    '/desk/bookings',
    {
      schema: {
        tags,
        summary: 'Whom the unit expects on a day: times, codes and services, and no name',
        querystring: bookingsOfDayQuery,
        response: { 200: bookingsOfDayView, ...refusals },
      },
    },
    async (request, reply) => {
      const actor = staffFor(request, 'see_queue')
      reply.header('cache-control', 'private, no-store')

      return readBookingsOfDay(deps, actor, request.query)
    },
  )
}
