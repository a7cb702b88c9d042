import { setTimeout as sleep } from 'node:timers/promises'
import type { BenchDesk, Ground } from '../bench-desk.ts'
import { filingRequests } from '../filing.ts'
import { Connection, loadWith } from '../http-load.ts'
import { openRawQueue, type RawQueue, rawJob } from '../raw-queue.ts'
import type { Bench, Row } from '../row.ts'
import { inTurns, percentile, sampleOf } from '../sample.ts'
import { preciseNow, Screen } from '../screen.ts'

const connections = 32
/** Longer than this after the last filing, and something was lost. */
const patienceMs = 30_000

/** How long after COMMIT a filing stands on its commune's screen, against a bare job from add to its worker. */
export const visibleRow: Row = {
  number: 7,
  title: 'From COMMIT until the row is in the queue page that an officer’s screen fetched after its stream’s event',
  async run({ options, ground, say }: Bench) {
    const perSecond = await tenthOfCapacity(ground)
    await using desk = await ground.openDesk()
    await using _workers = await desk.startWorkers()
    const cookies = await Promise.all(desk.units.map(async (unit) => (await desk.signIn(unit))[0] ?? ''))
    await using queue = openRawQueue(ground.redisUrl, desk.database.queueUrl)
    const raw = await rawDelivery(queue)
    const seconds = options.seconds * 2
    say(
      `${perSecond.toFixed(1)} filings a second (a tenth of what this desk takes), ${seconds} s a round, to ${desk.units.length} communes, ` +
        `each with a screen; API and workers in a process each, BullMQ on ${queue.kind}`,
    )

    await fileAndWatch(desk, cookies, perSecond, 2)
    await raw(perSecond, 2)
    const { limits, desks } = await inTurns(
      options.rounds,
      () => raw(perSecond, seconds),
      () => fileAndWatch(desk, cookies, perSecond, seconds),
    )
    say(
      `bare job p50 ${limits.map(({ p50 }) => p50.toFixed(1)).join(', ')} ms; none of ${desks.map(({ count }) => count).join(' + ')} filings was missing`,
    )
    const middle = [...desks].sort((a, b) => a.p99 - b.p99)[Math.floor(desks.length / 2)]

    return [
      {
        row: 7,
        work: 'commit until on the screen, p99',
        unit: 'ms',
        limit: { name: 'BullMQ add until processed, p99', sample: sampleOf(limits.map(({ p99 }) => p99)) },
        desk: sampleOf(desks.map(({ p99 }) => p99)),
        reach: { value: 5, better: 'less' },
        ...(middle && { latency: middle }),
      },
    ]
  },
}

interface Delays {
  count: number
  p50: number
  p99: number
}

function delaysOf(values: number[]): Delays {
  values.sort((a, b) => a - b)

  return { count: values.length, p50: percentile(values, 0.5), p99: percentile(values, 0.99) }
}

/** Measured on a desk of its own, whose filings nobody delivers. */
async function tenthOfCapacity(ground: Ground): Promise<number> {
  await using desk = await ground.openDesk()
  const units = desk.units.slice(0, connections)
  const requests = await Promise.all(
    units.map(async (unit) => filingRequests(unit, (await desk.signIn(unit))[0] ?? '')),
  )
  const file = (seconds: number) =>
    loadWith(desk.address, { connections, seconds, wanted: 201 }, (index) => requests[index]?.())
  await file(2)

  return (await file(3)).perSecond / 10
}

/** Files at an even pace to all communes in turn, and says how long each took from its COMMIT to its screen. */
async function fileAndWatch(
  desk: BenchDesk,
  cookies: readonly string[],
  perSecond: number,
  seconds: number,
): Promise<Delays> {
  const wanted = Math.ceil(perSecond * seconds)
  if (wanted / desk.units.length > 90)
    throw new Error('more filings than a screen shows at once: ask for less with --seconds')
  await desk.admin.query('update dossiers set is_ended = true, ended_at = filed_at where not is_ended')
  let wake: () => void = () => undefined
  const screens: Screen[] = []
  for (const cookie of cookies)
    screens.push(await Screen.open(desk.address, cookie, '/api/desk/queue?limit=100', () => wake()))
  const requests = desk.units.map((unit, index) => filingRequests(unit, cookies[index] ?? ''))
  const idle: Connection[] = []

  const codes = await atPace(perSecond, seconds, async (number) => {
    const line = idle.pop() ?? (await Connection.open(desk.address))
    const code = await file(line, requests[number % requests.length]?.() ?? Buffer.alloc(0))
    idle.push(line)

    return code
  })
  const shownAt = (code: string) => screens.map(({ shown }) => shown.get(code)).find((at) => at !== undefined)
  const giveUpAt = Date.now() + patienceMs
  while (codes.some((code) => shownAt(code) === undefined)) {
    if (Date.now() > giveUpAt)
      throw new Error(`${codes.filter((code) => shownAt(code) === undefined).length} filings never reached a screen`)
    await Promise.race([
      new Promise<void>((resolve) => {
        wake = resolve
      }),
      sleep(100),
    ])
  }
  for (const screen of screens) screen[Symbol.dispose]()
  for (const line of idle) line.close()

  const { rows } = await desk.admin.query<{ code: string; committed: number }>(
    // Nothing ever changes a row of keys: who inserted it is the transaction that filed the dossier.
    `select d.code, extract(epoch from pg_xact_commit_timestamp(k.xmin))::float8 * 1000 as committed
     from dossiers d join idempotency_keys k on k.dossier_id = d.id where d.code = any($1)`,
    [codes],
  )

  return delaysOf(rows.map(({ code, committed }) => (shownAt(code) ?? Number.NaN) - committed))
}

/** Sends a filing until it is taken, under the same key, as a browser does that was told to wait. */
async function file(line: Connection, request: Buffer): Promise<string> {
  for (;;) {
    const { status, body } = await line.send(request)
    if (status === 201) return (JSON.parse(body.toString()) as { code: string }).code
    if (status !== 503) throw new Error(`a filing was answered with ${status}: ${body}`)
  }
}

/** A queue with one worker in this process; measures jobs at the same pace, from before `add` until their handler runs. */
async function rawDelivery(queue: RawQueue): Promise<(perSecond: number, seconds: number) => Promise<Delays>> {
  const waiting = new Map<string, () => void>()
  await queue.work((id) => waiting.get(id)?.())
  let round = 0

  return async (perSecond, seconds) => {
    round += 1
    const delays = await atPace(perSecond, seconds, async (number) => {
      const id = `${round}-${number}`
      const done = new Promise<void>((resolve) => waiting.set(id, resolve))
      const start = preciseNow()
      await queue.addBulk([rawJob(id)])
      await done

      return preciseNow() - start
    })

    return delaysOf(delays)
  }
}

/** Starts `work` at even distances, whether or not the one before has ended. */
async function atPace<T>(perSecond: number, seconds: number, work: (number: number) => Promise<T>): Promise<T[]> {
  const start = performance.now()
  const results: Promise<T>[] = []
  for (let number = 0; number < perSecond * seconds; number += 1) {
    const wait = start + (number * 1000) / perSecond - performance.now()
    if (wait > 0) await sleep(wait)
    results.push(work(number))
  }

  return Promise.all(results)
}
