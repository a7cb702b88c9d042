import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { peopleOf, proposed } from '../signing/support.ts'
import {
  chromiumPath,
  counterScreen,
  expectAccessible,
  type House,
  keepScreenshot,
  openHouse,
} from '../support/browser.ts'
import { type TestDesk, toanLuu } from '../support/desk.ts'

/** The head of the unit signs what was read; the officer hands one result over against a signature on the pad. */
describe.skipIf(!chromiumPath)('signing and handing over', () => {
  let house: House
  let desk: TestDesk
  let codes: string[] = []

  const signedIn = (username: string): Promise<Page> => house.signedIn(username, { screen: counterScreen })

  beforeAll(async () => {
    house = await openHouse()
    desk = house.desk
    const { officer } = await peopleOf(desk)
    codes = [(await proposed(desk, officer)).code, (await proposed(desk, officer)).code]
  }, 240_000)
  afterAll(async () => {
    await house?.[Symbol.asyncDispose]()
  })

  test('only what was read can be chosen; what was chosen is signed, each with its number', {
    timeout: 180_000,
  }, async () => {
    const page = await signedIn(`chihuy-${toanLuu}`)
    await page.getByRole('link', { name: 'Ký số' }).click()
    await page.getByRole('listitem').filter({ hasText: codes[0] }).waitFor()
    await expectAccessible(page)
    expect(await page.getByRole('button', { name: 'Ký 0 hồ sơ đã chọn' }).isDisabled()).toBe(true)

    for (const code of codes) {
      const row = page.getByRole('listitem').filter({ hasText: code })
      expect(await row.getByRole('checkbox').isDisabled()).toBe(true)
      await row.getByRole('button', { name: /Xem kết quả/ }).click()
      await row.getByText('đã xem').waitFor()
    }
    await keepScreenshot(page, 'signing-list')
    await page.getByRole('button', { name: 'Chọn mọi hồ sơ đã xem' }).click()
    await page.getByRole('button', { name: 'Ký 2 hồ sơ đã chọn' }).click()
    await page.getByText('Đã ký 2 trong 2 hồ sơ.').first().waitFor()

    expect(await page.getByRole('link', { name: /CT08 số \d+\/2026/ }).count()).toBe(2)
    await keepScreenshot(page, 'signing-done')
    await expectAccessible(page)
    await page.close()
    expect(house.faults).toEqual([])
  })

  test('a result is handed over against a signature on the pad', { timeout: 180_000 }, async () => {
    const [code = ''] = codes
    const page = await signedIn(`canbo-${toanLuu}`)
    await page.goto(`/can-bo/ban-xu-ly/cho-giao/${code}`)
    await page
      .getByRole('button', { name: /Giao kết quả/ })
      .first()
      .click()
    await page.getByLabel('Tại quầy').check()
    await page.getByLabel('Ký trên bảng ký').check()
    const pad = page.getByRole('img', { name: 'Chữ ký của người nhận' })
    const box = await pad.boundingBox()
    if (!box) throw new Error('the pad is not on screen')
    await page.mouse.move(box.x + 40, box.y + 60)
    await page.mouse.down()
    await page.mouse.move(box.x + 200, box.y + 30, { steps: 8 })
    await page.mouse.move(box.x + 300, box.y + 90, { steps: 8 })
    await page.mouse.up()
    await keepScreenshot(page, 'hand-over-pad')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Giao kết quả/ })
      .click()

    await expect
      .poll(async () => (await desk.owner.query('select state from dossiers where code = $1', [code])).rows[0].state, {
        timeout: 30_000,
      })
      .toBe('returned')
    const { rows } = await desk.owner.query(
      `select count(*)::integer as n from documents o join dossiers d on d.id = o.dossier_id where d.code = $1 and form = 'GN'`,
      [code],
    )
    expect(rows[0].n).toBe(1)
    await page.close()
    expect(house.faults).toEqual([])
  })
})
