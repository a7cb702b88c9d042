import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath, expectAccessible, type House, openHouse, person, phone, sideways } from '../support/browser.ts'
import { type TestDesk, toanLuu } from '../support/desk.ts'
import { type Filed, fileExample, newKey } from '../support/filings.ts'
import { fillDay, largePhoto } from './resident-filling.ts'

/** What a resident reaches without scripts, on a small screen, with large letters, by keyboard. */
describe.skipIf(!chromiumPath)('pages without scripts', () => {
  let house: House
  let desk: TestDesk
  let filed: Filed

  beforeAll(async () => {
    house = await openHouse()
    desk = house.desk
    filed = await fileExample(desk.visitor())
    await desk.deliver()
  }, 180_000)
  afterAll(async () => {
    await house?.[Symbol.asyncDispose]()
  })

  const openWithoutScripts = async (width: number): Promise<Page> => {
    const context = await house.browser.newContext({
      baseURL: house.address,
      javaScriptEnabled: false,
      viewport: { width, height: 740 },
    })

    return context.newPage()
  }
  /** axe itself is a script: accessibility is looked at where scripts run. */
  const open = async (width: number): Promise<Page> =>
    (await person(house.browser, house.address, { width, height: 740 })).page

  test('at 320 px, and with letters twice as large, no page scrolls sideways', async () => {
    const page = await open(320)
    for (const path of [
      '/',
      '/thu-tuc',
      '/thu-tuc?q=tam%20tru',
      '/thu-tuc/1.004194',
      '/thu-tuc/1.010028',
      '/tra-cuu',
      '/khong-co',
      '/nop/1.004194',
    ]) {
      await page.goto(path)
      await page.locator('h1').waitFor()
      await expectAccessible(page)
      expect(await sideways(page), path).toBe(0)
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%'
      })
      expect(await sideways(page), `${path} with large letters`).toBe(0)
    }
  })

  test('each page is small, and what the form needs stays within 150 kB of script', async () => {
    const page = await openWithoutScripts(phone.width)
    for (const path of ['/', '/thu-tuc', '/thu-tuc/1.004222', '/tra-cuu', '/nop/1.004194']) {
      const answer = await page.goto(path)
      expect((await answer?.body())?.length, path).toBeLessThan(30_000)
    }
    const scripts = await page
      .locator('script[src], link[rel=modulepreload]')
      .evaluateAll((all) => all.map((script) => script.getAttribute('src') ?? script.getAttribute('href') ?? ''))
    // As it is sent, and not as it could be.
    const sent = await Promise.all(
      scripts.map(async (src) => {
        const { headers } = await fetch(new URL(src, house.address), { headers: { 'accept-encoding': 'gzip, br' } })

        return { src, encoding: headers.get('content-encoding'), bytes: Number(headers.get('content-length')) }
      }),
    )

    expect(sent.filter(({ encoding }) => encoding !== 'br')).toEqual([])
    expect(sent.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(150_000)
  })

  test('language and letter size are chosen once and remembered', async () => {
    const page = await openWithoutScripts(phone.width)
    await page.goto('/thu-tuc/1.004194')
    await page.getByRole('link', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'Temporary residence registration' }).waitFor()
    await page.getByRole('link', { name: 'Larger text' }).click()
    await page.goto('/')
    await page.getByRole('heading', { name: 'What do you need to do?' }).waitFor()

    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await page.locator('html').getAttribute('data-text')).toBe('large')
    await page.goto('/nop/1.004194')
    await page.getByText('this browser cannot run the form').waitFor()
  })

  test('the first Tab stop leads past the header, and everything is reached by keyboard', async () => {
    const page = await open(1280)
    await page.goto('/')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Đến nội dung chính')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')

    expect(await page.evaluate(() => document.activeElement?.id)).toBe('q')
  })

  test('a slip’s QR fills both codes in, and no address or history keeps the key', async () => {
    const page = await open(phone.width)
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    // Some receipts were printed with the key in one piece.
    for (const key of [filed.trackingKey.replaceAll('-', ''), filed.trackingKey]) {
      await page.goto('/')
      await page.goto(`/tra-cuu#${filed.code}.${key}`)
      await page.waitForFunction(() => location.hash === '')

      expect(await page.getByLabel('Mã hồ sơ').inputValue()).toBe(filed.code)
      expect(await page.getByLabel('Mã tra cứu').inputValue()).toBe(filed.trackingKey)
    }
    await page.getByRole('button', { name: 'Xem hồ sơ' }).click()
    await page.waitForURL(`**/ho-so/${filed.code}`)
    await expectAccessible(page)
    expect(asked.join(' ')).not.toContain(filed.trackingKey)
    await page.getByRole('link', { name: 'Giấy biên nhận' }).click()
    await expectAccessible(page)
    expect(await page.textContent('main')).toContain(filed.trackingKey)
  })

  test('a supplement is answered by one plain form: exactly what was asked, with a file, without scripts', async () => {
    const officer = await desk.signIn(`canbo-${toanLuu}`)
    await officer.request('PUT', `/api/dossiers/${filed.code}/claim`)
    const { version } = (await officer.request('GET', `/api/dossiers/${filed.code}`)).json()
    const asked = await officer.request(
      'POST',
      `/api/dossiers/${filed.code}/supplement-requests`,
      {
        items: [
          {
            subject: 'lease',
            subjectKind: 'paper',
            reason: 'paper-unreadable',
            message: 'Ảnh hợp đồng mờ, hãy chụp lại.',
          },
          { subject: 'period', subjectKind: 'answer', reason: 'answer-wrong', message: 'Ngày chưa khớp hợp đồng.' },
        ],
      },
      { 'if-match': `"${version}"`, ...newKey() },
    )
    expect(asked.statusCode, asked.body).toBe(201)

    const page = await openWithoutScripts(320)
    await page.goto('/tra-cuu')
    await page.getByLabel('Mã hồ sơ').fill(filed.code)
    await page.getByLabel('Mã tra cứu').fill(filed.trackingKey.toLowerCase().replaceAll('-', ' '))
    await page.getByRole('button', { name: 'Xem hồ sơ' }).click()
    await page.getByRole('link', { name: 'Bổ sung ngay' }).click()
    await page.getByText('Ảnh hợp đồng mờ, hãy chụp lại.').waitFor()
    await page.getByRole('button', { name: 'Gửi bổ sung' }).click()
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').getByRole('link').count()).toBe(2)
    expect(await page.title()).toMatch(/^Lỗi: /)

    const buffer = await largePhoto()
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('not a photo') })
    await page.getByRole('button', { name: 'Gửi bổ sung' }).click()
    await page
      .getByRole('alert')
      .getByRole('link', { name: /Chỉ nhận ảnh/ })
      .waitFor()
    await page.locator('input[type=file]').setInputFiles({ name: 'a.jpg', mimeType: 'image/jpeg', buffer })
    await fillDay(page, 'Từ ngày', ['2', '12', '2026'])
    await page.getByRole('button', { name: 'Gửi bổ sung' }).click()
    await page.getByText(/Đã nhận \(/).waitFor()
    await fillDay(page, 'Đến ngày', ['1', '12', '2027'])
    await page.getByRole('button', { name: 'Gửi bổ sung' }).click()
    await page.getByRole('heading', { name: 'Đã gửi bổ sung' }).waitFor()

    const after = (await officer.request('GET', `/api/dossiers/${filed.code}`)).json()
    expect(after.state).toBe('submitted')
    expect(JSON.stringify(after.sections)).toContain('02/12/2026')
    expect(after.papers.filter(({ kind }: { kind: string }) => kind === 'lease')).toHaveLength(2)
  })

  test('withdrawing asks whether one is sure; the end is rated once', async () => {
    const page = await openWithoutScripts(phone.width)
    await page.goto('/tra-cuu')
    await page.getByLabel('Mã hồ sơ').fill(filed.code)
    await page.getByLabel('Mã tra cứu').fill(filed.trackingKey)
    await page.getByRole('button', { name: 'Xem hồ sơ' }).click()
    await page.getByRole('link', { name: 'Rút hồ sơ' }).click()
    await page.getByRole('button', { name: 'Rút hồ sơ' }).click()
    await page.getByRole('alert').waitFor()
    await page.getByLabel('Tôi muốn rút hồ sơ này').check()
    await page.getByRole('button', { name: 'Rút hồ sơ' }).click()
    await page.getByRole('heading', { name: 'Đã rút hồ sơ' }).waitFor()
    await page.getByLabel('Rất tốt').check()
    await page.getByRole('button', { name: 'Gửi đánh giá' }).click()
    await page.getByText('Mức đã chọn: 5 trên 5').waitFor()

    expect((await desk.owner.query('select score from ratings')).rows).toEqual([{ score: 5 }])
    await page.getByRole('button', { name: 'Đóng hồ sơ trên máy này' }).click()
    await page.goto(`/ho-so/${filed.code}`)
    await page.getByRole('heading', { name: 'Tra cứu hồ sơ' }).waitFor()
  })
})
