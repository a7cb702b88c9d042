import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod'
import '#shared/http/messages.ts'
import './openapi-examples.ts'
import { actorPlugin } from './accounts/actor.ts'
import { accountRoutes } from './accounts/routes.ts'
import { openSessions, type Sessions } from './accounts/sessions.ts'
import { archiveRecordRoutes } from './archive/record-routes.ts'
import { archiveRoutes } from './archive/routes.ts'
import { assistanceRoutes } from './assistance/routes.ts'
import { calendarRoutes } from './calendar/routes.ts'
import { catalogueRoutes } from './catalogue/routes.ts'
import { certificateRoutes } from './certificates/routes.ts'
import { complaintRoutes } from './complaints/routes.ts'
import { consentContactReader } from './consents/consent-contact.ts'
import { consentRoutes } from './consents/routes.ts'
import { processingRoutes } from './counter/processing-routes.ts'
import { counterRoutes } from './counter/routes.ts'
import { teamRoutes } from './counter/team-routes.ts'
import { demoRoutes } from './demo/routes.ts'
import { deskBookRoutes } from './dossiers/book-routes.ts'
import { dossierClockRoutes } from './dossiers/clock-routes.ts'
import { dossierFileRoutes } from './dossiers/file-routes.ts'
import { officerDossierRoutes } from './dossiers/officer-routes.ts'
import { outageRoutes } from './dossiers/outage-routes.ts'
import { contactReader } from './dossiers/read-contact.ts'
import { residentDossierRoutes } from './dossiers/resident-routes.ts'
import { signingRoutes } from './dossiers/signing-routes.ts'
import { triageRoutes } from './dossiers/triage-routes.ts'
import { draftRoutes } from './drafts/routes.ts'
import { messageRoutes } from './messages/routes.ts'
import { pageRoutes } from './pages/routes.tsx'
import { resumableRoutes } from './papers/resumable-routes.ts'
import { paperRoutes } from './papers/routes.ts'
import { paymentRoutes } from './payments/routes.ts'
import type { Deps } from './platform/deps.ts'
import { healthRoutes } from './platform/health.ts'
import { handleError, notFound } from './platform/problem.ts'
import { staticFiles } from './platform/static-files.ts'
import { exportRoutes } from './reports/exports/routes.ts'
import { ii06Routes } from './reports/ii06/routes.ts'
import { reportRoutes } from './reports/routes.ts'
import { serviceQualityRoutes } from './reports/service-quality/routes.ts'
import { bookingRoutes } from './tickets/booking-routes.ts'
import { hallRoutes } from './tickets/hall-routes.ts'
import { lineRoutes } from './tickets/line-routes.ts'
import { unitRoutes } from './units/routes.ts'
import { warningRoutes } from './warnings/routes.ts'

/** Answers are filings, not files: what is larger than this is no form. Uploads have their own limit. */
const bodyLimit = 256 * 1024

