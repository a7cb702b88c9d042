import { afterAll, beforeAll, expect, test } from 'vitest'
import { consentLimits } from '#server/consents/answer-consent.ts'
import { askConsents } from '#server/consents/ask-consents.ts'
import { remindConsents } from '#server/consents/remind-consents.ts'
import { consentDays } from '#shared/consents/schemas.ts'
import { type TestDesk, testDesk, thanhSen } from '../support/desk.ts'
import { fileExample, newKey } from '../support/filings.ts'
import { answerByLink, byLink, formBody, lettersOf, linkOf, passwordOf } from './answering.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk()
})
afterAll(() => desk[Symbol.asyncDispose]())

/** A household separation whose head is asked by a link. */
async function separation(changes: Record<string, unknown> = {}) {
  const resident = desk.visitor()
  const { code, trackingKey } = await fileExample(resident, '1.010038', {
    ...byLink,
    ...changes,
  })
  const consents = async () => (await read()).json().items
  const read = () =>
    resident.request('GET', `/api/dossiers/${code}/consents`, undefined, { 'x-tracking-key': trackingKey })
  await desk.deliver()

  return { code, trackingKey, resident, consents, read, head: desk.visitor() }
}

/** What the log says of consents, in its order, without the ids. */
async function logOf(code: string) {
  const { rows } = await desk.owner.query(
    `select e.action, e.actor, e.data, d.version from dossier_events e join dossiers d on d.id = e.dossier_id
     where d.code = $1 and e.action like '%_consent' order by e.seq`,
    [code],
  )

  return rows
}

/** The job of the filing, as its queue would give it a second time. */
async function jobOf(code: string) {
  const { rows } = await desk.owner.query(
    `select o.id::text as "outboxId", o.dossier_id as "dossierId" from outbox o join dossiers d on d.id = o.dossier_id
     where d.code = $1 and o.topic = 'ask_consents' order by o.id desc limit 1`,
    [code],
  )

  return rows[0]
}

test('the head is asked by a link, sees what it is about only with the password, and agrees', async () => {
  const { code, consents, head } = await separation()
  expect(await consents()).toMatchObject([{ role: 'head', name: 'Trần Văn Tùng', state: 'asked', isOutdated: false }])
  const link = await linkOf(desk, code)

  const cover = await head.request('GET', link)
  expect(cover.statusCode).toBe(200)
  expect(cover.body).toContain(code)
  expect(cover.body).toContain('…99')
  expect(cover.body).not.toContain('Trần Văn Hải')
  await head.request('POST', `${link}/mat-khau`, '', formBody)
  const password = await passwordOf(desk, code)
  const matter = await head.request('POST', `${link}/noi-dung`, `password=${password}`, formBody)
  expect(matter.body).toContain('Trần Văn Hải')
  expect(matter.body).toContain('Tách hộ tại')
  const answered = await head.request('POST', `${link}/tra-loi`, `password=${password}&answer=agree`, formBody)

  expect(answered.body).toContain('Đã đồng ý')
  expect(await consents()).toMatchObject([{ state: 'agreed' }])
  const again = await head.request('POST', `${link}/tra-loi`, `password=${password}&answer=refuse`, formBody)
  expect(again.statusCode).toBe(422)
  expect(await consents()).toMatchObject([{ state: 'agreed' }])
})

test('neither link nor password nor the person’s name stands in the database', async () => {
  const { code, head } = await separation()
  const link = await linkOf(desk, code)
  await head.request('POST', `${link}/mat-khau`, '', formBody)
  const password = await passwordOf(desk, code)

  const { rows } = await desk.owner.query(
    `select to_jsonb(c)::text as row from consent_requests c
     union all select to_jsonb(m)::text from messages m union all select to_jsonb(o)::text from outbox o`,
  )
  const all = rows.map(({ row }) => row).join('\n')
  expect(all).not.toContain(link.split('/').at(-1))
  expect(all).not.toContain('Trần Văn Tùng')
  expect(all).not.toContain(`"${password}"`)
})

test('somebody who does not agree is heard: the log says so, and the dossier’s page what to do', async () => {
  const { code, trackingKey, resident, consents, head } = await separation()
  await resident.request('POST', '/tra-cuu', `code=${code}&key=${trackingKey}`, formBody)
  const waiting = (await resident.request('GET', `/ho-so/${code}`)).body
  expect(waiting).toContain('Chủ hộ: T… V… Tùng (…99)')
  expect(waiting).not.toContain('Trần Văn Tùng')

  await answerByLink(desk, code, head, 'refuse')

  expect(await consents()).toMatchObject([{ state: 'refused' }])
  await desk.deliver()
  const { rows: told } = await desk.owner.query(
    `select m.state from messages m join dossiers d on d.id = m.dossier_id where d.code = $1 and m.template = 'consent_missing'`,
    [code],
  )
  expect(told).toEqual([{ state: 'delivered' }])
  expect(await logOf(code)).toMatchObject([
    { action: 'ask_consent', actor: { kind: 'system', part: 'consents' }, data: { role: 'head' }, version: 1 },
    { action: 'answer_consent', data: { role: 'head', agrees: false, by: 'link' }, version: 1 },
  ])
  const page = (await resident.request('GET', `/ho-so/${code}`)).body
  expect(page).toContain('Chủ hộ không đồng ý, trả lời qua đường dẫn.')
  expect(page).toContain('Nếu người đó đổi ý, mời đến Công an')
  expect(page).not.toContain('Lúc này chưa cần làm gì thêm.')
})

