import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { acceptedDossier, administrator, filedDossier } from '../calendar/keeping.ts'
import {
  chromiumPath,
  deskScreen,
  expectAccessible,
  type House,
  keepScreenshot,
  openHouse,
} from '../support/browser.ts'
import { type TestDesk, thanhSen, toanLuu } from '../support/desk.ts'

/** The administrator announces a swap, sees what moves, saves it, and everybody reads why the date is another. */
describe.skipIf(!chromiumPath)('the calendar', () => {
  let house: House
  let desk: TestDesk
  let admin: Page
  let moved: Awaited<ReturnType<typeof acceptedDossier>>

  beforeAll(async () => {
    house = await openHouse({ queue: { units: [toanLuu, thanhSen] } })
    desk = house.desk
    moved = await acceptedDossier(desk, toanLuu)
    await acceptedDossier(desk, thanhSen)
    await filedDossier(desk, thanhSen)
    desk.clock.set('2026-11-20T11:00:00+07:00')
    admin = await house.signedIn(administrator, { path: '/can-bo/lich' })
  }, 180_000)
  afterAll(async () => {
    await house?.[Symbol.asyncDispose]()
  })

  test('shows a year on one sheet, each day off with its document', async () => {
    await admin.getByRole('heading', { level: 1, name: 'Lịch làm việc năm 2026' }).waitFor()
    await admin.getByRole('button', { name: /24\/11\/2026: Nghỉ lễ, Ngày Văn hóa Việt Nam/ }).waitFor()
    await admin.getByText('Nghị quyết 28/2026/QH16 Điều 2').first().waitFor()
    await expectAccessible(admin)
    await keepScreenshot(admin, '40-calendar-year-1280')
  })

  test('says of a year without its notice that its dates are provisional', async () => {
    await admin.getByRole('link', { name: /2027/ }).click()
    await admin.getByText('Lịch năm 2027 chưa công bố đủ').waitFor()
    await expectAccessible(admin)
    await admin.getByRole('link', { name: /2026/ }).click()
  })

  test('refuses what has no document, at its field', async () => {
    await admin.getByRole('button', { name: /^23\/11\/2026/ }).click()
    await admin.getByRole('heading', { level: 1, name: 'Ghi ngày vào lịch' }).waitFor()
    expect(await admin.getByLabel('Ngày', { exact: true }).inputValue()).toBe('2026-11-23')
    await admin.getByLabel('Loại ngày').selectOption({ label: 'Nghỉ hoán đổi' })
    await admin.getByLabel('Phạm vi').selectOption({ label: 'Cả nước' })
    await admin.getByLabel('Tên ngày').fill('Hoán đổi ngày làm việc dịp 24/11')
    await admin.getByRole('button', { name: /Xem trước/ }).click()
    await admin
      .getByText(/Hãy ghi số hiệu văn bản/)
      .first()
      .waitFor()
    expect(await admin.getByLabel('Văn bản', { exact: true }).getAttribute('aria-invalid')).toBe('true')
    await expectAccessible(admin)
  })

  test('shows before saving which dossiers a swap moves, and by how much', async () => {
    await admin.getByLabel('Văn bản', { exact: true }).fill('Thông báo 99/TB-BNV')
    await admin.getByLabel('Ngày ban hành').fill('2026-11-19')
    await admin.getByRole('button', { name: /Thêm một ngày nữa/ }).click()
    await admin.getByText('23/11/2026: nghỉ hoán đổi').waitFor()
    await admin.getByLabel('Ngày', { exact: true }).fill('2026-12-05')
    await admin.getByLabel('Loại ngày').selectOption({ label: 'Làm bù' })
    await admin.getByLabel('Tên ngày').fill('Làm bù ngày 23/11')
    await admin.getByRole('button', { name: /Xem trước/ }).click()

    await admin.getByText('3 trong 3 hồ sơ đang mở sẽ đổi ngày').waitFor()
    const row = admin.getByRole('row', { name: new RegExp(moved.code) })
    expect(await row.textContent()).toContain('17:00 thứ Năm, 26/11/2026')
    expect(await row.textContent()).toContain('17:00 thứ Sáu, 27/11/2026')
    expect(await row.textContent()).toContain('lùi 1 ngày')
    await expectAccessible(admin)
    await keepScreenshot(admin, '41-calendar-preview-1280')
  })

  test('saves it, and shows how the dates are moved', async () => {
    await admin.getByRole('button', { name: 'Ghi vào lịch' }).click()
    await admin.getByText('Xong: 3 hồ sơ đã đổi ngày và được báo.').waitFor()
    await admin.getByRole('button', { name: /23\/11\/2026: Nghỉ hoán đổi/ }).waitFor()
    await expectAccessible(admin)
    await keepScreenshot(admin, '42-calendar-saved-1280')
    await admin.reload()
    await admin.getByText('Xong: 3 hồ sơ đã đổi ngày và được báo.').waitFor()
  })

  test('the officer reads the new date, why, and whose turn it was', async () => {
    const officer = await house.signedIn(`canbo-${toanLuu}`, { path: `/can-bo/ho-so/${moved.code}` })
    await officer.getByText(/Thứ Hai 23\/11\/2026: nghỉ, Hoán đổi ngày làm việc dịp 24\/11/).waitFor()
    await officer.getByText('Từ lúc nộp, thời gian thuộc về').waitFor()
    await expectAccessible(officer)
    await keepScreenshot(officer, '43-clock-explained-1280')
    await officer.close()
  })

  test('the resident reads the same on the tracking page, without scripts', async () => {
    const page = await house.open('/tra-cuu', deskScreen)
    await page.getByLabel('Mã hồ sơ').fill(moved.code)
    await page.getByLabel('Mã tra cứu').fill(moved.trackingKey)
    await page.getByRole('button', { name: /Xem/ }).click()
    await page.getByText('Vì sao là ngày này?').click()
    await page.getByText(/Thứ Hai 23\/11\/2026: nghỉ, Hoán đổi/).waitFor()
    await page.getByText(/Ngày hẹn trả kết quả dời từ 17:00 thứ Năm, 26\/11\/2026/).waitFor()
    await expectAccessible(page)
    await keepScreenshot(page, '44-tracking-moved-1280')
    await page.close()
  })

  test('a mistake is taken back, with the same preview', async () => {
    await admin.getByRole('button', { name: 'Rút lại ngày 23/11/2026' }).click()
    const drawer = admin.getByRole('dialog')
    await drawer.getByLabel('Văn bản hoặc lý do rút lại').fill('Chính phủ không hoán đổi, công văn 100/VPCP')
    await drawer.getByLabel('Ngày ban hành').fill('2026-11-20')
    await drawer.getByRole('button', { name: /Xem trước/ }).click()
    await drawer.getByText('3 trong 3 hồ sơ đang mở sẽ đổi ngày').waitFor()
    await expectAccessible(admin)
    await keepScreenshot(admin, '45-calendar-withdraw-1280')
    await drawer.getByRole('button', { name: 'Rút lại mục này' }).click()
    await drawer.waitFor({ state: 'hidden' })
    await admin.getByText('Đã bị thay').first().waitFor()
  })

  test('no page broke the content policy or threw', async () => {
    await admin.close()
    expect(house.faults).toEqual([])
  })
})
