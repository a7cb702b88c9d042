import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { carryCode } from '#server/assistance/carry-code.ts'
import { sweepAssistedFilings } from '#server/assistance/sweep-filings.ts'
import { Undeliverable } from '#server/messages/carrier.ts'
import { hasPoppler, textOf } from '../documents/read-pdf.ts'
import { type Caller, type TestDesk, testDesk, toanLuu } from '../support/desk.ts'
import { exampleFiling } from '../support/filings.ts'
import { countDossiers, handOver, phone, submitOf } from './handing-over.ts'

let desk: TestDesk
let helper: Caller
beforeAll(async () => {
  desk = await testDesk()
  helper = await desk.signIn(`tocongnghe-${toanLuu}`)
})
beforeEach(() => desk.clock.set('2026-11-20T09:00:00+07:00'))
afterAll(() => desk[Symbol.asyncDispose]())

/** The digits of the newest letter to the resident's own telephone. */
async function newestCode(): Promise<string> {
  await desk.deliver()
  const { rows } = await desk.owner.query(
    `select body from recorded_messages where dossier_id is null and address = $1 order by at desc, message_id desc limit 1`,
    [phone],
  )

  return /\b(\d{6})\b/.exec(rows[0]?.body)?.[1] ?? ''
}

test('what a helper typed in is no dossier until the resident confirms it, and stands nowhere in clear', async () => {
  const before = await countDossiers(desk)

  const { id, view } = await handOver(helper)

  expect(view).toEqual({
    id,
    state: 'waiting',
    expiresAt: '2026-11-20T02:30:00.000Z',
    sendsTo: '…678',
    codeState: 'none',
    code: null,
  })
  expect(await countDossiers(desk)).toBe(before)
  const { rows } = await desk.owner.query('select * from assisted_filings where id = $1', [id])
  const stored = JSON.stringify(rows[0]) + rows[0].sealed.toString('latin1')
  expect(stored).not.toContain(phone)
  expect(stored).not.toMatch(/Nguy|applicantName/)
})

test('the digits go to the resident’s own telephone, and with them the dossier is filed as the resident’s, helped by this account', async () => {
  const filing = await handOver(helper)

  const sent = await filing.send()
  const code = await newestCode()
  const filed = await filing.confirm({ by: 'one_time_password', password: code })

  expect(sent.json()).toMatchObject({ codeState: 'sending' })
  expect(sent.body).not.toContain(code)
  expect(filed.statusCode, filed.body).toBe(200)
  const { rows: accounts } = await desk.owner.query('select id from accounts where username = $1', [
    `tocongnghe-${toanLuu}`,
  ])
  expect(await submitOf(desk, filed.json().code)).toMatchObject({
    actor: { kind: 'resident' },
    data: {
      channel: 'online',
      typedBy: null,
      assistedBy: {
        role: 'helper',
        unit: toanLuu,
        accountId: accounts[0].id,
        confirmedBy: 'one_time_password',
      },
    },
  })
})

test('the helper’s device never has the tracking key: it goes to the telephone that gave the digits', async () => {
  const filing = await handOver(helper)
  await filing.send()
  const filed = await filing.confirm({ by: 'one_time_password', password: await newestCode() })
  const { code } = filed.json()
  await desk.deliver()
  await desk.deliver()

  expect(Object.keys(filed.json()).sort()).toEqual(['code', 'codeState', 'expiresAt', 'id', 'sendsTo', 'state'])
  const { rows } = await desk.owner.query('select address, body from recorded_messages where code = $1', [code])
  const keys = rows.flatMap(({ address, body }) => {
    const [, key] = /([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})\./.exec(body) ?? []

    return key ? [{ address, key }] : []
  })
  expect(keys).toEqual([{ address: phone, key: expect.any(String) }])
  const key = { 'x-tracking-key': keys[0]?.key ?? '' }
  const resident = desk.visitor()
  const tracked = await resident.request('GET', `/api/dossiers/${code}/tracking`, undefined, key)
  const printed = await resident.request('GET', `/api/dossiers/${code}/receipt.pdf`, undefined, key)
  const file = await resident.request('GET', `/api/dossiers/${code}/receipt.json`, undefined, key)
  const helped = 'Tổ công nghệ số cộng đồng giúp nhập; ông/bà xác nhận bằng mã gửi đến điện thoại hoặc e-mail.'
  expect(tracked.json().events[0].text.vi).toContain(helped)
  expect(tracked.json().receipt.assisted.vi).toBe(helped)
  expect(file.json().receipt.assisted).toBe(helped)
  if (hasPoppler) expect(textOf(printed.rawPayload)).toContain(helped)
})

