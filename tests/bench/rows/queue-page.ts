import { literal } from '../database-load.ts'
import { fillQueues } from '../fill.ts'
import { answersOf, Connection, encode, type Load, loadWith, middleOf } from '../http-load.ts'
import type { Bench, Row } from '../row.ts'
import { inTurns, type Result, sampleOf } from '../sample.ts'

const connections = 32
const pageSize = 50
const yearMs = 365 * 86_400_000

/** The page that thousands of officers look at, fresh and unchanged, against the bare query for its rows. */
export const queuePageRow: Row = {
  number: 3,
  title: `Queue page of ${pageSize} rows over ${connections} connections, each another commune's officer (GET /api/desk/queue)`,
  async run({ options, ground, database, say }: Bench) {
    await using desk = await ground.openDesk()
    const { units } = desk
    await fillQueues(desk, new Map(units.map((unit) => [unit, Math.ceil(options.stored / units.length)])))
    say(`${options.stored} dossiers stored, all open, over ${units.length} communes`)
    const cookies = await Promise.all(
      units.slice(0, connections).map(async (unit) => (await desk.signIn(unit))[0] ?? ''),
    )
    const fresh = cookies.map((cookie) => encode('GET', '/api/desk/queue', { cookie }))
    const tags = await Promise.all(fresh.map((request) => tagOf(desk.address, request)))
    const unchanged = cookies.map((cookie, index) =>
      encode('GET', '/api/desk/queue', { cookie, 'if-none-match': tags[index] ?? '' }),
    )

    const query = {
      url: desk.database.ownerUrl,
      connections,
      statements: [
        {
          sql: `select code, procedure, applicant_name, state, channel, unit_code, filed_at, accepted_at, next_due_at, due_soon_at,
            holder_id, holder_name, supplements, version from dossiers
          where unit_code = (array[${units.slice(0, connections).map(literal).join()}])[:client_id + 1] and not is_ended and delivered_at is not null
          order by next_due_at, id limit ${pageSize}`,
        },
      ],
    }
    const ask =
      (requestOf: (index: number) => Buffer | undefined, wanted: number) =>
      (seconds: number): Promise<Load> =>
        loadWith(desk.address, { connections, seconds, wanted }, requestOf)
    const page = ask((index) => fresh[index], 200)
    const same = ask((index) => unchanged[index], 304)
    // No two ask for the same page, so each is built as after a change of its desk.
    let due = Date.now() + yearMs
    const first = ask((index) => {
      due += 1
      const path = `/api/desk/queue?dueBefore=${encodeURIComponent(new Date(due).toISOString())}`

      return encode('GET', path, { cookie: cookies[index] ?? '' })
    }, 200)
    await first(2)
    await page(1)

    const { limits, desks } = await inTurns(
      options.rounds,
      () => database.load(query, options),
      async () => ({
        first: await first(options.seconds),
        page: await page(options.seconds),
        same: await same(options.seconds),
      }),
    )
    say(
      answersOf(
        desks.flatMap((each) => [each.first, each.page]),
        200,
      ),
    )
    say(
      answersOf(
        desks.map((each) => each.same),
        304,
      ),
    )
    const limit = { name: 'the query', sample: sampleOf(limits) }
    const lineOf = (work: string, loads: Load[], reach: number): Result => ({
      row: 3,
      work,
      unit: 'a second',
      limit,
      desk: sampleOf(loads.map(({ perSecond }) => perSecond)),
      reach: { value: reach, better: 'more' },
      ...middleOf(loads),
    })

    return [
      lineOf(
        `queue page of ${pageSize}`,
        desks.map((each) => each.page),
        0.33,
      ),
      lineOf(
        'the same, built for each (as after a change)',
        desks.map((each) => each.first),
        0.33,
      ),
      lineOf(
        'the same, unchanged (304)',
        desks.map((each) => each.same),
        0.66,
      ),
    ]
  },
}

async function tagOf(address: string, request: Buffer): Promise<string> {
  const connection = await Connection.open(address)
  const answer = await connection.send(request)
  connection.close()
  const { items } = JSON.parse(answer.body.toString()) as { items: unknown[] }
  if (items.length !== pageSize) throw new Error(`a page of ${items.length} rows instead of ${pageSize}`)
  const [, tag] = /\r\netag: (\S+)/i.exec(answer.head) ?? []
  if (!tag) throw new Error('a queue page without an ETag')

  return tag
}
