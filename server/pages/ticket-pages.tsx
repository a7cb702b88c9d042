import { randomUUID } from 'node:crypto'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import { addDays } from '#shared/catalogue/days.ts'
import { calendarFile } from '#shared/text/calendar-event.ts'
import { canonicalJson } from '#shared/text/canonical-json.ts'
import { localDayOf } from '#shared/text/format.ts'
import { bookingInput } from '#shared/tickets/booking-schemas.ts'
import { otherServiceNames } from '#shared/tickets/services.ts'
import { bookableDays } from '#shared/tickets/settings.ts'
import { bookingTexts } from '#shared/tickets/texts.ts'
import { unitTitle } from '#shared/units/unit-names.ts'
import { BookedPage } from '#web/pages/booked-page.tsx'
import { BookingPage, type BookingPageProps } from '#web/pages/booking-page.tsx'
import { PlacePage } from '#web/pages/place-page.tsx'
import { SlipPage } from '#web/pages/slip-page.tsx'
import { reachOf } from '../messages/open-carriers.ts'
import type { Deps } from '../platform/deps.ts'
import { notFound, ProblemError } from '../platform/problem.ts'
import { sha256 } from '../platform/sealing.ts'
import { bookSlot } from '../tickets/book-slot.ts'
import { cancelBooking } from '../tickets/cancel-booking.ts'
import { showBooking } from '../tickets/read-booking.ts'
import { readPlace, readSlip } from '../tickets/read-place.ts'
import { readSlots } from '../tickets/read-slots.ts'
import { knownUnit } from '../tickets/unit-of-line.ts'
import type { BuiltWeb } from './assets.ts'
import { pageContext, queryWord } from './page-context.ts'
import { sendPage } from './send-page.ts'

const renewSeconds = 20
const line = z.string().check(z.maxLength(60))
const bookingForm = z.strictObject({
  unit: line,
  day: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
  key: z.string().check(z.regex(/^[\w-]{8,60}$/)),
  at: z.optional(line),
  service: z.optional(line),
  phone: z.optional(line),
  remind: z.optional(z.literal('yes')),
  email: z.optional(z.string().check(z.maxLength(200))),
})
type BookingForm = z.output<typeof bookingForm>

interface UnitParams {
  unit: string
}
interface SecretParams {
  secret: string
}

