import { afterAll, beforeAll, expect, test } from 'vitest'
import { pagesOf } from '../documents/read-pdf.ts'
import { type Caller, type TestDesk, testDesk } from '../support/desk.ts'
import { fileExample, newKey } from '../support/filings.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk()
})
afterAll(() => desk[Symbol.asyncDispose]())

const path = (code: string, rest = '') => `/api/dossiers/${code}${rest}`
const view = async (someone: Caller, code: string) => (await someone.request('GET', path(code))).json()

async function step(someone: Caller, method: string, code: string, rest: string, body: unknown) {
  const { version } = await view(someone, code)

  return someone.request(method, path(code, rest), body, { 'if-match': `"${version}"`, ...newKey() })
}

/** Accepted on Friday 20 November 16:40, three working days: due Thursday 26 November 17:00 (the 24th is a holiday). */
async function accepted() {
  desk.clock.set('2026-11-20T09:00:00+07:00')
  const resident = desk.visitor()
  const filed = await fileExample(resident)
  await desk.deliver()
  const track = async () =>
    (
      await resident.request('GET', path(filed.code, '/tracking'), undefined, { 'x-tracking-key': filed.trackingKey })
    ).json()
  const unit = (await track()).unit.code
  const officer = await desk.signIn(`canbo-${unit}`)
  const commander = await desk.signIn(`chihuy-${unit}`)
  desk.clock.set('2026-11-20T16:40:00+07:00')
  const answer = await step(officer, 'PUT', filed.code, '/acceptance', {})
  expect(answer.json().dueAt).toBe('2026-11-26T10:00:00.000Z')

  return { ...filed, resident, officer, commander, track }
}

const letter = { newDueOn: '2026-12-01', reason: 'Phải xác minh thêm nơi ở trước đây.' }

test('a letter of apology gives a second date, is kept as form 04 and told to the resident; the verdict stays', async () => {
  const { code, officer, commander, track, resident, trackingKey } = await accepted()

  desk.clock.set('2026-11-25T17:00:00+07:00')
  expect((await view(officer, code)).letter).toEqual({ sendBy: '2026-11-25T10:00:00.000Z', standing: 'proposed' })
  const sent = await step(officer, 'POST', code, '/extensions', letter)
  expect(sent.statusCode, sent.body).toBe(201)
  expect(sent.json()).toMatchObject({
    state: 'accepted',
    dueAt: '2026-11-26T10:00:00.000Z',
    extension: { newDueAt: '2026-12-01T10:00:00.000Z', sentLate: false, reason: letter.reason },
    letter: null,
  })

  const tracked = await track()
  expect(tracked.sentence.vi).toContain('xin lỗi')
  expect(tracked.sentence.vi).toContain('17:00 thứ Ba, 01/12/2026')
  expect(tracked.clock.steps.at(-1).text.vi).toContain('Đã xin lỗi và hẹn lại')
  const document = tracked.documents.find(({ form }: { form: string }) => form === 'M04')
  const pdf = await resident.request('GET', document.href, undefined, { 'x-tracking-key': trackingKey })
  const text = pagesOf(pdf.rawPayload).join(' ')
  expect(text).toContain('VĂN BẢN XIN LỖI')
  expect(text).toContain('Thời gian hẹn lại: 17 giờ 00 phút, ngày 01 tháng 12 năm 2026')
  const { rows } = await desk.owner.query(
    `select facts from messages m join dossiers d on d.id = m.dossier_id where d.code = $1 and template = 'letter_of_apology'`,
    [code],
  )
  expect(rows).toEqual([{ facts: { from: '2026-11-26T10:00:00.000Z', to: '2026-12-01T10:00:00.000Z' } }])

  await step(officer, 'PUT', code, '/proposal', { outcome: 'grant' })
  desk.clock.set('2026-11-30T10:00:00+07:00')
  const decided = await step(commander, 'PUT', code, '/decision', { outcome: 'grant' })
  expect(decided.json()).toMatchObject({ standing: 'late', extension: { dueAt: '2026-12-01T10:00:00.000Z' } })
})

