import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { renderPdf } from '#server/documents/render-pdf.ts'
import { logOf } from '../clock/log.ts'
import { storeLog } from '../reports/store-log.ts'
import {
  chromiumPath,
  counterScreen,
  expectAccessible,
  type House,
  keepScreenshot,
  openHouse,
  phone,
  sideways,
} from '../support/browser.ts'
import { type TestDesk, thanhSen, toanLuu } from '../support/desk.ts'
import { fileExample } from '../support/filings.ts'

/** Screens of counter PCs, and a large one. */
const widths = [1280, 1366, 1920]

/** What every member of staff sees on the screens that they have. */
describe.skipIf(!chromiumPath)('the staff’s screens', () => {
  let house: House
  let code: string

  beforeAll(async () => {
    house = await openHouse()
    const { desk } = house
    ;({ code } = await fileExample(desk.visitor()))
    await desk.deliver()
    await turnPapersIntoPdf(desk)
    for (const unit of [toanLuu, toanLuu, thanhSen])
      await storeLog(
        desk,
        logOf(
          ['submit', '2026-11-03 08:00', { unit }],
          ['accept', '2026-11-03 09:00'],
          ['resolve', '2026-11-05 16:00'],
        ),
      )
    await desk.deliver()
  }, 180_000)
  afterAll(async () => {
    await house?.[Symbol.asyncDispose]()
  })

  const open = (username: string) => house.signedIn(username, { screen: counterScreen })

  test.each([`canbo-${toanLuu}`, `chihuy-${toanLuu}`, 'giamsat-hatinh', 'quantri'])(
    'the top bar of %s is one line at every width, and leads everywhere',
    async (username) => {
      const page = await open(username)
      for (const width of widths) {
        await page.setViewportSize({ width, height: 768 })
        expect(await linesOf(page), `${username} at ${width}`).toBe(1)
        expect(await sideways(page)).toBe(0)
      }
      await page.setViewportSize({ width: 1280, height: 768 })
      const areas = await areasOf(page)
      // Forty pixels less: a badge with a number may stand on what the words leave.
      await page.setViewportSize({ width: 1240, height: 768 })
      for (const address of areas) {
        await page.goto(address)
        await page.locator('h1').first().waitFor()
        expect(await linesOf(page), `${username} at ${address}`).toBe(1)
        expect(await sideways(page), `${username} at ${address}`).toBe(0)
        await page.setViewportSize(phone)
        expect(await sideways(page), `${username} at ${address} on a phone`).toBe(0)
        await page.setViewportSize({ width: 1240, height: 768 })
      }
      await page.setViewportSize({ width: 1280, height: 768 })
      await keepScreenshot(page, `screens-bar-${username.split('-')[0]}-1280`)
      await expectAccessible(page)
      await page.close()
    },
  )

  test('what is rare stands behind one button that the keyboard opens, walks through and closes', async () => {
    const page = await open(`chihuy-${toanLuu}`)
    const more = page.locator('summary', { hasText: 'Thêm' }).first()
    await more.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Lưu trữ' }).waitFor()
    await keepScreenshot(page, 'screens-menu-1366')
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'Lưu trữ' }).waitFor({ state: 'hidden' })
    expect(await more.evaluate((button) => button === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Thời hạn giải quyết' }).waitFor()
    await page.getByText('Thêm: Báo cáo').waitFor()
    await page.close()
  })

  test('every column of the report’s table can be read at every width, with its row’s name beside it', async () => {
    const page = await open('giamsat-hatinh')
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      await page.goto('/can-bo/bao-cao?from=2026-11-01&to=2026-11-30')
      const table = page.getByRole('table', { name: 'Việc dồn ở đâu' })
      await table.waitFor()
      await keepScreenshot(page, `screens-report-${width}`)
      const columns = await table.getByRole('columnheader').count()
      for (let at = 1; at < columns; at++) expect(await seenBesideItsName(table.locator('..'), at), `${at}`).toBe(true)
    }
    await expectAccessible(page)
    await page.close()
  })

  test('a PDF is read beside the answers, closer and turned by the desk’s own keys', async () => {
    const page = await open(`canbo-${toanLuu}`)
    await page.goto(`/can-bo/ban-xu-ly/tat-ca/${code}`)
    await page.locator('iframe').waitFor()
    await expect.poll(() => redIn(page), { timeout: 20_000 }).toBeGreaterThan(2_000)
    await keepScreenshot(page, 'screens-pdf-1366')
    const before = await redBox(page)
    await page.keyboard.press('o')
    await expect.poll(async () => (await redBox(page)).isLying, { timeout: 20_000 }).toBe(!before.isLying)
    await keepScreenshot(page, 'screens-pdf-turned-1366')
    await page.keyboard.press('o')
    await page.keyboard.press('=')
    await page.getByText('150%').waitFor()
    await keepScreenshot(page, 'screens-pdf-closer-1366')
    await expectAccessible(page)
    await page.getByRole('region', { name: /^Khung xem/ }).focus()
    await page.keyboard.press('End')
    await page.getByText('2 trang.').waitFor()
    await page.keyboard.press('-')
    await page.getByText('100%').waitFor()
    await page.close()
  })

  test('a click on a link in a PDF leads the desk nowhere', async () => {
    const page = await open(`canbo-${toanLuu}`)
    await page.goto(`/can-bo/ban-xu-ly/tat-ca/${code}`)
    await expect.poll(() => redIn(page), { timeout: 20_000 }).toBeGreaterThan(2_000)
    const asked: string[] = []
    page.context().on('request', (request) => asked.push(request.url()))
    // The red bar is one link.
    const { left, top } = await redBox(page)
    await page.locator('.pdf-stage').click({ position: { x: left + 20, y: top + 20 } })
    await page.keyboard.press('?')
    await page.getByRole('dialog').waitFor()

    expect(asked.filter((url) => !url.startsWith(house.address))).toEqual([])
    expect(page.url()).toContain(code)
    await page.close()
  })

  test('the head of the unit says how many counters work, and reads what that means before it is said', async () => {
    const page = await open(`chihuy-${toanLuu}`)
    await page.goto('/can-bo/goi-so')
    await page.getByRole('link', { name: 'Số quầy và lịch hẹn' }).click()
    await page.getByRole('heading', { level: 1, name: 'Số quầy và lịch hẹn' }).waitFor()
    await page.getByLabel('Số quầy làm việc').fill('4')
    await page.getByText('Mỗi khung giờ nhận 4 người đặt lịch.').waitFor()
    await page.getByLabel('Một lượt mất khoảng').fill('500')
    await page.getByRole('button', { name: 'Ghi cách phục vụ' }).click()
    await page.getByText('Ghi một số nguyên từ 2 đến 120.').waitFor()
    await expectAccessible(page)
    await page.getByLabel('Một lượt mất khoảng').fill('15')
    await page.getByRole('button', { name: 'Ghi cách phục vụ' }).click()
    await page.getByRole('cell', { name: 'đang dùng' }).waitFor()
    await page.getByText(/Hôm nay: 4 quầy/).waitFor()
    await expectAccessible(page)
    await keepScreenshot(page, 'screens-line-settings-1366')
    await page.goto('/can-bo/goi-so')
    await page.getByRole('option', { name: 'Quầy 4' }).waitFor({ state: 'attached' })
    await page.close()
    const officer = await open(`canbo-${toanLuu}`)
    await officer.goto('/can-bo/goi-so')
    await officer.getByRole('heading', { level: 1, name: 'Gọi số' }).waitFor()
    expect(await officer.getByRole('link', { name: 'Số quầy và lịch hẹn' }).count()).toBe(0)
    await officer.close()
  })

  test('what a person may not do is not offered, and what is not there leads back', async () => {
    const officer = await open(`canbo-${toanLuu}`)
    await officer.goto('/can-bo/su-co')
    await officer.getByText('Quản trị hệ thống ghi nhận sự cố.').waitFor()
    expect(await officer.getByRole('button', { name: 'Ghi nhận' }).count()).toBe(0)
    await officer.goto('/can-bo/ho-so/QUAY.42-261124-999999')
    await officer.getByText('Không có hồ sơ này').waitFor()
    expect(await officer.getByRole('button', { name: 'Thử lại' }).count()).toBe(0)
    await officer.getByRole('link', { name: 'Về trang đầu' }).click()
    await officer.getByRole('heading', { name: 'Tất cả đang mở' }).waitFor()
    await officer.goto('/can-bo/goi-so')
    await officer.getByLabel('hoặc mã lịch hẹn').fill('ZZZZZZ')
    await officer.getByRole('button', { name: 'Lấy số', exact: true }).click()
    await officer.getByText('Hôm nay đơn vị này không có lịch hẹn với mã đó.').waitFor()
    expect(await officer.getByRole('link', { name: 'Về trang đầu' }).count()).toBe(0)
    await officer.goto('/can-bo/khong-co')
    await officer.getByRole('heading', { level: 1, name: 'Không có trang này' }).waitFor()
    await expectAccessible(officer)
    await officer.close()

    const administrator = await open('quantri')
    await administrator.goto('/can-bo/su-co')
    await administrator.getByRole('button', { name: 'Ghi nhận' }).waitFor()
    await administrator.close()
  })

  test('an officer sends a dossier where it belongs, and the colleagues there read why', async () => {
    const { code: strayed } = await fileExample(house.desk.visitor(), '1.004194', {
      dwelling: { unit: { edition: '2025-07', code: toanLuu }, detail: 'Tổ 5' },
      applicantIdentity: '000188000501',
    })
    await house.desk.deliver()
    const officer = await open(`canbo-${toanLuu}`)
    await officer.goto(`/can-bo/ban-xu-ly/tat-ca/${strayed}`)
    await officer.locator('#dossier-title').waitFor()
    await officer.locator('.action-bar kbd').first().waitFor()
    await officer.keyboard.press('f')
    const dialog = officer.getByRole('dialog')
    await dialog.getByRole('searchbox', { name: 'Đơn vị nhận' }).fill('thanh sen')
    await dialog
      .getByRole('button', { name: /Thành Sen/ })
      .first()
      .click()
    await dialog.getByLabel('Căn cứ').selectOption({ label: 'Đã tra cứu hồ sơ địa giới và dữ liệu cư trú.' })
    await dialog.getByLabel('Nói rõ cho đơn vị nhận').fill('Sổ địa chính ghi thửa 12 ở tổ 5.')
    await expectAccessible(officer)
    await keepScreenshot(officer, 'screens-transfer-1366')
    await dialog.getByRole('button', { name: 'Chuyển hồ sơ' }).click()
    await officer
      .getByText(/Đã chuyển công an xã khác|Sắp chuyển/)
      .first()
      .waitFor()
    await expect
      .poll(
        async () =>
          (await house.desk.owner.query('select unit_code from dossiers where code = $1', [strayed])).rows[0].unit_code,
        { timeout: 20_000 },
      )
      .toBe(thanhSen)
    await officer.close()
    await house.desk.deliver()

    const colleague = await open(`canbo-${thanhSen}`)
    await colleague.goto(`/can-bo/ho-so/${strayed}`)
    await colleague.getByText(/Hồ sơ được chuyển đến .* Đã tra cứu hồ sơ địa giới/).waitFor()
    await colleague.getByText('Sổ địa chính ghi thửa 12 ở tổ 5.').waitFor()
    await expectAccessible(colleague)
    await keepScreenshot(colleague, 'screens-transferred-1366')
    await colleague.close()
  })

  test('no page broke the content policy or threw', () => {
    expect(house.faults).toEqual([])
  })
})

