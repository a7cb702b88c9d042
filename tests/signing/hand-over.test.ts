import { afterAll, beforeAll, expect, test } from 'vitest'
import { textOf } from '../documents/read-pdf.ts'
import { type Caller, type TestDesk, testDesk } from '../support/desk.ts'
import { newKey } from '../support/filings.ts'
import { drawnSignature, peopleOf, resolved, view } from './support.ts'

let desk: TestDesk
let officer: Caller
let commander: Caller
beforeAll(async () => {
  desk = await testDesk()
  ;({ officer, commander } = await peopleOf(desk))
})
afterAll(() => desk[Symbol.asyncDispose]())

const people = () => ({ officer, commander })

async function handOver(code: string, body: unknown) {
  const { version } = await view(officer, code)

  return officer.request('PUT', `/api/dossiers/${code}/handover`, body, { 'if-match': `"${version}"`, ...newKey() })
}

const logged = async (code: string) =>
  (
    await desk.owner.query(
      `select e.data from dossier_events e join dossiers d on d.id = e.dossier_id where d.code = $1 and e.action = 'hand_over'`,
      [code],
    )
  ).rows[0]?.data

/** What the demonstration's carrier would have sent last. */
const sentPassword = async (code: string) => {
  await desk.deliver()
  const { rows } = await desk.owner.query(
    `select m.facts ->> 'password' as password from messages m join dossiers d on d.id = m.dossier_id
     where d.code = $1 and m.template = 'hand_over_code' order by m.promised_at desc limit 1`,
    [code],
  )

  return String(rows[0]?.password)
}

test('a signature on the pad becomes a slip of the dossier, named in the log by its hash', async () => {
  const { code } = await resolved(desk, people())

  const answer = await handOver(code, {
    method: 'counter',
    receivedBy: 'Nguyễn Văn Lành',
    signature: await drawnSignature(),
  })
  expect(answer.statusCode).toBe(200)
  const slip = answer.json().documents.find(({ form }: { form: string }) => form === 'GN')
  expect(await logged(code)).toEqual({
    method: 'counter',
    receivedBy: 'Nguyễn Văn Lành',
    proof: { kind: 'signature', documentSha256: slip.sha256 },
  })
  const text = textOf((await officer.request('GET', slip.href)).rawPayload)
  expect(text).toContain('GIẤY KÝ NHẬN KẾT QUẢ')
  expect(text).toContain('Nguyễn Văn Lành')
})

test('what is no picture is refused, and nothing is handed over', async () => {
  const { code } = await resolved(desk, people())

  const answer = await handOver(code, {
    method: 'counter',
    receivedBy: 'Nguyễn Văn Lành',
    signature: Buffer.from('not a picture').toString('base64'),
  })
  expect(answer.statusCode).toBe(400)
  expect((await view(officer, code)).state).toBe('resolved')
})

test('a one-time password is sent, counts once and for a quarter of an hour, and five wrong tries end it', async () => {
  const { code } = await resolved(desk, people())
  desk.clock.set('2026-11-20T10:00:00+07:00')
  const sent = await officer.request('POST', `/api/dossiers/${code}/handover-codes`)
  expect(sent.statusCode).toBe(201)
  expect(sent.json().sentTo).toBe('…678')
  const password = await sentPassword(code)
  expect((await officer.request('POST', `/api/dossiers/${code}/handover-codes`)).statusCode).toBe(409)

  const wrong = String((Number(password) + 1) % 1_000_000).padStart(6, '0')
  for (let i = 0; i < 5; i += 1)
    expect((await handOver(code, { method: 'counter', password: wrong })).json().errors[0].detail).toContain(
      'không đúng',
    )
  expect((await handOver(code, { method: 'counter', password })).json().errors[0].detail).toContain('năm lần')

  desk.clock.set('2026-11-20T10:02:00+07:00')
  await officer.request('POST', `/api/dossiers/${code}/handover-codes`)
  const second = await sentPassword(code)
  desk.clock.set('2026-11-20T10:17:01+07:00')
  expect((await handOver(code, { method: 'counter', password: second })).json().errors[0].detail).toContain('15 phút')

  await officer.request('POST', `/api/dossiers/${code}/handover-codes`)
  const third = await sentPassword(code)
  expect((await handOver(code, { method: 'counter', password: third })).statusCode).toBe(200)
  expect((await logged(code)).proof).toEqual({ kind: 'one_time_password', sentAt: '2026-11-20T03:17:01.000Z' })
})

test('by post there is a number; what does not fit the way of handing over is refused', async () => {
  const { code } = await resolved(desk, people())

  expect((await handOver(code, { method: 'electronic', tracking: 'RR123456789VN' })).statusCode).toBe(400)
  expect((await handOver(code, { method: 'post', password: '123456' })).statusCode).toBe(400)
  expect((await handOver(code, { method: 'post', tracking: 'RR123456789VN' })).statusCode).toBe(200)
  expect((await logged(code)).proof).toEqual({ kind: 'post', tracking: 'RR123456789VN' })
})
