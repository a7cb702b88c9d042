import { type CellKey, type CellSum, cellSums, emptyCell, type SlaCell } from '#shared/reports/sla-cells.ts'
import type { Tx } from '../../platform/db.ts'

const keyNames = ['grain', 'starts_on', 'edition', 'unit_code', 'procedure', 'channel'] as const
const valueNames = [...cellSums, 'time_buckets', 'time_counts'] as const
const keyTypes = 'grain text, starts_on date, edition text, unit_code text, procedure text, channel text'
const valueTypes = `${cellSums.map((sum) => `${sum} bigint`).join()}, time_buckets smallint[], time_counts integer[]`

type KeyRow = Record<(typeof keyNames)[number], string>
type CellRow = KeyRow & Record<CellSum, string | number> & { time_buckets: number[]; time_counts: number[] }

export const cellName = ({ grain, startsOn, edition, unitCode, procedure, channel }: CellKey): string =>
  [grain, startsOn, edition, unitCode, procedure, channel].join(' ')

const keyRow = (key: CellKey): KeyRow => ({
  grain: key.grain,
  starts_on: key.startsOn,
  edition: key.edition,
  unit_code: key.unitCode,
  procedure: key.procedure,
  channel: key.channel,
})

/** The stored cells of these keys, by name; those that nobody was counted in yet are empty. */
export async function readCells(tx: Pick<Tx, 'statement'>, keys: readonly CellKey[]): Promise<Map<string, SlaCell>> {
  const cells = new Map(keys.map((key) => [cellName(key), emptyCell(key)]))
  const rows = await tx.statement<CellRow>(
    `select ${keyNames.map((name) => `c.${name}${name === 'starts_on' ? '::text' : ''}`).join()}, ${valueNames.map((name) => `c.${name}`).join()}
     from jsonb_to_recordset($1) as k (${keyTypes}) join sla_cells c using (${keyNames.join()})`,
    [JSON.stringify([...cells.values()].map(keyRow))],
  )
  for (const row of rows) {
    const key = { ...row, startsOn: row.starts_on, unitCode: row.unit_code } as unknown as CellKey
    const cell = cells.get(cellName(key))
    if (!cell) continue
    for (const sum of cellSums) cell.sums[sum] = Number(row[sum])
    cell.times = new Map(row.time_buckets.map((bucket, index) => [bucket, row.time_counts[index] ?? 0]))
  }

  return cells
}

/** Stores cells whole; one in which nobody is left goes. */
export async function storeCells(tx: Pick<Tx, 'statement'>, cells: Iterable<SlaCell>): Promise<void> {
  const rows = [...cells].map((cell) => {
    const times = [...cell.times].sort(([a], [b]) => a - b)

    return {
      ...keyRow(cell),
      ...cell.sums,
      time_buckets: times.map(([bucket]) => bucket),
      time_counts: times.map(([, count]) => count),
    }
  })
  const [kept, empty] = [rows.filter(({ received }) => received !== 0), rows.filter(({ received }) => received === 0)]
  await tx.statement(
    `insert into sla_cells (${[...keyNames, ...valueNames].join()})
     select ${[...keyNames, ...valueNames].join()} from jsonb_to_recordset($1) as c (${keyTypes}, ${valueTypes})
     on conflict (${keyNames.join()}) do update set ${valueNames.map((name) => `${name} = excluded.${name}`).join()}`,
    [JSON.stringify(kept)],
  )
  await tx.statement(
    `delete from sla_cells c using jsonb_to_recordset($1) as k (${keyTypes})
     where (${keyNames.map((name) => `c.${name}`).join()}) = (${keyNames.map((name) => `k.${name}`).join()})`,
    [JSON.stringify(empty)],
  )
}