/** Where the bar leads, what is behind “Thêm” with it. */
const areasOf = (page: Page) =>
  page
    .locator('.top-bar nav a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).getAttribute('href') ?? ''))

/** In how many lines the things of the top bar stand: one below another is another line. */
const linesOf = (page: Page) =>
  page.locator('.top-bar').evaluate((bar) => {
    const boxes = [...bar.querySelectorAll('a, button, summary, .posting, .person')]
      .filter((each) => each.checkVisibility())
      .map((each) => each.getBoundingClientRect())
      .sort((a, b) => a.top - b.top)
    let lines = 0
    let bottom = Number.NEGATIVE_INFINITY
    for (const box of boxes) {
      if (box.top >= bottom) lines += 1
      bottom = Math.max(bottom, box.bottom)
    }

    return lines + boxes.filter(({ height }) => height > 44).length
  })

/** Scrolls a column into sight, and looks whether all of it is there and the first column beside it. */
const seenBesideItsName = (scroller: ReturnType<Page['locator']>, column: number) =>
  scroller.evaluate((box, at) => {
    const cells = box.querySelectorAll<HTMLElement>('thead th')
    const [first, header] = [cells[0], cells[at]]
    if (!first || !header) return false
    header.scrollIntoView({ inline: 'end', block: 'nearest' })
    const room = box.getBoundingClientRect()
    const name = first.getBoundingClientRect()
    const cell = header.getBoundingClientRect()
    const isWhole = [...box.querySelectorAll<HTMLElement>('tbody tr')].every(({ children }) => {
      const each = children[at] as HTMLElement

      return each.scrollWidth <= each.clientWidth + 1
    })

    return isWhole && name.left >= room.left - 1 && cell.left >= name.right - 1 && cell.right <= room.right + 1
  }, column)

/** Every paper of the desk becomes two sheets with a red bar across their upper part; the bar is a link to elsewhere. */
async function turnPapersIntoPdf(desk: TestDesk) {
  const bar = {
    text: 'HỢP ĐỒNG',
    link: 'http://127.0.0.1:9/elsewhere',
    fontSize: 60,
    color: '#ff0000',
    background: '#ff0000',
  }
  const bytes = await renderPdf({
    info: { title: 'Hợp đồng', subject: 'Hợp đồng', creationDate: new Date('2026-11-20T09:00:00+07:00') },
    defaultStyle: { font: 'Tinos' },
    content: [bar, { ...bar, pageBreak: 'before' }],
  })
  const { sha256 } = await desk.deps.store.keep(bytes)
  await desk.owner.query(
    `update uploads set type = 'application/pdf', stored_type = 'application/pdf', stored_sha256 = $1`,
    [sha256],
  )
}

interface RedBox {
  count: number
  left: number
  top: number
  isLying: boolean
}

/** Where the paper's red bar is on screen. */
async function redBox(page: Page): Promise<RedBox> {
  const { data, info } = await sharp(await page.locator('.pdf-stage').screenshot())
    .raw()
    .toBuffer({ resolveWithObject: true })
  let [left, right, top, bottom, count] = [info.width, 0, info.height, 0, 0]
  for (let y = 0; y < info.height; y++) {
    for (let x = 0; x < info.width; x++) {
      const at = (y * info.width + x) * info.channels
      if ((data[at] ?? 0) < 200 || (data[at + 1] ?? 255) > 60 || (data[at + 2] ?? 255) > 60) continue
      count += 1
      left = Math.min(left, x)
      right = Math.max(right, x)
      top = Math.min(top, y)
      bottom = Math.max(bottom, y)
    }
  }

  return { count, left, top, isLying: right - left > bottom - top }
}

const redIn = async (page: Page) => (await redBox(page)).count
