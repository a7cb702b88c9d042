import { setImmediate as breathe } from 'node:timers/promises'
import pg from 'pg'
import type { BenchDesk } from '../bench-desk.ts'
import { fillQueues } from '../fill.ts'
import { answersOf, encode, type Load, loadWith } from '../http-load.ts'
import { drawSought, namePeople, type Sought } from '../people.ts'
import { growTo } from '../reports/generate.ts'
import type { Bench, Row } from '../row.ts'
import { percentile, type Result, type Sample, sampleOf } from '../sample.ts'

/** Few: at its limit a desk waits for itself, and its tail would say nothing about what it has stored. */
const connections = 4
const small = 100_000
/** Whole dossiers that stand open in each commune and are opened. */
const openEach = 100
const soughtEach = 50
const yearMs = 365 * 86_400_000

/** What an officer does all day, on a young desk and on one that remembers years. */
export const storedRow: Row = {
  number: 4,
  title: `Queue page, opening, search as stored dossiers grow; p99 over ${connections} connections`,
  async run({ options, ground, say }: Bench) {
    await using desk = await ground.openDesk()
    const units = desk.units.slice(0, connections)
    await fillQueues(desk, new Map(units.map((unit) => [unit, openEach])))
    const large = Math.max(small * 2, ...options.dossiers)
    const points = []
    for (const [from, to] of [
      [0, small],
      [small, large],
    ] as const) {
      await growTo(desk, from, to)
      await namePeople(desk)
      points.push(await measure(desk, units, options))
      say(`${to} dossiers stored: ${points.at(-1)?.answers}`)
    }
    const [before, after] = points
    if (!before || !after) return []
    for (const [kind, { p99 }] of Object.entries(after.loads)) {
      say(
        `${kind}, ${large} stored: p99 ${p99.median.toFixed(1)} ms; the same row by its key, without the desk: ${after.lookup.median.toFixed(1)} ms ` +
          `(${(p99.median / after.lookup.median).toFixed(1)} times)`,
      )
    }

    return Object.keys(after.loads).map((kind): Result => {
      const name = kind as keyof typeof after.loads

      return {
        row: 4,
        work: `${kind}, p99 with ${large} dossiers stored`,
        unit: 'ms',
        limit: { name: `the same with ${small}`, sample: before.loads[name].p99 },
        desk: after.loads[name].p99,
        reach: { value: 1.3, better: 'less' },
      }
    })
  },
}

/** Everything an officer asks for, several times in turns, and a look-up of the same rows by their key beside it. */
async function measure(
  desk: BenchDesk,
  units: readonly string[],
  { rounds, seconds }: { rounds: number; seconds: number },
) {
  const cookies = await Promise.all(units.map(async (unit) => (await desk.signIn(unit))[0] ?? ''))
  const sought = units.map(() => [] as Sought[])
  for (const each of await drawSought(desk, units, soughtEach)) sought[units.indexOf(each.unit)]?.push(each)
  const { rows: open } = await desk.admin.query<{ code: string; unit_code: string }>(
    `select code, unit_code from dossiers where code like 'bench-%'`,
  )
  const codes = units.map((unit) => open.filter(({ unit_code }) => unit_code === unit).map(({ code }) => code))
  let turn = 0
  const ask = (path: (unit: number) => string) => (unit: number) => {
    turn += 1

    return encode('GET', path(unit), { cookie: cookies[unit] ?? '' })
  }
  const one = <T>(all: readonly T[] | undefined): T | undefined => all?.[turn % all.length]
  const search = (words: (sought: Sought) => string) => (unit: number) => {
    const found = one(sought[unit])

    return `/api/desk/queue?q=${encodeURIComponent(found ? words(found) : '')}`
  }
  const asks = {
    // Another date each time: the page is built, and not one that was kept.
    'queue page': ask(() => `/api/desk/queue?dueBefore=${new Date(Date.now() + yearMs + turn).toISOString()}`),
    'counts of all views': ask(() => '/api/desk/counts'),
    'opening a dossier': ask((unit) => `/api/dossiers/${one(codes[unit]) ?? ''}`),
    'search by name': ask(search(({ name }) => name)),
    'search by the end of a code': ask(search(({ code }) => code.slice(-6).replace('-', ''))),
    'search by identity number': ask(search(({ identity }) => identity)),
  }
  const load = (next: (unit: number) => Buffer, duration: number) =>
    loadWith(desk.address, { connections, seconds: duration, wanted: 200 }, next)
  const loads = Object.fromEntries(Object.keys(asks).map((kind) => [kind, [] as Load[]])) as Record<
    keyof typeof asks,
    Load[]
  >
  const lookups: number[] = []
  for (const next of Object.values(asks)) await load(next, 1)
  for (let round = 0; round < rounds; round += 1) {
    lookups.push(await lookUp(desk, sought.flat(), seconds))
    for (const [kind, next] of Object.entries(asks)) loads[kind as keyof typeof asks].push(await load(next, seconds))
  }
  const sampled = <T>(of: (loads: readonly Load[]) => T) =>
    Object.fromEntries(Object.entries(loads).map(([kind, each]) => [kind, of(each)])) as Record<keyof typeof asks, T>

  return {
    loads: sampled((each): { p99: Sample } => ({ p99: sampleOf(each.map(({ p99 }) => p99)) })),
    lookup: sampleOf(lookups),
    answers: Object.entries(loads)
      .map(([kind, each]) => `${kind} ${answersOf(each, 200)}`)
      .join('; '),
  }
}

/** p99 of reading one dossier by its code, over as many connections, in milliseconds. */
async function lookUp(desk: BenchDesk, sought: readonly Sought[], seconds: number): Promise<number> {
  const pool = new pg.Pool({ connectionString: desk.database.ownerUrl, max: connections })
  const times: number[] = []
  const until = performance.now() + seconds * 1000
  await Promise.all(
    Array.from({ length: connections }, async (_, index) => {
      for (let turn = index; performance.now() < until; turn += connections) {
        const start = performance.now()
        await pool.query({
          name: 'look-up',
          text: 'select * from dossiers where code = $1',
          values: [sought[turn % sought.length]?.code],
        })
        times.push(performance.now() - start)
        await breathe()
      }
    }),
  )
  await pool.end()

  return percentile(
    times.sort((a, b) => a - b),
    0.99,
  )
}
