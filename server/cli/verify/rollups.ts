import type pg from 'pg'
import { cellSums } from '#shared/reports/sla-cells.ts'

const key = ['grain', 'starts_on', 'edition', 'unit_code', 'procedure', 'channel'] as const
const values = [...cellSums, 'time_buckets', 'time_counts'] as const

/**
 * The first cell of the rollup that is not the sum of its facts, or undefined. All cells are compared in one statement,
 * which adds up every fact anew; returns how many there are, too.
 */
export async function differingCell(client: pg.ClientBase): Promise<{ cells: number; difference: string | undefined }> {
  const {
    rows: [counted],
  } = await client.query<{ cells: number }>('select count(*)::integer as cells from sla_cells')
  const {
    rows: [wrong],
  } = await client.query<Record<string, unknown>>(
    `select concat_ws(' ', ${key.join()}) as cell, ${values
      .map((name) => `s.${name}::text as stored_${name}, f.${name}::text as should_${name}`)
      .join()}
     from sla_cells s full join sla_cells_of_facts f using (${key.join()})
     where (${values.map((name) => `s.${name}`).join()}) is distinct from (${values.map((name) => `f.${name}`).join()})
     order by ${key.join()} limit 1`,
  )
  const name = wrong && values.find((each) => wrong[`stored_${each}`] !== wrong[`should_${each}`])

  return {
    cells: counted?.cells ?? 0,
    difference:
      wrong && name
        ? `report cell ${wrong.cell}: ${name} should be ${wrong[`should_${name}`] ?? 'absent'}, stored is ${wrong[`stored_${name}`] ?? 'absent'}`
        : undefined,
  }
}

/** A fact of a dossier that is not there, or undefined: it would be counted for ever. */
export async function strayFact(client: pg.ClientBase): Promise<string | undefined> {
  const { rows } = await client.query<{ dossier_id: string }>(
    'select dossier_id from sla_facts f where not exists (select from dossiers d where d.id = f.dossier_id) limit 1',
  )

  return rows[0] && `reports count a dossier ${rows[0].dossier_id} that is not stored`
}
