import { afterAll, beforeAll, expect, test } from 'vitest'
import { pagesOf } from '../documents/read-pdf.ts'
import { type Caller, type TestDesk, testDesk, thanhSen } from '../support/desk.ts'
import { fileExample, newKey } from '../support/filings.ts'

let desk: TestDesk
beforeAll(async () => {
  desk = await testDesk()
})
afterAll(() => desk[Symbol.asyncDispose]())

async function step(someone: Caller, method: string, code: string, rest: string, body: unknown) {
  const { version } = (await someone.request('GET', `/api/dossiers/${code}`)).json()
  const answer = await someone.request(method, `/api/dossiers/${code}${rest}`, body, {
    'if-match': `"${version}"`,
    ...newKey(),
  })
  if (answer.statusCode >= 300) throw new Error(answer.body)
}

/** A dossier that was late: accepted on Friday 20 November, signed on Friday 27, handed over at the counter. */
async function lateDossier() {
  desk.clock.set('2026-11-20T09:00:00+07:00')
  const { code } = await fileExample(desk.visitor())
  await desk.deliver()
  const [{ unit_code: unit }] = (await desk.owner.query('select unit_code from dossiers where code = $1', [code])).rows
  const officer = await desk.signIn(`canbo-${unit}`)
  const commander = await desk.signIn(`chihuy-${unit}`)
  desk.clock.set('2026-11-20T16:40:00+07:00')
  await step(officer, 'PUT', code, '/acceptance', {})
  await step(officer, 'POST', code, '/agency-checks', { agency: 'Công an phường Thành Sen', reason: 'Xác minh nơi ở.' })
  desk.clock.set('2026-11-27T09:00:00+07:00')
  await step(officer, 'PUT', code, '/agency-checks/current/result', { result: 'Đúng' })
  await step(officer, 'PUT', code, '/proposal', { outcome: 'grant' })
  await step(commander, 'PUT', code, '/decision', { outcome: 'grant' })
  await step(officer, 'PUT', code, '/handover', { method: 'counter', receivedBy: 'Chính chủ' })

  return { code, unit: unit as string, officer, commander }
}

test('the control slip tells every hand-over of the log, and where the date was missed', async () => {
  const { code, officer } = await lateDossier()

  const slip = await officer.request('GET', `/api/dossiers/${code}/control-slip.pdf`)

  expect(slip.statusCode, slip.body).toBe(200)
  const text = pagesOf(slip.rawPayload).join(' ')
  expect(text).toContain('PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ')
  expect(text).toContain(`Mã hồ sơ: ${code}`)
  expect(text).toContain('Cơ quan phối hợp: Công an phường Thành Sen')
  expect(text).toContain('Trình ký')
  expect(text).toContain('Trả kết quả')
  expect(text).toContain('Đúng hạn')
  expect(text).toContain('Quá hạn')
})

test('the logbook lists what was filed on its days, as PDF and as a workbook, and each reading is recorded', async () => {
  const { code, unit, officer } = await lateDossier()
  const query = 'from=2026-11-20&to=2026-11-20'
  const readings = async () =>
    (
      await desk.owner.query(
        `select count(*)::integer as n from access_log a join dossiers d on d.id = a.dossier_id where d.code = $1 and purpose = 'lập sổ theo dõi hồ sơ'`,
        [code],
      )
    ).rows[0].n

  const pdf = await officer.request('GET', `/api/logbook.pdf?${query}`)
  const workbook = await officer.request('GET', `/api/logbook.xlsx?${query}`)
  const empty = await officer.request('GET', '/api/logbook.pdf?from=2026-11-10&to=2026-11-11')
  const backwards = await officer.request('GET', '/api/logbook.pdf?from=2026-11-11&to=2026-11-10')

  expect(pdf.statusCode, pdf.body).toBe(200)
  const text = pagesOf(pdf.rawPayload).join(' ')
  expect(text).toContain('SỔ THEO DÕI HỒ SƠ')
  expect(text.replaceAll(' ', '')).toContain(code)
  expect(text).toContain('Tại quầy')
  expect(text).toContain('quá hạn')
  expect(workbook.rawPayload.subarray(0, 2).toString()).toBe('PK')
  expect(pagesOf(empty.rawPayload).join(' ')).toContain('Không có hồ sơ nào được nộp')
  expect(backwards.statusCode).toBe(400)
  expect(await readings()).toBe(2)
  expect(unit).not.toBe(thanhSen)
  const stranger = await desk.signIn(`canbo-${thanhSen}`)
  expect((await stranger.request('GET', `/api/logbook.pdf?${query}&unit=${unit}`)).statusCode).toBe(404)
  expect((await stranger.request('GET', `/api/dossiers/${code}/control-slip.pdf`)).statusCode).toBe(404)
})