test('five wrong passwords end that password, five passwords end the link, and a changed link is no link', async () => {
  const { code, consents, head } = await separation()
  const link = await linkOf(desk, code)
  await head.request('POST', `${link}/mat-khau`, '', formBody)
  const password = await passwordOf(desk, code)
  const wrong = password === '000000' ? '000001' : '000000'
  for (let tries = 0; tries < consentLimits.tries; tries += 1)
    expect((await head.request('POST', `${link}/noi-dung`, `password=${wrong}`, formBody)).statusCode).toBe(422)
  expect((await head.request('POST', `${link}/noi-dung`, `password=${password}`, formBody)).statusCode).toBe(422)

  for (let sent = 1; sent < consentLimits.passwords; sent += 1)
    await head.request('POST', `${link}/mat-khau`, '', formBody)
  const refused = await head.request('POST', `${link}/mat-khau`, '', formBody)
  expect(refused.body).toContain('trực tiếp tại trụ sở')
  const end = link.at(-1) === 'A' ? 'B' : 'A'
  expect((await head.request('GET', `${link.slice(0, -2)}${end}${end}`)).statusCode).toBe(404)
  expect(await consents()).toMatchObject([{ state: 'asked' }])
})

test('who does not answer is reminded twice, then the link ends and the counter remains', async () => {
  const { code, consents, head } = await separation()
  const link = await linkOf(desk, code)
  const asked = desk.clock.now().getTime()
  const after = async (days: number) => {
    desk.clock.set(new Date(asked + days * 86_400_000).toISOString())
    await remindConsents(desk.deps)
    await remindConsents(desk.deps)

    return (await lettersOf(desk, code)).length
  }

  expect([await after(1), await after(3), await after(6)]).toEqual([1, 2, 3])
  await after(consentDays + 1)
  expect(await consents()).toMatchObject([{ state: 'expired' }])
  expect((await logOf(code)).map(({ action }) => action)).toEqual(['ask_consent', 'end_consent'])
  expect((await head.request('POST', `${link}/mat-khau`, '', formBody)).statusCode).toBe(422)
  const { rows } = await desk.owner.query('select unit_code from dossiers where code = $1', [code])
  const [{ id }] = await consents()
  const record = async (username: string) =>
    (await desk.signIn(username)).request('PUT', `/api/dossiers/${code}/consents/${id}/counter`, { agrees: true })
  expect((await record(`canbo-${thanhSen}`)).statusCode).toBe(404)
  expect((await record('giamsat-hatinh')).statusCode).toBe(403)
  expect((await record(`canbo-${rows[0].unit_code}`)).statusCode).toBe(200)
  expect((await record(`canbo-${rows[0].unit_code}`)).statusCode).toBe(200)
  expect(await consents()).toMatchObject([{ state: 'counter' }])
  expect((await logOf(code)).slice(2)).toMatchObject([
    { action: 'answer_consent', actor: { kind: 'staff' }, data: { agrees: true, by: 'counter' }, version: 1 },
  ])
  desk.clock.set(new Date(asked).toISOString())
})

test('nobody is asked twice, however often the job of a filing is done', async () => {
  const { code, consents } = await separation()
  const job = await jobOf(code)
  await Promise.all([askConsents(desk.deps, job), askConsents(desk.deps, job), askConsents(desk.deps, job)])

  expect(await consents()).toHaveLength(1)
  expect(await lettersOf(desk, code)).toHaveLength(1)
  expect(await logOf(code)).toHaveLength(1)
})

test('a process that dies after one of two people leaves the other to the next try', async () => {
  const { code } = await fileExample(desk.visitor(), '1.010038', {
    ...byLink,
    ownerIs: 'other',
    ownerName: 'Lê Thị Hoa',
    ownerConsentBy: 'link',
    ownerConsentPhone: '0912345698',
  })
  const job = await jobOf(code)
  const die = () => {
    throw new Error('the process died')
  }
  await expect(askConsents({ ...desk.deps, wake: { ...desk.deps.wake, send: die } }, job)).rejects.toThrow('died')
  expect(await logOf(code)).toMatchObject([{ data: { role: 'head' } }])

  await askConsents(desk.deps, job)
  expect((await logOf(code)).map(({ data }) => data.role)).toEqual(['head', 'owner'])
  expect(await lettersOf(desk, code)).toHaveLength(1)
})

