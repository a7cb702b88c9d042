import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { byLink, linkOf, passwordOf } from '../consents/answering.ts'
import { askedOf, waitingForFee } from '../payments/paying.ts'
import {
  chromiumPath,
  deskScreen,
  expectAccessible,
  type House,
  keepScreenshot,
  openHouse,
  person,
  phone,
  sideways,
} from '../support/browser.ts'
import { type TestDesk, toanLuu } from '../support/desk.ts'
import { type Filed, fileExample } from '../support/filings.ts'

const ownPages = ['', '/le-phi', '/phan-anh', '/ai-da-xem', '/bien-nhan', '/rut']
const openPages = ['/ho-so', '/du-lieu-ca-nhan', '/tiep-can', '/thu-tuc/1.004194/dieu-kien', '/thu-tuc/1.004194']

/** After filing: paying, complaining, seeing who looked, on a small screen, by keyboard, in print, without scripts. */
describe.skipIf(!chromiumPath)('following a dossier', () => {
  let house: House
  let desk: TestDesk
  let filed: Filed

  beforeAll(async () => {
    house = await openHouse()
    desk = house.desk
    filed = (await waitingForFee(desk)).filed
  }, 240_000)
  afterAll(async () => {
    await house?.[Symbol.asyncDispose]()
  })

  async function openDossier(page: Page, { code, trackingKey }: Filed = filed) {
    await page.goto('/tra-cuu')
    await page.getByLabel('Mã hồ sơ').fill(code)
    await page.getByLabel('Mã tra cứu').fill(trackingKey)
    await page.getByRole('button', { name: 'Xem hồ sơ' }).click()
    await page.waitForURL(`**/ho-so/${code}`)
  }

  describe('for axe nothing is wrong and nothing scrolls sideways, at 320 px and with letters twice as large', () => {
    let page: Page
    let faults: string[]
    beforeAll(async () => {
      ;({ page, faults } = await person(house.browser, house.address, { width: 320, height: 740 }))
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
    const { page } = await person(house.browser, house.address, deskScreen)
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

    const head = await house.signedIn(`chihuy-${toanLuu}`, { path: '/can-bo/sang' })
    await head.getByRole('heading', { name: 'Phản ánh, yêu cầu phải trả lời' }).waitFor()
    await expectAccessible(head)
    await keepScreenshot(head, 'sang-phan-anh')
    await head.getByRole('link', { name: 'Phản ánh, kiến nghị: Chuyện khác' }).click()
    await head.getByText('Hẹn hai lần đều không có người tiếp.').waitFor()
    expect(await head.evaluate(() => document.activeElement?.id)).toMatch(/^complaint-/)
    await expectAccessible(head)
    await head.getByLabel('Trả lời', { exact: true }).check()
    await head.getByLabel('Lời gửi người dân').fill('Đã nhắc nhở, xin lỗi ông/bà.')
    await head.getByRole('button', { name: 'Gửi' }).click()
    await head.getByText('Không có phản ánh, yêu cầu nào.').waitFor()
    await head.goto('/can-bo/bao-cao/766')
    await head.getByRole('link', { name: 'Chỉ số 5.1, Chuyện khác: 1 phản ánh, xem danh sách' }).click()
    await head.getByRole('cell', { name: 'đúng hạn', exact: true }).waitFor()
    await head.getByText(filed.code).waitFor()
    await expectAccessible(head)
    await keepScreenshot(head, '766-phan-anh')
    await page.reload()
    await page.getByText('Đã nhắc nhở, xin lỗi ông/bà.').waitFor()
    await page.goto(`/ho-so/${filed.code}`)
    await page.getByRole('heading', { name: 'Phản ánh, yêu cầu đã gửi' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Đọc trả lời, hoặc gửi thêm' }).click()
    await page.getByRole('button', { name: 'Thỏa đáng', exact: true }).click()
    await page.getByText('Đã đánh giá: thỏa đáng.').waitFor()
  })

  test('whoever is asked to agree reads and answers on a phone, and the resident sees what to do', async () => {
    const resident = await fileExample(desk.visitor(), '1.010038', byLink)
    await desk.deliver()
    const { page, faults } = await person(house.browser, house.address, phone)
    const isFit = async (name: string) => {
      await expectAccessible(page)
      expect(await sideways(page), name).toBe(0)
      await keepScreenshot(page, name)
    }
    await page.goto(await linkOf(desk, resident.code))
    await page.getByRole('heading', { name: 'Cho ý kiến về một hồ sơ cư trú' }).waitFor()
    await isFit('y-kien-1-duong-dan')
    await page.getByRole('button', { name: 'Gửi mật khẩu đến …99' }).click()
    await page.getByLabel('Mật khẩu dùng một lần').fill('000')
    await page.getByRole('button', { name: 'Xem nội dung' }).click()
    await page.getByRole('alert').waitFor()
    await isFit('y-kien-2-mat-khau-sai')
    await page.getByLabel('Mật khẩu dùng một lần').fill(await passwordOf(desk, resident.code))
    await page.getByRole('button', { name: 'Xem nội dung' }).click()
    await page.getByText('Tách hộ tại').waitFor()
    await isFit('y-kien-3-noi-dung')
    await page.getByRole('button', { name: 'Tôi không đồng ý' }).click()
    await page.getByText('Không đồng ý', { exact: true }).waitFor()
    await isFit('y-kien-4-da-tra-loi')

    await openDossier(page, resident)
    await page.getByRole('heading', { name: 'Chủ hộ không đồng ý' }).waitFor()
    await page.getByText('Chủ hộ: T… V… Tùng (…99)').waitFor()
    expect(await page.getByText('Lúc này chưa cần làm gì thêm.').count()).toBe(0)
    await isFit('theo-doi-khong-dong-y')
    expect(faults).toEqual([])
  })

  test('a fee is paid without scripts: the code, “I have sent it”, the wait for the bank, and nothing left to do', async () => {
    const context = await house.browser.newContext({
      baseURL: house.address,
      javaScriptEnabled: false,
      viewport: phone,
    })
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
    const context = await house.browser.newContext({
      baseURL: house.address,
      javaScriptEnabled: false,
      viewport: phone,
    })
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

/** Presses Tab until the control of this name has the focus. */
async function tabTo(page: Page, name: string) {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((wanted) => document.activeElement?.getAttribute('name') === wanted, name)) return
  }
  throw new Error(`the keyboard does not reach ${name}`)
}
