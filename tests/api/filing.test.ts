import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDesk, testDesk, toanLuu } from '../support/desk.ts'
import { exampleFiling, fileExample, newKey } from '../support/filings.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk()
})
afterAll(() => desk[Symbol.asyncDispose]())

test('a filed dossier is stored, recorded, and promised to the commune of its dwelling and to the resident', async () => {
  const resident = desk.visitor()
  const filing = await exampleFiling(resident, '1.004194')

  const answer = await resident.request('POST', '/api/dossiers', filing, newKey())

  expect(answer.statusCode, answer.body).toBe(201)
  const filed = answer.json()
  expect(filed.code).toMatch(/^QUAY\.42-261120-\d{6}$/)
  expect(filed.trackingKey).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
  const { rows } = await desk.owner.query(
    `
    select d.unit_code, d.state, e.action, o.topic, o.queue from dossiers d
    join dossier_events e on e.dossier_id = d.id join outbox o on o.dossier_id = d.id where d.code = $1 order by o.topic`,
    [filed.code],
  )
  const submitted = { unit_code: filed.unit.code, state: 'submitted', action: 'submit' }
  expect(rows).toEqual([
    { ...submitted, topic: 'deliver', queue: `commune-{${filed.unit.code}}` },
    { ...submitted, topic: 'tell_filed', queue: 'desk-{messages}' },
  ])
})

test('in a crowd that is stored together, nobody is refused for another’s file', async () => {
  const greedy = desk.visitor()
  const twice = await exampleFiling(greedy, '1.004194')
  expect(twice.papers.length).toBeGreaterThan(0)
  const crowd = await Promise.all(
    Array.from({ length: 12 }, async () => {
      const resident = desk.visitor()

      return { resident, filing: await exampleFiling(resident, '1.004194') }
    }),
  )

  const [others, same] = await Promise.all([
    Promise.all(crowd.map(({ resident, filing }) => resident.request('POST', '/api/dossiers', filing, newKey()))),
    Promise.all([twice, twice].map((filing) => greedy.request('POST', '/api/dossiers', filing, newKey()))),
  ])

  expect(others.map(({ statusCode }) => statusCode)).toEqual(Array(12).fill(201))
  expect(same.map(({ statusCode }) => statusCode).sort()).toEqual([201, 422])
  expect(new Set(others.map((answer) => answer.json().code)).size).toBe(12)
})

test('an old commune name is routed to the unit of today, and the answer says by which resolution', async () => {
  const resident = desk.visitor()

  const filed = await fileExample(resident, '1.004194', {
    dwelling: { unit: { edition: '2023', code: '18634' }, detail: 'Thôn Bàu Láng' },
  })
  const tracked = await resident.request('GET', `/api/dossiers/${filed.code}/tracking`, undefined, {
    'x-tracking-key': filed.trackingKey,
  })

  expect(tracked.json().unit).toMatchObject({ code: toanLuu, name: 'Toàn Lưu' })
  expect(JSON.stringify(tracked.json().because)).toContain('1665/NQ-UBTVQH15')
})

test('the same filing sent twice, also at the same time, is one dossier with one answer', async () => {
  const resident = desk.visitor()
  const filing = await exampleFiling(resident, '1.004194')
  const key = newKey()

  const answers = await Promise.all(
    Array.from({ length: 8 }, () => resident.request('POST', '/api/dossiers', filing, key)),
  )

  expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(8).fill(201))
  expect(new Set(answers.map((answer) => answer.body)).size).toBe(1)
  const { rows } = await desk.owner.query(
    'select count(distinct dossier_id)::int as n from idempotency_keys where key = $1',
    [key['idempotency-key']],
  )
  expect(rows[0].n).toBe(1)
  expect(
    (await desk.owner.query('select count(*)::int as n from dossiers where code = $1', [answers[0]?.json().code]))
      .rows[0].n,
  ).toBe(1)
})

test('the same key with another body is refused and stores nothing', async () => {
  const resident = desk.visitor()
  const filing = await exampleFiling(resident, '1.010041')
  const key = newKey()
  await resident.request('POST', '/api/dossiers', filing, key)

  const other = await resident.request('POST', '/api/dossiers', { ...filing, contact: { phone: '0987654321' } }, key)

  expect(other.statusCode).toBe(422)
  expect(other.json().type).toBe('urn:quay:idempotency-key-reused')
})

test('without a key nothing is filed', async () => {
  const resident = desk.visitor()

  const answer = await resident.request('POST', '/api/dossiers', await exampleFiling(resident, '1.010041'))

  expect(answer.statusCode).toBe(400)
  expect(answer.json().type).toBe('urn:quay:idempotency-key-needed')
})

