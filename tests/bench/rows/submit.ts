import type pg from 'pg'
import type { Statement } from '../database-load.ts'
import { literal } from '../database-load.ts'
import { fileOne, filingRequests } from '../filing.ts'
import { answersOf, loadWith, middleOf } from '../http-load.ts'
import type { Bench, Row } from '../row.ts'
import { inTurns, sampleOf } from '../sample.ts'

const connections = 32

/** Filing, against the three inserts that no filing can do without, into the same tables with the same indexes. */
export const submitRow: Row = {
  number: 1,
  title: `Filing over ${connections} connections, one process (POST /api/dossiers, 1.004194 at the counter)`,
  async run({ options, ground, database, say }: Bench) {
    await using desk = await ground.openDesk()
    const units = desk.units.slice(0, connections)
    const cookies = await Promise.all(units.map(async (unit) => (await desk.signIn(unit))[0] ?? ''))
    const requests = units.map((unit, index) => filingRequests(unit, cookies[index] ?? ''))
    await fileOne(desk.address, units[0] ?? '', cookies[0] ?? '')
    const statements = await sameInserts(desk.admin)
    const file = (seconds: number) =>
      loadWith(desk.address, { connections, seconds, wanted: 201 }, (index) => requests[index]?.())
    await file(2)

    const { limits, desks } = await inTurns(
      options.rounds,
      () => database.load({ url: desk.database.ownerUrl, connections, statements }, options),
      () => file(options.seconds),
    )
    const {
      rows: [stored],
    } = await desk.admin.query<{ dossiers: string; real: string }>(
      `select count(*) as dossiers, count(*) filter (where code not like 'limit-%') as real from dossiers`,
    )
    say(`${stored?.dossiers} dossiers at the end, ${stored?.real} of them filed; ${answersOf(desks, 201)}`)

    return [
      {
        row: 1,
        work: 'submit, 32 connections',
        unit: 'a second',
        limit: { name: 'three inserts', sample: sampleOf(limits) },
        desk: sampleOf(desks.map(({ perSecond }) => perSecond)),
        reach: { value: 0.5, better: 'more' },
        ...middleOf(desks),
      },
    ]
  },
}

/** The rows that one real filing left, as statements that store them again under another id. */
async function sameInserts(admin: pg.Pool): Promise<Statement[]> {
  await admin.query('create sequence if not exists bench_codes; grant usage on sequence bench_codes to desk_owner')
  const insert = async (table: string, instead: Record<string, string>, without: string[] = []): Promise<string> => {
    const { rows: columns } = await admin.query<{ name: string }>(
      `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
      [table],
    )
    const names = columns.map(({ name }) => name).filter((name) => !without.includes(name))
    const {
      rows: [row],
    } = await admin.query<Record<string, unknown>>(
      `select ${names.map((name) => `${name}::text`).join()} from ${table} order by 1 limit 1`,
    )

    return `insert into ${table} (${names.join()}) values (${names.map((name) => instead[name] ?? literal(row?.[name])).join()})`
  }

  return [
    { sql: 'begin' },
    {
      sql: `${await insert('dossiers', { id: 'uuidv7()', code: `'limit-' || nextval('bench_codes')` })} returning id`,
      keeps: ['id'],
    },
    { sql: await insert('dossier_events', { dossier_id: ':id' }) },
    { sql: await insert('outbox', { dossier_id: ':id' }, ['id']) },
    { sql: 'commit' },
  ]
}
