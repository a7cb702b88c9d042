import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type TestDesk, testDesk, thanhSen } from '../support/desk.ts'
import { fileExample, newKey } from '../support/filings.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk()
})
afterAll(() => desk[Symbol.asyncDispose]())

/** A dossier on its commune's desk, and the people who work there. */
async function atDesk(procedure = '1.004194') {
  const resident = desk.visitor()
  const filed = await fileExample(resident, procedure)
  await desk.deliver()
  const unit = (
    await resident.request('GET', `/api/dossiers/${filed.code}/tracking`, undefined, {
      'x-tracking-key': filed.trackingKey,
    })
  ).json().unit.code
  const officer = await desk.signIn(`canbo-${unit}`)
  const commander = await desk.signIn(`chihuy-${unit}`)

  return { ...filed, resident, unit, officer, commander }
}

const path = (code: string, rest = '') => `/api/dossiers/${code}${rest}`
const ifMatch = (version: number) => ({ 'if-match': `"${version}"` })
const view = async (someone: Caller, code: string) => (await someone.request('GET', path(code))).json()

/** Takes a step with the version as it is now; returns the whole answer. */
async function step(someone: Caller, method: string, code: string, rest: string, body: unknown) {
  const { version } = await view(someone, code)

  return someone.request(method, path(code, rest), body, { ...ifMatch(version), ...newKey() })
}

test('filed, delivered, accepted, supplemented, proposed, signed, handed over: the whole life of a dossier', async () => {
  desk.clock.set('2026-11-20T09:00:00+07:00')
  const { code, trackingKey, resident, officer, commander } = await atDesk()
  const key = { 'x-tracking-key': trackingKey }

  desk.clock.set('2026-11-20T16:40:00+07:00')
  const accepted = await step(officer, 'PUT', code, '/acceptance', {})
  expect(accepted.statusCode, accepted.body).toBe(200)
  expect(accepted.json()).toMatchObject({ state: 'accepted', standing: 'running', dueAt: '2026-11-26T10:00:00.000Z' })

  desk.clock.set('2026-11-23T16:00:00+07:00')
  const { papersNeeded } = accepted.json()
  const asked = await step(officer, 'POST', code, '/supplement-requests', {
    items: [
      {
        subject: papersNeeded[0].kind,
        subjectKind: 'paper',
        reason: 'paper-unreadable',
        message: 'Ảnh mờ, hãy chụp lại.',
      },
    ],
  })
  expect(asked.statusCode, asked.body).toBe(201)
  expect(asked.json()).toMatchObject({ state: 'need_supplement', standing: 'paused' })

  desk.clock.set('2026-11-25T08:00:00+07:00')
  const tracked = (await resident.request('GET', path(code, '/tracking'), undefined, key)).json()
  expect(tracked.supplement.items[0].message).toBe('Ảnh mờ, hãy chụp lại.')
  const answered = await resident.request(
    'POST',
    path(code, '/supplements'),
    { papers: [{ kind: papersNeeded[0].kind, uploadId: await resident.upload() }] },
    { ...key, ...ifMatch(tracked.version), ...newKey() },
  )
  expect(answered.statusCode, answered.body).toBe(201)
  expect(answered.json()).toMatchObject({ state: 'processing', dueAt: '2026-11-27T10:00:00.000Z' })

  const proposed = await step(officer, 'PUT', code, '/proposal', { outcome: 'grant' })
  expect(proposed.json()).toMatchObject({ state: 'proposed', proposal: { outcome: 'grant' } })

  desk.clock.set('2026-11-26T16:00:00+07:00')
  const decided = await step(commander, 'PUT', code, '/decision', { outcome: 'grant' })
  expect(decided.statusCode, decided.body).toBe(200)
  expect(decided.json()).toMatchObject({ state: 'resolved', standing: 'early' })
  expect(decided.json().documents.map(({ form }: { form: string }) => form)).toContain('CT08')

  const handedOver = await step(officer, 'PUT', code, '/handover', { method: 'counter', receivedBy: 'Chính chủ' })
  expect(handedOver.json().state).toBe('returned')
  const history = (await resident.request('GET', path(code, '/tracking'), undefined, key)).json()
  expect(history.events.map(({ action }: { action: string }) => action)).toEqual([
    'submit',
    'deliver',
    'accept',
    'request_supplement',
    'answer_supplement',
    'propose',
    'resolve',
    'hand_over',
  ])
})