test('without a telephone at hand the own name confirms, marks and capitals aside; the log says so and no key leaves', async () => {
  const filing = await handOver(helper)
  const name = String(filing.filing.answers.applicantName)

  const wrong = await filing.byName('Trần Văn Khác')
  const filed = await filing.byName(
    name
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toUpperCase(),
  )

  expect(wrong.json()).toMatchObject({ status: 422, errors: [{ pointer: '#/name' }] })
  expect(filed.json()).toMatchObject({ state: 'filed', code: expect.any(String) })
  const { data } = await submitOf(desk, filed.json().code)
  expect(data.assistedBy.confirmedBy).toBe('typed_name')
  expect(JSON.stringify(data)).not.toContain(name)
  await desk.deliver()
  await desk.deliver()
  const { rows } = await desk.owner.query(
    `select template from messages m join dossiers d on d.id = m.dossier_id where d.code = $1`,
    [filed.json().code],
  )
  expect(rows).toEqual([{ template: 'filed' }])
})

test('a wrong code files nothing, and after five of them even the right one does not count', async () => {
  const filing = await handOver(helper)
  await filing.send()
  const code = await newestCode()
  const wrong = code === '000000' ? '000001' : '000000'

  const refused = []
  for (let i = 0; i < 5; i += 1) refused.push(await filing.confirm({ by: 'one_time_password', password: wrong }))
  const late = await filing.confirm({ by: 'one_time_password', password: code })

  expect(refused.map(({ statusCode }) => statusCode)).toEqual([422, 422, 422, 422, 422])
  expect(refused[0]?.json()).toMatchObject({ errors: [{ pointer: '#/password' }] })
  expect(late.json()).toMatchObject({ status: 422, detail: 'Nhập sai năm lần. Hãy gửi mã mới.' })
  expect((await filing.read()).json().state).toBe('waiting')
})

test('a code ends after a quarter of an hour, and the filing after half an hour; handed over again it waits anew', async () => {
  const filing = await handOver(helper)
  await filing.send()
  const password = await newestCode()

  desk.clock.set('2026-11-20T09:15:01+07:00')
  const old = await filing.confirm({ by: 'one_time_password', password })
  desk.clock.set('2026-11-20T09:30:00+07:00')
  const tooLate = await filing.byName()
  const again = await filing.put()
  const filed = await filing.byName()

  expect(old.json().detail).toBe('Mã đã quá 15 phút. Hãy gửi mã mới.')
  expect(tooLate.statusCode).toBe(409)
  expect(tooLate.json().detail).toContain('chưa được nộp')
  expect(again.json()).toMatchObject({ state: 'waiting', expiresAt: '2026-11-20T03:00:00.000Z' })
  expect(filed.json().state).toBe('filed')
})

test('changed content needs another yes: the code of before counts no more', async () => {
  const filing = await handOver(helper)
  await filing.send()
  const password = await newestCode()

  const changed = await filing.put({ ...filing.filing, contact: { phone: '0987654321' } })
  const refused = await filing.confirm({ by: 'one_time_password', password })

  expect(changed.json()).toMatchObject({ codeState: 'none', sendsTo: '…321' })
  expect(refused.json()).toMatchObject({ status: 422, detail: expect.stringContaining('Chưa gửi mã') })
})

