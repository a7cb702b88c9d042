import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, type TestDesk, testDesk, thanhSen, toanLuu } from '../support/desk.ts'
import { exampleFiling, newKey } from '../support/filings.ts'
import { countDossiers, handOver, phone, submitOf } from './handing-over.ts'

let desk: TestDesk
let helper: Caller
beforeAll(async () => {
  desk = await testDesk()
  helper = await desk.signIn(`tocongnghe-${toanLuu}`)
})
afterAll(() => desk[Symbol.asyncDispose]())

test('the own list holds codes, procedures, states and days, and nothing of a person', async () => {
  const filing = await handOver(helper)
  const { code } = (await filing.byName()).json()

  const list = await helper.request('GET', '/api/assisted-filings')

  const [newest] = list.json().items
  expect(newest).toEqual({
    code,
    procedure: { code: '1.004194', name: { vi: 'Đăng ký tạm trú', en: expect.any(String) } },
    sentence: { vi: 'Công an xã Toàn Lưu: chờ tiếp nhận.', en: expect.stringContaining('waiting to be accepted') },
    filedAt: '2026-11-20T02:00:00.000Z',
  })
  for (const answer of Object.values(filing.filing.answers)) {
    if (typeof answer === 'string' && answer.length > 8) expect(list.body).not.toContain(answer)
  }
  expect(list.body).not.toContain(phone)
})

test('the list follows the state of each dossier', async () => {
  const { code } = (await (await handOver(helper)).byName()).json()
  await desk.deliver()
  const officer = await desk.signIn(`canbo-${toanLuu}`)
  const claimed = await officer.request('PUT', `/api/dossiers/${code}/claim`, undefined, newKey())
  const accepted = await officer.request(
    'PUT',
    `/api/dossiers/${code}/acceptance`,
    {},
    {
      ...newKey(),
      'if-match': claimed.headers.etag as string,
    },
  )
  expect(accepted.statusCode, accepted.body).toBe(200)

  const page = await helper.request('GET', `/ho-tro/ho-so/${code}`)

  expect(page.statusCode).toBe(200)
  expect(page.body).toMatch(/Công an xã Toàn Lưu: (đã tiếp nhận|đang xử lý)\./)
})

test('a notice is received in the minute it is confirmed, and its page promises no answer that will not come', async () => {
  const filing = await handOver(helper, '2.001159')
  const { code } = (await filing.byName()).json()

  const page = await helper.request('GET', `/ho-tro/ho-so/${code}`)

  expect(page.body).toContain('đã tiếp nhận. Không phải chờ gì thêm.')
  expect(page.body).not.toContain('chậm nhất')
})

test('another helper sees neither the waiting filing nor the dossier, and cannot send, confirm or replace it', async () => {
  const other = await desk.signIn(`tocongnghe-${thanhSen}`)
  const filing = await handOver(helper)
  const foreign = [
    await filing.read(other),
    await filing.send(other),
    await filing.confirm({ by: 'typed_name', name: String(filing.filing.answers.applicantName) }, other),
    await other.request('PUT', filing.path, { ...(await exampleFiling(other, '1.004194')) }),
  ]
  const { code } = (await filing.byName()).json()

  expect(foreign.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404])
  expect((await other.request('GET', '/api/assisted-filings')).json()).toEqual({ items: [] })
  expect((await other.request('GET', `/ho-tro/ho-so/${code}`)).statusCode).toBe(404)
  expect((await other.request('GET', '/ho-tro/ho-so/QUAY.42-261120-999999')).statusCode).toBe(404)
})

test('a helper opens no dossier, by no address of the desk, also not one that was filed with the own help', async () => {
  const { code } = (await (await handOver(helper)).byName()).json()
  await desk.deliver()
  const paths = [
    `/api/dossiers/${code}`,
    `/api/dossiers/${code}/clock`,
    `/api/dossiers/${code}/consents`,
    `/api/dossiers/${code}/receipt.pdf`,
    `/api/dossiers/${code}/declaration.pdf`,
    `/api/dossiers/${code}/tracking`,
    '/api/desk/queue',
    '/api/desk/counts',
    '/api/desk/failed-messages',
    '/api/reports/sla?from=2026-11-01&to=2026-11-30',
    `/ho-so/${code}`,
  ]

  for (const path of paths) {
    const answer = await helper.request('GET', path)
    expect(answer.statusCode, `${path} ${answer.body.slice(0, 120)}`).not.toBe(200)
    expect(answer.body, path).not.toContain(phone)
  }
})

test('a helper cannot file past the resident, nor any account that does not sit at a counter', async () => {
  const before = await countDossiers(desk)
  const supervisor = await desk.signIn('giamsat-hatinh')

  const byHelper = await helper.request('POST', '/api/dossiers', await exampleFiling(helper, '1.004194'), newKey())
  const bySupervisor = await supervisor.request(
    'POST',
    '/api/dossiers',
    await exampleFiling(supervisor, '1.004194'),
    newKey(),
  )

  expect(byHelper.statusCode).toBe(403)
  expect(byHelper.json().detail).toContain('chính ông/bà xác nhận')
  expect(bySupervisor.statusCode).toBe(403)
  expect(await countDossiers(desk)).toBe(before)
})

test('officers and strangers have no part in it', async () => {
  const officer = await desk.signIn(`canbo-${toanLuu}`)
  const path = `/api/assisted-filings/${randomUUID()}`

  expect((await officer.request('GET', '/api/assisted-filings')).statusCode).toBe(403)
  expect((await officer.request('PUT', path, await exampleFiling(officer, '1.004194'))).statusCode).toBe(403)
  expect((await desk.visitor().request('GET', '/api/assisted-filings')).statusCode).toBe(401)
  expect((await officer.request('GET', '/ho-tro')).statusCode).toBe(403)
  expect((await desk.visitor().request('GET', '/ho-tro')).headers.location).toBe('/can-bo/dang-nhap')
})

test('an intake at the counter says in the same words who typed it in and that the resident stood there, or wrote', async () => {
  const officer = await desk.signIn(`canbo-${toanLuu}`)
  const file = async (channel: 'counter' | 'post') =>
    (
      await officer.request(
        'POST',
        '/api/dossiers',
        { ...(await exampleFiling(officer, '1.004194')), channel },
        newKey(),
      )
    ).json().code
  const assisted = async (code: string) => (await submitOf(desk, code)).data.assistedBy

  expect(await assisted(await file('counter'))).toMatchObject({
    role: 'officer',
    unit: toanLuu,
    confirmedBy: 'in_person',
  })
  expect(await assisted(await file('post'))).toMatchObject({ role: 'officer', confirmedBy: 'letter' })
  const resident = desk.visitor()
  const alone = await resident.request('POST', '/api/dossiers', await exampleFiling(resident, '1.004194'), newKey())
  expect(await assisted(alone.json().code)).toBeUndefined()
})
