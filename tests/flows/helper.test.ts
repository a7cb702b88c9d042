import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  chromiumPath,
  expectAccessible,
  type House,
  keepScreenshot,
  openHouse,
  phone,
  sideways,
} from '../support/browser.ts'
import { toanLuu } from '../support/desk.ts'
import { fillerOf } from './resident-filling.ts'

/** A neighbour helps somebody to file, on the neighbour's telephone, in the village. */
describe.skipIf(!chromiumPath)('a helper on a phone', () => {
  let house: House
  let page: Page

  beforeAll(async () => {
    house = await openHouse()
    page = await house.signedIn(`tocongnghe-${toanLuu}`, { screen: phone })
  }, 240_000)
  afterAll(() => house?.[Symbol.asyncDispose]())

  const heading = (name: string | RegExp) => page.getByRole('heading', { name }).waitFor()
  const fitsTheScreen = async () => (await sideways(page)) === 0

  async function newestCode(): Promise<string> {
    await house.desk.deliver()
    const { rows } = await house.desk.owner.query(
      'select body from recorded_messages where dossier_id is null order by at desc, message_id desc limit 1',
    )

    return /\b(\d{6})\b/.exec(rows[0]?.body)?.[1] ?? ''
  }

  /** From the helper's page to the last screen of the form, whose declaration is ticked. */
  async function fillTogether() {
    const fill = fillerOf(page)
    await fill.untilAddress()
    await fill.untilPapers()
    await fill.sendPhoto()
    await page.getByText('Quầy đã nhận').waitFor()
    await fill.next()
    await fill.heading('Xem lại trước khi nộp')
    await page.getByRole('checkbox').check()
  }

  test('signs in as other staff do and comes to a page of the own, with every procedure and an empty list', async () => {
    await heading('Giúp nộp hồ sơ')

    expect(new URL(page.url()).pathname).toBe('/ho-tro')
    await page.getByText('Chưa giúp nộp hồ sơ nào.').waitFor()
    await page.getByRole('link', { name: 'Đăng ký tạm trú', exact: true }).waitFor()
    expect(await fitsTheScreen()).toBe(true)
    await expectAccessible(page)
    await keepScreenshot(page, '90-helper-360')
  })

  test('fills in together; the resident reads it, and the code of the own telephone files it', async () => {
    await page.getByRole('link', { name: 'Đăng ký tạm trú', exact: true }).click()
    await page.getByText('Máy này không lưu lại gì.').waitFor()
    await fillTogether()
    expect(await page.getByRole('button', { name: 'Nộp hồ sơ' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Chuyển cho ông/bà xác nhận' }).click()
    await heading('Ông/bà xác nhận')
    expect((await house.desk.owner.query('select 1 from dossiers')).rows).toEqual([])
    await expectAccessible(page)

    await page.getByRole('button', { name: 'Gửi mã đến …678' }).click()
    const code = await newestCode()
    await page.getByText('Đã gửi mã đến …678.').waitFor()
    await page.getByLabel('Mã xác nhận').fill(code === '000000' ? '000001' : '000000')
    await page.getByRole('button', { name: 'Xác nhận và nộp hồ sơ' }).click()
    await page.getByText('Mã không đúng.').waitFor()
    expect(await fitsTheScreen()).toBe(true)
    await expectAccessible(page)
    await keepScreenshot(page, '91-helper-confirm-360')
    await page.getByLabel('Mã xác nhận').fill(code)
    await page.getByRole('button', { name: 'Xác nhận và nộp hồ sơ' }).click()
    await heading('Đã nộp hồ sơ')

    await page.getByText('Mã tra cứu đã được gửi').waitFor()
    expect(await page.textContent('main')).not.toContain('Minh Anh')
    expect(await page.textContent('main')).not.toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/)
    await expectAccessible(page)
    await keepScreenshot(page, '92-helper-filed-360')
  })

  test('the telephone keeps nothing of it, and the list shows a code and how far it is', async () => {
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))
    expect(kept).not.toMatch(/Minh Anh|0912|nhap/)
    await expect.poll(async () => (await house.desk.owner.query('select 1 from drafts')).rows).toEqual([])
    await page.getByRole('link', { name: 'Về trang giúp nộp hồ sơ' }).click()
    await heading('Đã giúp nộp')

    const { rows } = await house.desk.owner.query('select code from dossiers')
    const entry = page.getByRole('link', { name: rows[0].code })
    await entry.waitFor()
    expect(await entry.textContent()).toContain('Công an xã Toàn Lưu: chờ tiếp nhận.')
    expect(await page.textContent('main')).not.toContain('Minh Anh')
    await page.goto(`/can-bo/ho-so/${rows[0].code}`)
    await heading('Giúp nộp hồ sơ')
  })

  test('without a telephone at hand the resident types the own name', async () => {
    await fillTogether()
    await page.getByRole('button', { name: 'Chuyển cho ông/bà xác nhận' }).click()
    await heading('Ông/bà xác nhận')
    await page.getByLabel('Họ, chữ đệm và tên').fill('Nguyễn Thị')
    await page.getByRole('button', { name: 'Tôi đã đọc lại và đồng ý nộp' }).click()
    await page.getByText('Họ tên chưa khớp với hồ sơ.').waitFor()
    await page.getByLabel('Họ, chữ đệm và tên').fill('nguyễn thị minh anh')
    await page.getByRole('button', { name: 'Tôi đã đọc lại và đồng ý nộp' }).click()
    await heading('Đã nộp hồ sơ')

    await page.getByText('Ông/bà mang căn cước đến công an xã').waitFor()
  })

  test('signs out, and the page asks who is there', async () => {
    await page.goto('/ho-tro')
    await page.getByRole('button', { name: 'Đăng xuất' }).click()
    await heading('Đăng nhập bàn xử lý')
    await page.goto('/ho-tro')
    await heading('Đăng nhập bàn xử lý')

    expect(house.faults).toEqual([])
  })
})
