import type { BrowserContext, Page } from 'playwright-core'
import encodeQR from 'qr'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { procedureVersions } from '#shared/catalogue/catalogue.ts'
import { procedureCodes } from '#shared/catalogue/types.ts'
import { versionInForce } from '#shared/catalogue/versions.ts'
import {
  chromiumPath,
  expectAccessible,
  type House,
  keepScreenshot,
  openHouse,
  person,
  phone,
  sideways,
} from '../support/browser.ts'
import type { TestDesk } from '../support/desk.ts'
import { declareAndFile, fillByHand } from './resident-by-hand.ts'
import { type Filler, fillerOf, largePhoto } from './resident-filling.ts'

const versionOf = (code: (typeof procedureCodes)[number]) => {
  const version = versionInForce(procedureVersions, code, '2026-11-20')
  if (!version) throw new Error(code)

  return version
}

/** A QR code as it is printed, with its white border, 500 px wide. */
function pictureOfQr(text: string): Promise<Buffer> {
  const rows = encodeQR(text, 'raw')
  const pixels = Buffer.from(rows.flatMap((row) => row.map((isDark) => (isDark ? 0 : 255))))

  return sharp(pixels, { raw: { width: rows.length, height: rows.length, channels: 1 } })
    .resize(500, 500, { kernel: 'nearest' })
    .png()
    .toBuffer()
}

