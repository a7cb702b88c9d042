import type pg from 'pg'
import { expect } from 'vitest'

/** Plants faults one at a time, as somebody with the owner's rights could, and takes each out again. */
export function planting(owner: pg.Pool) {
  /** Does something to a table as its owner can, past what refuses changes. */
  async function past<T>(table: string, work: () => Promise<T>): Promise<T> {
    await owner.query(`alter table ${table} disable trigger user`)
    try {
      return await work()
    } finally {
      await owner.query(`alter table ${table} enable trigger user`)
    }
  }

  /** Changes a row, looks, and sets it back, so that the next fault stands alone. */
  async function withChange(
    table: string,
    change: string,
    where: string,
    look: () => Promise<unknown>,
    columns = [change.slice(0, change.indexOf(' '))],
  ): Promise<void> {
    const {
      rows: [row],
    } = await owner.query(
      `select ctid::text as found_at, ${columns.map((name) => `${name}::text`).join()} from ${table} where ${where} order by ctid limit 1`,
    )
    if (!row) throw new Error(`no row of ${table} where ${where}`)
    const planted = await past(table, () =>
      owner.query(`update ${table} set ${change} where ctid = $1::tid returning ctid::text as found_at`, [
        row.found_at,
      ]),
    )
    try {
      await look()
    } finally {
      const back = columns.map((name, index) => `${name} = $${index + 2}`)
      await past(table, () =>
        owner.query(`update ${table} set ${back.join()} where ctid = $1::tid`, [
          planted.rows[0].found_at,
          ...columns.map((name) => row[name]),
        ]),
      )
    }
  }

  /** Takes one row away, looks, and puts it back. */
  async function without(table: string, where: string, look: () => Promise<unknown>): Promise<void> {
    const { rows: columns } = await owner.query(
      `select string_agg(quote_ident(column_name), ', ') as names from information_schema.columns
       where table_name = $1 and table_schema = 'public' and is_generated = 'NEVER'`,
      [table],
    )
    await owner.query('drop table if exists taken')
    await owner.query(
      `create table taken as select ctid as taken_at, * from ${table} where ${where} order by ctid limit 1`,
    )
    const { rowCount } = await past(table, () =>
      owner.query(`delete from ${table} where ctid = (select taken_at from taken)`),
    )
    expect(rowCount).toBe(1)
    try {
      await look()
    } finally {
      await past(table, () =>
        owner.query(`insert into ${table} (${columns[0].names}) select ${columns[0].names} from taken`),
      )
    }
  }

  return { withChange, without }
}
