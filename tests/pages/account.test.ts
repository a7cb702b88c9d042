import { expect, test } from 'vitest'
import { testDesk, toanLuu } from '../support/desk.ts'
import { fileExample, newKey } from '../support/filings.ts'

const form = { 'content-type': 'application/x-www-form-urlencoded' }

test('who looked at a dossier is shown by office, role, purpose and time, and never by name', async () => {
  await using desk = await testDesk()
  const resident = desk.visitor()
  const { code, trackingKey } = await fileExample(resident)
  await desk.deliver()
  await resident.request('POST', '/tra-cuu', `code=${code}&key=${trackingKey}`, form)
  expect((await resident.request('GET', `/ho-so/${code}/ai-da-xem`)).body).toContain('Chưa có ai xem')
  const officer = await desk.signIn(`canbo-${toanLuu}`)
  for (let times = 0; times < 3; times += 1) await officer.request('GET', `/api/dossiers/${code}`)
  const province = await desk.signIn('giamsat-hatinh')
  await province.request('GET', `/api/dossiers/${code}`)

  const { body } = await resident.request('GET', `/ho-so/${code}/ai-da-xem`)
  expect(body.match(/Công an xã Toàn Lưu, cán bộ/g)).toHaveLength(1)
  expect(body).toContain('Công an tỉnh, giám sát tỉnh')
  expect(body).toContain('xử lý hồ sơ')
  const { rows } = await desk.owner.query('select name from accounts where username = $1', [`canbo-${toanLuu}`])
  expect(body).not.toContain(rows[0].name)
})

test('the dossiers that were opened on a device are listed there, six at most, and all closed at once', async () => {
  await using desk = await testDesk()
  const resident = desk.visitor()
  expect((await resident.request('GET', '/ho-so')).body).toContain('Chưa mở hồ sơ nào')
  const codes: string[] = []
  for (let count = 0; count < 7; count += 1) {
    const { code, trackingKey } = await fileExample(desk.visitor())
    await resident.request('POST', '/tra-cuu', `code=${code}&key=${trackingKey}`, form)
    codes.push(code)
  }

  const { body } = await resident.request('GET', '/ho-so')
  expect(codes.filter((code) => body.includes(code))).toEqual(codes.slice(1))
  expect((await resident.request('GET', `/ho-so/${codes[2]}`)).statusCode).toBe(200)
  expect((await desk.visitor().request('GET', '/ho-so')).body).toContain('Chưa mở hồ sơ nào')
  await resident.request('POST', '/tra-cuu/dong')
  expect((await resident.request('GET', `/ho-so/${codes[2]}`)).statusCode).toBe(303)
})

test('a due date comes as a calendar file once there is one', async () => {
  await using desk = await testDesk()
  const resident = desk.visitor()
  const { code, trackingKey } = await fileExample(resident)
  await desk.deliver()
  await resident.request('POST', '/tra-cuu', `code=${code}&key=${trackingKey}`, form)
  expect((await resident.request('GET', `/ho-so/${code}/lich.ics`)).statusCode).toBe(404)
  const officer = await desk.signIn(`canbo-${toanLuu}`)
  await officer.request('PUT', `/api/dossiers/${code}/claim`)
  const { version } = (await officer.request('GET', `/api/dossiers/${code}`)).json()
  const accepted = await officer.request(
    'PUT',
    `/api/dossiers/${code}/acceptance`,
    {},
    { 'if-match': `"${version}"`, ...newKey() },
  )
  expect(accepted.statusCode).toBe(200)

  const file = await resident.request('GET', `/ho-so/${code}/lich.ics`)
  expect(file.headers['content-type']).toBe('text/calendar; charset=utf-8')
  expect(file.body).toContain('DTSTART:20261126T100000Z')
  expect(file.body).toContain('BEGIN:VALARM')
})

test('the notice about personal data says why, who, how long and by when a request is answered', async () => {
  await using desk = await testDesk()
  const { body } = await desk.visitor().request('GET', '/du-lieu-ca-nhan')

  for (const words of ['Vì sao cần', 'Ai đọc được', '2 ngày làm việc', '10 ngày', 'Nghị định 356/2025/NĐ-CP'])
    expect(body).toContain(words)
})
