import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Caller, type TestDesk, testDesk, thanhSen, toanLuu } from '../support/desk.ts'
import { fileExample } from '../support/filings.ts'

const form = { 'content-type': 'application/x-www-form-urlencoded' }

async function opened(desk: TestDesk) {
  const resident = desk.visitor()
  const filed = await fileExample(resident)
  await desk.deliver()
  await resident.request('POST', '/tra-cuu', `code=${filed.code}&key=${filed.trackingKey}`, form)

  return { resident, code: filed.code, page: `/ho-so/${filed.code}/phan-anh` }
}

const words = 'Hẹn hai lần đều không có người tiếp.'
const complain = (resident: Caller, page: string, kind = 'complaint', key = randomUUID()) =>
  resident.request('POST', page, new URLSearchParams({ key, kind, topic: 'slow', text: words }).toString(), form)

const listed = async (someone: Caller, show = 'open') =>
  (await someone.request('GET', `/api/complaints?show=${show}`)).json().items
const step = (someone: Caller, id: string, action: string, text = 'Đơn vị sẽ làm rõ và trả lời.') =>
  someone.request('POST', `/api/complaints/${id}/steps`, { action, text })

test('a complaint goes to the head of the unit, with its own dates, and to nobody else’s', async () => {
  await using desk = await testDesk()
  const { resident, code, page } = await opened(desk)
  expect((await complain(resident, page)).headers.location).toBe(`${page}?da=gui`)

  const head = await desk.signIn(`chihuy-${toanLuu}`)
  expect(await listed(head)).toMatchObject([
    {
      code,
      kind: 'complaint',
      topic: 'slow',
      state: 'received',
      replyDueAt: '2026-11-25T10:00:00.000Z',
      answerDueAt: '2026-12-14T10:00:00.000Z',
      isLate: false,
      steps: [{ action: 'receive', by: null, text: words }],
    },
  ])
  expect(await listed(await desk.signIn('giamsat-hatinh'))).toHaveLength(1)
  expect(await listed(await desk.signIn(`chihuy-${thanhSen}`))).toEqual([])
  const officer = await desk.signIn(`canbo-${toanLuu}`)
  expect((await officer.request('GET', '/api/complaints')).statusCode).toBe(403)
  const stored = await desk.owner.query('select sealed from complaint_steps')
  expect(stored.rows[0].sealed.toString('utf8')).not.toContain('Hẹn hai lần')
})

test('what was waited for the resident is not the unit’s time; an answer closes it, and both sides read it', async () => {
  await using desk = await testDesk()
  const { resident, page } = await opened(desk)
  await complain(resident, page)
  const head = await desk.signIn(`chihuy-${toanLuu}`)
  const [{ id }] = await listed(head)
  await step(head, id, 'ask', 'Hẹn vào ngày nào, gặp ai?')
  desk.clock.set('2026-11-23T09:00:00+07:00')
  const added = await resident.request('POST', `${page}/${id}`, 'text=Ng%C3%A0y+10+v%C3%A0+12+th%C3%A1ng+11', form)
  expect(added.statusCode).toBe(303)
  expect((await listed(head))[0]).toMatchObject({ state: 'taken', answerDueAt: '2026-12-15T10:00:00.000Z' })

  expect((await step(head, id, 'answer', 'Đã nhắc nhở bộ phận trực, xin lỗi ông/bà.')).statusCode).toBe(204)
  expect((await step(head, id, 'answer')).statusCode).toBe(409)
  expect((await resident.request('GET', page)).body).toContain('Đã nhắc nhở bộ phận trực')
  await resident.request('POST', `${page}/${id}`, 'satisfied=no', form)
  await resident.request('POST', `${page}/${id}`, 'satisfied=yes', form)
  expect((await listed(head, 'closed'))[0]).toMatchObject({ isSatisfied: false, state: 'answered' })
})

test('an unanswered complaint is late for everybody to see', async () => {
  await using desk = await testDesk()
  const { resident, page } = await opened(desk)
  await complain(resident, page)
  desk.clock.set('2026-11-26T09:00:00+07:00')

  expect((await listed(await desk.signIn(`chihuy-${toanLuu}`)))[0].isLate).toBe(true)
  expect((await resident.request('GET', page)).body).toContain('Đơn vị đã trễ hẹn')
})

test('a request about one’s data has the dates of the data law and is put off once; a complaint never', async () => {
  await using desk = await testDesk()
  const { resident, page } = await opened(desk)
  await complain(resident, page, 'data_copy')
  await complain(resident, page)
  const head = await desk.signIn(`chihuy-${toanLuu}`)
  const [copy, complaint] = await listed(head)
  expect(copy).toMatchObject({ kind: 'data_copy', answerDueAt: '2026-11-30T10:00:00.000Z' })
  await step(head, copy.id, 'take')
  await step(head, complaint.id, 'take')

  expect((await step(head, copy.id, 'extend', 'Chờ đơn vị lưu trữ trả lời.')).statusCode).toBe(204)
  expect((await step(head, copy.id, 'extend')).statusCode).toBe(409)
  expect((await step(head, complaint.id, 'extend')).statusCode).toBe(409)
  const later = (await listed(head)).find(({ id }: { id: string }) => id === copy.id)
  expect(later).toMatchObject({ isExtended: true, answerDueAt: '2026-12-10T10:00:00.000Z' })
})

test('a form sent twice is one complaint; one without words is asked about and keeps what was typed', async () => {
  await using desk = await testDesk()
  const { resident, page } = await opened(desk)
  const key = randomUUID()
  await Promise.all([complain(resident, page, 'complaint', key), complain(resident, page, 'complaint', key)])
  expect((await desk.owner.query('select count(*)::int as n from complaints')).rows).toEqual([{ n: 1 }])

  const empty = await resident.request('POST', page, `key=${randomUUID()}&kind=data_copy&topic=other&text=ngan`, form)
  expect(empty.statusCode).toBe(422)
  expect(empty.body).toContain('ít nhất 10 chữ cái')
  expect(empty.body).toMatch(/value="data_copy" checked|checked="" value="data_copy"|value="data_copy"[^>]*checked/)
})

test('a complaint of somebody else’s dossier cannot be answered, rated or read', async () => {
  await using desk = await testDesk()
  const { resident, page } = await opened(desk)
  await complain(resident, page)
  const stranger = await opened(desk)
  const head = await desk.signIn(`chihuy-${toanLuu}`)
  const [{ id }] = await listed(head)
  await step(head, id, 'answer')

  expect((await stranger.resident.request('POST', `${stranger.page}/${id}`, 'satisfied=yes', form)).statusCode).toBe(
    404,
  )
  expect((await stranger.resident.request('GET', page)).statusCode).toBe(303)
  const elsewhere = await desk.signIn(`chihuy-${thanhSen}`)
  expect((await step(elsewhere, id, 'refuse')).statusCode).toBe(404)
})