/** The whole HTTP side of the desk, not yet listening. */
export async function buildApp(deps: Deps): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: deps.log as FastifyBaseLogger,
    // One line a request is written below, by route and without addresses that carry codes.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit,
    routerOptions: { maxParamLength: 512 },
    requestTimeout: 30_000,
    // `requestTimeout` alone does not stop a slow body: these make Node look.
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 2_000 },
    trustProxy: deps.config.isProduction ? ['127.0.0.1/32', '10.0.0.0/8', '172.16.0.0/12'] : false,
    forceCloseConnections: true,
  }).withTypeProvider<ZodTypeProvider>()
  // The desk reads JSON, and files where it says so; a body of another kind is 415.
  app.removeContentTypeParser('text/plain')
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(handleError)
  app.setNotFoundHandler(() => {
    throw notFound('Không có đường dẫn này.')
  })
  const sessions = openSessions(deps)

  await guard(app, deps, sessions)
  await describe(app)
  observe(app, deps)

  await app.register(healthRoutes, { deps })
  await app.register(
    async (api) => {
      await api.register(accountRoutes, { deps, sessions })
      await api.register(unitRoutes, { deps })
      await api.register(catalogueRoutes, { deps })
      await api.register(paperRoutes, { deps })
      await api.register(resumableRoutes, { deps })
      await api.register(draftRoutes, { deps })
      await api.register(residentDossierRoutes, { deps })
      await api.register(assistanceRoutes, { deps })
      await api.register(officerDossierRoutes, { deps })
      await api.register(dossierFileRoutes, { deps })
      await api.register(signingRoutes, { deps })
      await api.register(triageRoutes, { deps })
      await api.register(deskBookRoutes, { deps })
      await api.register(outageRoutes, { deps })
      await api.register(paymentRoutes, { deps })
      await api.register(complaintRoutes, { deps })
      await api.register(warningRoutes, { deps })
      await api.register(certificateRoutes, { deps })
      await api.register(messageRoutes, {
        deps,
        readContact: consentContactReader(deps.keys, deps.config, contactReader(deps.keys)),
      })
      await api.register(consentRoutes, { deps })
      await api.register(dossierClockRoutes, { deps })
      await api.register(calendarRoutes, { deps })
      await api.register(hallRoutes, { deps })
      await api.register(lineRoutes, { deps })
      await api.register(bookingRoutes, { deps })
      await api.register(archiveRoutes, { deps })
      await api.register(archiveRecordRoutes, { deps })
      await api.register(counterRoutes, { deps, sessions })
      await api.register(processingRoutes, { deps })
      await api.register(teamRoutes, { deps })
      await api.register(reportRoutes, { deps })
      await api.register(ii06Routes, { deps })
      await api.register(serviceQualityRoutes, { deps })
      await api.register(exportRoutes, { deps })
      if (!deps.config.isProduction) await api.register(demoRoutes, { deps })
    },
    { prefix: '/api' },
  )
  await app.register(pageRoutes, { deps, sessions })
  await app.register(staticFiles)

  return app
}

/** Headers, cookies, limits, and who asks. */
async function guard(app: FastifyInstance, deps: Deps, sessions: Sessions) {
  const hasTls = deps.config.origin?.startsWith('https:') ?? false
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': [`'none'`],
        'script-src': [`'self'`],
        'style-src': [`'self'`],
        'img-src': [`'self'`, 'data:', 'blob:'],
        'font-src': [`'self'`],
        'connect-src': [`'self'`],
        'form-action': [`'self'`],
        // The signing page shows each result in the browser's own reader.
        'frame-src': [`'self'`],
        'frame-ancestors': [`'none'`],
        'base-uri': [`'none'`],
        'manifest-src': [`'self'`],
      },
    },
    strictTransportSecurity: hasTls && { maxAge: 31_536_000 },
    referrerPolicy: { policy: 'same-origin' },
  })
  await app.register(cookie, { secret: deps.keys.hmac.toString('base64') })
  // Limits are set route by route; residents of a village share one address, so there is none for all.
  await app.register(rateLimit, { global: false })
  await app.register(actorPlugin, { deps, sessions })
}

async function describe(app: FastifyInstance) {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Quầy',
        version: '1',
        description:
          'The desk of commune police. Errors are application/problem+json (RFC 9457) with Vietnamese texts; ' +
          'writes on a dossier need If-Match; what creates needs Idempotency-Key.',
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'quay_session' },
          trackingKey: { type: 'apiKey', in: 'header', name: 'x-tracking-key' },
        },
      },
    },
    transform: jsonSchemaTransform,
  })
  await app.register(swaggerUi, { routePrefix: '/api/docs' })
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}

/** One log line and one measurement a request: by route pattern, never by address, body or person. */
function observe(app: FastifyInstance, { metrics }: Deps) {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    const labels = { method: request.method, route, status: String(reply.statusCode) }
    metrics.requests.observe(labels, reply.elapsedTime / 1000)
    if (reply.statusCode >= 500) request.log.error({ ...labels, ms: Math.round(reply.elapsedTime) }, 'request')
    else request.log.debug({ ...labels, ms: Math.round(reply.elapsedTime) }, 'request')
  })
}