test('a step that the state does not allow is a 409 that says why and what is possible', async () => {
  const { code, commander } = await atDesk()

  const answer = await step(commander, 'PUT', code, '/decision', { outcome: 'grant' })

  expect(answer.statusCode).toBe(409)
  expect(answer.json().type).toBe('urn:quay:not-allowed-in-state')
  expect(answer.json().detail).toContain('Chờ tiếp nhận')
  expect(answer.json().detail).toContain('tiếp nhận')
})

test('a write without a version is 428, with an old one 412 with the dossier as it is now', async () => {
  const { code, officer } = await atDesk()
  const { version } = await view(officer, code)

  const without = await officer.request('PUT', path(code, '/acceptance'), {})
  const accepted = await officer.request('PUT', path(code, '/acceptance'), {}, ifMatch(version))
  const stale = await officer.request('PUT', path(code, '/proposal'), { outcome: 'grant' }, ifMatch(version))

  expect(without.statusCode).toBe(428)
  expect(accepted.statusCode).toBe(200)
  expect(stale.statusCode).toBe(412)
  expect(stale.json().current).toMatchObject({ code, state: 'accepted', version: version + 1 })
})

test('a step whose answer was lost may be sent again under its key, and is taken once', async () => {
  const { code, officer } = await atDesk()
  const { version } = await view(officer, code)
  const headers = { ...ifMatch(version), ...newKey() }

  const first = await officer.request('PUT', path(code, '/acceptance'), {}, headers)
  const again = await officer.request('PUT', path(code, '/acceptance'), {}, headers)

  expect([first.statusCode, again.statusCode]).toEqual([200, 200])
  expect(again.json().version).toBe(first.json().version)
})

test('of ten claims at once one is taken and nine are told who has it', async () => {
  const { code, unit, officer, commander } = await atDesk()

  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, i) => (i % 2 ? officer : commander).request('PUT', path(code, '/claim'))),
  )

  const codes = answers.map(({ statusCode }) => statusCode).sort()
  expect(codes).toEqual([200, ...Array(9).fill(409)])
  const refused = answers.find(({ statusCode }) => statusCode === 409)
  expect(refused?.json().type).toBe('urn:quay:held-by-another')
  expect(refused?.json().detail).toMatch(/Cán bộ|Chỉ huy/)
  expect(unit).toMatch(/^\d{5}$/)
})

test('a second supplement request needs a supervisor’s reason', async () => {
  const { code, officer, resident, trackingKey } = await atDesk()
  const item = {
    subject: 'applicantName',
    subjectKind: 'answer',
    reason: 'answer-wrong',
    message: 'Tên không khớp với giấy tờ.',
  }
  await step(officer, 'POST', code, '/supplement-requests', { items: [item] })
  const key = { 'x-tracking-key': trackingKey }
  const { version } = (await resident.request('GET', path(code, '/tracking'), undefined, key)).json()
  const answered = await resident.request(
    'POST',
    path(code, '/supplements'),
    { answers: { applicantName: 'Trần Thị Bích' }, papers: [] },
    { ...key, ...ifMatch(version), ...newKey() },
  )
  expect(answered.statusCode, answered.body).toBe(201)
  expect((await view(officer, code)).applicantName).toBe('Trần Thị Bích')

  const without = await step(officer, 'POST', code, '/supplement-requests', { items: [item] })
  const withReason = await step(officer, 'POST', code, '/supplement-requests', {
    items: [item],
    supervisorReason: 'Phát sinh khi xác minh tại nơi ở.',
  })

  expect(without.statusCode).toBe(409)
  expect(withReason.statusCode, withReason.body).toBe(201)
})

test('a supplement changes only what was asked for', async () => {
  const { code, officer, resident, trackingKey } = await atDesk()
  await step(officer, 'POST', code, '/supplement-requests', {
    items: [{ subject: 'applicantName', subjectKind: 'answer', reason: 'answer-wrong', message: 'Tên không khớp.' }],
  })
  const key = { 'x-tracking-key': trackingKey }
  const { version } = (await resident.request('GET', path(code, '/tracking'), undefined, key)).json()

  const answer = await resident.request(
    'POST',
    path(code, '/supplements'),
    { answers: { applicantName: 'Trần Thị Bích', phone: '0900000000' }, papers: [] },
    { ...key, ...ifMatch(version), ...newKey() },
  )

  expect(answer.statusCode).toBe(422)
  expect(answer.json().errors).toEqual([expect.objectContaining({ pointer: '#/answers/phone' })])
})

