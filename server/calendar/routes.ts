import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { StaffActor } from '#shared/accounts/policy.ts'
import {
  calendarChangeInput,
  calendarChangeParams,
  calendarChangesView,
  calendarChangeView,
  calendarPreviewView,
  calendarQuery,
  calendarView,
  calendarYearInput,
  calendarYearParams,
} from '#shared/calendar/schemas.ts'
import { staffFor } from '../accounts/actor.ts'
import type { Deps } from '../platform/deps.ts'
import { keyOf } from '../platform/keyed.ts'
import { refusals } from '../platform/problem.ts'
import { markYear } from './mark-year.ts'
import { previewChange } from './preview-change.ts'
import { readCalendar, readChange, readChanges } from './read-calendar.ts'
import { saveChange } from './save-change.ts'

/** The calendar for everybody, and its keeping by the administrator: look what would move, save, watch it move. */
export const calendarRoutes: FastifyPluginAsyncZod<{ deps: Deps }> = async (app, { deps }) => {
  const tags = ['calendar']

  app.get(
    '/calendar',
    {
      schema: {
        tags,
        summary: 'The days of a year that are not ordinary ones, each with its document and since when it was known',
        querystring: calendarQuery,
        response: { 200: calendarView, ...refusals },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-cache')

      return readCalendar(deps, request.query)
    },
  )

  app.post(
    '/calendar/previews',
    {
      schema: {
        tags,
        summary: 'Which open dossiers these entries would move, and by how much; stores nothing',
        body: calendarChangeInput,
        response: { 200: calendarPreviewView, ...refusals },
      },
    },
    async (request) => {
      staffFor(request, 'keep_calendar')

      return previewChange(deps, request.body)
    },
  )

  app.post(
    '/calendar/entries',
    {
      schema: {
        tags,
        summary: 'Record entries; the open dossiers that they move are told by a job',
        body: calendarChangeInput,
        response: { 201: calendarChangeView, ...refusals },
      },
    },
    async (request, reply) => {
      const actor = staffFor(request, 'keep_calendar')
      const keyed = keyOf(request, `account:${actor.accountId}`, true)
      const { id } = await saveChange(deps, signatureOf(actor), keyed, request.body)

      return reply
        .code(201)
        .header('location', `/api/calendar/changes/${id}`)
        .send(await readChange(deps, id))
    },
  )

  app.get(
    '/calendar/changes',
    {
      schema: {
        tags,
        summary: 'The last changes of the calendar',
        response: { 200: calendarChangesView, ...refusals },
      },
    },
    async (request) => {
      staffFor(request, 'keep_calendar')

      return { items: await readChanges(deps) }
    },
  )

  app.get(
    '/calendar/changes/:id',
    {
      schema: {
        tags,
        summary: 'One change, and how far the moving of dates has come',
        params: calendarChangeParams,
        response: { 200: calendarChangeView, ...refusals },
      },
    },
    async (request) => {
      staffFor(request, 'keep_calendar')

      return readChange(deps, request.params.id)
    },
  )

  app.put(
    '/calendar/years/:year',
    {
      schema: {
        tags,
        summary: 'Whether everything about a year is announced',
        params: calendarYearParams,
        body: calendarYearInput,
        response: { 200: calendarView, ...refusals },
      },
    },
    async (request) => {
      const actor = staffFor(request, 'keep_calendar')
      const { year } = request.params
      await markYear(deps, signatureOf(actor), year, request.body)

      return readCalendar(deps, { year })
    },
  )
}

const signatureOf = ({ name, username }: StaffActor) => `${name} (${username})`