test('wrong answers are refused field by field, with a pointer to each', async () => {
  const resident = desk.visitor()
  const filing = await exampleFiling(resident, '1.004194')
  const members = [{ ...filing.answers.members[0], identity: '12345' }]

  const answer = await resident.request(
    'POST',
    '/api/dossiers',
    { ...filing, answers: { ...filing.answers, applicantName: '', members } },
    newKey(),
  )

  expect(answer.statusCode).toBe(422)
  expect(answer.headers['content-type']).toContain('application/problem+json')
  expect(answer.json().errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual(
    expect.arrayContaining(['#/answers/applicantName', '#/answers/members/0/identity']),
  )
})

test('an unknown field is named, whether in the body or in the answers', async () => {
  const resident = desk.visitor()
  const filing = await exampleFiling(resident, '1.010041')

  const outside = await resident.request('POST', '/api/dossiers', { ...filing, role: 'admin' }, newKey())
  const inside = await resident.request(
    'POST',
    '/api/dossiers',
    { ...filing, answers: { ...filing.answers, role: 'admin' } },
    newKey(),
  )

  expect(outside.json()).toMatchObject({ status: 400, errors: [{ pointer: '#/role' }] })
  expect(inside.json()).toMatchObject({ status: 422, errors: [{ pointer: '#/answers/role' }] })
})

test('a missing paper is refused by name, and another person’s upload is no paper of mine', async () => {
  const resident = desk.visitor()
  const filing = await exampleFiling(resident, '1.004194')
  const stolen = [{ kind: filing.papers[0]?.kind, uploadId: await desk.visitor().upload() }]

  const without = await resident.request('POST', '/api/dossiers', { ...filing, papers: [] }, newKey())
  const foreign = await resident.request('POST', '/api/dossiers', { ...filing, papers: stolen }, newKey())

  expect(without.statusCode).toBe(422)
  expect(without.json().errors[0].detail).toContain('Còn thiếu')
  expect(foreign.statusCode).toBe(422)
  expect(foreign.json().errors[0].pointer).toBe('#/papers/0/uploadId')
})

test('a divided commune is asked about, never guessed', async () => {
  const resident = desk.visitor()
  const filing = await exampleFiling(resident, '1.004194')
  const dwelling = { unit: { edition: '2023', code: '18082' }, detail: 'Tổ dân phố 3' }

  const undecided = await resident.request(
    'POST',
    '/api/dossiers',
    { ...filing, answers: { ...filing.answers, dwelling } },
    newKey(),
  )
  const decided = await resident.request(
    'POST',
    '/api/dossiers',
    { ...filing, answers: { ...filing.answers, dwelling: { ...dwelling, now: '18652' } } },
    newKey(),
  )

  expect(undecided.statusCode).toBe(409)
  expect(undecided.json().current).toMatchObject({ kind: 'ask', field: 'dwelling' })
  expect(decided.statusCode, decided.body).toBe(201)
  expect(decided.json().unit.name).toBe('Hà Huy Tập')
})

test('a notice of stay is accepted and ended in the minute it is filed, also at night', async () => {
  desk.clock.set('2026-11-20T22:30:00+07:00')
  const resident = desk.visitor()

  const filed = await fileExample(resident, '2.001159')
  const { rows } = await desk.owner.query('select state, verdict, is_ended from dossiers where code = $1', [filed.code])

  expect(rows[0]).toEqual({ state: 'returned', verdict: 'on_time', is_ended: true })
})

test('every procedure of the catalogue can be filed by its own example', async () => {
  const resident = desk.visitor()
  const { items } = (await resident.request('GET', '/api/procedures')).json()

  expect(items).toHaveLength(11)
  for (const { code } of items) await fileExample(resident, code)
})

test('an unknown code and a wrong key are one and the same answer', async () => {
  const resident = desk.visitor()
  const filed = await fileExample(resident, '1.010041')

  const wrongKey = await resident.request('GET', `/api/dossiers/${filed.code}/tracking`, undefined, {
    'x-tracking-key': 'AAAA-BBBB-CCCC',
  })
  const unknown = await resident.request('GET', '/api/dossiers/QUAY.42-261120-000001/tracking', undefined, {
    'x-tracking-key': filed.trackingKey,
  })
  const { traceId: _a, ...first } = wrongKey.json()
  const { traceId: _b, ...second } = unknown.json()

  expect(wrongKey.statusCode).toBe(404)
  expect(first).toEqual(second)
})
