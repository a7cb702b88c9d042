import type { Page } from 'playwright-core'

/** Milliseconds from key to key of a hand scanner, and of somebody who types fast. */
const ofScanner = 4
export const ofPerson = 120

/**
 * Keys as the browser gets them from a keyboard or a scanner that plays one, each with the time at which it was pressed:
 * the pace is the test's and not this machine's.
 */
export async function pressKeys(page: Page, text: string, { enter = true, gapMs = ofScanner } = {}): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const start = Date.now() / 1000
  const keys = [...[...text].map((key) => ({ key, text: key })), ...(enter ? [{ key: 'Enter', text: '\r' }] : [])]
  await Promise.all(
    keys.flatMap(({ key, text: typed }, i) => {
      const code = key === 'Enter' ? { code: 'Enter', windowsVirtualKeyCode: 13 } : {}
      const timestamp = start + (i * gapMs) / 1000

      return [
        session.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: typed, ...code, timestamp }),
        session.send('Input.dispatchKeyEvent', { type: 'keyUp', key, ...code, timestamp: timestamp + 0.001 }),
      ]
    }),
  )
  await session.detach()
}
