import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { demoPassword } from '#server/accounts/demo-accounts.ts'
import { buildWebWhenChanged } from '#server/platform/web-build.ts'
import { findChromium } from '../../scripts/tools.mjs'
import { type TestDesk, type TestDeskOptions, testDesk } from './desk.ts'

/** The browser that this machine has, or undefined: then the caller skips, and `npm test` says so. */
export const chromiumPath = findChromium()

const screenshots = fileURLToPath(new URL('../flows/screenshots/', import.meta.url))
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export interface Screen {
  width: number
  height: number
}
export const phone: Screen = { width: 360, height: 740 }
export const counterScreen: Screen = { width: 1366, height: 768 }
export const deskScreen: Screen = { width: 1280, height: 800 }

/** A desk with its doors open, and a browser to come in by: what a journey needs before it begins. */
export interface House extends AsyncDisposable {
  desk: TestDesk
  browser: Browser
  address: string
  /** Script errors and refused resources of everybody who came in by `open` or `signedIn`: empty at the end of a journey. */
  faults: string[]
  /** Somebody in front of a screen, at a page. */
  open(path: string, screen: Screen): Promise<Page>
  /** A member of staff, signed in with a demo account; `path` is the page that they wanted. */
  signedIn(username: string, options?: { path?: string; screen?: Screen }): Promise<Page>
}

/** Builds the web when it has changed, starts a desk that listens, and one browser for the file. */
export async function openHouse(options: TestDeskOptions = {}): Promise<House> {
  await buildWebWhenChanged(() => undefined)
  const desk = await testDesk(options)
  try {
    const address = await desk.listen()
    const browser = await chromium.launch({ executablePath: chromiumPath, args: flags })
    const faults: string[] = []
    const open = async (path: string, screen: Screen) => {
      const { page } = await person(browser, address, screen, faults)
      await page.goto(path)

      return page
    }

    return {
      desk,
      browser,
      address,
      faults,
      open,
      async signedIn(username, { path = '/can-bo', screen = deskScreen } = {}) {
        const page = await open(path, screen)
        await signIn(page, username)

        return page
      },
      async [Symbol.asyncDispose]() {
        await browser.close()
        await desk[Symbol.asyncDispose]()
      },
    }
  } catch (error) {
    await desk[Symbol.asyncDispose]()
    throw error
  }
}

/** Signs in on the page that asks for it, and waits until the staff's own screen is there. */
export async function signIn(page: Page, username: string): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(demoPassword)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await page.getByRole('navigation').first().waitFor()
}

/** Somebody in front of a screen, with cookies and storage of their own. Script errors and refused resources go to `faults`. */
export async function person(
  browser: Browser,
  baseURL: string,
  viewport: Screen,
  faults: string[] = [],
): Promise<{ context: BrowserContext; page: Page; faults: string[] }> {
  const context = await browser.newContext({
    baseURL,
    viewport,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    hasTouch: viewport.width < 500,
    isMobile: viewport.width < 500,
    acceptDownloads: true,
  })
  context.setDefaultTimeout(30_000)
  const page = await context.newPage()
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && /Content Security Policy|Refused to|Uncaught/.test(message.text()))
      faults.push(message.text())
  })

  return { context, page, faults }
}

/** Keeps what the screen shows, for people to look at: `tests/flows/screenshots/<name>.png`. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  mkdirSync(screenshots, { recursive: true })
  await page.screenshot({ path: join(screenshots, `${name}.png`), fullPage: true })
}

/** axe finds nothing on this page, by WCAG 2.2 AA and its own best practices. */
export async function expectAccessible(page: Page): Promise<void> {
  // What is still being fetched has no heading yet; a page that never gets one is for axe to name.
  await page
    .locator('h1')
    .first()
    .waitFor({ state: 'attached', timeout: 10_000 })
    .catch(() => undefined)
  // What fades in has no contrast yet.
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
        .map((animation) => animation.finished.catch(() => undefined)),
    ),
  )
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()

  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)).toEqual(
    [],
  )
}

/** By how many pixels the page is wider than its window: nobody should have to scroll sideways. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
