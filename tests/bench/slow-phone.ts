import { chromium } from 'playwright-core'
import { findChromium } from '../../scripts/tools.mjs'

/** What a cheap phone on a bad line is taken for: a quarter of this processor, 1.6 Mb/s, 150 ms there and back. */
const slowdown = 4
const bytesPerSecond = (1.6 * 1_000_000) / 8
const roundTripMs = 150
/** Nothing was asked for and no task was long for this time: then the page is at rest. */
const restMs = 2_000

/** A first visit with nothing kept, in milliseconds since the address was opened. */
export interface SlowVisit {
  firstPaint: number
  /** From when on taps are answered at once: the end of the last task over 50 ms, or the first paint. */
  interactive: number
  /** Bytes over the line, fonts with them. */
  transferred: number
}

/** Opens a page as a cheap phone does; `undefined` where there is no Chromium. */
export async function visitSlowly(url: URL): Promise<SlowVisit | undefined> {
  const executablePath = findChromium()
  if (!executablePath) return undefined
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } })
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: roundTripMs,
      downloadThroughput: bytesPerSecond,
      uploadThroughput: bytesPerSecond / 2,
    })
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    let transferred = 0
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      transferred += encodedDataLength
    })
    await page.addInitScript(() => {
      const tasks: number[] = []
      Object.assign(window, { longTasks: tasks })
      new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries()) tasks.push(startTime + duration)
      }).observe({ type: 'longtask', buffered: true })
    })
    await page.goto(url.href, { waitUntil: 'networkidle' })
    const measured = await page.evaluate(async (rest) => {
      const { longTasks } = window as unknown as { longTasks: number[] }
      for (let seen = -1; seen !== longTasks.length; ) {
        seen = longTasks.length
        await new Promise((resume) => setTimeout(resume, rest))
      }
      const firstPaint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0

      return { firstPaint, interactive: Math.max(firstPaint, ...longTasks) }
    }, restMs)

    return { ...measured, transferred }
  } finally {
    await browser.close()
  }
}