test('before acceptance an officer refuses to receive, after it only the head of the unit refuses, each with a clause', async () => {
  const before = await atDesk()
  const refusal = { clause: 'Luật Cư trú 68/2020/QH14 Điều 23 khoản 1', reason: 'Chỗ ở thuộc diện không được đăng ký.' }
  const intake = await step(before.officer, 'PUT', before.code, '/refusal', refusal)
  expect(intake.json()).toMatchObject({ state: 'refused_intake', standing: null })

  const after = await atDesk()
  await step(after.officer, 'PUT', after.code, '/acceptance', {})
  const byOfficer = await step(after.officer, 'PUT', after.code, '/refusal', refusal)
  const byHead = await step(after.commander, 'PUT', after.code, '/refusal', refusal)
  const withoutClause = await step(before.officer, 'PUT', before.code, '/refusal', { reason: 'Không đủ điều kiện.' })

  expect(byOfficer.statusCode).toBe(403)
  expect(byHead.json()).toMatchObject({ state: 'refused' })
  expect(byHead.json().documents.map(({ form }: { form: string }) => form)).toContain('CT06')
  expect(withoutClause.statusCode).toBe(400)
})

test('a transferred dossier leaves one commune’s sight and enters the other’s, with its filing time', async () => {
  const { code, officer, resident, trackingKey } = await atDesk()
  const before = await view(officer, code)

  const moved = await step(officer, 'POST', code, '/transfers', {
    to: thanhSen,
    reasonCode: 'records_checked',
    reason: 'Sổ địa chính ghi thửa 12 ở tổ 5.',
  })
  await desk.deliver()
  const there = await desk.signIn(`canbo-${thanhSen}`)

  expect(moved.statusCode, moved.body).toBe(204)
  expect((await officer.request('GET', path(code))).statusCode).toBe(404)
  expect(await view(there, code)).toMatchObject({ code, filedAt: before.filedAt, unit: { code: thanhSen } })
  const tracked = await resident.request('GET', path(code, '/tracking'), undefined, { 'x-tracking-key': trackingKey })
  expect(tracked.json().events.at(-2)).toMatchObject({
    action: 'transfer',
    text: { vi: expect.stringContaining('Đã tra cứu hồ sơ địa giới') },
  })
  // What was written for the receiving unit is read there, and by no resident.
  expect((await view(there, code)).events.at(-2)).toMatchObject({ note: 'Sổ địa chính ghi thửa 12 ở tổ 5.' })
  expect(tracked.body).not.toContain('thửa 12')
})

test('the resident withdraws, and rates once', async () => {
  const { code, resident, trackingKey } = await atDesk()
  const key = { 'x-tracking-key': trackingKey }
  const version = async () => (await resident.request('GET', path(code, '/tracking'), undefined, key)).json().version

  const withdrawn = await resident.request(
    'PUT',
    path(code, '/withdrawal'),
    { reason: 'Đổi ý' },
    { ...key, ...ifMatch(await version()) },
  )
  const rated = await resident.request(
    'PUT',
    path(code, '/rating'),
    { score: 5, reasons: ['polite'] },
    { ...key, ...ifMatch(await version()) },
  )
  const again = await resident.request(
    'PUT',
    path(code, '/rating'),
    { score: 1, reasons: [] },
    { ...key, ...ifMatch(await version()) },
  )

  expect(withdrawn.json().state).toBe('withdrawn')
  expect(rated.statusCode, rated.body).toBe(200)
  expect(again.statusCode).toBe(409)
})

test('the fee is asked for and recorded, and waiting for it does not pause the clock', async () => {
  const { code, officer } = await atDesk()
  const accepted = await step(officer, 'PUT', code, '/acceptance', {})
  const asked = await step(officer, 'POST', code, '/payment-requests', {})
  const paid = await step(officer, 'PUT', code, '/payment', { amount: 7000, method: 'cash' })

  expect(asked.statusCode, asked.body).toBe(201)
  expect(asked.json()).toMatchObject({ state: 'payment_due', dueAt: accepted.json().dueAt })
  expect(paid.json()).toMatchObject({ state: 'processing', paid: true, dueAt: accepted.json().dueAt })
})

test('a confirmation that must be verified gets its longer term from the same acceptance, with a reason', async () => {
  desk.clock.set('2026-11-27T09:00:00+07:00')
  const { code, officer } = await atDesk('1.010041')
  const accepted = await step(officer, 'PUT', code, '/acceptance', {})
  const [variant] = accepted.json().variants
  const changed = await step(officer, 'PUT', code, '/variant', {
    variant: variant.id,
    reason: 'Không có trong cơ sở dữ liệu.',
  })

  expect(accepted.json().dueAt).toBe('2026-11-27T08:00:00.000Z')
  expect(changed.statusCode, changed.body).toBe(200)
  expect(changed.json().dueAt).toBe('2026-12-02T10:00:00.000Z')
})
