import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoPassword } from '#server/accounts/demo-accounts.ts'
import {
  chromiumPath,
  counterScreen,
  expectAccessible,
  type House,
  keepScreenshot,
  openHouse,
  person,
} from '../support/browser.ts'
import { type TestDesk, toanLuu } from '../support/desk.ts'
import { fileExample } from '../support/filings.ts'

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Võ']
const givens = ['Văn Hùng', 'Thị Lan', 'Đức Thắng', 'Thị Ngọc Mai']
/** Twenty applicants; the last has the name of the first, typed without marks by a helper. */
const names = families.flatMap((family) => givens.map((given) => `${family} ${given}`))
names[19] = 'NGUYEN VAN HUNG'

/** A whole morning at the desk with the keyboard alone: one story, told in order. */
describe.skipIf(!chromiumPath)('a morning by keyboard', () => {
  let house: House
  let desk: TestDesk
  let page: Page
  let head: Page

  beforeAll(async () => {
    house = await openHouse()
    desk = house.desk
    const resident = desk.visitor()
    for (const [index, applicantName] of names.entries()) {
      await fileExample(resident, '1.004194', {
        applicantName,
        applicantIdentity: `0001880${String(10_001 + index)}`,
        dwelling: { unit: { edition: '2025-07', code: toanLuu }, detail: `Số nhà ${1 + (index % 7)}, thôn Vĩnh Tiến` },
        members: [
          {
            name: `Trần Gia ${['Bảo', 'Hưng', 'Khang', 'Minh', 'Phúc'][index % 5]}`,
            birthDate: '2019-03-12',
            gender: 'male',
            identity: `0002190${String(20_001 + index)}`,
            relationship: 'con-de',
          },
        ],
      })
    }
    await desk.deliver()
    page = await signedInByKeyboard(house, `canbo-${toanLuu}`)
    head = await signedInByKeyboard(house, `chihuy-${toanLuu}`)
  }, 180_000)
  afterAll(async () => {
    await house?.[Symbol.asyncDispose]()
  })

  const title = () => page.locator('#dossier-title').innerText()
  const press = (...keys: string[]) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve())
  const nextAfter = (name: string) =>
    page.waitForFunction((before) => (document.querySelector('#dossier-title')?.textContent ?? before) !== before, name)

  test('the first dossier opens by J and Enter', async () => {
    await page.goto('/can-bo/ban-xu-ly/moi')
    await page.locator('a[data-code]').nth(19).waitFor()
    await press('j', 'Enter')
    await page.locator('#dossier-title').waitFor()
    await page.locator('.action-bar kbd').first().waitFor()
  })

  test('no key does anything while Vietnamese is being composed', async () => {
    await page.evaluate(() => {
      for (const more of [{ isComposing: true }, { keyCode: 229 }])
        window.dispatchEvent(new KeyboardEvent('keydown', { key: 'r', bubbles: true, cancelable: true, ...more }))
    })

    expect(await page.locator('dialog[open]').count()).toBe(0)
  })

  test('an accepted dossier can be taken back within ten seconds: nothing has left the desk', async () => {
    const name = await title()
    await claimAndOpenAcceptance(page)
    await press('Control+Enter')
    await page
      .getByText(/Sắp tiếp nhận/)
      .first()
      .waitFor()
    await nextAfter(name)
    await keepScreenshot(page, '50-held-1366')
    await press('z')
    await page.waitForFunction((before) => document.querySelector('#dossier-title')?.textContent === before, name)

    const { rows } = await desk.owner.query(
      'select count(*)::integer as count from dossiers where accepted_at is not null',
    )
    expect(rows[0].count).toBe(0)
  })

  test('answers are ticked with Space, and a name typed without marks is shown beside its like', async () => {
    await press(' ', ' ', ' ')
    await page.getByText(/Đã đối chiếu 3\//).waitFor({ timeout: 10_000 })
    await page.getByText(/hồ sơ có thể liên quan/).waitFor()
    await expectAccessible(page)
    await keepScreenshot(page, '51-processing-1366')
    await press('s')
    await page.getByRole('dialog').getByRole('table').waitFor()
    await expectAccessible(page)
    await keepScreenshot(page, '52-compare-1366')
    await press('Escape')
  })

  test('keys, palette and search are found from the keyboard', async () => {
    await press('?')
    await page.getByRole('dialog').waitFor()
    await expectAccessible(page)
    await keepScreenshot(page, '53-keys-1366')
    await press('Escape', 'Control+k')
    await page.getByRole('combobox', { name: /Gõ vài chữ/ }).waitFor()
    await page.keyboard.type('hang cho ky')
    await expectAccessible(page)
    await keepScreenshot(page, '54-palette-1366')
    await press('Escape', '/')
    await page.keyboard.type('ndt')
    await press('Enter')
    await page.getByRole('heading', { name: /Tìm “ndt”/ }).waitFor()
    await page.getByText('Nguyễn Đức Thắng').first().waitFor()
    await press('l')
    await page.getByRole('dialog').waitFor()
    await press('Control+a')
    await page.keyboard.type('Anh Thang')
    await press('Tab', 'Space', 'Enter')
    await page.getByRole('link', { name: /Anh Thang/ }).waitFor()
    await keepScreenshot(page, '55-filter-1366')
  })

  test('twenty dossiers are worked through, each next one opening by itself', async () => {
    await page.goto('/can-bo/ban-xu-ly/moi')
    await page.locator('a[data-code]').nth(19).waitFor()
    await page.evaluate(() => performance.clearMeasures())
    await press('j', 'Enter')
    await page.locator('#dossier-title').waitFor()
    for (const [index] of names.entries()) {
      const name = await title()
      if (index % 5 === 4) await askForSupplement(page)
      else {
        await claimAndOpenAcceptance(page)
        await press('Control+Enter')
      }
      if (index < names.length - 1) await nextAfter(name)
    }
    const times: number[] = await page.evaluate(() =>
      performance.getEntriesByName('desk:switch').map(({ duration }) => duration),
    )
    times.sort((a, b) => a - b)
    process.stdout.write(
      `next dossier on screen after its key: median ${times[times.length >> 1]?.toFixed(0)} ms, worst ${times.at(-1)?.toFixed(0)} ms of ${times.length}\n`,
    )

    await expect
      .poll(
        async () =>
          (
            await desk.owner.query(
              `select state, count(*)::integer as count from dossiers group by state order by state`,
            )
          ).rows,
        {
          timeout: 30_000,
        },
      )
      .toEqual([
        { state: 'accepted', count: 16 },
        { state: 'need_supplement', count: 4 },
      ])
  }, 120_000)

  test('residents of several chosen dossiers are reminded in one go, with a result for each', async () => {
    await page.goto('/can-bo/ban-xu-ly/cho-bo-sung')
    await page.locator('a[data-code]').nth(3).waitFor()
    await press('j', 'c', 'j', 'c', 'j', 'c')
    const button = page.getByRole('button', { name: 'Nhắc công dân' })
    await button.focus()
    await press('Enter')
    await page.getByRole('dialog').waitFor()
    await press('Control+Enter')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Nhắc công dân 3/ })
      .focus()
    await press('Enter')
    await page.getByText('3 / 3 hồ sơ').waitFor()
    expect(await page.getByText('Đã gửi tin nhắc').count()).toBe(3)
    await expectAccessible(page)
    await keepScreenshot(page, '56-bulk-1366')
    await press('Escape')
  })

  test('the head reads today’s risks first', async () => {
    desk.clock.set('2026-12-21T08:00:00+07:00')
    await head.goto('/can-bo/sang')
    await head.getByRole('heading', { name: 'Việc phải làm trước' }).waitFor()
    await head.getByText('Ai đang giữ bao nhiêu').waitFor()
    await expectAccessible(head)
    await keepScreenshot(head, '57-morning-1366')
  })

  test('not one mouse event was needed, and no page broke the content policy', async () => {
    expect(await page.evaluate(() => sessionStorage.getItem('mouse'))).toBe(null)
    expect(house.faults).toEqual([])
  })
})

