import { afterAll, beforeAll, expect, test } from 'vitest'
import { consentLimits } from '#server/consents/answer-consent.ts'
import { remindConsents } from '#server/consents/remind-consents.ts'
import { consentDays } from '#shared/consents/schemas.ts'
import { type TestDesk, testDesk, thanhSen } from '../support/desk.ts'
import { fileExample } from '../support/filings.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk()
})
afterAll(() => desk[Symbol.asyncDispose]())

const form = { 'content-type': 'application/x-www-form-urlencoded' }

/** A household separation whose head is asked by a link. */
async function separation(changes: Record<string, unknown> = {}) {
  const resident = desk.visitor()
  const { code, trackingKey } = await fileExample(resident, '1.010038', {
    headConsentBy: 'link',
    headConsentPhone: '0912345699',
    ...changes,
  })
  const consents = async () =>
    (
      await resident.request('GET', `/api/dossiers/${code}/consents`, undefined, { 'x-tracking-key': trackingKey })
    ).json().items
  await consents()

  return { code, consents, head: desk.visitor() }
}

/** What was sent to the head, the newest first. */
async function lettersOf(code: string): Promise<string[]> {
  await desk.deliver()
  const { rows } = await desk.owner.query(
    `select body from recorded_messages where code = $1 and address = '0912345699' order by at desc, message_id desc`,
    [code],
  )

  return rows.map(({ body }) => body)
}
async function linkOf(code: string): Promise<string> {
  const link = (await lettersOf(code)).map((body) => /\/y-kien\/[\w-]+\/[\w-]+/.exec(body)?.[0]).find(Boolean)
  if (!link) throw new Error('no link was sent')

  return link
}
async function passwordOf(code: string): Promise<string> {
  const password = (await lettersOf(code)).map((body) => /: (\d{6})\b/.exec(body)?.[1]).find(Boolean)
  if (!password) throw new Error('no password was sent')

  return password
}

test('the head is asked by a link, sees what it is about only with the password, and agrees', async () => {
  const { code, consents, head } = await separation()
  expect(await consents()).toMatchObject([{ role: 'head', name: 'Trần Văn Tùng', state: 'asked', isOutdated: false }])
  const link = await linkOf(code)

  const cover = await head.request('GET', link)
  expect(cover.statusCode).toBe(200)
  expect(cover.body).toContain(code)
  expect(cover.body).toContain('…99')
  expect(cover.body).not.toContain('Trần Văn Hải')
  await head.request('POST', `${link}/mat-khau`, '', form)
  const password = await passwordOf(code)
  const matter = await head.request('POST', `${link}/noi-dung`, `password=${password}`, form)
  expect(matter.body).toContain('Trần Văn Hải')
  expect(matter.body).toContain('Tách hộ tại')
  const answered = await head.request('POST', `${link}/tra-loi`, `password=${password}&answer=agree`, form)

  expect(answered.body).toContain('Đã đồng ý')
  expect(await consents()).toMatchObject([{ state: 'agreed' }])
  const again = await head.request('POST', `${link}/tra-loi`, `password=${password}&answer=refuse`, form)
  expect(again.statusCode).toBe(422)
  expect(await consents()).toMatchObject([{ state: 'agreed' }])
})

test('neither link nor password nor the person’s name stands in the database', async () => {
  const { code, head } = await separation()
  const link = await linkOf(code)
  await head.request('POST', `${link}/mat-khau`, '', form)
  const password = await passwordOf(code)

  const { rows } = await desk.owner.query(
    `select to_jsonb(c)::text as row from consent_requests c
     union all select to_jsonb(m)::text from messages m union all select to_jsonb(o)::text from outbox o`,
  )
  const all = rows.map(({ row }) => row).join('\n')
  expect(all).not.toContain(link.split('/').at(-1))
  expect(all).not.toContain('Trần Văn Tùng')
  expect(all).not.toContain(`"${password}"`)
})

test('somebody who does not agree is heard, and the dossier says so', async () => {
  const { code, consents, head } = await separation()
  const link = await linkOf(code)
  await head.request('POST', `${link}/mat-khau`, '', form)

  await head.request('POST', `${link}/tra-loi`, `password=${await passwordOf(code)}&answer=refuse`, form)

  expect(await consents()).toMatchObject([{ state: 'refused' }])
})

test('five wrong passwords end that password, five passwords end the link, and a changed link is no link', async () => {
  const { code, consents, head } = await separation()
  const link = await linkOf(code)
  await head.request('POST', `${link}/mat-khau`, '', form)
  const password = await passwordOf(code)
  const wrong = password === '000000' ? '000001' : '000000'
  for (let tries = 0; tries < consentLimits.tries; tries += 1)
    expect((await head.request('POST', `${link}/noi-dung`, `password=${wrong}`, form)).statusCode).toBe(422)
  expect((await head.request('POST', `${link}/noi-dung`, `password=${password}`, form)).statusCode).toBe(422)

  for (let sent = 1; sent < consentLimits.passwords; sent += 1) await head.request('POST', `${link}/mat-khau`, '', form)
  const refused = await head.request('POST', `${link}/mat-khau`, '', form)
  expect(refused.body).toContain('trực tiếp tại trụ sở')
  const end = link.at(-1) === 'A' ? 'B' : 'A'
  expect((await head.request('GET', `${link.slice(0, -2)}${end}${end}`)).statusCode).toBe(404)
  expect(await consents()).toMatchObject([{ state: 'asked' }])
})

test('who does not answer is reminded twice, then the link ends and the counter remains', async () => {
  const { code, consents, head } = await separation()
  const link = await linkOf(code)
  const asked = desk.clock.now().getTime()
  const after = async (days: number) => {
    desk.clock.set(new Date(asked + days * 86_400_000).toISOString())
    await remindConsents(desk.deps)
    await remindConsents(desk.deps)

    return (await lettersOf(code)).length
  }

  expect([await after(1), await after(3), await after(6)]).toEqual([1, 2, 3])
  await after(consentDays + 1)
  expect(await consents()).toMatchObject([{ state: 'expired' }])
  expect((await head.request('POST', `${link}/mat-khau`, '', form)).statusCode).toBe(422)
  const { rows } = await desk.owner.query('select unit_code from dossiers where code = $1', [code])
  const [{ id }] = await consents()
  const record = async (username: string) =>
    (await desk.signIn(username)).request('PUT', `/api/dossiers/${code}/consents/${id}/counter`, { agrees: true })
  expect((await record(`canbo-${thanhSen}`)).statusCode).toBe(404)
  expect((await record(`canbo-${rows[0].unit_code}`)).statusCode).toBe(200)
  expect(await consents()).toMatchObject([{ state: 'counter' }])
  desk.clock.set(new Date(asked).toISOString())
})

test('nobody is asked twice, however often and from how many pages it is looked at', async () => {
  const { code, consents } = await separation()
  await Promise.all([consents(), consents(), consents()])

  expect(await consents()).toHaveLength(1)
  expect(await lettersOf(code)).toHaveLength(1)
})

test('a stranger without the tracking key hears nothing of who was asked', async () => {
  const { code } = await separation()

  expect((await desk.visitor().request('GET', `/api/dossiers/${code}/consents`)).statusCode).toBe(404)
})
