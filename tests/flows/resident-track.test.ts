import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildWebWhenChanged } from '#server/platform/web-build.ts'
import { askedOf, waitingForFee } from '../payments/paying.ts'
import { chromiumPath, expectAccessible, keepScreenshot, openBrowser, person, phone } from '../support/browser.ts'
import { type TestDesk, testDesk, toanLuu } from '../support/desk.ts'
import type { Filed } from '../support/filings.ts'

const ownPages = ['', '/le-phi', '/phan-anh', '/ai-da-xem', '/bien-nhan', '/rut']
const openPages = ['/ho-so', '/du-lieu-ca-nhan', '/tiep-can', '/thu-tuc/1.004194/dieu-kien', '/thu-tuc/1.004194']

/** After filing: paying, complaining, seeing who looked, on a small screen, by keyboard, in print, without scripts. */
describe.skipIf(!chromiumPath)('following a dossier', () => {
  let desk: TestDesk
  let browser: Browser
  let address: string
  let filed: Filed

  beforeAll(async () => {
    await buildWebWhenChanged(() => undefined)
    desk = await testDesk()
    address = await desk.listen()
    browser = await openBrowser()
    filed = (await waitingForFee(desk)).filed
  }, 240_000)
  afterAll(async () => {
    await browser?.close()
    await desk?.[Symbol.asyncDispose]()
  })

  async function openDossier(page: Page) {
    await page.goto('/tra-cuu')
    await page.getByLabel('Mã hồ sơ').fill(filed.code)
    await page.getByLabel('Mã tra cứu').fill(filed.trackingKey)
    await page.getByRole('button', { name: 'Xem hồ sơ' }).click()
    await page.waitForURL(`**/ho-so/${filed.code}`)
  }

  describe('for axe nothing is wrong and nothing scrolls sideways, at 320 px and with letters twice as large', () => {
    let page: Page
    let faults: string[]
    beforeAll(async () => {
      ;({ page, faults } = await person(browser, address, { width: 320, height: 740 }))
      await openDossier(page)
    })

    test.each([...ownPages.map((part) => `/ho-so/CODE${part}`), ...openPages])('%s', async (pattern) => {
      const path = pattern.replace('CODE', filed.code)
      await page.emulateMedia({ media: 'print' })
      await page.goto(`${path}?nen=ro&lang=en`)
      await expectAccessible(page)
      await page.emulateMedia({ media: 'screen', colorScheme: 'dark' })
      await page.goto(`${path}?nen=thuong&lang=vi`)
      await expectAccessible(page)
      expect(await sideways(page)).toBe(0)
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%'
      })
      expect(await sideways(page), 'with large letters').toBe(0)
      expect(faults).toEqual([])
    })
  })

  test('a complaint is sent with the keyboard alone, and the answer of the unit is rated', async () => {
    const { page } = await person(browser, address, { width: 1280, height: 800 })
    await openDossier(page)
    await page.goto(`/ho-so/${filed.code}/phan-anh`)
    await tabTo(page, 'kind')
    await page.keyboard.press('Space')
    await tabTo(page, 'text')
    await page.keyboard.type('Hẹn hai lần đều không có người tiếp.')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Đã nhận', exact: true }).waitFor()
    await page.getByText('Trả lời nội dung: trước').waitFor()

    const head = await desk.signIn(`chihuy-${toanLuu}`)
    const [{ id }] = (await head.request('GET', '/api/complaints')).json().items
    await head.request('POST', `/api/complaints/${id}/steps`, {
      action: 'answer',
      text: 'Đã nhắc nhở, xin lỗi ông/bà.',
    })
    await page.reload()
    await page.getByText('Đã nhắc nhở, xin lỗi ông/bà.').waitFor()
    await page.getByRole('button', { name: 'Thỏa đáng', exact: true }).click()
    await page.getByText('Đã đánh giá: thỏa đáng.').waitFor()
  })

  test('a fee is paid without scripts: the code, “I have sent it”, the wait for the bank, and nothing left to do', async () => {
    const context = await browser.newContext({ baseURL: address, javaScriptEnabled: false, viewport: phone })
    const page = await context.newPage()
    await openDossier(page)
    await page.getByRole('link', { name: 'Nộp lệ phí' }).click()
    await page.getByRole('img', { name: /Mã VietQR/ }).waitFor()
    const { reference } = await askedOf(desk, filed, desk.visitor())
    await page.getByText(reference).waitFor()
    await keepScreenshot(page, 'nop-le-phi')
    await page.getByRole('button', { name: 'Tôi đã chuyển khoản' }).click()
    await page.getByRole('heading', { name: 'Đang chờ ngân hàng xác nhận' }).waitFor()
    expect(await page.getByText('Lúc này chưa cần làm gì thêm.').count()).toBe(0)
    await keepScreenshot(page, 'cho-ngan-hang')

    await page.getByRole('link', { name: 'Xem lại phiếu chuyển khoản' }).click()
    await page.getByRole('link', { name: 'Mở ngân hàng thử' }).click()
    await page.getByRole('button', { name: 'Chuyển đúng số tiền' }).click()
    await page.getByText('Lúc này chưa cần làm gì thêm.').waitFor()
    await page.getByText('Đã nộp lệ phí').waitFor()
    await keepScreenshot(page, 'theo-doi')
  })

  test('a few taps tell what to bring, with the browser’s own way back', async () => {
    const context = await browser.newContext({ baseURL: address, javaScriptEnabled: false, viewport: phone })
    const page = await context.newPage()
    await page.goto('/thu-tuc/1.004194')
    await page.getByRole('link', { name: /Tôi cần giấy tờ gì/ }).click()
    await page.getByRole('button', { name: /Một người hoặc một hộ/ }).click()
    await page.getByRole('heading', { name: 'Đăng ký cho ai?' }).waitFor({ state: 'detached' })
    await page.goBack()
    await page.getByRole('heading', { name: 'Đăng ký cho ai?' }).waitFor()
    for (let taps = 0; (await page.locator('button.tap').count()) > 0; taps += 1) {
      expect(taps).toBeLessThan(5)
      await page.locator('button.tap').first().click()
    }
    await page.getByRole('heading', { name: /loại giấy tờ|Không cần giấy tờ/ }).waitFor()
    await keepScreenshot(page, 'can-giay-to-gi')
  })
})

/** By how many pixels the page is wider than its window. */
const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth)

/** Presses Tab until the control of this name has the focus. */
async function tabTo(page: Page, name: string) {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((wanted) => document.activeElement?.getAttribute('name') === wanted, name)) return
  }
  throw new Error(`the keyboard does not reach ${name}`)
}