test('confirmed twice, at once and later, and typed in again after that, it is one dossier', async () => {
  const before = await countDossiers(desk)
  const filing = await handOver(helper)

  const twins = await Promise.all([filing.byName(), filing.byName()])
  const later = await filing.byName()
  const retyped = await filing.put()

  const codes = [...twins, later, retyped].map((answer) => answer.json().code)
  expect(new Set(codes).size).toBe(1)
  expect(codes[0]).toMatch(/^QUAY/)
  expect(await countDossiers(desk)).toBe(before + 1)
  const { rows } = await desk.owner.query('select sealed from assisted_filings where id = $1', [filing.id])
  expect(rows).toEqual([{ sealed: null }])
})

test('who pressed when the process died after the filing gets that dossier on the next press', async () => {
  const before = await countDossiers(desk)
  const filing = await handOver(helper)
  const { rows } = await desk.owner.query('select * from assisted_filings where id = $1', [filing.id])
  const { code } = (await filing.byName()).json()
  // As the row stood when only the filing itself had been stored.
  await desk.owner.query('update assisted_filings set filed_code = null, sealed = $2 where id = $1', [
    filing.id,
    rows[0].sealed,
  ])

  const again = await filing.byName()

  expect(again.json()).toMatchObject({ state: 'filed', code })
  expect(await countDossiers(desk)).toBe(before + 1)
})

test('a code asked for twice within a minute is sent once, one that a newer overtook is not sent, and five are the most', async () => {
  const filing = await handOver(helper)
  const letters = async () => {
    await desk.deliver()
    const { rows } = await desk.owner.query(
      'select count(*)::integer as n from recorded_messages where dossier_id is null',
    )

    return rows[0].n
  }
  const before = await letters()

  await Promise.all([filing.send(), filing.send()])
  expect(await letters()).toBe(before + 1)
  desk.clock.set('2026-11-20T09:01:00+07:00')
  await filing.send()
  for (const minute of [2, 3, 4]) {
    desk.clock.set(`2026-11-20T09:0${minute}:01+07:00`)
    expect((await filing.send()).statusCode).toBe(200)
    await desk.deliver()
  }
  desk.clock.set('2026-11-20T09:06:00+07:00')
  const sixth = await filing.send()

  expect(sixth.statusCode).toBe(429)
  expect(await letters()).toBe(before + 4)
})

test('a code that no way carries is said to have failed; a carrier that stumbles is tried again', async () => {
  const filing = await handOver(helper)
  await filing.send()
  const { rows } = await desk.owner.query(
    `select id, body from outbox where topic = 'confirmation_code' and body ->> 'filingId' = $1`,
    [filing.id],
  )
  const job = { outboxId: String(rows[0].id), filingId: filing.id, letterId: rows[0].body.letterId }
  const refusing = (error: Error) => ({ sms: { send: () => Promise.reject(error) } })

  await expect(carryCode(desk.deps, refusing(new Error('no line')), job)).rejects.toThrow('no line')
  expect((await filing.read()).json().codeState).toBe('sending')
  await carryCode(desk.deps, refusing(new Undeliverable('unknown number')), job)

  expect((await filing.read()).json().codeState).toBe('failed')
})

test('what would be refused is refused before anybody is asked to confirm it', async () => {
  const filing = await exampleFiling(helper, '1.004194', { applicantName: '' })

  const answer = await helper.request('PUT', `/api/assisted-filings/${randomUUID()}`, filing)

  expect(answer.statusCode).toBe(422)
  expect(answer.json().errors.map(({ pointer }: { pointer: string }) => pointer)).toContain('#/answers/applicantName')
})

test('what nobody confirmed is swept a day later; what was filed stays in the list, which is read from the log', async () => {
  const waiting = await handOver(helper)
  const filed = await handOver(helper)
  const { code } = (await filed.byName()).json()

  desk.clock.set('2026-11-21T09:30:01+07:00')
  await sweepAssistedFilings(desk.deps)

  expect((await waiting.read()).statusCode).toBe(404)
  const { items } = (await helper.request('GET', '/api/assisted-filings')).json()
  expect(items.map((item: { code: string }) => item.code)).toContain(code)
})
