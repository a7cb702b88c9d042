import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { logOf } from '../clock/log.ts'
import { storeLog } from '../reports/store-log.ts'
import { chromiumPath, expectAccessible, type House, keepScreenshot, openHouse } from '../support/browser.ts'
import { type TestDesk, thanhSen, toanLuu } from '../support/desk.ts'
import { fileExample, newKey } from '../support/filings.ts'

describe.skipIf(!chromiumPath)('the supervisor’s official reports', () => {
  let house: House
  let desk: TestDesk
  let supervisor: Page
  let commander: Page
  let late: string

  beforeAll(async () => {
    house = await openHouse({ queue: { units: [toanLuu] } })
    desk = house.desk
    late = await lateDossier(desk)
    for (const [i, unit] of [toanLuu, toanLuu, thanhSen].entries())
      await storeLog(
        desk,
        logOf(
          ['submit', `2026-11-0${i + 3} 08:00`, { unit }],
          ['accept', `2026-11-0${i + 3} 09:00`],
          ['resolve', `2026-11-0${i + 3} 16:00`],
        ),
        { channel: i === 1 ? 'counter' : 'online' },
      )
    await storeLog(desk, logOf(['submit', '2026-11-12 08:00', { unit: toanLuu }], ['accept', '2026-11-12 09:00']))
    desk.clock.set('2026-11-20T09:00:00+07:00')
    const path = '/can-bo/bao-cao/ii06'
    supervisor = await house.signedIn('giamsat-hatinh', { path })
    commander = await house.signedIn(`chihuy-${toanLuu}`, { path })
    for (const page of [supervisor, commander])
      await page.getByRole('heading', { level: 1, name: 'Biểu II.06' }).waitFor()
  }, 240_000)
  afterAll(async () => {
    await house?.[Symbol.asyncDispose]()
  })

  test('the supervisor opens the form of a month, whose checks are green', async () => {
    await expectAccessible(supervisor)
    await keepScreenshot(supervisor, 'reports-1-periods-1280')
    await supervisor.getByRole('link', { name: 'Tháng 11/2026' }).click()
    await supervisor.getByRole('heading', { level: 1, name: /Tháng 11\/2026/ }).waitFor()
    await supervisor.getByRole('table', { name: /Biểu II.06, / }).waitFor()
    expect(await supervisor.getByText('Khớp:').count()).toBe(5)
    await expectAccessible(supervisor)
    await keepScreenshot(supervisor, 'reports-2-form-1280')
  })

  test('drills into the late one, and reads why it was late', async () => {
    await supervisor.getByRole('link', { name: /Tổng cộng, cột 10,/ }).click()
    await supervisor.getByRole('heading', { level: 1, name: /Cột \(10\)/ }).waitFor()
    await supervisor.getByRole('link', { name: late }).waitFor()
    await expectAccessible(supervisor)
    await keepScreenshot(supervisor, 'reports-3-cell-1280')
    await supervisor.getByRole('link', { name: late }).click()
    await supervisor
      .getByText(/Ngày tiếp nhận không tính/)
      .first()
      .waitFor()
    await keepScreenshot(supervisor, 'reports-4-why-1280')
    await supervisor.goBack()
  })

  test('has the list made in the background and fetches it', async () => {
    await supervisor.getByRole('button', { name: 'Xuất CSV' }).click()
    await supervisor.getByRole('heading', { level: 1, name: 'Tệp đã xuất' }).waitFor()
    const fetched = supervisor.getByRole('link', { name: /Tải về/ })
    await fetched.waitFor()
    await expectAccessible(supervisor)
    await keepScreenshot(supervisor, 'reports-5-export-1280')
    const file = await supervisor.request.get((await fetched.getAttribute('href')) ?? '')
    expect(await file.text()).toContain(late)
    const workbook = await supervisor.request.get('/api/reports/ii06.xlsx?period=2026-11')
    expect(workbook.headers()['content-type']).toContain('spreadsheetml')
  })

  test('the commander seals the commune’s report after reading what that means', async () => {
    await commander.getByRole('link', { name: 'Tháng 11/2026' }).click()
    await commander.getByRole('button', { name: 'Chốt báo cáo' }).click()
    const dialog = commander.getByRole('dialog')
    await dialog.getByText(/Không ai sửa hay xóa được/).waitFor()
    await expectAccessible(commander)
    await keepScreenshot(commander, 'reports-6-seal-dialog-1280')
    await dialog.getByRole('checkbox').check()
    await dialog.getByRole('button', { name: 'Chốt báo cáo' }).click()
    await commander.getByRole('heading', { level: 1, name: /đã chốt/ }).waitFor()
    await commander.getByText('SHA-256').first().waitFor()
    await expectAccessible(commander)
    await keepScreenshot(commander, 'reports-7-sealed-1280')
    await commander.goto('/can-bo/bao-cao/ii06')
    await commander.getByRole('link', { name: 'Đã chốt' }).waitFor()
  })

  test('the indicators of Decision 766 stand with their formulas, and open their dossiers', async () => {
    await supervisor.goto('/can-bo/bao-cao/766?period=2026-11')
    await supervisor.getByRole('link', { name: /Chỉ số 2.1, tử số/ }).waitFor()
    await expectAccessible(supervisor)
    await keepScreenshot(supervisor, 'reports-8-quality-1280')
    await supervisor.getByRole('link', { name: /Chỉ số 2.1, mẫu số/ }).click()
    await supervisor.getByRole('link', { name: late }).waitFor()
    expect(house.faults).toEqual([])
  })
})

/** Filed and accepted on Monday 2 November, signed on Tuesday the 10th: three working days ended on Thursday. */
async function lateDossier(desk: TestDesk): Promise<string> {
  desk.clock.set('2026-11-02T08:00:00+07:00')
  const { code } = await fileExample(desk.visitor())
  await desk.deliver()
  const officer = await desk.signIn(`canbo-${toanLuu}`)
  const commander = await desk.signIn(`chihuy-${toanLuu}`)
  for (const [at, someone, path, body] of [
    ['2026-11-02T09:00:00+07:00', officer, 'acceptance', {}],
    ['2026-11-10T09:00:00+07:00', officer, 'proposal', { outcome: 'grant' }],
    ['2026-11-10T10:00:00+07:00', commander, 'decision', { outcome: 'grant' }],
  ] as const) {
    desk.clock.set(at)
    const { version } = (await someone.request('GET', `/api/dossiers/${code}`)).json()
    const headers = { ...newKey(), 'if-match': `"${version}"` }
    const answer = await someone.request('PUT', `/api/dossiers/${code}/${path}`, body, headers)
    if (answer.statusCode !== 200) throw new Error(answer.body)
  }

  return code
}
