import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  chromiumPath,
  counterScreen,
  expectAccessible,
  type House,
  keepScreenshot,
  openHouse,
} from '../support/browser.ts'
import { type TestDesk, toanLuu } from '../support/desk.ts'
import { fileExample, newKey } from '../support/filings.ts'
import { ofPerson, pressKeys } from '../support/scanner.ts'
import { fillerOf } from './resident-filling.ts'

const number = '000 195 000 001'
const clean =
  '000195000001|187654321|Nguyễn Thị Minh Anh|20081995|Nữ|Thôn Vĩnh Tiến, Lưu Vĩnh Sơn, Thạch Hà, Hà Tĩnh|10052021'
const byTelex = '000195000001|187654321|Nguyeenx Thij Minh Anh|20081995|Nuwx|Thoon Vinhx Tieens|10052021'
const byVni = '000195000001|187654321|Nguye64n Thi5 Minh Anh|20081995|Nu74|Tho6n Vi4nh Tie61n|10052021'

/** A person with a card stands at the counter, and the officer's hands stay on the keyboard and the scanner. */
describe.skipIf(!chromiumPath)('intake at the counter', () => {
  let house: House
  let desk: TestDesk
  let page: Page
  let earlier = ''
  const intake = () => page.getByRole('heading', { level: 1, name: 'Tiếp nhận tại quầy' }).waitFor()
  const toDesk = async () => {
    await page.goto('/can-bo/ban-xu-ly')
    await page
      .getByText(earlier.slice(earlier.indexOf('-') + 1))
      .first()
      .waitFor()
  }
  const shownPerson = async () => ({
    identity: await page.getByLabel('Số định danh cá nhân').inputValue(),
    name: await page.getByLabel('Họ, chữ đệm và tên khai sinh').inputValue(),
    birth: await page.getByLabel('Ngày, tháng, năm sinh').inputValue(),
    isWoman: await page.getByLabel('Nữ', { exact: true }).isChecked(),
  })
  const sure = { identity: number, name: '', birth: '20/08/1995', isWoman: true }

  beforeAll(async () => {
    house = await openHouse()
    desk = house.desk
    desk.clock.set('2026-11-23T08:05:00+07:00')
    const dwelling = { dwelling: { unit: { edition: '2025-07', code: toanLuu }, detail: 'Thôn 2' } }
    earlier = (await fileExample(desk.visitor(), '1.004194', dwelling)).code
    await desk.deliver()
    page = await house.signedIn(`canbo-${toanLuu}`, { path: '/can-bo/ban-xu-ly', screen: counterScreen })
  }, 240_000)
  afterAll(async () => {
    await house?.[Symbol.asyncDispose]()
  })

  test('a card scanned while the search box has the focus opens intake with the person, and leaves nothing in the box', async () => {
    await toDesk()
    const box = page.getByRole('searchbox')
    await box.fill('minh')
    await page.waitForURL('**/can-bo/ban-xu-ly?q=minh')
    await pressKeys(page, clean)
    await intake()
    expect(await shownPerson()).toEqual({ ...sure, name: 'Nguyễn Thị Minh Anh' })
    expect(await page.getByText('từ mã QR trên thẻ').count()).toBe(4)
    await page.getByRole('link', { name: earlier }).waitFor()
    expect(page.url()).not.toContain('195')
    await expectAccessible(page)
    await keepScreenshot(page, '46-intake-scanned-1366')
    await page.goBack()
    await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('minh')
  })

  test('what Telex made of a card is taken as far as it is sure, while a dialog has the focus', async () => {
    await toDesk()
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: /Gõ vài chữ/ }).waitFor()
    await pressKeys(page, byTelex)
    await intake()
    expect(await page.locator('dialog[open]').count()).toBe(0)
    expect(await shownPerson()).toEqual(sure)
    await page.getByText('Họ tên trên thẻ không đọc được chắc chắn').waitFor()
    await page.getByText('“Nguyeenx Thij Minh Anh”').waitFor()
    await expectAccessible(page)
    await keepScreenshot(page, '46-intake-telex-1366')
    await page.setViewportSize({ width: 1280, height: 800 })
    expect(await page.locator('.top-bar').evaluate((bar) => bar.getBoundingClientRect().height)).toBeLessThan(60)
    await page.setViewportSize(counterScreen)
  })

  test('what VNI made of a card is understood while nothing has the focus, and none of its letters is a shortcut', async () => {
    await toDesk()
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
    await pressKeys(page, byVni)
    await intake()
    expect(await shownPerson()).toEqual(sure)
    await page.getByRole('link', { name: earlier }).waitFor()
    expect(await page.locator('dialog[open]').count()).toBe(0)
  })

  test('somebody who types with an input method off, digits and all, is left alone', async () => {
    await toDesk()
    await page.getByRole('searchbox').fill('')
    await page.getByRole('searchbox').focus()
    await pressKeys(page, 'nguyeenx 195 00', { enter: false, gapMs: ofPerson })
    await expect.poll(() => page.getByRole('searchbox').inputValue()).toBe('nguyeenx 195 00')
  })

  test('a code of a shop is said to be unreadable, and nothing of it stays', async () => {
    await toDesk()
    await page.getByRole('searchbox').fill('minh')
    await pressKeys(page, '8934563138165')
    await page.getByText('Không đọc được mã vừa quét.').waitFor()
    expect(await page.getByRole('searchbox').inputValue()).toBe('minh')
  })

  test('the slip of a dossier opens the dossier, and the slip of the line its number', async () => {
    await toDesk()
    await pressKeys(page, `${house.address}/tra-cuu#${earlier}.ABCD-EFGH-JKMN`)
    await page.waitForURL(`**/can-bo/ban-xu-ly/${earlier}`)
    await page.getByRole('heading', { name: 'Nguyễn Thị Minh Anh' }).waitFor()

    const officer = await desk.signIn(`canbo-${toanLuu}`)
    const taken = await officer.request(
      'POST',
      '/api/tickets',
      { unit: toanLuu, class: 'walk_in', services: ['1.004194'] },
      newKey(),
    )
    await pressKeys(page, `${house.address}${taken.json().placeUrl}`)
    await page.getByText('Số vừa quét A001: đang chờ').waitFor()
    await expectAccessible(page)
    await page.getByLabel('Tôi ngồi ở').selectOption({ label: 'Quầy 1' })
    await page.getByRole('button', { name: 'Gọi số này' }).click()
    await page.getByRole('button', { name: 'Bắt đầu phục vụ' }).click()
    await page.getByText('Đang phục vụ').first().waitFor()
  })

  test('service by its letters, a paper in hand, one key: the form knows the person and the number, and asks for no photo', {
    timeout: 180_000,
  }, async () => {
    await pressKeys(page, clean)
    await intake()
    await page.getByText('Đang phục vụ số').waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
    await page.keyboard.insertText('dang ky tam tru')
    await page.keyboard.press('Enter')
    await page.getByLabel(/Hợp đồng thuê/).check()
    await page.getByText('bản giấy đã xem', { exact: false }).first().waitFor()
    await expectAccessible(page)
    await keepScreenshot(page, '46-intake-ready-1366')
    await page.keyboard.press('Control+Enter')

    await page.getByText('Nhập cho số A001 đang được phục vụ').waitFor()
    expect(page.url()).not.toContain('Nguy')
    expect(JSON.stringify(await page.evaluate(() => ({ ...sessionStorage })))).not.toContain('Minh Anh')
    const fill = fillerOf(page)
    await page.getByText('Một người hoặc một hộ gia đình').click()
    await fill.next()
    await fill.heading('Ai là người đăng ký?')
    expect(await page.getByLabel(/Họ, chữ đệm và tên/).inputValue()).toBe('Nguyễn Thị Minh Anh')
    await fill.next()
    expect(await page.getByLabel('Số định danh cá nhân').inputValue()).toBe(number)
    await fill.next()
    await page.getByLabel('Số điện thoại liên hệ').fill('0912 345 678')
    await fill.next()
    await fill.heading('Tạm trú ở đâu?')
    await fill.untilPapers()
    await page.getByText('Cán bộ đã xem bản giấy, không phải chụp.').first().waitFor()
    await expectAccessible(page)
    await fill.next()
    await fill.heading('Xem lại trước khi nộp')
    await page.getByLabel(/cam đoan/i).check()
    await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
    await page.getByRole('link', { name: 'In phiếu tiếp nhận' }).waitFor()
    await expectAccessible(page)
    await keepScreenshot(page, '46-intake-filed-1366')
  })

  test('the slip prints on one A5 and on the roll of 80 mm, and what the officer saw is in the log', async () => {
    await page.getByRole('link', { name: 'In phiếu tiếp nhận' }).click()
    await page.getByRole('article', { name: 'Phiếu cho công dân' }).waitFor()
    await page.getByText('đã xem bản giấy, trả lại').waitFor()
    await expectAccessible(page)
    await keepScreenshot(page, '46-intake-slip-1366')
    expect(await printed(page)).toEqual({ pages: 1, width: 420, height: 595 })
    await page.evaluate(() => {
      window.print = () => undefined
    })
    await page.getByRole('button', { name: 'In 80 mm' }).click()
    expect(await printed(page)).toEqual({ pages: 1, width: 227, height: 567 })

    const code = page.url().split('/').at(-2) ?? ''
    await desk.deliver()
    await page.goto(`/can-bo/ho-so/${code}`)
    await page.getByText('đã xem bản giấy tại quầy').waitFor()
    const { rows } = await desk.owner.query(
      `select e.data -> 'papersSeen' as seen from dossier_events e join dossiers d on d.id = e.dossier_id
       where d.code = $1 and e.seq = 1`,
      [code],
    )
    expect(rows[0].seen).toEqual(['lease'])

    const officer = await desk.signIn(`canbo-${toanLuu}`)
    for (const [step, body] of [
      ['claim', undefined],
      ['acceptance', {}],
    ] as const) {
      const { version } = (await officer.request('GET', `/api/dossiers/${code}`)).json()
      await officer.request('PUT', `/api/dossiers/${code}/${step}`, body, { 'if-match': `"${version}"`, ...newKey() })
    }
    await page.goto(`/can-bo/ho-so/${code}/phieu`)
    await page.getByRole('heading', { name: 'PHIẾU TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ' }).waitFor()
    await page.getByText('Mẫu CT04').waitFor()
    await keepScreenshot(page, '46-intake-ct04-1366')
    expect(await printed(page)).toEqual({ pages: 1, width: 420, height: 595 })
    await page.evaluate(() => {
      window.print = () => undefined
    })
    await page.getByRole('button', { name: 'In 80 mm' }).click()
    expect(await printed(page)).toEqual({ pages: 1, width: 227, height: 567 })
  })

  test('signing out leaves nobody in the tab', async () => {
    await page.getByRole('button', { name: 'Đăng xuất' }).click()
    await page.getByLabel('Tên đăng nhập').waitFor()
    expect(await page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith('quay.')))).toEqual([])
    expect(house.faults).toEqual([])
  })
})

/** How a page comes out of the printer, in points. */
async function printed(page: Page) {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []

  return {
    pages: pdf.match(/\/Type \/Page\b(?!s)/g)?.length,
    width: Math.round(Number(width)),
    height: Math.round(Number(height)),
  }
}
