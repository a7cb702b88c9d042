import { randomBytes } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signCertificate } from '#server/certificates/issue-certificate.ts'
import { signedReceiptFile } from '#server/certificates/sign-receipt.ts'
import { certificateSample, receiptSample, settings } from '../certificates/samples.ts'
import { chromiumPath, expectAccessible, type House, openHouse, person, phone } from '../support/browser.ts'
import type { TestDesk } from '../support/desk.ts'

describe.skipIf(!chromiumPath)('checking a paper on one’s own telephone', () => {
  let house: House
  let desk: TestDesk

  beforeAll(async () => {
    house = await openHouse()
    desk = house.desk
  }, 180_000)
  afterAll(async () => {
    await house?.[Symbol.asyncDispose]()
  })

  const verdictOn = async (page: Page) => page.locator('#ket-qua [data-verdict]').getAttribute('data-verdict')
  const scan = async (page: Page, token: string) => {
    // As a camera opens it: a new page at that address, with nothing of the one before.
    await page.goto('about:blank')
    await page.goto(`/kt#${token}`)
  }

  test('after one visit it answers in flight mode: genuine, altered and forged; and sends the code nowhere', async () => {
    const genuine = (await signCertificate(desk.deps, certificateSample))?.token ?? ''
    const foreign = { ...desk.deps.keys, receipt: randomBytes(32) }
    const forged = (await signCertificate({ keys: foreign, config: settings() }, certificateSample))?.token ?? ''
    const { context, page, faults } = await person(house.browser, house.address, phone)
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')))
    await page.goto('/kt')
    await page.locator('html[data-offline=ready]').waitFor()
    await expectAccessible(page)
    await context.setOffline(true)

    await scan(page, genuine)
    expect(await verdictOn(page)).toBe('valid')
    const said = (await page.locator('#ket-qua').textContent()) ?? ''
    expect(said).toContain('Công an xã Toàn Lưu')
    expect(said).toContain('NTH·345')
    await scan(page, `${genuine.slice(0, -6)}AAAAAA`)
    expect(await verdictOn(page)).toBe('altered')
    await scan(page, forged)
    expect(await verdictOn(page)).toBe('forged')

    // What stands behind `#` is part of the page's address and of no request.
    expect(asked.filter((url) => url.split('#')[0]?.includes(genuine.slice(60, 100)))).toEqual([])
    expect(faults).toEqual([])
    await context.close()
  }, 180_000)

  test('a receipt’s file is judged on the device, to the letter', async () => {
    const file = await signedReceiptFile(desk.deps, receiptSample)
    const { context, page, faults } = await person(house.browser, house.address, phone)
    const posted: string[] = []
    page.on('request', (request) => {
      if (request.method() !== 'GET') posted.push(request.url())
    })
    await page.goto('/kt/bien-nhan')
    await page.locator('html[data-offline=ready]').waitFor()
    const choose = (text: string) =>
      page
        .locator('#tep')
        .setInputFiles({ name: 'bien-nhan.json', mimeType: 'application/json', buffer: Buffer.from(text) })
    await choose(file)
    await page.locator('[data-verdict=genuine]').waitFor()
    expect(await page.locator('#ket-qua').textContent()).toContain('Hợp đồng thuê nhà')
    await choose(file.replace('7000', '9000'))
    await page.locator('[data-verdict=altered]').waitFor()

    expect(posted).toEqual([])
    expect(faults).toEqual([])
    await context.close()
  }, 180_000)
})
