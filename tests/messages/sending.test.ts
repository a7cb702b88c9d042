import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { messages } from '#db/schema/messages.ts'
import { type Carrier, Undeliverable } from '#server/messages/carrier.ts'
import { promiseMessage } from '#server/messages/promise-message.ts'
import { InOtherHands } from '#server/messages/send-message.ts'
import { withTx } from '#server/platform/db.ts'
import { type TestDesk, testDesk, thanhSen, toanLuu } from '../support/desk.ts'
import { exampleFiling, newKey } from '../support/filings.ts'
import { sendAll, waitingJobs, work } from './support.ts'

const inToanLuu = { dwelling: { unit: { edition: '2025-07', code: toanLuu }, detail: 'Thôn 1' } }

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk()
})
afterAll(() => desk?.[Symbol.asyncDispose]())

/** A dossier in Toàn Lưu whose applicant left this contact. Its own messages of filing are out of the way. */
async function fileWith(contact: Record<string, string>): Promise<{ id: string; code: string }> {
  const someone = desk.visitor()
  const filing = await exampleFiling(someone, '1.004194', inToanLuu)
  const answer = await someone.request('POST', '/api/dossiers', { ...filing, contact }, newKey())
  expect(answer.statusCode).toBe(201)
  const { rows } = await desk.owner.query('select id, code from dossiers where code = $1', [answer.json().code])
  await sendAll(desk)

  return rows[0]
}

const tellOfRefusal = (dossierId: string, dedupe = 'refuse:9') =>
  withTx(desk.deps.pool, { dossier: dossierId }, (tx) =>
    promiseMessage(tx, { dossierId, template: 'refused', facts: {}, dedupe, at: desk.deps.now() }),
  )

const stored = async (dossierId: string, dedupe = 'refuse:9') => {
  const { rows } = await desk.owner.query('select * from messages where dossier_id = $1 and dedupe = $2', [
    dossierId,
    dedupe,
  ])

  return rows
}

test('the same occasion promised twice is one message', async () => {
  const { id } = await fileWith({ phone: '0912345678' })
  await tellOfRefusal(id)
  await tellOfRefusal(id)

  expect(await waitingJobs(desk)).toHaveLength(1)
  expect(await stored(id)).toHaveLength(1)
})

test('a step that is rolled back promises nothing', async () => {
  const { id } = await fileWith({ phone: '0912345678' })
  const broken = withTx(desk.deps.pool, { dossier: id }, async (tx) => {
    await promiseMessage(tx, { dossierId: id, template: 'refused', facts: {}, dedupe: 'refuse:9', at: desk.deps.now() })
    throw new Error('the step failed')
  })

  await expect(broken).rejects.toThrow('the step failed')
  expect(await stored(id)).toEqual([])
  expect(await waitingJobs(desk)).toEqual([])
})

test('who gave an e-mail address gets an e-mail, others a Zalo message; a demonstration records both', async () => {
  const withMail = await fileWith({ phone: '0912345678', email: 'huong@example.vn' })
  const withPhone = await fileWith({ phone: '0912345678' })
  await tellOfRefusal(withMail.id)
  await tellOfRefusal(withPhone.id)
  await sendAll(desk)

  expect(await stored(withMail.id)).toMatchObject([{ state: 'delivered', channel: 'email', attempts: 1 }])
  expect(await stored(withPhone.id)).toMatchObject([{ state: 'delivered', channel: 'zalo' }])
  const { rows } = await desk.owner.query(
    'select r.* from recorded_messages r join messages m on m.id = r.message_id where m.dossier_id = $1 and m.dedupe = $2',
    [withMail.id, 'refuse:9'],
  )
  expect(rows).toMatchObject([{ address: 'huong@example.vn', code: withMail.code }])
  expect(rows[0].body).toContain('Công an xã Toàn Lưu đã từ chối hồ sơ')
  expect(rows[0].body).toContain('has refused dossier')
})

test('neither the message nor its job holds a name, a number, an address or a tracking key', async () => {
  const { id } = await fileWith({ phone: '0987654321', email: 'rieng@example.vn' })
  await tellOfRefusal(id)
  const [job] = await waitingJobs(desk)
  const told = JSON.stringify([await stored(id), job])

  for (const secret of ['0987654321', 'rieng@example.vn', 'Nguyễn']) expect(told).not.toContain(secret)
})

test('a process that dies between sending and marking sends again under the same id, and the carrier keeps one', async () => {
  const { id } = await fileWith({ phone: '0912345678' })
  await tellOfRefusal(id)
  const [job] = await waitingJobs(desk)
  if (!job) throw new Error('nothing was promised')
  await work(desk, job, sendingAndDying())
  const [half] = await stored(id)
  // The lease of the dead process has run out.
  await desk.owner.query(
    `update messages set state = 'promised', leased_until = now() - interval '1 second' where id = $1`,
    [half.id],
  )
  const ids: string[] = []
  await work(desk, job, {
    sms: {
      async send({ id: letterId }) {
        ids.push(letterId)

        return { state: 'sent', carrierId: 'x' }
      },
    },
  })

  expect(ids).toEqual([half.id])
  expect(await stored(id)).toMatchObject([{ state: 'sent', attempts: 2 }])
})

