import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDesk, testDesk } from '../support/desk.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk()
})
afterAll(() => desk[Symbol.asyncDispose]())

/** The paths that other programs rely on; a route that goes missing breaks somebody. */
const promised = [
  'GET /api/procedures',
  'GET /api/procedures/{code}',
  'GET /api/units',
  'POST /api/routing-previews',
  'POST /api/uploads',
  'POST /api/dossiers',
  'GET /api/dossiers/{code}/tracking',
  'POST /api/dossiers/{code}/supplements',
  'PUT /api/dossiers/{code}/withdrawal',
  'PUT /api/dossiers/{code}/rating',
  'POST /api/session',
  'GET /api/session',
  'DELETE /api/session',
  'GET /api/desk/queue',
  'POST /api/desk/next-claim',
  'PUT /api/dossiers/{code}/claim',
  'DELETE /api/dossiers/{code}/claim',
  'GET /api/dossiers/{code}',
  'PUT /api/dossiers/{code}/acceptance',
  'POST /api/dossiers/{code}/supplement-requests',
  'PUT /api/dossiers/{code}/refusal',
  'PUT /api/dossiers/{code}/proposal',
  'PUT /api/dossiers/{code}/decision',
  'PUT /api/dossiers/{code}/handover',
  'POST /api/dossiers/{code}/transfers',
  'GET /api/desk/stream',
  'GET /api/reports/sla',
  'GET /api/reports/sla/dossiers',
  'PUT /api/demo/clock',
]

interface OpenApi {
  openapi: string
  paths: Record<
    string,
    Record<
      string,
      {
        summary?: string
        requestBody?: { content: Record<string, { schema: JsonSchema; example?: unknown; examples?: unknown }> }
        responses: Record<string, unknown>
      }
    >
  >
}

interface JsonSchema {
  type?: string
  properties?: Record<string, JsonSchema>
  additionalProperties?: unknown
  items?: JsonSchema
  anyOf?: JsonSchema[]
  oneOf?: JsonSchema[]
}

async function openApi(): Promise<OpenApi> {
  return (await desk.visitor().request('GET', '/api/openapi.json')).json()
}

test('OpenAPI 3.1 describes every promised path, each with a summary and its problem answers', async () => {
  const { openapi, paths } = await openApi()
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )

  expect(openapi).toMatch(/^3\.1/)
  expect(described).toEqual(expect.arrayContaining(promised))
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      expect(operation.summary, `${method} ${path}`).toBeTruthy()
    }
  }
})

test('every JSON body has an example of how it looks when it is right', async () => {
  const { paths } = await openApi()
  const without = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { requestBody }]) => {
      const body = requestBody?.content['application/json']

      // A body that may be left out needs none, and the demonstration's clock is no part of the desk.
      const isExempt = method === 'delete' || path.startsWith('/api/demo')

      return body && !isExempt && !body.example && !body.examples ? [`${method} ${path}`] : []
    }),
  )

  expect(without).toEqual([])
})

test('no input is loose: every object that a body takes refuses unknown keys', async () => {
  const { paths } = await openApi()
  const loose: string[] = []
  const walk = (schema: JsonSchema | undefined, where: string) => {
    if (!schema) return
    if (schema.properties && schema.additionalProperties !== false) loose.push(where)
    for (const [name, property] of Object.entries(schema.properties ?? {})) walk(property, `${where}/${name}`)
    walk(schema.items, `${where}[]`)
    for (const each of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) walk(each, where)
  }
  for (const [path, methods] of Object.entries(paths)) {
    for (const [method, { requestBody }] of Object.entries(methods)) {
      walk(requestBody?.content['application/json']?.schema, `${method} ${path}`)
    }
  }

  expect(loose).toEqual([])
})

test('unknown query parameters are named and refused', async () => {
  const answer = await desk.visitor().request('GET', '/api/units?q=thach&limitt=3')

  expect(answer.json()).toMatchObject({ status: 400, errors: [{ parameter: 'limitt' }] })
})