test('looking asks nobody: it says how many the desk has still to ask', async () => {
  const resident = desk.visitor()
  const { code, trackingKey } = await fileExample(resident, '1.010038', byLink)
  const look = async () =>
    (
      await resident.request('GET', `/api/dossiers/${code}/consents`, undefined, { 'x-tracking-key': trackingKey })
    ).json()

  expect(await look()).toEqual({ items: [], toBeAsked: 1 })
  expect(await logOf(code)).toEqual([])
  await desk.deliver()
  expect(await look()).toMatchObject({ items: [{ state: 'asked', sendsTo: '…99' }], toBeAsked: 0 })
})

test('a filing that asks nobody by a link promises no asking', async () => {
  const { code } = await fileExample(desk.visitor(), '1.010038')

  expect(await jobOf(code)).toBeUndefined()
})

test('the wait for a word is the resident’s time and moves no date', async () => {
  const { code, trackingKey, resident, head } = await separation()
  const track = async () =>
    (
      await resident.request('GET', `/api/dossiers/${code}/tracking`, undefined, { 'x-tracking-key': trackingKey })
    ).json()
  const { clock: before } = await track()
  const asked = desk.clock.now()
  desk.clock.set(new Date(asked.getTime() + 60 * 60_000).toISOString())
  expect((await track()).clock).toMatchObject({
    receptionDueAt: before.receptionDueAt,
    turns: { resident: 60, office: 0 },
  })

  await answerByLink(desk, code, head, 'agree')
  desk.clock.set(new Date(asked.getTime() + 90 * 60_000).toISOString())
  expect((await track()).clock.turns).toEqual({ resident: 60, office: 30, agency: 0, system: 0 })
  desk.clock.set(asked.toISOString())
})

test('answers that changed are asked about again, at the address that was mended', async () => {
  const { code, trackingKey, resident, consents, head } = await separation({ headConsentPhone: '0912345690' })
  await head.request('GET', '/')
  const { rows } = await desk.owner.query('select unit_code, version from dossiers where code = $1', [code])
  const officer = await desk.signIn(`canbo-${rows[0].unit_code}`)
  const asking = await officer.request(
    'POST',
    `/api/dossiers/${code}/supplement-requests`,
    {
      items: [
        {
          subject: 'headConsentPhone',
          subjectKind: 'answer',
          reason: 'wrong',
          message: 'Số điện thoại của chủ hộ không đúng.',
        },
      ],
    },
    { 'if-match': `"${rows[0].version}"`, ...newKey() },
  )
  expect(asking.statusCode).toBe(201)
  const mending = await resident.request(
    'POST',
    `/api/dossiers/${code}/supplements`,
    { papers: [], answers: { headConsentPhone: '0912345699' } },
    { 'x-tracking-key': trackingKey, 'if-match': `"${asking.json().version}"`, ...newKey() },
  )
  expect(mending.statusCode).toBe(201)
  desk.clock.set(new Date(desk.clock.now().getTime() + 60_000).toISOString())
  expect((await consents())[0]).toMatchObject({ state: 'asked', sendsTo: '…90' })
  await desk.deliver()

  expect(await consents()).toMatchObject([{ state: 'asked', sendsTo: '…99', isOutdated: false }])
  expect((await answerByLink(desk, code, head, 'agree')).body).toContain('Đã đồng ý')
  expect((await logOf(code)).map(({ action }) => action)).toEqual(['ask_consent', 'ask_consent', 'answer_consent'])
})

test('a dossier that was withdrawn waits for nobody’s word, and its log is left as it is', async () => {
  const { code, consents, resident, trackingKey, head } = await separation()
  const link = await linkOf(desk, code)
  const withdrawn = await resident.request(
    'PUT',
    `/api/dossiers/${code}/withdrawal`,
    {},
    { 'x-tracking-key': trackingKey, 'if-match': '"1"', ...newKey() },
  )
  expect(withdrawn.statusCode).toBe(200)

  expect((await head.request('GET', link)).body).toContain('Hết hạn trả lời')
  expect(await consents()).toMatchObject([{ state: 'expired' }])
  const asked = desk.clock.now()
  desk.clock.set(new Date(asked.getTime() + (consentDays + 1) * 86_400_000).toISOString())
  await remindConsents(desk.deps)
  expect(await logOf(code)).toHaveLength(1)
  desk.clock.set(asked.toISOString())
})

test('a stranger without the tracking key hears nothing of who was asked', async () => {
  const { code } = await separation()

  expect((await desk.visitor().request('GET', `/api/dossiers/${code}/consents`)).statusCode).toBe(404)
})
