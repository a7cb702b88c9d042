import { expect, test } from 'vitest'
import { procedureCodes } from '#shared/catalogue/types.ts'
import { testDesk } from '../support/desk.ts'

test('a few taps end in the papers of this case and no others, its fee, its date and the lawful channel', async () => {
  await using desk = await testDesk()
  const visitor = desk.visitor()
  const start = await visitor.request('GET', '/thu-tuc/1.004194/dieu-kien')
  expect(start.body).toContain('Câu 1')
  const [name, value] = firstTap(start.body)
  const typo = await visitor.request('GET', `/thu-tuc/1.004194/dieu-kien?${name}=khong-co&fbclid=x`)
  expect(firstTap(typo.body)).toEqual([name, value])

  let path = `/thu-tuc/1.004194/dieu-kien?${name}=${value}`
  let taps = 1
  for (; taps < 9; taps += 1) {
    const { body } = await visitor.request('GET', path)
    const [next, answer] = firstTap(body)
    if (!next) break
    path += `&${next}=${answer}`
  }
  const { body } = await visitor.request('GET', path)
  expect(taps).toBeLessThanOrEqual(5)
  expect(body).toMatch(/Cần \d loại giấy tờ|Không cần giấy tờ/)
  expect(body).toContain('7.000 đồng')
  expect(body).toContain('17:00 thứ Sáu, 27/11/2026')
  expect(body).toContain('/nop/1.004194')
})

/** Name and value of the first answer on a page of questions; nothing on the page that they lead to. */
function firstTap(body: string): (string | undefined)[] {
  const [button = ''] = /<button[^>]*class="tap"[^>]*>/.exec(body) ?? []

  return [/name="([^"]*)"/.exec(button)?.[1], /value="([^"]*)"/.exec(button)?.[1]]
}

test('every procedure’s taps and papers fit in 30 kB, without a script or style of their own', async () => {
  await using desk = await testDesk()
  const visitor = desk.visitor()
  const paths = [
    '/ho-so',
    '/du-lieu-ca-nhan',
    '/tiep-can',
    ...procedureCodes.map((code) => `/thu-tuc/${code}/dieu-kien`),
  ]
  for (const path of paths) {
    const page = await visitor.request('GET', path)
    expect(page.statusCode, path).toBe(200)
    expect(page.body.length, path).toBeLessThan(30_000)
    expect(page.body, path).not.toMatch(/<style|style="|<script(?![^>]*\bsrc=)|\son\w+="/)
    expect(page.body.match(/<h1/g)?.length, path).toBe(1)
  }
  expect((await visitor.request('GET', '/thu-tuc/9.999999/dieu-kien')).statusCode).toBe(404)
})

test('contrast is chosen once and remembered; the desk can be installed as an application', async () => {
  await using desk = await testDesk()
  const visitor = desk.visitor()
  expect((await visitor.request('GET', '/?nen=ro')).body).toContain('data-contrast="high"')
  expect((await visitor.request('GET', '/thu-tuc')).body).toContain('data-contrast="high"')
  expect((await visitor.request('GET', '/?nen=thuong')).body).not.toContain('data-contrast')

  const manifest = await visitor.request('GET', '/manifest.webmanifest')
  expect(manifest.headers['content-type']).toContain('application/manifest+json')
  expect(manifest.json()).toMatchObject({ lang: 'vi', start_url: '/', display: 'minimal-ui' })
})
