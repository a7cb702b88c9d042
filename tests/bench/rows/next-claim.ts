import type pg from 'pg'
import type { DatabaseLoad } from '../database-load.ts'
import { literal } from '../database-load.ts'
import { fillQueues } from '../fill.ts'
import { answersOf, encode, type Load, loadWith, middleOf } from '../http-load.ts'
import type { Bench, Row } from '../row.ts'
import { inTurns, type Result, sampleOf } from '../sample.ts'

const connections = 32
/** Of the stored dossiers this share stands in one commune, where all officers press at once. */
const crowded = 0.5
/** Claims of the limit on each connection in one round: fewer than a commune has. */
const limitShare = 0.75

/** “The next dossier, please”, by officers of many communes and by many of one; no dossier may go to two of them. */
export const nextClaimRow: Row = {
  number: 5,
  title: `Call next by ${connections} officers (POST /api/desk/next-claim, answers with the whole dossier)`,
  async run({ options, ground, database, say }: Bench) {
    await using desk = await ground.openDesk()
    const [one = '', ...many] = desk.units.slice(0, connections + 1)
    const each = Math.ceil((options.stored * (1 - crowded)) / connections)
    const inOne = Math.ceil(options.stored * crowded)
    await fillQueues(desk, new Map([[one, inOne], ...many.map((unit) => [unit, each] as const)]))
    await desk.admin.query('create table bench_before as select * from dossiers')
    say(
      `${inOne} dossiers wait in one commune, ${each} in each of ${many.length} others; put back and vacuumed before every measurement`,
    )

    const spread = await measure(
      bench(each, many, await Promise.all(many.map(async (unit) => (await desk.signIn(unit))[0] ?? ''))),
    )
    const together = await measure(
      bench(
        Math.floor(inOne / connections),
        many.map(() => one),
        await desk.signIn(one, connections),
      ),
    )

    return [
      lineOf(`call next, ${connections} communes`, spread),
      lineOf(`call next, ${connections} officers of one commune`, together),
    ]

    function bench(supply: number, units: readonly string[], cookies: readonly string[]) {
      const requests = cookies.map((cookie) =>
        encode('POST', '/api/desk/next-claim', { cookie, 'content-length': '0' }),
      )

      return {
        limit: async () => {
          await putBack(desk.admin)

          return database.load(skipLocked(desk.database.ownerUrl, units), { each: Math.floor(supply * limitShare) })
        },
        claim: async (seconds: number) => {
          await putBack(desk.admin)

          return claimAll(desk.address, desk.admin, requests, seconds)
        },
      }
    }

    async function measure({ limit, claim }: ReturnType<typeof bench>) {
      await claim(2)
      const measured = await inTurns(options.rounds, limit, () => claim(options.seconds))
      say(
        `nobody twice: ${measured.desks.map(({ claims }) => claims).join(' + ')} claims, as many dossiers, as many events; ${answersOf(measured.desks, 200)}`,
      )

      return measured
    }
  },
}

/** Every connection calls next until its time is over or nothing is left, and what was given is counted afterwards. */
async function claimAll(
  address: string,
  admin: pg.Pool,
  requests: readonly Buffer[],
  seconds: number,
): Promise<Load & { claims: number }> {
  const codes: string[] = []
  const isEmpty = requests.map(() => false)
  const load = await loadWith(
    address,
    { connections, seconds, wanted: 200 },
    (index) => (isEmpty[index] ? undefined : requests[index]),
    ({ status, body }, index) => {
      if (status === 204) isEmpty[index] = true
      // The code is near the beginning of the view.
      if (status === 200) codes.push(/"code":"([^"]+)"/.exec(body.toString('latin1', 0, 400))?.[1] ?? '')
    },
  )
  if (isEmpty.some(Boolean))
    throw new Error('the queues ran empty: give more with --stored, or ask for less with --seconds')
  await assertNobodyTwice(
    admin,
    codes,
    Object.values(load.others).reduce((sum, count) => sum + count, 0),
  )

  return { ...load, claims: codes.length }
}

/**
 * By the answers, by the dossiers held, and by the log, which must all name the same ones. Only where an answer was
 * no 200 may one more be held: its claim may have been stored before the desk failed to say so.
 */
async function assertNobodyTwice(admin: pg.Pool, codes: readonly string[], unanswered: number): Promise<void> {
  const {
    rows: [stored],
  } = await admin.query<{ held: number; events: number; claimed: number; known: number }>(
    `select (select count(*)::integer from dossiers where holder_id is not null) as held,
       (select count(*)::integer from dossier_events where action = 'claim') as events,
       (select count(distinct dossier_id)::integer from dossier_events where action = 'claim') as claimed,
       (select count(*)::integer from dossiers where code = any($1) and holder_id is not null) as known`,
    [codes],
  )
  const { held = 0, events = 0, claimed = 0, known = 0 } = stored ?? {}
  const isRight =
    new Set(codes).size === codes.length &&
    known === codes.length &&
    events === held &&
    claimed === held &&
    held - codes.length <= unanswered
  if (!isRight) {
    throw new Error(
      `${codes.length} answers named ${new Set(codes).size} dossiers, of which ${known} are held; ` +
        `${held} are held in all, with ${events} events on ${claimed} dossiers`,
    )
  }
}

function skipLocked(url: string, units: readonly string[]): DatabaseLoad {
  return {
    url,
    connections,
    statements: [
      {
        sql: `update dossiers set holder_id = '00000000-0000-7000-8000-000000000001', holder_name = 'limit', version = version + 1
        where id = (select id from dossiers
          where unit_code = (array[${units.map(literal).join()}])[:client_id + 1] and not is_ended and holder_id is null and delivered_at is not null
            and state in ('submitted', 'accepted', 'processing')
          order by next_due_at, id limit 1 for update skip locked) returning code`,
      },
    ],
  }
}

/** As before the first claim. The log's own trigger forbids this to everybody, so a superuser steps around it. */
async function putBack(admin: pg.Pool): Promise<void> {
  const client = await admin.connect()
  try {
    await client.query(`begin; set local session_replication_role = replica;
      update dossiers d set (holder_id, holder_name, version, state, last_seq, last_hash, last_at)
        = (b.holder_id, b.holder_name, b.version, b.state, b.last_seq, b.last_hash, b.last_at)
        from bench_before b where b.id = d.id and d.holder_id is not null;
      delete from dossier_events where action = 'claim';
      truncate access_log;
      commit`)
    for (const table of ['dossiers', 'dossier_events']) await client.query(`vacuum ${table}`)
  } finally {
    client.release()
  }
}

const lineOf = (work: string, { limits, desks }: { limits: number[]; desks: Load[] }): Result => ({
  row: 5,
  work,
  unit: 'a second',
  limit: { name: 'SKIP LOCKED update', sample: sampleOf(limits) },
  desk: sampleOf(desks.map(({ perSecond }) => perSecond)),
  reach: { value: 0.5, better: 'more' },
  ...middleOf(desks),
})