/** The waiting room's kiosk and board, one's place in line, and booking a time without scripts. */
export const ticketPages: FastifyPluginAsync<{ deps: Deps; web: BuiltWeb }> = async (app, { deps, web }) => {
  const hide = { schema: { hide: true } }
  const originOf = (request: FastifyRequest) => deps.config.origin ?? `${request.protocol}://${request.host}`

  const sendHall = async (request: FastifyRequest, reply: FastifyReply) => {
    knownUnit(deps, (request.params as UnitParams).unit)
    if (!web.hall) throw notFound('Chưa dựng giao diện web.')

    return reply.type('text/html; charset=utf-8').header('cache-control', 'private, no-cache').send(web.hall)
  }
  app.get('/may-lay-so/:unit', hide, sendHall)
  app.get('/bang/:unit', hide, sendHall)

  app.get<{ Params: SecretParams }>('/so/:secret', hide, async (request, reply) => {
    const place = await readPlace(deps, request.params.secret)
    const renews = queryWord(request, 'dung') === '' && !place.isOver && place.state !== 'done'
    // A header and no element: it is the same to browsers, and readers can stop it by the link.
    if (renews) reply.header('refresh', String(renewSeconds))
    const context = pageContext(deps, request, reply, web.pages)

    return sendPage(reply, <PlacePage context={context} place={place} now={deps.now()} renews={renews} />, {
      isPersonal: true,
    })
  })

  app.get<{ Params: SecretParams }>('/so/:secret/phieu', hide, async (request, reply) => {
    const ticket = await readSlip(deps, request.params.secret)
    const context = pageContext(deps, request, reply, web.pages)

    return sendPage(reply, <SlipPage context={context} ticket={ticket} origin={originOf(request)} />, {
      isPersonal: true,
    })
  })

  async function sendBookingForm(
    request: FastifyRequest,
    reply: FastifyReply,
    chosen: BookingPageProps['chosen'],
    more: { problem?: BookingPageProps['problem']; formKey?: string; status?: number } = {},
  ) {
    const today = localDayOf(deps.now())
    const days = Array.from({ length: bookableDays + 1 }, (_, i) => addDays(today, i))
    const unit = deps.reference.units().find(({ code }) => code === chosen.unit)
    const day = days.includes(chosen.day) ? chosen.day : today
    const services = [
      ...deps.reference.procedures(today).map(({ code, name }) => ({ code, name })),
      ...(['result', 'other'] as const).map((code) => ({ code, name: otherServiceNames[code] })),
    ]
    const units = deps.reference
      .units()
      .map((each) => ({ code: each.code, name: unitTitle(each).vi }))
      .sort((a, b) => a.name.localeCompare(b.name, 'vi'))

    return sendPage(
      reply,
      <BookingPage
        context={pageContext(deps, request, reply, web.pages)}
        units={units}
        days={days}
        services={services}
        chosen={{ ...chosen, day }}
        reach={reachOf(deps.config)}
        slots={unit && (await readSlots(deps, unit.code, day))}
        problem={more.problem}
        formKey={more.formKey ?? randomUUID()}
      />,
      { status: more.status ?? 200, isPersonal: true },
    )
  }

  app.get('/dat-lich', hide, async (request, reply) =>
    sendBookingForm(request, reply, {
      unit: queryWord(request, 'donvi'),
      day: queryWord(request, 'ngay'),
      service: queryWord(request, 'viec'),
      at: '',
      phone: '',
      remind: false,
      email: '',
    }),
  )

  app.post<{ Body: BookingForm }>(
    '/dat-lich',
    { schema: { hide: true, body: bookingForm }, config: { rateLimit: { max: 30, timeWindow: '1 minute' } } },
    async (request, reply) => {
      const { unit, day, key, at = '', service = '', phone = '', remind, email = '' } = request.body
      const chosen = { unit, day, at, service, phone, remind: remind !== undefined, email }
      const refuse = (problem: NonNullable<BookingPageProps['problem']>) =>
        sendBookingForm(request, reply, chosen, { problem, formKey: key, status: 422 })
      const contact = { ...(remind && { phone }), ...(email.trim() && { email: email.trim() }) }
      const input = bookingInput.safeParse({ unit, at, services: [service], phone, contact })
      if (!input.success) return refuse(problemOf(input.error.issues.map(({ path }) => path.join('/'))))
      try {
        const booking = await bookSlot(deps, input.data, {
          actor: request.sender,
          route: 'POST /dat-lich',
          key,
          bodySha256: sha256(canonicalJson(input.data)),
        })

        return reply.redirect(booking.pageUrl, 303)
      } catch (error) {
        if (!(error instanceof ProblemError) || error.body.status >= 500) throw error
        const message = error.body.errors?.[0]?.detail ?? error.body.detail ?? error.body.title
        // A refused intention is over: what is mended is sent under a new key.
        return sendBookingForm(request, reply, chosen, {
          problem: { message: { vi: message, en: message }, field: 'gio' },
          status: 422,
        })
      }
    },
  )

  app.get<{ Params: SecretParams }>('/dat-lich/hen/:secret', hide, async (request, reply) => {
    const booking = await showBooking(deps, request.params.secret)
    const context = pageContext(deps, request, reply, web.pages)

    return sendPage(reply, <BookedPage context={context} booking={booking} origin={originOf(request)} />, {
      isPersonal: true,
    })
  })

  app.get<{ Params: SecretParams }>('/dat-lich/hen/:secret/lich.ics', hide, async (request, reply) => {
    const { code, unit, unitName, at, state, services } = await showBooking(deps, request.params.secret)
    if (state !== 'booked') throw notFound('Lịch hẹn này không còn hiệu lực.')
    const { language } = pageContext(deps, request, reply, web.pages)
    const file = calendarFile({
      uid: `${code}.${unit}.${localDayOf(at)}@quay`,
      sequence: 0,
      at,
      title: `${bookingTexts.visit[language]}: ${services.map(({ name }) => name[language]).join('; ')}`,
      text: `${unitName}\n${bookingTexts.code[language]}: ${code}\n${bookingTexts.how[language]}`,
      madeAt: deps.now(),
      ringsHoursBefore: 2,
    })

    return reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', `attachment; filename="hen-${code}.ics"`)
      .header('cache-control', 'private, no-store')
      .send(file)
  })

  app.post<{ Params: SecretParams }>('/dat-lich/hen/:secret/huy', hide, async (request, reply) => {
    const booking = await cancelBooking(deps, request.params.secret)

    return reply.redirect(booking.pageUrl, 303)
  })
}

function problemOf(fields: readonly string[]): NonNullable<BookingPageProps['problem']> {
  if (fields.includes('at')) return { message: bookingTexts.needSlot, field: 'gio' }
  if (fields.some((field) => field.startsWith('services'))) return { message: bookingTexts.needService, field: 'viec' }
  if (fields.includes('phone')) return { message: bookingTexts.needPhone, field: 'dien-thoai' }

  return { message: bookingTexts.needEmail, field: 'email' }
}
