import { type DemoView, demoView } from '#shared/demo/schemas.ts'
import { submittedView } from '#shared/dossiers/schemas.ts'
import { minuteOf } from '#shared/sla/minutes.ts'
import { formatInstant } from '#shared/text/format.ts'
import { carryOut } from './carry-out.ts'
import { openDemoClock } from './demo-clock.ts'
import { type Browser, DeskRefusal, openDeskClient, UnexpectedAnswer } from './desk-client.ts'
import { openOfficers } from './officers.ts'
import { type Extent, openingFiling, planRun, type World } from './plan.ts'
import { openProgress, type Progress } from './progress.ts'
import { cookiesOf, openResidents } from './residents.ts'
import { openStaff } from './staff.ts'
import { type Summary, summaryLines, summaryOf } from './summary.ts'
import { readWorld } from './world.ts'

export interface SimulateOptions {
  dossiers: number
  days: number
  seed: number
  /** Of the running desk, `http://localhost:3000`. */
  url: string
}

/**
 * `desk simulate`: fills a running desk with filings and officers' work over simulated days, only through its HTTP API.
 *
 * Throws, with a sentence for a person, when there is no desk, when it is in production, or when it refuses something
 * that the plan holds to be right.
 */
export async function runSimulate(options: SimulateOptions): Promise<void> {
  const progress = openProgress(process.stderr)
  try {
    const summary = await simulate(options, progress)
    progress.end()
    process.stdout.write(`${summaryLines(summary).join('\n')}\n`)
  } finally {
    progress.end()
  }
}

/** The run itself; the same options on the same day give the same filings and work. */
export async function simulate({ url, ...extent }: SimulateOptions, progress: Progress): Promise<Summary> {
  for (const [name, value] of Object.entries(extent)) {
    if (!Number.isSafeInteger(value) || value < (name === 'seed' ? 0 : 1))
      throw new Error(`--${name} must be a whole number, not ${value}`)
  }
  const began = performance.now()
  const client = openDeskClient(url, { onWait: (seconds) => progress.note(`The desk asks to wait ${seconds} s`) })
  const demo = await demoOf(client.browser(), url)
  const world = await readWorld(client.browser(), extent.seed)
  const run = `sim-${extent.seed}-${extent.dossiers}-${extent.days}`
  const openedAt = await openRun(client.browser(cookiesOf(run, 0)), world, extent, run)
  const isResumed = openedAt.getTime() < demo.now.getTime() - 60_000
  if (isResumed)
    progress.note(
      `This run was opened at ${formatInstant(openedAt, 'en')} and goes on from there; what it filed is not filed again.`,
    )

  const plan = planRun(world, extent, minuteOf(openedAt))
  const staff = openStaff(client, demo.password)
  const all = await carryOut(plan, {
    client,
    staff,
    run,
    progress,
    calendar: world.calendar,
    startsAt: minuteOf(demo.now),
    residents: openResidents(staff, run),
    officers: openOfficers(staff, run),
    clock: openDemoClock(staff, demo.now),
  })

  return summaryOf(all, plan, { requests: client.requests(), seconds: (performance.now() - began) / 1000, isResumed })
}

/** Whether there is a desk with a clock that may be moved. */
async function demoOf(browser: Browser, url: string): Promise<DemoView> {
  try {
    return await browser.send(demoView, 'GET', '/api/demo')
  } catch (error) {
    if (error instanceof DeskRefusal && error.status === 404) {
      throw new Error(
        `The desk at ${url} is in production: it has no demonstration accounts and no clock to move, so nothing is simulated there.`,
      )
    }
    if (error instanceof UnexpectedAnswer)
      throw new Error(`What answers at ${url} is not a desk, or one of another version.`)
    throw error
  }
}

/**
 * Sends the opening filing and learns when the run was opened: now, or, when an earlier run of the same name sent it,
 * then. Everything that is planned hangs on that instant.
 */
async function openRun(browser: Browser, world: World, extent: Extent, run: string): Promise<Date> {
  const { version, answers } = openingFiling(world, extent, 0)
  const body = { procedure: version.code, answers, papers: [], contact: { phone: answers.phone } }
  const { receipt } = await browser.send(submittedView, 'POST', '/api/dossiers', { body, key: `${run}-0-file` })

  return receipt.filedAt
}
