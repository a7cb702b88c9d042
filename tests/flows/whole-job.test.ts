import { writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  chromiumPath,
  counterScreen,
  expectAccessible,
  type House,
  keepScreenshot,
  openHouse,
  phone,
  signIn,
} from '../support/browser.ts'
import { type TestDesk, thanhSen, toanLuu } from '../support/desk.ts'

/**
 * The whole main job, as the people do it: a resident files from a phone, the right commune police receives it at
 * once, an officer asks and proposes, the commander signs, a supervisor sees. One story, told in order.
 */
describe.skipIf(!chromiumPath)('the whole job', () => {
  let house: House
  let desk: TestDesk
  let resident: Page
  let officer: Page
  let commander: Page
  let stranger: Page
  let code = ''
  let trackingKey = ''

  beforeAll(async () => {
    house = await openHouse({ queue: { units: [toanLuu, thanhSen] } })
    desk = house.desk
    resident = await house.open('/', phone)
    officer = await house.open('/can-bo', counterScreen)
    commander = await house.open('/can-bo', counterScreen)
    stranger = await house.open('/can-bo', counterScreen)
  }, 180_000)
  afterAll(async () => {
    await house?.[Symbol.asyncDispose]()
  })

  const next = () => resident.getByRole('button', { name: 'Tiếp tục' }).click()
  const heading = (name: string | RegExp) => resident.getByRole('heading', { level: 1, name }).waitFor()

  test('the officers sign in and wait', async () => {
    for (const [page, username] of [
      [officer, `canbo-${toanLuu}`],
      [commander, `chihuy-${toanLuu}`],
      [stranger, `canbo-${thanhSen}`],
    ] as const) {
      await signIn(page, username)
    }
    await keepScreenshot(officer, '01-officer-empty-1366')
  })

  test('a resident finds the service by a word without diacritics, and sees what it takes', async () => {
    await resident.goto('/')
    await expectAccessible(resident)
    await keepScreenshot(resident, '02-home-360')
    await resident.getByRole('searchbox').fill('dang ky tam tru')
    await resident.keyboard.press('Enter')
    await resident
      .getByRole('link', { name: /^Đăng ký tạm trú/ })
      .first()
      .click()
    await resident.getByRole('heading', { level: 1, name: 'Đăng ký tạm trú' }).waitFor()
    await expectAccessible(resident)
    await keepScreenshot(resident, '03-service-360')
    expect(await resident.textContent('main')).toContain('7.000 đồng')
  })

  test('the resident answers for himself and two household members, with an old commune name', async () => {
    await resident.getByRole('link', { name: 'Bắt đầu' }).click()
    await heading('Đăng ký cho ai?')
    await expectAccessible(resident)
    await resident.getByText('Một người hoặc một hộ gia đình').click()
    await next()
    await heading('Ai là người đăng ký?')
    await fillPerson(resident, 'Nguyễn Văn Thành', ['20', '8', '1985'], 'Nam')
    await next()
    await heading(/Số định danh cá nhân/)
    await resident.getByRole('textbox').first().fill('000085000011')
    await next()
    await heading('Liên hệ bằng cách nào?')
    await resident.getByLabel(/Số điện thoại/).fill('0912 345 678')
    await next()
    await heading('Tạm trú ở đâu?')
    await resident.getByRole('button', { name: 'Chọn xã, phường' }).click()
    await resident.getByRole('searchbox').fill('luu vinh son')
    await resident
      .getByRole('button', { name: /Lưu Vĩnh Sơn/ })
      .first()
      .waitFor()
    await keepScreenshot(resident, '04-commune-360')
    await resident
      .getByRole('button', { name: /Lưu Vĩnh Sơn/ })
      .first()
      .click()
    await resident.getByRole('textbox').last().fill('Thôn Vĩnh Tiến')
    await next()
    await heading('Nơi nhận và ngày có kết quả')
    await resident.getByText('Công an xã Toàn Lưu').first().waitFor()
    const preview = await resident.textContent('main')
    expect(preview).toContain('Toàn Lưu')
    expect(preview).toContain('1665/NQ-UBTVQH15')
    expect(preview).toContain('7.000 đồng')
    await expectAccessible(resident)
    await keepScreenshot(resident, '05-preview-360')
    await next()
    await heading('Chỗ ở này là của ai?')
    await resident.getByText('Nhà thuê, phòng trọ').click()
    await next()
    await heading('Tạm trú trong thời gian nào?')
    const days = resident.getByRole('group')
    await fillDate(days.filter({ hasText: 'Từ ngày' }).last(), ['1', '12', '2026'])
    await fillDate(days.filter({ hasText: 'Đến ngày' }).last(), ['30', '11', '2027'])
    await next()
    await heading('Ai là chủ hộ ở nơi mới?')
    await resident.getByRole('radio').first().check()
    await next()
    await heading('Có ai cùng chuyển không?')
    await resident.getByText('Có', { exact: true }).click()
    await next()
    await heading('Những người cùng chuyển')
    await addMember(resident, 'Trần Thị Hạnh', ['2', '3', '1988'], 'Nữ', '000188000012', 'Vợ')
    await addMember(resident, 'Nguyễn Gia Bảo', ['12', '3', '2019'], 'Nam', '000219000013', 'Con đẻ')
    await expectAccessible(resident)
    await keepScreenshot(resident, '06-members-360')
    await next()
    await heading('Người dưới 18 tuổi cùng chuyển')
    await resident.getByText('Gửi kèm văn bản đồng ý').click()
    await next()
    await heading('Có thuộc diện miễn lệ phí không?')
    await resident.getByText('Không thuộc diện nào').click()
    await next()
    await heading('Còn điều gì cần nói thêm?')
    await next()
  })

  test('two photographed papers are taken by the desk, each with its hash', async () => {
    await heading('Chụp giấy tờ')
    const folder = await mkdtemp(join(tmpdir(), 'quay-photos-'))
    for (const [i, name] of ['hop-dong.jpg', 'dong-y.jpg'].entries()) {
      writeFileSync(join(folder, name), await paperPhoto(i))
    }
    for (const kind of ['Hợp đồng thuê nhà', 'Văn bản đồng ý']) {
      const slot = resident.getByRole('region', { name: kind })
      await slot
        .locator('input[type=file]')
        .first()
        .setInputFiles(join(folder, kind.startsWith('Hợp') ? 'hop-dong.jpg' : 'dong-y.jpg'))
      await slot.getByText('Quầy đã nhận').waitFor()
    }
    await expectAccessible(resident)
    await keepScreenshot(resident, '07-papers-360')
    await next()
  })

  test('after a last look the dossier is filed, with a code, a second factor and a receipt', async () => {
    await heading('Xem lại trước khi nộp')
    await expectAccessible(resident)
    await keepScreenshot(resident, '08-check-360')
    await resident.getByRole('checkbox').check()
    await resident.getByRole('button', { name: 'Nộp hồ sơ' }).click()
    await heading('Đã nộp hồ sơ')
    const said = (await resident.textContent('main')) ?? ''
    code = /QUAY\.42-\d{6}-\d{6}/.exec(said)?.[0] ?? ''
    trackingKey = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(said.replace(code, ''))?.[0] ?? ''
    expect(code).not.toBe('')
    expect(trackingKey).not.toBe('')
    await expectAccessible(resident)
    await keepScreenshot(resident, '09-filed-360')

    const receipt = await resident.request.get(`/api/dossiers/${code}/receipt.pdf`, {
      headers: { 'x-tracking-key': trackingKey },
    })
    expect(receipt.headers()['content-type']).toBe('application/pdf')
  })

  test('it appears on the desk of Toàn Lưu by itself, and not on another commune’s', async () => {
    await officer.getByText('Nguyễn Văn Thành').first().waitFor()
    await keepScreenshot(officer, '10-officer-queue-1366')
    await stranger.reload()
    await stranger.getByRole('navigation').first().waitFor()
    expect(await stranger.getByText('Nguyễn Văn Thành').count()).toBe(0)
    expect((await stranger.request.get(`/api/dossiers/${code}`)).status()).toBe(404)
  })

  test('the officer accepts, and asks once for a paper with a coded reason', async () => {
    await officer.getByText('Nguyễn Văn Thành').first().click()
    await officer.getByRole('heading', { name: /Nguyễn Văn Thành/ }).waitFor()
    await expectAccessible(officer)
    await officer.getByRole('button', { name: /^Tiếp nhận/ }).click()
    const drawer = officer.getByRole('dialog')
    await drawer.getByRole('button', { name: /^Tiếp nhận/ }).click()
    await drawer.waitFor({ state: 'hidden' })
    await sendNow(officer)
    await officer.getByRole('button', { name: /^Yêu cầu bổ sung/ }).waitFor()
    await keepScreenshot(officer, '11-accepted-1366')
    await officer.getByRole('button', { name: /^Yêu cầu bổ sung/ }).click()
    await drawer.getByRole('checkbox', { name: /Hợp đồng thuê nhà/ }).check()
    await drawer.getByRole('combobox').first().selectOption({ label: 'Ảnh mờ, tối hoặc bị cắt' })
    await keepScreenshot(officer, '12-supplement-1366')
    await expectAccessible(officer)
    await drawer.getByRole('button', { name: /Gửi yêu cầu/ }).click()
    await drawer.waitFor({ state: 'hidden' })
    await sendNow(officer)
    expect((await (await officer.request.get(`/api/dossiers/${code}`)).json()).state).toBe('need_supplement')
  })

  test('the resident answers from the tracking page, with plain forms', async () => {
    desk.clock.set('2026-11-23T09:00:00+07:00')
    await resident.goto('/tra-cuu')
    await resident.getByLabel('Mã hồ sơ').fill(code)
    await resident.getByLabel('Mã tra cứu').fill(trackingKey.toLowerCase().replaceAll('-', ' '))
    await resident.getByRole('button', { name: /Xem/ }).click()
    await resident.getByText(/chờ ông\/bà bổ sung/).waitFor()
    await expectAccessible(resident)
    await keepScreenshot(resident, '13-tracking-360')
    await resident.getByRole('link', { name: 'Bổ sung ngay' }).click()
    await resident.getByRole('heading', { level: 1, name: 'Trả lời yêu cầu bổ sung' }).waitFor()
    await expectAccessible(resident)
    const folder = await mkdtemp(join(tmpdir(), 'quay-photos-'))
    writeFileSync(join(folder, 'ro-hon.jpg'), await paperPhoto(3))
    await resident.locator('input[type=file]').first().setInputFiles(join(folder, 'ro-hon.jpg'))
    await keepScreenshot(resident, '14-supplement-360')
    await resident.getByRole('button', { name: 'Gửi bổ sung' }).click()
    await resident
      .getByText(/đang giải quyết/)
      .first()
      .waitFor()
    await expectAccessible(resident)
    await keepScreenshot(resident, '15-answered-360')
  })

  test('the officer proposes, the commander signs, and CT08 is there as a PDF', async () => {
    await officer.goto(`/can-bo/ban-xu-ly/tat-ca/${code}`)
    await officer.getByRole('button', { name: /^Trình ký/ }).click()
    const proposal = officer.getByRole('dialog')
    await proposal.getByRole('radio').first().check()
    await proposal.getByRole('button', { name: /^Trình/ }).click()
    await proposal.waitFor({ state: 'hidden' })
    await sendNow(officer)

    await commander.goto(`/can-bo/ban-xu-ly/tat-ca/${code}`)
    await commander.getByRole('button', { name: /^Duyệt/ }).click()
    const decision = commander.getByRole('dialog')
    await keepScreenshot(commander, '16-decision-1366')
    await decision.getByRole('button', { name: /^Duyệt/ }).click()
    await decision.waitFor({ state: 'hidden' })
    await sendNow(commander)

    await commander.goto(`/can-bo/ban-xu-ly/cho-giao/${code}`)
    await commander.getByText('Có kết quả').first().waitFor()
    await keepScreenshot(commander, '17-resolved-1366')
    await resident.goto(`/ho-so/${code}`)
    const result = resident.getByRole('link', { name: /CT08/ }).first()
    await result.waitFor()
    await expectAccessible(resident)
    await keepScreenshot(resident, '18-result-360')
    const file = await resident.request.get((await result.getAttribute('href')) ?? '')
    expect(file.headers()['content-type']).toBe('application/pdf')
    expect((await file.body()).subarray(0, 5).toString()).toBe('%PDF-')
  })

  test('the supervisor sees it counted, opens the number and reads why', async () => {
    const page = await house.signedIn('giamsat-hatinh', { path: '/can-bo/bao-cao' })
    await page
      .getByRole('link', { name: /Toàn Lưu/ })
      .first()
      .waitFor()
    await expectAccessible(page)
    await keepScreenshot(page, '19-report-1280')
    const workbook = await page.request.get('/api/reports/sla.xlsx')
    expect(workbook.headers()['content-type']).toContain('spreadsheetml')
    await page.goto(`/can-bo/ho-so/${code}`)
    await page
      .getByText(/Ngày tiếp nhận không tính/)
      .first()
      .waitFor()
    await expectAccessible(page)
    await keepScreenshot(page, '20-explained-1280')
  })

  test('no page broke the content policy or threw', async () => {
    await Promise.all([resident, officer, commander, stranger].map((page) => page.close()))
    expect(house.faults).toEqual([])
  })
})