/** All procedures on a small phone, and everything that may come between: networks, other phones, other people. */
describe.skipIf(!chromiumPath)('a form that is never lost', () => {
  let house: House
  let desk: TestDesk
  let context: BrowserContext
  let page: Page
  let faults: string[]
  let fill: Filler

  beforeAll(async () => {
    house = await openHouse()
    desk = house.desk
  }, 180_000)
  afterAll(async () => {
    await house?.[Symbol.asyncDispose]()
  })
  beforeEach(async () => {
    ;({ context, page, faults } = await person(house.browser, house.address, phone))
    fill = fillerOf(page)
  })
  afterEach(async () => {
    await context.close()
    expect(faults).toEqual([])
  })

  const filed = async () => (await desk.owner.query('select procedure from dossiers order by filed_at')).rows

  test.each(procedureCodes)('%s is filed end to end at 360 px', { timeout: 180_000 }, async (code) => {
    const before = (await filed()).length
    const version = versionOf(code)

    await fillByHand(page, version, version.example)
    expect(await sideways(page)).toBe(0)
    await declareAndFile(page)
    await fill.heading(/Đã nộp hồ sơ|Đã ghi nhận thông báo/)

    expect(await filed()).toHaveLength(before + 1)
    expect((await filed()).filter(({ procedure }) => procedure === code).length).toBeGreaterThan(0)
  })

  test('the network is cut at every step and comes back: nothing is lost, and one dossier is filed', {
    timeout: 180_000,
  }, async () => {
    const before = (await filed()).length
    const version = versionOf('1.004194')
    const cutAt: string[] = []

    const visited = await fillByHand(page, version, version.example, {
      async beforeNext(step) {
        await context.setOffline(true)
        cutAt.push(step)
      },
      async afterNext() {
        await context.setOffline(false)
      },
    })
    expect(cutAt).toEqual(visited.slice(0, -1))
    await context.setOffline(true)
    await declareAndFile(page)
    await page.getByRole('heading', { name: 'CHƯA NỘP' }).waitFor()
    expect(await filed()).toHaveLength(before)
    await context.setOffline(false)
    await page.getByRole('button', { name: 'Nộp lại' }).first().click()
    await fill.heading('Đã nộp hồ sơ')

    expect(await filed()).toHaveLength(before + 1)
  })

  test('an upload that is cut off goes on where it stopped', async () => {
    await fill.untilAddress()
    await fill.untilPapers()
    const pieces: number[] = []
    let cuts = 0
    await page.route('**/api/uploads/resumable/**', async (route) => {
      if (route.request().method() !== 'PATCH') return route.continue()
      pieces.push(Number(route.request().headers()['upload-offset']))
      // The third and fourth piece are lost, however often they are tried at once.
      if (pieces.length >= 3 && cuts < 3) {
        cuts += 1

        return route.abort('internetdisconnected')
      }

      return route.continue()
    })

    await fill.sendPhoto()
    await page.getByText('Quầy đã nhận').waitFor()

    const whole = Math.max(...pieces)
    expect(cuts).toBe(3)
    // Nothing that had arrived was sent again.
    expect(pieces.filter((offset) => offset === 0)).toHaveLength(1)
    expect(whole).toBeGreaterThan(0)
    await fill.next()
    await fill.heading('Xem lại trước khi nộp')
  })

  test('another phone goes on by code and password, and only one dossier can come of it', async () => {
    await fill.untilAddress()
    await page.getByRole('link', { name: 'Làm tiếp trên máy khác' }).click()
    await page.getByRole('button', { name: 'Hiện mã' }).click()
    const codes = page.locator('.big-code')
    await codes.first().waitFor()
    await expectAccessible(page)
    await keepScreenshot(page, 'doi-may')
    const [code = '', password = ''] = await codes.allTextContents()

    const other = await person(house.browser, house.address, phone)
    await other.page.goto('/nop/1.010041/mo-tiep')
    await other.page.getByLabel('Mã làm tiếp').fill(code.toLowerCase())
    await other.page.getByLabel('Mật khẩu dùng một lần').fill(password)
    await expectAccessible(other.page)
    await other.page.getByRole('button', { name: 'Mở hồ sơ', exact: true }).click()
    await other.page.waitForURL('**/nop/1.004194/**')
    await other.page.getByRole('button', { name: 'Làm tiếp', exact: true }).click()
    await other.page.getByRole('heading', { name: 'Tạm trú ở đâu?' }).waitFor()

    await page.goto('/nop/1.004194/contact')
    await page.getByLabel('Thư điện tử').fill('a@example.com')
    await page.getByText('Hồ sơ đã mở tiếp trên máy khác').waitFor()
    await expectAccessible(page)
    await other.context.close()
  })

  test('a shared phone keeps nothing: not after leaving, not after ten idle minutes', async () => {
    page.on('dialog', (dialog) => dialog.accept())
    await fill.untilAddress()
    await page.getByRole('button', { name: 'Máy dùng chung' }).click()
    await page.getByText('Máy dùng chung: không lưu gì').waitFor()
    expect(await page.evaluate(() => JSON.stringify(localStorage))).toBe('{}')
    await page.getByLabel(/Số nhà/).fill('Thôn Vĩnh Tiến')
    await page.reload()
    expect(await page.getByLabel(/Số nhà/).inputValue()).toBe('Thôn Vĩnh Tiến')

    await page.evaluate(() => sessionStorage.setItem('quay.cham-cuoi', String(Date.now() - 11 * 60_000)))
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    await page.waitForURL('**/thu-tuc/1.004194')

    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain('quay.nhap')
  })

  test('the code of an identity card fills in a person after a look at it, and is not sent anywhere', async () => {
    const text = '000195000001|187654321|Nguyễn Thị Minh Anh|20081995|Nữ|Thôn Vĩnh Tiến, Hà Tĩnh|10052021'
    const code = await pictureOfQr(text)
    // As a card lies on a table: small, a little turned, not quite in focus.
    const photo = await sharp({ create: { width: 2000, height: 1500, channels: 3, background: '#cfc8b8' } })
      .composite([
        { input: await sharp(code).rotate(4, { background: '#ffffff' }).blur(0.8).toBuffer(), left: 900, top: 300 },
      ])
      .jpeg()
      .toBuffer()
    const sent: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.url())
    })
    await page.goto('/nop/1.004194/mode')
    await page.getByText('Một người hoặc một hộ gia đình').click()
    await fill.next()
    await page.locator('input[data-card]').setInputFiles({ name: 'the.jpg', mimeType: 'image/jpeg', buffer: photo })
    await page.getByText('không phải là chứng thực').waitFor()
    await expectAccessible(page)
    await keepScreenshot(page, 'quet-the')
    await page.getByRole('button', { name: 'Đúng, dùng thông tin này' }).click()

    expect(await page.getByLabel(/Họ, chữ đệm và tên/).inputValue()).toBe('Nguyễn Thị Minh Anh')
    await fill.next()
    expect(await page.getByLabel('Số định danh cá nhân').inputValue()).toBe('000 195 000 001')
    await fill.next()
    await fill.heading('Liên hệ bằng cách nào?')
    expect(sent.filter((url) => !url.includes('/api/drafts'))).toEqual([])
  })

  test('one paper may be brought to the counter instead of a photo', async () => {
    await fill.untilAddress()
    await fill.untilPapers()
    await page.getByRole('button', { name: /Mang bản giấy đến công an xã/ }).click()
    await fill.next()
    await fill.heading('Xem lại trước khi nộp')
    await page.getByText('Bản giấy mang đến công an xã').waitFor()
    await declareAndFile(page)

    await fill.heading('Đã nộp hồ sơ')
  })

  test('letters that an input method composes arrive as they are composed', async () => {
    await page.goto('/nop/1.004194/applicant')
    const name = page.getByLabel(/Họ, chữ đệm và tên/)
    await name.focus()
    const client = await context.newCDPSession(page)
    // As Telex writes it: "Nguye" is composed, becomes "Nguyê", "Nguyễ" and is then taken.
    for (const text of ['N', 'Ng', 'Ngu', 'Nguy', 'Nguye', 'Nguyê', 'Nguyễ', 'Nguyễn'])
      await client.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    await client.send('Input.insertText', { text: 'Nguyễn' })
    await client.send('Input.insertText', { text: ' An' })

    expect(await name.inputValue()).toBe('Nguyễn An')
    await page.getByText(/Đã lưu trên máy lúc/).waitFor()
    await expect.poll(() => page.evaluate(() => localStorage.getItem('quay.nhap.1.1.004194'))).toContain('Nguyễn An')
  })

  test('noise on a photo is no hint, a smear is', async () => {
    await fill.untilAddress()
    await fill.untilPapers()
    const sharpPhoto = await largePhoto()
    const file = page.locator('input[type=file][data-kind=lease]').first()
    await file.setInputFiles({ name: 'ro.jpg', mimeType: 'image/jpeg', buffer: sharpPhoto })
    await page.getByText('Quầy đã nhận').waitFor()
    expect(await page.getByText('Ảnh có vẻ bị mờ').count()).toBe(0)
    const smeared = await sharp(sharpPhoto).blur(30).jpeg().toBuffer()
    await file.setInputFiles({ name: 'mo.jpg', mimeType: 'image/jpeg', buffer: smeared })

    await page.getByText('Ảnh có vẻ bị mờ').waitFor()
    await page.getByRole('button', { name: 'Xoay' }).first().click()
    await expect.poll(() => page.getByText('Quầy đã nhận').count()).toBe(2)
  })
})
