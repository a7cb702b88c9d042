import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { scanWarnings } from '#server/warnings/scan-warnings.ts'
import { chromiumPath, expectAccessible, type House, keepScreenshot, openHouse } from '../support/browser.ts'
import { type TestDesk, toanLuu } from '../support/desk.ts'
import { fileExample, newKey } from '../support/filings.ts'

/** A date that cannot be kept, as the people of the desk meet it: warned in time, apologised for once, told upwards. */
describe.skipIf(!chromiumPath)('warnings and the letter of apology', () => {
  let house: House
  let desk: TestDesk
  let code = ''

  beforeAll(async () => {
    house = await openHouse()
    desk = house.desk
    desk.clock.set('2026-11-20T09:00:00+07:00')
    code = (await fileExample(desk.visitor())).code
    await desk.deliver()
    const officer = await desk.signIn(`canbo-${toanLuu}`)
    desk.clock.set('2026-11-20T16:40:00+07:00')
    const accepted = await officer.request(
      'PUT',
      `/api/dossiers/${code}/acceptance`,
      {},
      { 'if-match': '"1"', ...newKey() },
    )
    expect(accepted.statusCode, accepted.body).toBe(200)
  }, 180_000)
  afterAll(async () => {
    await house?.[Symbol.asyncDispose]()
  })

  test('on the day before, the desk proposes a letter; the officer sends it by keyboard', {
    timeout: 120_000,
  }, async () => {
    desk.clock.set('2026-11-25T14:00:00+07:00')
    await scanWarnings(desk.deps)
    const officer = await house.signedIn(`canbo-${toanLuu}`)
    await officer.getByRole('link', { name: /Cảnh báo.*1 việc chưa xem/ }).click()
    await officer.getByRole('heading', { level: 2, name: 'Cần thư xin lỗi' }).waitFor()
    await expectAccessible(officer)
    await keepScreenshot(officer, '40-warnings-officer-1280')
    await officer.getByRole('link', { name: new RegExp(code) }).click()
    await officer.getByText(/Nếu sẽ trễ, cần thư xin lỗi trước 17:00/).waitFor()
    await officer.keyboard.press('h')
    await officer.getByLabel('Hẹn lại ngày', { exact: true }).fill('2026-11-29')
    await officer.getByLabel('Lý do chậm').fill('Phải xác minh thêm nơi ở trước đây.')
    await officer.keyboard.press('Control+Enter')
    await officer
      .getByText(/Có mục chưa đúng|không phải ngày làm việc/)
      .first()
      .waitFor()
    await officer.getByLabel('Hẹn lại ngày', { exact: true }).fill('2026-12-01')
    await expectAccessible(officer)
    await keepScreenshot(officer, '41-letter-window-1280')
    await officer.keyboard.press('Control+Enter')
    await officer.getByText(/Đã xin lỗi và hẹn lại 17:00/).waitFor()
    await keepScreenshot(officer, '42-letter-sent-1280')
    await officer.close()
  })

  test('a missed date reaches the head, who says that it is taken care of, and then the supervisor', {
    timeout: 120_000,
  }, async () => {
    desk.clock.set('2026-11-30T08:00:00+07:00')
    await scanWarnings(desk.deps)
    const commander = await house.signedIn(`chihuy-${toanLuu}`)
    await commander.getByRole('link', { name: /Cảnh báo/ }).click()
    const row = commander.getByRole('row', { name: new RegExp(code) })
    await row.getByRole('button', { name: /Đã lo xong/ }).click()
    await row.getByText(/đã lo/).waitFor()
    const supervisor = await house.signedIn('giamsat-hatinh')
    await supervisor.getByRole('link', { name: /Cảnh báo/ }).click()
    await supervisor
      .getByRole('row', { name: new RegExp(code) })
      .getByText('Quá hạn, đã báo tỉnh')
      .waitFor()
    await expectAccessible(supervisor)
    await keepScreenshot(supervisor, '43-warnings-supervisor-1280')
    await Promise.all([commander.close(), supervisor.close()])
  })

  test('the logbook and the outages open without a fault', { timeout: 120_000 }, async () => {
    const officer = await house.signedIn(`canbo-${toanLuu}`)
    await officer.getByRole('link', { name: 'Sổ theo dõi' }).click()
    await officer.getByRole('link', { name: /PDF/ }).waitFor()
    await expectAccessible(officer)
    await keepScreenshot(officer, '44-logbook-1280')
    const administrator = await house.signedIn('quantri')
    await administrator.getByRole('link', { name: 'Sự cố' }).click()
    await administrator.getByLabel('Mã đơn vị').fill(toanLuu)
    await administrator.getByLabel('Từ lúc').fill('2026-11-23T08:00')
    await administrator.getByLabel(/Đến lúc/).fill('2026-11-23T09:30')
    await administrator.getByLabel('Lý do').fill('Mất điện cả xã.')
    await administrator.getByRole('button', { name: 'Ghi nhận' }).click()
    await administrator.getByRole('rowheader', { name: `Đơn vị ${toanLuu}` }).waitFor()
    await expectAccessible(administrator)
    await keepScreenshot(administrator, '45-outages-1280')
    await Promise.all([officer.close(), administrator.close()])
    expect(house.faults).toEqual([])
  })
})
