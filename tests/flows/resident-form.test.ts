import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { procedureVersions } from '#shared/catalogue/catalogue.ts'
import { versionInForce } from '#shared/catalogue/versions.ts'
import { answerByLink, byLink } from '../consents/answering.ts'
import { peopleOf, resolved } from '../signing/support.ts'
import {
  chromiumPath,
  expectAccessible,
  type House,
  keepScreenshot,
  openHouse,
  person,
  phone,
  sideways,
} from '../support/browser.ts'
import type { TestDesk } from '../support/desk.ts'
import { declareAndFile, fillByHand } from './resident-by-hand.ts'
import { type Filler, fillDay, fillerOf } from './resident-filling.ts'

/** What goes wrong on the way: lost pages, lost networks, lost answers. Nothing typed may be lost, nothing filed twice. */
describe.skipIf(!chromiumPath)('filling in on a phone', () => {
  let house: House
  let desk: TestDesk
  let context: BrowserContext
  let page: Page
  let faults: string[]
  let fill: Filler

  beforeAll(async () => {
    house = await openHouse()
    desk = house.desk
  }, 180_000)
  afterAll(async () => {
    await house?.[Symbol.asyncDispose]()
  })
  beforeEach(async () => {
    ;({ context, page, faults } = await person(house.browser, house.address, phone))
    fill = fillerOf(page)
  })
  afterEach(async () => {
    await context.close()
    expect(faults).toEqual([])
  })

  const stored = async () => (await desk.owner.query('select code from dossiers')).rows.length

  test('what was typed is there again after the page was closed, and Back goes back a question', async () => {
    await fill.untilAddress()
    await page.getByLabel(/Số nhà/).fill('Thôn Vĩnh Tiến')
    await page.getByText(/Đã lưu trên máy lúc/).waitFor()
    await page.close()

    page = await context.newPage()
    await page.goto('/nop/1.004194')
    await page.getByRole('heading', { name: 'Hồ sơ đang làm dở' }).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Làm tiếp' }).click()
    await page.getByRole('heading', { name: 'Tạm trú ở đâu?' }).waitFor()
    expect(await page.getByLabel(/Số nhà/).inputValue()).toBe('Thôn Vĩnh Tiến')
    await page.goto('/nop/1.004194/contact')
    await page.getByRole('button', { name: 'Tiếp tục' }).click()
    await page.getByRole('heading', { name: 'Tạm trú ở đâu?' }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { name: 'Liên hệ bằng cách nào?' }).waitFor()
    expect(await page.getByLabel('Số điện thoại liên hệ').inputValue()).toBe('0912 345 678')
  })

  test('whoever borrowed the phone leaves nothing on it', async () => {
    await fill.untilAddress()
    page.on('dialog', (dialog) => dialog.accept())
    await page.getByRole('button', { name: 'Xóa bản nháp trên máy này' }).click()
    await page.waitForURL('**/thu-tuc/1.004194')

    expect(await page.evaluate(() => JSON.stringify(localStorage))).toBe('{}')
  })

  test('faults are named on top with the focus, lead into their field, and say "Lỗi" in the title', async () => {
    await page.goto('/nop/1.004194/applicant')
    await page.getByLabel(/Họ, chữ đệm và tên/).fill('Anh 123')
    await fill.next()
    const summary = page.getByRole('alert')
    await summary.waitFor()

    expect(await page.evaluate(() => document.activeElement?.className)).toBe('error-summary')
    expect(await page.title()).toMatch(/^Lỗi: /)
    expect(await page.getByLabel(/Họ, chữ đệm và tên/).inputValue()).toBe('Anh 123')
    await expectAccessible(page)
    await summary.getByRole('link', { name: /Ngày, tháng, năm sinh/ }).click()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('f-applicantBirthDate')
  })

  test('an input method composes undisturbed, and its Enter does not send the page', async () => {
    await fill.untilAddress()
    const keyboard = await context.newCDPSession(page)
    const detail = page.getByLabel(/Số nhà/)
    await detail.focus()
    for (const text of ['T', 'Th', 'Thô', 'Thôn']) {
      await keyboard.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    }
    await detail.dispatchEvent('keydown', { key: 'Enter', isComposing: true, keyCode: 229 })
    expect(await detail.inputValue()).toBe('Thôn')
    await keyboard.send('Input.insertText', { text: 'Thôn' })

    expect(await detail.inputValue()).toBe('Thôn')
    expect(page.url()).toMatch(/\/dwelling$/)
  })

  test('the list of communes works by keyboard alone, and Escape leaves it where it was opened', async () => {
    await fill.untilAddress()
    await page.getByRole('button', { name: 'Chọn xã, phường' }).focus()
    await page.keyboard.press('Enter')
    await page.keyboard.type('thach ha')
    await page
      .getByRole('button', { name: /Thạch Hà/ })
      .first()
      .waitFor()
    await expectAccessible(page)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Chọn xã, phường')

    await page.keyboard.press('Enter')
    await page.keyboard.type('thach ha')
    await page
      .getByRole('button', { name: /Thạch Hà/ })
      .first()
      .waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Chọn nơi khác' }).waitFor()
    expect(page.url()).toMatch(/\/dwelling$/)
  })

  test('a commune that the law divided is asked about and never guessed', async () => {
    await fill.untilAddress()
    await fill.chooseCommune('dai nai', /Đại Nài/)
    await page.getByLabel(/Số nhà/).fill('Số 5')
    await fill.next()
    await fill.heading('Cần biết rõ hơn về địa chỉ')
    await expectAccessible(page)
    await fill.next()
    await page.getByRole('alert').waitFor()
    await page.getByText('Phường Hà Huy Tập').click()
    await fill.heading('Nơi nhận và ngày có kết quả')

    expect(await page.textContent('main')).toContain('Công an phường Hà Huy Tập')
  })

  test('people copied from a spreadsheet stand as cards, and a row that cannot be read is mended on its card', async () => {
    await page.goto('/nop/2.001159/guests')
    await fill.heading('Ai lưu trú?')
    await page.getByText('Dán danh sách từ bảng tính').click()
    await page
      .getByLabel(/Mỗi người một dòng/)
      .fill(
        'TT\tHọ tên\tNgày sinh\tSố\n1\tNguyễn Văn An\t20/8/1995\t000095000051\n2\tTrần Thị Bình\t31/2/1990\t000190000052',
      )
    await page.getByRole('button', { name: 'Thêm vào danh sách' }).click()
    const cards = page.locator('li.person')
    await cards.nth(1).waitFor()
    await expectAccessible(page)
    expect(await cards.nth(0).textContent()).toContain('20/08/1995')
    expect(await cards.nth(1).textContent()).toContain('Còn thiếu thông tin')

    await fill.next()
    await page.getByRole('alert').waitFor()
    await page.getByRole('button', { name: 'Sửa Trần Thị Bình' }).click()
    await fillDay(page, 'Ngày, tháng, năm sinh', ['28', '2', '1990'])
    await page.getByRole('button', { name: 'Xong người này' }).click()
    await fill.heading('Ai lưu trú?')
    await fill.next()
    await fill.heading('Lưu trú từ ngày nào đến ngày nào?')
  })

  test('the last page says who is asked to agree by a link, from before it is sent to what they answer', async () => {
    const version = versionInForce(procedureVersions, '1.010038', '2026-11-20')
    if (!version) throw new Error('1.010038')
    await fillByHand(page, version, { ...version.example, ...byLink })
    await declareAndFile(page)
    await fill.heading('Đã nộp hồ sơ')
    await page.getByRole('heading', { name: 'Đang hỏi ý kiến qua đường dẫn' }).waitFor()
    await page.getByText('Quầy đang gửi đường dẫn hỏi ý kiến.').waitFor()
    await expectAccessible(page)

    await desk.deliver()
    await page.getByText('Chủ hộ: Trần Văn Tùng (…99)').waitFor()
    await page.getByText('Đang chờ trả lời').waitFor()
    expect(await page.getByText('Quầy đang gửi đường dẫn hỏi ý kiến.').count()).toBe(0)
    await expectAccessible(page)
    const { rows } = await desk.owner.query('select code from dossiers order by filed_at desc, id desc limit 1')
    await answerByLink(desk, rows[0].code, desk.visitor(), 'agree')
    await page.reload()
    await page.getByText('Đã đồng ý').waitFor()
  })

  test('without a network a photo waits, goes on by itself, and the page is not left without it', async () => {
    await fill.untilAddress()
    await fill.untilPapers()
    await context.setOffline(true)
    await fill.sendPhoto()
    await page.getByText('Mất mạng, sẽ gửi tiếp khi có mạng').waitFor()
    await fill.next()
    await page
      .getByRole('alert')
      .getByText(/Chưa gửi xong/)
      .waitFor()
    await context.setOffline(false)
    await page.getByText('Quầy đã nhận').waitFor()
    const { rows } = await desk.owner.query('select bytes, type from uploads order by created_at desc limit 1')

    expect(rows[0].type).toBe('image/jpeg')
    expect(rows[0].bytes).toBeLessThan(2_000_000)
    await fill.next()
    await fill.heading('Xem lại trước khi nộp')
  })

  test('a page with a file of its own is drawn, whenever between two moments that file comes', async () => {
    for (let delay = 0; delay < 30; delay += 1) {
      const someone = await house.browser.newContext({ baseURL: house.address, viewport: phone })
      const phonePage = await someone.newPage()
      await phonePage.addInitScript((ms) => {
        window.requestIdleCallback = (work) => setTimeout(work, ms)
      }, delay % 10)
      await phonePage.goto('/nop/1.004194/mo-tiep')
      await phonePage.locator('h1').first().waitFor({ timeout: 10_000 })
      await someone.close()
    }
  })

  test('without a network it says CHƯA NỘP; after a lost answer the same press files nothing twice', async () => {
    const before = await stored()
    await fill.untilAddress()
    await fill.untilPapers()
    await fill.sendPhoto()
    await page.getByText('Quầy đã nhận').waitFor()
    await fill.next()
    await fill.heading('Xem lại trước khi nộp')
    await page.getByRole('checkbox').check()
    await context.setOffline(true)
    await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
    await page.getByRole('heading', { name: 'CHƯA NỘP' }).waitFor()
    await expectAccessible(page)
    expect(await stored()).toBe(before)

    await context.setOffline(false)
    const lost = loseAnswer(page)
    await page.getByRole('button', { name: 'Nộp lại' }).last().click()
    await lost
    await page.getByRole('button', { name: 'Nộp lại' }).last().click()
    await fill.heading('Đã nộp hồ sơ')

    expect(await stored()).toBe(before + 1)
    expect(await page.getByText('Lần nộp trước đã đến nơi').count()).toBe(0)
    const codes = await page.locator('.big-code').allTextContents()
    await page.reload()
    await fill.heading('Đã nộp hồ sơ')
    expect(await page.locator('.big-code').allTextContents()).toEqual(codes)
    expect(await page.evaluate(() => localStorage.length)).toBe(0)
  })

  test('a change after a lost answer is not filed beside what had arrived: the first filing is shown', async () => {
    const before = await stored()
    await fill.untilAddress()
    await fill.untilPapers()
    await fill.sendPhoto()
    await page.getByText('Quầy đã nhận').waitFor()
    await fill.next()
    await page.getByRole('checkbox').check()
    const lost = loseAnswer(page)
    await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
    await lost
    await page.getByRole('heading', { name: 'CHƯA NỘP' }).waitFor()
    await page.getByRole('link', { name: /Sửa.*Liên hệ bằng cách nào/ }).click()
    await page.getByLabel('Số điện thoại liên hệ').fill('0987654321')
    await fill.next()
    await fill.heading('Xem lại trước khi nộp')
    await page.getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
    await fill.heading('Đã nộp hồ sơ')

    await page.getByText('Lần nộp trước đã đến nơi').waitFor()
    expect(await stored()).toBe(before + 1)
  })

  test('a paper that an officer checked in an earlier dossier is used again with one press, and the press can be undone', async () => {
    const earlier = await resolved(desk, await peopleOf(desk))
    await page.goto('/tra-cuu')
    await page.getByLabel('Mã hồ sơ').fill(earlier.code)
    await page.getByLabel('Mã tra cứu').fill(earlier.trackingKey)
    await page.getByRole('button', { name: 'Xem hồ sơ' }).click()
    await page.waitForURL(`**/ho-so/${earlier.code}`)
    await fill.untilAddress()
    await fill.untilPapers()
    const agree = page.getByRole('button', { name: 'Đồng ý dùng lại' })
    await agree.waitFor()
    await page
      .getByText(/Công an xã Toàn Lưu đã đối chiếu ngày 20\/11\/2026. Dùng lại được đến hết ngày 20\/11\/2027/)
      .waitFor()
    await expectAccessible(page)
    expect(await sideways(page)).toBe(0)
    await keepScreenshot(page, 'reuse-offer')
    await agree.click()
    await page.getByText(`Dùng lại từ hồ sơ ${earlier.code}`).waitFor()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Không dùng lại' }).click()
    await agree.click()
    await fill.next()
    await fill.heading('Xem lại trước khi nộp')
    await page.getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
    await fill.heading('Đã nộp hồ sơ')

    const { rows } = await desk.owner.query(
      `select count(distinct u.stored_sha256)::integer as files, count(*)::integer as papers
       from papers p join uploads u on u.id = p.id join dossiers d on d.id = p.dossier_id
       where p.kind = 'lease' and (d.code = $1 or exists (
         select 1 from dossier_events e where e.dossier_id = d.id and e.body like '%' || $1 || '%'))`,
      [earlier.code],
    )
    expect(rows).toEqual([{ files: 1, papers: 2 }])
  })

  test('what the server refuses leads to the page that can mend it', async () => {
    await fill.untilAddress()
    await fill.untilPapers()
    await fill.sendPhoto()
    await page.getByText('Quầy đã nhận').waitFor()
    await fill.next()
    await page.getByRole('checkbox').check()
    await desk.owner.query(`update uploads set status = 'refused' where dossier_id is null`)
    await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
    const refusal = page.getByRole('alert').getByRole('link').first()
    await refusal.waitFor()
    await expectAccessible(page)
    await refusal.click()
    await fill.heading('Chụp giấy tờ')
    expect(await page.getByText('Quầy đã nhận').count()).toBe(0)
    await fill.sendPhoto()
    await page.getByText('Quầy đã nhận').waitFor()
    await fill.next()
    await fill.heading('Xem lại trước khi nộp')
    await page.getByRole('checkbox').check()
    await page.getByRole('button', { name: 'Nộp hồ sơ' }).click()
    await fill.heading('Đã nộp hồ sơ')
  })
})

/** The next filing reaches the desk, but its answer does not reach the phone. Resolves when it is lost. */
function loseAnswer(page: Page): Promise<void> {
  return new Promise((resolve, reject) => {
    page
      .route(
        '**/api/dossiers',
        async (route) => {
          await route.fetch()
          await route.abort()
          resolve()
        },
        { times: 1 },
      )
      .catch(reject)
  })
}