test('the procedure’s page gives a program all it needs to file: questions, schema of answers, example, papers, dates', async () => {
  const procedure = (await desk.visitor().request('GET', '/api/procedures/1.004194')).json()

  expect(procedure).toMatchObject({
    code: '1.004194',
    term: { unit: 'working_day', value: 3 },
    fee: { direct: 15000, online: 7000 },
    answersSchema: { type: 'object' },
    channel: { status: 'intake' },
  })
  expect(procedure.pages.length).toBeGreaterThan(3)
  expect(Object.keys(procedure.example).length).toBeGreaterThan(5)
})

test('a rule is read as it was on a day: deleting tạm trú took two days before 15 March 2026 and three since', async () => {
  const at = async (day: string) =>
    (await desk.visitor().request('GET', `/api/procedures/1.010028?at=${day}`)).json().term?.value

  expect(await at('2026-03-14')).toBe(2)
  expect(await at('2026-03-15')).toBe(3)
})

test.each([
  ['application/json;charset=utf-8', 201],
  ['application/json ;x', 201],
  ['text/plain', 415],
  ['application/x-www-form-urlencoded', 415],
  ['application/jsonp', 415],
])('a body under the type %s is checked or refused, never let through', async (type, status) => {
  const someone = desk.visitor()
  const good = await someone.request(
    'POST',
    '/api/session',
    JSON.stringify({ username: 'quantri', password: 'quay-demo-2026' }),
    { 'content-type': type },
  )
  const bad = await someone.request(
    'POST',
    '/api/session',
    JSON.stringify({ username: 'quantri', password: 'quay-demo-2026', role: 'x' }),
    { 'content-type': type },
  )

  expect(good.statusCode).toBe(status)
  expect(bad.statusCode).toBe(status === 201 ? 400 : 415)
})

test('a write from another site is refused, one from the own site is not', async () => {
  const someone = desk.visitor()
  const body = { username: 'quantri', password: 'quay-demo-2026' }

  const foreign = await someone.request('POST', '/api/session', body, { origin: 'https://evil.example' })
  const sibling = await someone.request('POST', '/api/session', body, { 'sec-fetch-site': 'same-site' })
  const own = await someone.request('POST', '/api/session', body, {
    origin: 'http://quay.example',
    host: 'quay.example',
  })

  expect([foreign.statusCode, sibling.statusCode, own.statusCode]).toEqual([403, 403, 201])
})

test('wrong passwords and unknown names are one answer, and many of them make the next try wait', async () => {
  const someone = desk.visitor()
  const tryWith = (username: string) => someone.request('POST', '/api/session', { username, password: 'wrong' })
  const { traceId: _a, ...unknown } = (await tryWith('nobody')).json()
  const { traceId: _b, ...wrong } = (await tryWith('giamsat-hatinh')).json()

  expect(unknown).toEqual(wrong)
  for (let i = 0; i < 6; i += 1) await tryWith('giamsat-hatinh')
  const waiting = await someone.request('POST', '/api/session', {
    username: 'giamsat-hatinh',
    password: 'quay-demo-2026',
  })
  expect(waiting.statusCode).toBe(429)
  expect(Number(waiting.headers['retry-after'])).toBeGreaterThan(0)
})

test('production has no demonstration: no accounts by name, no clock to move', async () => {
  await using real = await testDesk({ isProduction: true })

  expect((await real.visitor().request('GET', '/api/demo')).statusCode).toBe(404)
  expect((await real.visitor().request('PUT', '/api/demo/clock', { now: '2030-01-01T00:00:00Z' })).statusCode).toBe(404)
})

test('health, readiness and metrics answer, and name no person and no code', async () => {
  const someone = desk.visitor()

  expect((await someone.request('GET', '/healthz')).json()).toEqual({ status: 'ok' })
  expect((await someone.request('GET', '/readyz')).json()).toEqual({ status: 'ready' })
  const metrics = (await someone.request('GET', '/metrics')).body
  expect(metrics).toContain('quay_http_request_seconds')
  expect(metrics).not.toMatch(/QUAY\.42-/)
})