const sendingAndDying = () => ({ sms: { send: async () => ({ state: 'sent' as const, carrierId: 'first' }) } })

test('two workers never send one message at the same time', async () => {
  const { id } = await fileWith({ phone: '0912345678' })
  await tellOfRefusal(id)
  const [job] = await waitingJobs(desk)
  if (!job) throw new Error('nothing was promised')
  let sent = 0
  let second: Promise<unknown> = Promise.resolve()
  const slow: Carrier = {
    async send() {
      sent++
      second = work(desk, job, { sms: slow })
      await second.catch(() => undefined)

      return { state: 'delivered', carrierId: 'x' }
    },
  }
  await work(desk, job, { sms: slow })

  await expect(second).rejects.toThrow(InOtherHands)
  await work(desk, job, { sms: slow })
  expect(sent).toBe(1)
})

test('a carrier that is away is tried again; after the last try the message is a call to make', async () => {
  const { id, code } = await fileWith({ phone: '0912345678' })
  await tellOfRefusal(id)
  const [job] = await waitingJobs(desk)
  if (!job) throw new Error('nothing was promised')
  const away: Carrier = {
    async send() {
      throw new Error('connect ECONNREFUSED 0912345678')
    },
  }
  for (let tried = 1; tried <= 10; tried++) await expect(work(desk, job, { sms: away })).rejects.toThrow('ECONNREFUSED')
  await work(desk, job, { sms: away })

  const [message] = await stored(id)
  expect(message).toMatchObject({ state: 'failed', attempts: 11 })
  expect(message.failure).not.toContain('0912345678')
  const officer = await desk.signIn(`canbo-${toanLuu}`)
  const { items } = (await officer.request('GET', '/api/desk/failed-messages')).json()
  expect(items).toContainEqual(expect.objectContaining({ code, phone: '0912345678' }))
})

test('an address that refuses for good is not tried again: the next channel is', async () => {
  const { id } = await fileWith({ phone: '0912345678', email: 'gone@example.vn' })
  await tellOfRefusal(id)
  const [job] = await waitingJobs(desk)
  if (!job) throw new Error('nothing was promised')
  await work(desk, job, {
    email: {
      async send() {
        throw new Undeliverable('550 no such user')
      },
    },
    sms: { send: async () => ({ state: 'sent', carrierId: 'sms-1' }) },
  })

  expect(await stored(id)).toMatchObject([{ state: 'sent', channel: 'sms', carrier_id: 'sms-1', attempts: 1 }])
})

test('without any way to reach somebody the call is due at once, for the unit’s own officers and nobody else', async () => {
  const { id, code } = await fileWith({ phone: '0912345678' })
  await tellOfRefusal(id)
  await sendAll(desk, {})
  const here = await desk.signIn(`canbo-${toanLuu}`)
  const elsewhere = await desk.signIn(`canbo-${thanhSen}`)
  const [message] = await stored(id)

  const foreign = (await elsewhere.request('GET', '/api/desk/failed-messages')).json()
  expect(foreign.items).toEqual([])
  const guessed = await elsewhere.request('PUT', `/api/desk/failed-messages/${message.id}/call`, { note: 'Đã gọi' })
  expect(guessed.statusCode).toBe(404)

  const called = await here.request('PUT', `/api/desk/failed-messages/${message.id}/call`, { note: 'Đã gọi, đã hiểu' })
  expect(called.statusCode).toBe(204)
  const { items } = (await here.request('GET', '/api/desk/failed-messages')).json()
  expect(items.map((item: { code: string }) => item.code)).not.toContain(code)
  expect(await stored(id)).toMatchObject([{ call_note: 'Đã gọi, đã hiểu' }])
})

test('that an officer saw whom to call is in the log of access', async () => {
  const { id } = await fileWith({ phone: '0912345678' })
  await tellOfRefusal(id)
  await sendAll(desk, {})
  const officer = await desk.signIn(`canbo-${toanLuu}`)
  await officer.request('GET', '/api/desk/failed-messages')

  const { rows } = await desk.owner.query('select purpose from access_log where dossier_id = $1', [id])
  expect(rows).toContainEqual({ purpose: 'gọi báo tin' })
})

test('a production desk without carriers records nothing anywhere', async () => {
  await using strict = await testDesk({ isProduction: true })
  const { openCarriers } = await import('#server/messages/open-carriers.ts')

  expect(Object.keys(openCarriers(strict.deps)).filter((name) => name !== 'close')).toEqual([])
  expect(await strict.deps.pool.query('select 1 from recorded_messages')).toMatchObject({ rowCount: 0 })
})

test('row-level security shows no message outside its dossier', async () => {
  const { id } = await fileWith({ phone: '0912345678' })
  await tellOfRefusal(id)
  const seen = await withTx(desk.deps.pool, { units: [thanhSen] }, (tx) =>
    tx.select({ id: messages.id }).from(messages).where(eq(messages.dossierId, id)),
  )

  expect(seen).toEqual([])
})