/** A step waits ten seconds so that it can be taken back; who is sure sends it at once. */
async function sendNow(page: Page) {
  const button = page.getByRole('button', { name: 'Gửi ngay' })
  await button.click()
  await page.getByRole('list', { name: 'Việc sắp gửi' }).waitFor({ state: 'hidden' })
}

async function fillPerson(page: Page, name: string, born: [string, string, string], gender: string) {
  await page.getByLabel(/Họ, chữ đệm và tên/).fill(name)
  await fillDate(page.getByRole('group').filter({ hasText: /sinh/ }).first(), born)
  await page.getByText(gender, { exact: true }).click()
}

async function fillDate(group: ReturnType<Page['locator']>, [day, month, year]: [string, string, string]) {
  await group.getByLabel('Ngày', { exact: true }).first().fill(day)
  await group.getByLabel('Tháng', { exact: true }).first().fill(month)
  await group.getByLabel('Năm', { exact: true }).first().fill(year)
}

async function addMember(
  page: Page,
  name: string,
  born: [string, string, string],
  gender: string,
  identity: string,
  relationship: string,
) {
  await page.getByRole('button', { name: /^Thêm/ }).click()
  await fillPerson(page, name, born, gender)
  await page.getByLabel(/Số định danh/).fill(identity)
  await page.getByLabel(/quan hệ/i).selectOption({ label: relationship })
  await page.getByRole('button', { name: 'Xong người này' }).click()
}

/** A photo of a sheet with lines on it, as a phone takes one. */
function paperPhoto(seed: number): Promise<Buffer> {
  const line = (i: number) => ({
    input: {
      create: { width: 600 + ((i * 97 + seed * 31) % 300), height: 14, channels: 3 as const, background: '#333' },
    },
    left: 120,
    top: 140 + i * 60,
  })

  return sharp({ create: { width: 1200, height: 1700, channels: 3, background: '#f7f5ef' } })
    .composite(Array.from({ length: 24 }, (_, i) => line(i)))
    .jpeg({ quality: 85 })
    .toBuffer()
}
