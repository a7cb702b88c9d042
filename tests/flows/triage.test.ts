import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  chromiumPath,
  counterScreen,
  expectAccessible,
  type House,
  keepScreenshot,
  openHouse,
  person,
  phone,
} from '../support/browser.ts'
import { type TestDesk, toanLuu } from '../support/desk.ts'
import { exampleFiling, newKey } from '../support/filings.ts'
import { fillerOf } from './resident-filling.ts'

/** Somebody who does not know their commune, and the one person of the province who finds it. */
describe.skipIf(!chromiumPath)('what routing could not decide', () => {
  let house: House
  let desk: TestDesk
  let supervisor: Page
  let first = { code: '', key: '' }

  beforeAll(async () => {
    house = await openHouse()
    desk = house.desk
    desk.clock.set('2026-11-20T09:00:00+07:00')
  }, 180_000)
  afterAll(async () => {
    await house?.[Symbol.asyncDispose]()
  })

  /** Filed from elsewhere while the page is open. */
  async function fileUndecided(dwelling: unknown) {
    const resident = desk.visitor()
    const filing = await exampleFiling(resident, '1.004194')
    const answers = { ...filing.answers, dwelling }
    const filed = await resident.request('POST', '/api/dossiers', { ...filing, answers }, newKey())
    expect(filed.statusCode, filed.body).toBe(201)
    await desk.deliver()

    return filed.json()
  }

  test('a resident who does not know says so, sees who will find out, and files', { timeout: 180_000 }, async () => {
    const { page, context, faults } = await person(house.browser, house.address, phone)
    const fill = fillerOf(page)
    await fill.untilAddress()
    await fill.chooseCommune('dai nai', /Đại Nài/)
    await page.getByLabel(/Số nhà/).fill('Tổ dân phố 3')
    await page.getByText('Tôi không biết').click()
    await expectAccessible(page)
    await fill.next()
    await fill.heading('Công an tỉnh sẽ xác định nơi nhận')
    await page.getByText('Công an tỉnh Hà Tĩnh', { exact: true }).waitFor()
    await expectAccessible(page)
    await keepScreenshot(page, '90-triage-preview-360')
    await fill.next()
    await fill.untilPapersFromTerm()
    await fill.sendPhoto()
    await page.getByText('Quầy đã nhận').waitFor()
    await fill.next()
    await fill.heading('Xem lại trước khi nộp')
    await page.getByLabel(/cam đoan/i).check()
    await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
    await page.getByText(/Công an tỉnh Hà Tĩnh xác định công an xã, phường nhận hồ sơ/).waitFor()
    await expectAccessible(page)
    const codes = await page.locator('.big-code').allTextContents()
    first = { code: codes[0] ?? '', key: codes[1] ?? '' }
    await keepScreenshot(page, '91-triage-filed-360')
    await page.getByRole('button', { name: 'Theo dõi hồ sơ' }).click()
    await page.getByText(/đang xác định công an xã, phường nhận hồ sơ; ông\/bà sẽ có câu trả lời trước/).waitFor()
    await expectAccessible(page)
    await context.close()
    expect(faults).toEqual([])
  })

  test('another province’s address says at once where to go instead', async () => {
    const { page, context, faults } = await person(house.browser, house.address, phone)
    const fill = fillerOf(page)
    await fill.untilAddress()
    await page.getByRole('button', { name: 'Chọn xã, phường' }).click()
    await page.getByLabel('Tên xã, phường').fill('xã Nghi Lâm, tỉnh Nghệ An')
    await page.getByRole('button', { name: /ở tỉnh khác/ }).click()
    await page.getByRole('button', { name: 'Dùng tên này' }).click()
    await page.getByLabel(/Số nhà/).fill('Xóm 3')
    await fill.next()
    await fill.heading('Quầy này không nhận được hồ sơ này')
    await page.getByText(/dichvucong\.gov\.vn/).waitFor()
    await expectAccessible(page)
    await keepScreenshot(page, '92-triage-outside-360')
    await context.close()
    expect(faults).toEqual([])
  })

  test('the supervisor sees it come, why it did not decide, and sends it on by one key', {
    timeout: 120_000,
  }, async () => {
    await desk.deliver()
    supervisor = await house.signedIn('giamsat-hatinh', { screen: counterScreen })
    await supervisor.getByRole('link', { name: /Chờ phân tuyến.*1 hồ sơ/ }).click()
    await supervisor.getByRole('heading', { level: 1, name: 'Chờ phân tuyến' }).waitFor()
    const row = supervisor.getByRole('link', { name: /Nguyễn Thị Minh Anh/ })
    await row.getByText(/người khai chưa rõ nơi này nay thuộc đâu/).waitFor()
    await supervisor.keyboard.press('j')
    await supervisor.getByText(/Tổ dân phố 3.*Đại Nài/).waitFor()
    await supervisor.getByRole('button', { name: /Chuyển đến Công an phường Thành Sen/ }).waitFor()
    await supervisor.getByRole('button', { name: /Chuyển đến Công an phường Hà Huy Tập/ }).waitFor()
    await expectAccessible(supervisor)
    await keepScreenshot(supervisor, '93-triage-open-1366')

    // A second one comes while the page is open, without a reload.
    await fileUndecided({ unknown: 'xã Bình An Thịn', detail: 'Thôn 2' })
    await supervisor.getByRole('link', { name: /Chờ phân tuyến.*2 hồ sơ/ }).waitFor()

    const [firstLikely] = await supervisor.getByRole('button', { name: /^Chuyển đến/ }).allTextContents()
    await supervisor.keyboard.press('1')
    // Pressed once more by a slip of the finger: nobody else's dossier goes after it.
    await supervisor.getByText('Chưa mở hồ sơ nào.').waitFor()
    await supervisor.keyboard.press('1')
    await supervisor.getByRole('link', { name: /Chờ phân tuyến.*1 hồ sơ/ }).waitFor()
    expect(firstLikely).toContain('Thành Sen')
    await supervisor
      .getByText(/Không tìm thấy “xã Bình An Thịn”/)
      .first()
      .waitFor()
    await expectAccessible(supervisor)
    await keepScreenshot(supervisor, '94-triage-next-1366')
  })

  test('the resident is told once where it went, and the commune has it', async () => {
    await desk.deliver()
    const { page, context, faults } = await person(house.browser, house.address, phone)
    await page.goto('/tra-cuu')
    await page.getByLabel('Mã hồ sơ').fill(first.code)
    await page.getByLabel('Mã tra cứu').fill(first.key)
    await page.getByRole('button', { name: /Xem|Tra cứu/ }).click()
    await page.getByText(/Công an phường Thành Sen đang xem hồ sơ/).waitFor()
    await page.getByText(/Hồ sơ được chuyển đến Công an phường Thành Sen. Ngày nộp và ngày hẹn không đổi/).waitFor()
    await expectAccessible(page)
    await keepScreenshot(page, '95-triage-told-360')
    await context.close()
    expect(faults).toEqual([])
  })

  test('a commune that nothing speaks for is found by name, and the last one leaves an empty page that says so', {
    timeout: 120_000,
  }, async () => {
    await supervisor.keyboard.press('j')
    await supervisor.getByText('Nơi khác').click()
    await supervisor.getByRole('button', { name: 'Chuyển hồ sơ' }).click()
    await supervisor.getByText('Chọn một đơn vị trong danh sách.').waitFor()
    await supervisor.getByLabel('Đơn vị nhận').fill('toan luu')
    await supervisor.getByRole('button', { name: /Công an xã Toàn Lưu/ }).click()
    await supervisor.getByLabel('Dựa vào đâu').fill('Đã gọi cho người nộp.')
    await expectAccessible(supervisor)
    await supervisor.getByRole('button', { name: 'Chuyển hồ sơ' }).click()
    await supervisor.getByText('Không có hồ sơ nào chờ phân tuyến.').waitFor()
    await expectAccessible(supervisor)
    await keepScreenshot(supervisor, '96-triage-empty-1366')
  })

  test('what somebody else has sent on meanwhile says so, without a press', async () => {
    const { code } = await fileUndecided({ unknown: 'xã Bình An Thịn', detail: 'Thôn 4' })
    await supervisor.getByRole('link', { name: /Bình An Thịn/ }).click()
    await supervisor
      .getByText(/Thôn 4/)
      .first()
      .waitFor()
    const colleague = await desk.signIn('giamsat-hatinh')
    const sent = await colleague.request(
      'POST',
      `/api/dossiers/${code}/transfers`,
      { to: toanLuu, reasonCode: 'resident_said', reason: 'Đã hỏi người nộp.' },
      { 'if-match': '"1"', ...newKey() },
    )
    expect(sent.statusCode, sent.body).toBe(204)
    await supervisor.getByText('Hồ sơ này không còn chờ phân tuyến.').waitFor()
    await supervisor.keyboard.press('Escape')
    await supervisor.getByText('Không có hồ sơ nào chờ phân tuyến.').waitFor()
  })

  test('a place of no commune of the province is refused, with the clause and where to go', async () => {
    const { code } = await fileUndecided({ unknown: 'Bản Na, nước Lào', detail: 'Nhà 1' })
    await supervisor.getByRole('link', { name: /Bản Na/ }).click()
    await supervisor.getByRole('button', { name: /Nơi này không thuộc tỉnh/ }).click()
    const dialog = supervisor.getByRole('dialog', { name: 'Từ chối tiếp nhận: không thuộc tỉnh' })
    await dialog.getByRole('button', { name: 'Từ chối tiếp nhận' }).click()
    await dialog.getByText('Ghi văn bản, điều, khoản.').waitFor()
    await expectAccessible(supervisor)
    await dialog.getByLabel('Căn cứ pháp lý').fill('Luật Cư trú 68/2020/QH14 Điều 28 khoản 1')
    await dialog.getByLabel('Lý do, công dân đọc được').fill('Nơi này không ở Việt Nam.')
    await dialog.getByRole('button', { name: 'Từ chối tiếp nhận' }).click()
    await supervisor.getByText('Không có hồ sơ nào chờ phân tuyến.').waitFor()
    const { rows } = await desk.owner.query('select state from dossiers where code = $1', [code])
    expect(rows).toEqual([{ state: 'refused_intake' }])
    await supervisor.close()
    expect(house.faults).toEqual([])
  })
})