/** Takes the dossier, and opens the window of its acceptance. */
async function claimAndOpenAcceptance(page: Page) {
  await page.getByRole('button', { name: /^Tiếp nhận/ }).waitFor()
  const claim = page.getByRole('button', { name: /^Nhận xử lý/ })
  if (await claim.count()) {
    await page.keyboard.press('e')
    await claim.waitFor({ state: 'hidden' })
  }
  await page.keyboard.press('e')
  await page.getByRole('dialog').waitFor()
}

async function askForSupplement(page: Page) {
  await page.getByRole('button', { name: /^Yêu cầu bổ sung/ }).waitFor()
  await page.keyboard.press('r')
  await page.getByRole('dialog').getByRole('checkbox').first().waitFor()
  await page.keyboard.press('Space')
  await page.getByRole('dialog').getByRole('combobox').first().waitFor()
  await page.keyboard.press('Control+Enter')
}

/** Signs in with Tab and Enter; every press of a mouse anywhere leaves a trace. */
async function signedInByKeyboard(house: House, username: string): Promise<Page> {
  const { context, page } = await person(house.browser, house.address, counterScreen, house.faults)
  await context.addInitScript(() => {
    for (const kind of ['mousedown', 'pointerdown', 'touchstart'])
      addEventListener(kind, () => sessionStorage.setItem('mouse', kind), true)
  })
  await page.goto('/can-bo')
  await page.getByLabel('Tên đăng nhập').focus()
  await page.keyboard.type(username)
  await page.keyboard.press('Tab')
  await page.getByLabel('Mật khẩu', { exact: true }).focus()
  await page.keyboard.type(demoPassword)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').first().waitFor()

  return page
}
