import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kioskKeyOf } from '#server/tickets/secrets.ts'
import {
  chromiumPath,
  counterScreen,
  expectAccessible,
  type House,
  keepScreenshot,
  openHouse,
  phone,
} from '../support/browser.ts'
import { type Caller, type TestDesk, toanLuu } from '../support/desk.ts'
import { fileExample, newKey } from '../support/filings.ts'
import { fillerOf } from './resident-filling.ts'

const kioskScreen = { width: 1080, height: 1920 }
const television = { width: 1920, height: 1080 }

/** From the kiosk to the result in somebody's hand, on the screens that people really stand before. */
describe.skipIf(!chromiumPath)('a walk-in', () => {
  let house: House
  let desk: TestDesk
  let kiosk: Page
  let board: Page
  let officer: Page
  let officerApi: Caller
  let placeUrl = ''

  beforeAll(async () => {
    house = await openHouse()
    desk = house.desk
    desk.clock.set('2026-11-23T08:05:00+07:00')
    officerApi = await desk.signIn(`canbo-${toanLuu}`)
    kiosk = await touchScreen(`/may-lay-so/${toanLuu}?may=${kioskKeyOf(desk.deps.keys.hmac, toanLuu)}`)
    board = await house.open(`/bang/${toanLuu}`, television)
    officer = await house.signedIn(`canbo-${toanLuu}`, { path: '/can-bo/goi-so', screen: counterScreen })
  }, 240_000)
  afterAll(async () => {
    await house?.[Symbol.asyncDispose]()
  })

  /** Fingers only: taps, and no mouse that could hover. */
  async function touchScreen(path: string): Promise<Page> {
    const context: BrowserContext = await house.browser.newContext({
      baseURL: house.address,
      viewport: kioskScreen,
      hasTouch: true,
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
    })
    const page = await context.newPage()
    page.on('pageerror', (error) => house.faults.push(error.message))
    await page.goto(path)

    return page
  }

  async function takeAtKiosk(service: string, ticketClass: RegExp): Promise<string> {
    await kiosk.getByRole('button', { name: service, exact: true }).tap()
    await kiosk.getByRole('button', { name: 'Tiếp tục' }).tap()
    await kiosk.getByRole('button', { name: ticketClass }).tap()
    const number = kiosk.locator('.kiosk-number')
    await number.waitFor()
    const label = (await number.textContent()) ?? ''
    await kiosk.getByRole('button', { name: 'Xong' }).tap()
    await kiosk.getByRole('heading', { name: 'Bạn đến để làm gì?' }).waitFor()

    return label
  }

  test('takes a number for two things in one visit, by touch, and gets a slip of 80 mm', async () => {
    await kiosk.getByText('Công an xã Toàn Lưu').waitFor()
    await kiosk.getByRole('button', { name: 'Đăng ký tạm trú', exact: true }).tap()
    await kiosk.getByRole('button', { name: 'Nhận kết quả' }).tap()
    await expectAccessible(kiosk)
    expect(await kiosk.evaluate(() => document.documentElement.scrollHeight <= window.innerHeight)).toBe(true)
    await keepScreenshot(kiosk, '60-kiosk-services-1080')
    await kiosk.getByRole('button', { name: 'Tiếp tục' }).tap()
    await kiosk.getByText('Từ đủ 60 tuổi').waitFor()
    await expectAccessible(kiosk)
    await keepScreenshot(kiosk, '61-kiosk-class-1080')
    const answered = kiosk.waitForResponse((response) => response.url().endsWith('/api/tickets'))
    await kiosk.getByRole('button', { name: /Số thường/ }).tap()
    placeUrl = (await (await answered).json()).placeUrl
    await kiosk.getByText('A001').first().waitFor()
    await expectAccessible(kiosk)
    await keepScreenshot(kiosk, '62-kiosk-number-1080')

    mkdirSync('tests/flows/screenshots', { recursive: true })
    const fromKiosk = await kiosk.pdf({
      preferCSSPageSize: true,
      printBackground: false,
      path: 'tests/flows/screenshots/63-slip-kiosk.pdf',
    })
    // One page of the roll, 80 mm wide: 226.8 points.
    expect(fromKiosk.toString('latin1').match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1)
    expect(fromKiosk.toString('latin1')).toMatch(/\/MediaBox \[0 0 22[67][.\d]* /)
    await kiosk.getByRole('button', { name: 'Xong' }).tap()
    await kiosk.getByRole('heading', { name: 'Bạn đến để làm gì?' }).waitFor()
  })

  test('sees the own place on a phone, without scripts', async () => {
    const context = await house.browser.newContext({
      baseURL: house.address,
      viewport: phone,
      javaScriptEnabled: false,
    })
    const page = await context.newPage()
    const answer = await page.goto(placeUrl)
    expect(answer?.headers().refresh).toBe('20')
    await page.getByText('Không còn ai trước số này.').waitFor()
    await page.getByText('Từ 08:25, không ai đến sau được xếp trước số này.').waitFor()
    await page.screenshot({ path: 'tests/flows/screenshots/64-place-360.png', fullPage: true })
    await page.getByRole('link', { name: 'Dừng tự cập nhật' }).click()
    await page.getByRole('link', { name: 'Tự cập nhật lại' }).waitFor()
    await context.close()
  })

  test('is called by one key, and the board shows and says it at once', async () => {
    const clips: string[] = []
    board.on('response', (response) => {
      if (response.url().endsWith('.mp3') && response.status() === 200) clips.push(response.url())
    })
    await board.getByText('Chưa gọi số nào').waitFor()
    await board.getByRole('button', { name: 'Bật tiếng gọi số' }).click()
    await board.getByRole('button', { name: 'Bật tiếng gọi số' }).waitFor({ state: 'hidden' })

    await officer.getByRole('heading', { level: 1, name: 'Gọi số' }).waitFor()
    await officer.getByLabel('Tôi ngồi ở').selectOption({ label: 'Quầy 2' })
    await officer.getByText('1 người chờ').waitFor()
    await officer.getByRole('heading', { level: 1, name: 'Gọi số' }).click()
    await officer.keyboard.press('m')
    await officer.getByText('Đang gọi (lần 1)').waitFor()
    await expectAccessible(officer)
    await keepScreenshot(officer, '65-officer-called-1366')

    await board.locator('.board-number', { hasText: 'A001' }).waitFor()
    await board.locator('.board-counter', { hasText: 'Quầy 2' }).waitFor()
    await expect.poll(() => clips.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(6)
    await expectAccessible(board)
  })

  test('a service that runs is not ended by a slip of the finger', async () => {
    await officer.getByRole('button', { name: 'Bắt đầu phục vụ' }).click()
    await officer.getByText('Đang phục vụ').waitFor()
    expect(await takeAtKiosk('Khai báo tạm vắng', /^Ưu tiên/)).toBe('C001')
    await officer.getByText('1 người chờ').waitFor()
    await officer.getByRole('heading', { level: 1, name: 'Gọi số' }).click()
    await officer.keyboard.press('m')
    const question = officer.getByRole('dialog', { name: 'Quầy này đang có số A001' })
    await question.waitFor()
    await expectAccessible(officer)
    await keepScreenshot(officer, '66-officer-over-1366')
    await question.getByRole('button', { name: 'Giữ nguyên' }).click()
    await officer.getByText('Đang phục vụ').waitFor()
  })

  test('what is typed in for the number is bound to it by filing, and nothing is typed twice', {
    timeout: 180_000,
  }, async () => {
    const opened = officer.context().waitForEvent('page')
    await officer.getByRole('link', { name: 'Nhập hồ sơ' }).click()
    const form = await opened
    await form.getByText('Nhập cho số A001 đang được phục vụ; hồ sơ sẽ gắn với số này.').waitFor()
    await expectAccessible(form)
    const fill = fillerOf(form)
    await fill.untilAddress()
    await fill.untilPapers()
    await fill.sendPhoto()
    await form.getByText('Quầy đã nhận').waitFor()
    await fill.next()
    await fill.heading('Xem lại trước khi nộp')
    await form.getByLabel(/cam đoan/i).check()
    await form.getByRole('button', { name: 'Nộp hồ sơ' }).click()
    await form.locator('.big-code').first().waitFor()
    await keepScreenshot(form, '66b-filed-for-number-1366')
    const code = (await form.locator('.big-code').first().textContent()) ?? ''
    await form.close()

    await officer.getByRole('link', { name: code }).waitFor()
    await desk.deliver()
    const seen = (await officerApi.request('GET', `/api/dossiers/${code}`)).json()
    expect(seen.channel).toBe('counter')
    expect(seen.events[0].text.vi).toContain('(số A001: đến 08:05, gọi 08:05, phục vụ từ 08:05)')
    await officer.getByRole('heading', { level: 1, name: 'Gọi số' }).click()
  })

  test('the visit becomes the dossier: arrival, call, service and the result are one history', async () => {
    const dwelling = { dwelling: { unit: { edition: '2025-07', code: toanLuu }, detail: 'Thôn 2' } }
    const { code } = await fileExample(desk.visitor(), '1.004194', dwelling)
    await desk.deliver()
    await officer.getByLabel('Hồ sơ của lượt này').fill(code)
    await officer.getByRole('button', { name: 'Gắn hồ sơ' }).click()
    await officer.getByRole('link', { name: code }).waitFor()
    desk.clock.set('2026-11-23T08:20:00+07:00')
    await officer.getByRole('button', { name: 'Xong số này' }).click()
    await officer.getByText('Chưa có ai tại quầy này.').waitFor()

    const commander = await desk.signIn(`chihuy-${toanLuu}`)
    await step(officerApi, 'PUT', code, '/claim', undefined)
    await step(officerApi, 'PUT', code, '/acceptance', {})
    await step(officerApi, 'PUT', code, '/proposal', { outcome: 'grant' })
    await step(commander, 'PUT', code, '/decision', { outcome: 'grant' })
    await step(officerApi, 'PUT', code, '/handover', { method: 'counter', receivedBy: 'Chính chủ' })

    await officer.goto(`/can-bo/ban-xu-ly/${code}`)
    await officer
      .getByText(/Số A001 ngày 23\/11\/2026: đến 08:05, gọi 08:05 vào Quầy 2, phục vụ từ 08:05, xong 08:20/)
      .waitFor()
    await officer.getByRole('tab', { name: /Lịch sử/ }).click()
    await keepScreenshot(officer, '67-one-history-1366')
    // The line goes along on every page of whoever sits at a counter.
    await officer.getByRole('region', { name: 'Hàng chờ tại quầy' }).getByText('1 người chờ').waitFor()
    await officer.getByRole('button', { name: /Gọi tiếp/ }).click()
    await officer.getByRole('region', { name: 'Hàng chờ tại quầy' }).getByText('C001').waitFor()
  })

  test('the board is read from afar: five calls, no names, one screen', async () => {
    for (let i = 0; i < 4; i += 1) {
      await takeAtKiosk('Việc khác, cần hỏi', /^Số thường/)
      const { atCounters } = (await officerApi.request('GET', '/api/desk/tickets')).json()
      const over = atCounters.find(({ counter }: { counter: number }) => counter === 1)?.id
      desk.clock.set(`2026-11-23T08:${25 + i}:00+07:00`)
      const called = await officerApi.request(
        'POST',
        '/api/desk/tickets/next-call',
        { counter: 1, ...(over && { over }) },
        newKey(),
      )
      expect(called.statusCode).toBe(200)
    }
    await board.locator('.board-number', { hasText: 'A005' }).waitFor()
    expect(await board.locator('.board-last li').count()).toBe(5)
    expect(await board.evaluate(() => document.documentElement.scrollHeight <= window.innerHeight)).toBe(true)
    const height = await board
      .locator('.board-number')
      .evaluate((element) => parseFloat(getComputedStyle(element).fontSize))
    expect(height).toBeGreaterThanOrEqual(0.3 * television.height)
    await expectAccessible(board)
    await keepScreenshot(board, '68-board-1920')
  })

  test('a booking is made without scripts and checked in by its letters at the kiosk', async () => {
    const context = await house.browser.newContext({
      baseURL: house.address,
      viewport: phone,
      javaScriptEnabled: false,
    })
    const page = await context.newPage()
    await page.goto('/dat-lich')
    await page.getByLabel('Công an xã, phường').selectOption(toanLuu)
    await page.getByLabel('Ngày', { exact: true }).selectOption('2026-11-24')
    await page.getByRole('button', { name: 'Xem giờ trống' }).click()
    await page.getByText(/không tiếp công dân \(Ngày Văn hóa Việt Nam\)/).waitFor()
    await page.getByLabel('Ngày', { exact: true }).selectOption('2026-11-23')
    await page.getByRole('button', { name: 'Xem giờ trống' }).click()
    await page.getByRole('button', { name: 'Đặt lịch' }).click()
    await page.getByText('Hãy chọn một giờ.').first().waitFor()
    await page.getByLabel(/^09:00/).check()
    await page.getByLabel('Đến để làm gì').selectOption({ label: 'Đăng ký tạm trú' })
    await page.getByLabel('Số điện thoại', { exact: true }).fill('0912 345 678')
    await page.getByLabel('Nhắn đến số điện thoại ở trên').check()
    await page.getByLabel('Gửi đến e-mail').fill('huong')
    await page.getByRole('button', { name: 'Đặt lịch' }).click()
    await page.getByText('Không cần nhắc thì để trống.').first().waitFor()
    expect(await page.getByLabel('Nhắn đến số điện thoại ở trên').isChecked()).toBe(true)
    await page.getByLabel('Gửi đến e-mail').fill('huong@vidu.vn')
    await page.screenshot({ path: 'tests/flows/screenshots/69-booking-360.png', fullPage: true })
    await page.getByRole('button', { name: 'Đặt lịch' }).click()
    await page.getByRole('heading', { level: 1, name: 'Đã đặt lịch' }).waitFor()
    await page.screenshot({ path: 'tests/flows/screenshots/70-booked-360.png', fullPage: true })
    const code = (await page.locator('.big-code').textContent()) ?? ''
    await page.getByText('Số và e-mail được xóa sau ngày hẹn.').waitFor()
    await page.getByRole('link', { name: 'Thêm lịch hẹn vào lịch của máy' }).waitFor()
    const withScripts = await house.open(page.url(), phone)
    await expectAccessible(withScripts)
    await withScripts.goto(`/dat-lich?donvi=${toanLuu}&ngay=2026-11-23`)
    await withScripts.getByLabel('Gửi đến e-mail').waitFor()
    await expectAccessible(withScripts)
    await withScripts.close()

    desk.clock.set('2026-11-23T08:50:00+07:00')
    await kiosk.getByRole('button', { name: 'Đã đặt lịch' }).tap()
    for (const letter of code) await kiosk.getByRole('button', { name: letter, exact: true }).tap()
    await expectAccessible(kiosk)
    await keepScreenshot(kiosk, '71-kiosk-code-1080')
    await kiosk.getByRole('button', { name: 'Lấy số' }).tap()
    await kiosk.getByText('B001').first().waitFor()
    await kiosk.getByRole('button', { name: 'Xong' }).tap()

    await page.reload()
    await page.getByText('Đã lấy số tại đơn vị.').first().waitFor()
    await context.close()
  })

  test('the officer sees whom the day brings, and gives a number to who left the code at home', async () => {
    const booked = await desk
      .visitor()
      .request(
        'POST',
        '/api/bookings',
        { unit: toanLuu, at: '2026-11-23T09:30:00+07:00', services: ['result'], phone: '0912 345 670' },
        newKey(),
      )
    expect(booked.statusCode, booked.body).toBe(201)

    await officer.goto('/can-bo/goi-so')
    const expected = officer.getByRole('region', { name: /^Lịch hẹn/ })
    await expected.getByText('Đã lấy số B001').waitFor()
    await expected.getByRole('button', { name: `Đã đến, lấy số ${booked.json().code}` }).click()
    await expected.getByText('Đã lấy số B002.').waitFor()
    await expected.getByRole('cell', { name: 'Đã lấy số B002' }).waitFor()
    await expectAccessible(officer)
    await keepScreenshot(officer, '73-officer-bookings-1366')
    await expected.getByLabel('Ngày').fill('2026-11-25')
    await expected.getByText('Không có lịch hẹn nào trong ngày này.').waitFor()
  })

  test('speaks English when asked, and Vietnamese again for the next person', async () => {
    await kiosk.getByRole('button', { name: 'English' }).tap()
    await kiosk.getByRole('heading', { name: 'What do you come for?' }).waitFor()
    await kiosk.getByRole('button', { name: 'Something else, a question' }).tap()
    await kiosk.getByRole('button', { name: 'Continue' }).tap()
    await kiosk.getByRole('button', { name: /Ordinary number/ }).tap()
    await kiosk.getByRole('button', { name: 'Done' }).tap()
    await kiosk.getByRole('heading', { name: 'Bạn đến để làm gì?' }).waitFor()
  })

  test('the slip is printed again from its own page, and no page broke the content policy or threw', async () => {
    const page = await house.open(`${placeUrl}/phieu`, counterScreen)
    await expectAccessible(page)
    const again = await page.pdf({ preferCSSPageSize: true, path: 'tests/flows/screenshots/72-slip-page.pdf' })
    expect(again.toString('latin1').match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1)
    expect(again.toString('latin1')).toMatch(/\/MediaBox \[0 0 22[67][.\d]* /)
    for (const each of [page, board, officer]) await each.close()
    expect(house.faults).toEqual([])
  })
})

async function step(someone: Caller, method: string, code: string, rest: string, body: unknown) {
  const { version } = (await someone.request('GET', `/api/dossiers/${code}`)).json()
  const answer = await someone.request(method, `/api/dossiers/${code}${rest}`, body, {
    'if-match': `"${version}"`,
    'idempotency-key': randomUUID(),
  })
  if (answer.statusCode >= 300) throw new Error(`${rest}: ${answer.body}`)
}