test('there is one letter for a dossier, and sent again under its key it is still one', async () => {
  const { code, officer } = await accepted()
  const { version } = await view(officer, code)
  const headers = { 'if-match': `"${version}"`, ...newKey() }

  const first = await officer.request('POST', path(code, '/extensions'), letter, headers)
  const again = await officer.request('POST', path(code, '/extensions'), letter, headers)
  const second = await step(officer, 'POST', code, '/extensions', { ...letter, newDueOn: '2026-12-04' })

  expect([first.statusCode, again.statusCode, second.statusCode]).toEqual([201, 201, 409])
  expect(second.json().detail).toContain('một lần')
  expect(again.json().documents.filter(({ form }: { form: string }) => form === 'M04')).toHaveLength(1)
})

test('after closing time of the last working day before the date a letter is stored as sent late', async () => {
  const { code, officer } = await accepted()

  desk.clock.set('2026-11-25T17:01:00+07:00')
  expect((await view(officer, code)).letter.standing).toBe('late')
  const sent = await step(officer, 'POST', code, '/extensions', letter)

  expect(sent.json().extension).toMatchObject({ sentLate: true })
})

test('the new date must be a working day after the date it replaces, and there must be one', async () => {
  const { code, officer, resident } = await accepted()
  const on = async (newDueOn: string) => step(officer, 'POST', code, '/extensions', { ...letter, newDueOn })

  const sunday = await on('2026-11-29')
  const same = await on('2026-11-26')
  const fresh = await fileExample(resident)
  await desk.deliver()
  const before = await step(officer, 'POST', fresh.code, '/extensions', letter)

  expect([sunday.statusCode, same.statusCode, before.statusCode]).toEqual([400, 400, 409])
  expect(sunday.json().errors[0]).toMatchObject({ pointer: '#/newDueOn' })
  expect(sunday.json().errors[0].detail).toContain('không phải ngày làm việc')
  expect(same.json().errors[0].detail).toContain('phải sau ngày hẹn cũ')
})

test('a check by another body is that body’s turn and moves no date; two are never open at once', async () => {
  const { code, officer } = await accepted()
  const check = { agency: 'Công an phường Thành Sen', reason: 'Xác minh nơi ở trước đây.' }

  desk.clock.set('2026-11-23T08:00:00+07:00')
  const begun = await step(officer, 'POST', code, '/agency-checks', check)
  const twice = await step(officer, 'POST', code, '/agency-checks', check)
  desk.clock.set('2026-11-23T10:00:00+07:00')
  const ended = await step(officer, 'PUT', code, '/agency-checks/current/result', { result: 'Đúng như khai.' })
  const noMore = await step(officer, 'PUT', code, '/agency-checks/current/result', {})

  expect([begun.statusCode, twice.statusCode, ended.statusCode, noMore.statusCode]).toEqual([201, 409, 200, 409])
  expect(begun.json().agencyCheck).toMatchObject(check)
  expect(ended.json()).toMatchObject({
    agencyCheck: null,
    dueAt: '2026-11-26T10:00:00.000Z',
    clock: { turns: { agency: 120, resident: 0, system: 0 } },
  })
})

test('an officer withdraws at the resident’s word at the counter, with how it was said', async () => {
  const { code, officer, track } = await accepted()

  const silent = await step(officer, 'PUT', code, '/counter-withdrawal', {})
  const withdrawn = await step(officer, 'PUT', code, '/counter-withdrawal', { reason: 'Nói trực tiếp tại quầy.' })

  expect([silent.statusCode, withdrawn.statusCode]).toEqual([400, 200])
  expect(withdrawn.json()).toMatchObject({ state: 'withdrawn', standing: 'early' })
  expect((await track()).events.at(-1).text.vi).toBe('Hồ sơ đã được rút theo đề nghị của ông/bà tại quầy.')
})
