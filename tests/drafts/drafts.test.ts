import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sweepDrafts } from '#server/drafts/erase-draft.ts'
import { draftsPerSender } from '#server/drafts/save-draft.ts'
import { draftDays } from '#shared/drafts/schemas.ts'
import { type Caller, type TestDesk, testDesk } from '../support/desk.ts'
import { exampleFiling, newKey } from '../support/filings.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk()
})
afterAll(() => desk[Symbol.asyncDispose]())

const contentOf = (values: Record<string, unknown> = { applicantName: 'Nguyễn Thị Minh Anh' }) => ({
  procedure: '1.004194',
  values,
  papers: [] as unknown[],
  key: randomUUID(),
})

/** A device with an unfinished dossier that was never saved. */
function device(someone: Caller = desk.visitor(), id = randomUUID(), key = randomBytes(32).toString('hex')) {
  const headers = { 'x-draft-key': key }

  return {
    id,
    key,
    someone,
    save: (content: unknown, version?: number) =>
      someone.request('PUT', `/api/drafts/${id}`, content, {
        ...headers,
        ...(version !== undefined && { 'if-match': `"${version}"` }),
      }),
    offer: () => someone.request('POST', `/api/drafts/${id}/handovers`, {}, headers),
    erase: () => someone.request('DELETE', `/api/drafts/${id}`, undefined, headers),
    open: (code: string, password: string) =>
      someone.request('POST', '/api/draft-openings', { code, password }, headers),
  }
}

test('what is typed is kept sealed: neither name nor number stands in the database', async () => {
  const phone = device()

  const saved = await phone.save(contentOf())

  expect(saved.statusCode, saved.body).toBe(200)
  expect(saved.json()).toMatchObject({ version: 1 })
  const { rows } = await desk.owner.query('select * from drafts where id = $1', [phone.id])
  const stored = JSON.stringify(rows[0]) + rows[0].sealed.toString('latin1')
  expect(stored).not.toContain('Minh Anh')
  expect(stored).not.toContain(phone.key)
})

test('a save on top of an older version is refused with what stands there, and nothing is overwritten', async () => {
  const phone = device()
  await phone.save(contentOf({ applicantName: 'Một' }))
  await phone.save(contentOf({ applicantName: 'Hai' }), 1)

  const late = await phone.save(contentOf({ applicantName: 'Ba' }), 1)

  expect(late.statusCode).toBe(412)
  expect(late.json().current).toMatchObject({ version: 2, content: { values: { applicantName: 'Hai' } } })
})

test('a stranger can neither write, offer nor erase a draft, and learns nothing', async () => {
  const phone = device()
  await phone.save(contentOf())
  const stranger = device(desk.visitor(), phone.id)

  expect((await stranger.save(contentOf(), 1)).statusCode).toBe(404)
  expect((await stranger.offer()).statusCode).toBe(404)
  await stranger.erase()

  expect((await phone.save(contentOf(), 1)).statusCode).toBe(200)
})

test('another phone goes on by code and password, with the files; the first is told so and writes no more', async () => {
  const first = device()
  const uploadId = await first.someone.upload()
  const filing = await exampleFiling(desk.visitor(), '1.004194')
  const paper = { kind: 'lease', uploadId, sha256: 'x', bytes: 1, type: 'image/jpeg', sentAt: 0 }
  await first.save({ ...contentOf(), papers: [paper] })
  const { code, password } = (await first.offer()).json()
  const second = device(desk.visitor())

  const opened = await second.open(code.toLowerCase().replace('-', ' '), `${password.slice(0, 3)} ${password.slice(3)}`)

  expect(opened.statusCode, opened.body).toBe(200)
  expect(opened.json()).toMatchObject({
    id: first.id,
    version: 1,
    content: { values: { applicantName: 'Nguyễn Thị Minh Anh' } },
  })
  const goOn = device(second.someone, first.id, second.key)
  expect((await goOn.save(contentOf(), 1)).statusCode).toBe(200)
  const told = await first.save(contentOf(), 2)
  expect(told.statusCode).toBe(409)
  expect(told.json().type).toBe('urn:quay:held-by-another')
  // The photograph of the first phone is filed by the second.
  const filed = await second.someone.request(
    'POST',
    '/api/dossiers',
    { ...filing, papers: [{ kind: 'lease', uploadId }] },
    newKey(),
  )
  expect(filed.statusCode, filed.body).toBe(201)
})

test('a password opens once, five wrong ones close it, and a new one opens again', async () => {
  const first = device()
  await first.save(contentOf())
  const { code, password } = (await first.offer()).json()
  const wrong = password === '000000' ? '000001' : '000000'
  for (let tries = 0; tries < 5; tries += 1) {
    expect((await device().open(code, wrong)).statusCode).toBe(404)
  }
  expect((await device().open(code, password)).statusCode).toBe(404)

  const again = (await first.offer()).json()
  expect(again.code).toBe(code)
  const opened = await device().open(code, again.password)

  expect(opened.statusCode).toBe(200)
  expect((await device().open(code, again.password)).statusCode).toBe(404)
})

test('ten devices with the right password at once: one gets the draft', async () => {
  const first = device()
  await first.save(contentOf())
  const { code, password } = (await first.offer()).json()

  const answers = await Promise.all(Array.from({ length: 10 }, () => device().open(code, password)))

  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
})

test('a draft ends by its own days and is swept; one that was saved since stays', async () => {
  const old = device()
  await old.save(contentOf())
  const late = new Date(Date.now() + (draftDays + 1) * 86_400_000)
  await desk.owner.query(`update drafts set expires_at = expires_at + interval '30 days' where id <> $1`, [old.id])

  expect(await sweepDrafts(desk.deps, late)).toBe(1)

  expect((await old.save(contentOf(), 1)).statusCode).toBe(404)
})

test('nobody fills the server with drafts: the twenty-first and one that is too long are refused', async () => {
  const someone = desk.visitor()
  // One request first, so that all of them carry the cookie of the same browser.
  await device(someone).save(contentOf())
  for (let made = 1; made < draftsPerSender; made += 1) await device(someone).save(contentOf())

  expect((await device(someone).save(contentOf())).statusCode).toBe(429)
  expect((await device().save(contentOf({ note: 'x'.repeat(70_000) }))).statusCode).toBe(413)
})
