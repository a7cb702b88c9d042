import { expect, test } from 'vitest'
import { procedureCodes } from '#shared/catalogue/types.ts'
import { testDesk } from '../support/desk.ts'
import { fileExample } from '../support/filings.ts'

const paths = ['/', '/thu-tuc', '/tra-cuu', ...procedureCodes.flatMap((code) => [`/thu-tuc/${code}`, `/nop/${code}`])]

test('every page is one document in its language, without a script or style of its own, and small', async () => {
  await using desk = await testDesk()
  const visitor = desk.visitor()

  for (const path of paths) {
    const page = await visitor.request('GET', path)
    expect(page.statusCode, path).toBe(200)
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.body, path).toMatch(/^<!doctype html><html lang="vi">/)
    expect(page.body, path).not.toMatch(/<style|style="|<script(?![^>]*\bsrc=)|\son\w+="|javascript:/)
    expect(page.body.length, path).toBeLessThan(30_000)
    expect(page.body.match(/<h1/g)?.length, path).toBe(1)
  }
})

test('links that were shared in chats open, whatever was added to them; what is typed comes back as text', async () => {
  await using desk = await testDesk()
  const visitor = desk.visitor()

  expect((await visitor.request('GET', '/thu-tuc/1.004194?fbclid=x&zarsrc=1&lang=xx&chu=')).statusCode).toBe(200)
  const searched = await visitor.request('GET', `/thu-tuc?q=${encodeURIComponent('<img src=x onerror=alert(1)>')}`)
  expect(searched.body).not.toContain('<img')
  expect(searched.body).toContain('&lt;img src=x')
})

test('an unknown page and a procedure that is not in force are 404 with a way on; unknown data stays a problem document', async () => {
  await using desk = await testDesk()
  const visitor = desk.visitor()

  for (const path of ['/khong-co', '/thu-tuc/9.999999', '/nop/9.999999', '/nop/x/y']) {
    const page = await visitor.request('GET', path)
    expect(page.statusCode, path).toBe(404)
    expect(page.body).toContain('Không có trang này')
  }
  const data = await visitor.request('GET', '/api/khong-co')
  expect(data.statusCode).toBe(404)
  expect(data.headers['content-type']).toContain('application/problem+json')
})

test('a holiday is said on the first page, and the date a filing would have skips it', async () => {
  await using desk = await testDesk()
  desk.clock.set('2026-11-24T08:00:00+07:00')
  const visitor = desk.visitor()

  expect((await visitor.request('GET', '/')).body).toContain(
    'công an xã nghỉ (Ngày Văn hóa Việt Nam), làm việc lại thứ Tư 25/11/2026',
  )
  desk.clock.set('2026-11-20T09:00:00+07:00')
  expect((await visitor.request('GET', '/')).body).toContain('công an xã làm việc 07:00–11:30, 13:30–17:00')
  expect((await visitor.request('GET', '/thu-tuc/1.004194')).body).toContain('17:00 thứ Sáu, 27/11/2026')
})

test('a dossier opens only with both codes; a wrong key, an unknown code and a stranger’s browser see the same nothing', async () => {
  await using desk = await testDesk()
  const owner = desk.visitor()
  const { code, trackingKey } = await fileExample(owner)

  const opened = await owner.request('POST', '/tra-cuu', `code=${code}&key=${trackingKey.toLowerCase()}`, form)
  expect(opened.statusCode).toBe(303)
  expect(opened.headers.location).toBe(`/ho-so/${code}`)
  const page = await owner.request('GET', `/ho-so/${code}`)
  expect(page.statusCode).toBe(200)
  expect(page.headers['cache-control']).toBe('private, no-store')
  expect(page.body).toContain('Công an xã Toàn Lưu')
  expect(page.body).not.toContain(trackingKey)

  const stranger = desk.visitor()
  const wrong = await stranger.request('POST', '/tra-cuu', `code=${code}&key=AAAA-BBBB-CCCC`, form)
  const unknown = await stranger.request('POST', '/tra-cuu', 'code=QUAY.42-261120-999999&key=AAAA-BBBB-CCCC', form)
  expect([wrong.statusCode, unknown.statusCode]).toEqual([404, 404])
  expect(unknown.body.replaceAll('QUAY.42-261120-999999', code)).toBe(wrong.body)
  for (const path of ['', '/bien-nhan', '/rut', '/bo-sung']) {
    const closed = await stranger.request('GET', `/ho-so/${code}${path}`)
    expect(closed.statusCode, path).toBe(303)
    expect(closed.headers.location).toMatch(/^\/tra-cuu\?ma=/)
  }
  const other = await fileExample(desk.visitor())
  expect((await owner.request('GET', `/ho-so/${other.code}`)).statusCode).toBe(303)
})

test('a form from another site changes nothing', async () => {
  await using desk = await testDesk()
  const owner = desk.visitor()
  const { code, trackingKey } = await fileExample(owner)
  await owner.request('POST', '/tra-cuu', `code=${code}&key=${trackingKey}`, form)
  const foreign = await owner.request('POST', `/ho-so/${code}/rut`, 'version=1&sure=yes', {
    ...form,
    origin: 'https://la.example',
  })

  expect(foreign.statusCode).toBe(403)
  expect((await desk.owner.query('select state from dossiers')).rows).toEqual([{ state: 'submitted' }])
})

test('a form that was sent twice by an impatient finger takes effect once, and both times says so', async () => {
  await using desk = await testDesk()
  const owner = desk.visitor()
  const { code, trackingKey } = await fileExample(owner)
  await owner.request('POST', '/tra-cuu', `code=${code}&key=${trackingKey}`, form)
  const { rows } = await desk.owner.query('select version from dossiers')
  const [first, second] = await Promise.all(
    [1, 2].map(() => owner.request('POST', `/ho-so/${code}/rut`, `version=${rows[0].version}&reason=&sure=yes`, form)),
  )

  expect([first?.headers.location, second?.headers.location]).toEqual([
    `/ho-so/${code}?da=rut`,
    `/ho-so/${code}?da=rut`,
  ])
  const log = await desk.owner.query(`select action from dossier_events where action = 'withdraw'`)
  expect(log.rows).toHaveLength(1)
})

const form = { 'content-type': 'application/x-www-form-urlencoded' }
