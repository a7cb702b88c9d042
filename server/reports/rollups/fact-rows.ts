import type { SlaFact } from '#shared/reports/sla-fact.ts'
import type { Tx } from '../../platform/db.ts'

/** A fact's columns, with the type that each has in the database. */
const columns = {
  dossierId: ['dossier_id', 'uuid'],
  edition: ['edition', 'text'],
  unitCode: ['unit_code', 'text'],
  procedure: ['procedure', 'text'],
  channel: ['channel', 'text'],
  officerId: ['officer_id', 'uuid'],
  filedAt: ['filed_at', 'timestamptz'],
  isAccepted: ['is_accepted', 'boolean'],
  isEnded: ['is_ended', 'boolean'],
  verdict: ['verdict', 'text'],
  isLateOnArrival: ['is_late_on_arrival', 'boolean'],
  supplements: ['supplements', 'integer'],
  isExtended: ['is_extended', 'boolean'],
  workingMinutes: ['working_minutes', 'integer'],
  officeMinutes: ['office_minutes', 'integer'],
  residentMinutes: ['resident_minutes', 'integer'],
  agencyMinutes: ['agency_minutes', 'integer'],
  systemMinutes: ['system_minutes', 'integer'],
} as const satisfies Record<keyof SlaFact, readonly [name: string, type: string]>

/** The fields of a fact, in the order of the table; `desk verify` compares each. */
export const factFields = Object.keys(columns) as (keyof SlaFact)[]

const names = factFields.map((field) => columns[field][0])
const typed = factFields.map((field) => columns[field].join(' '))
const chosen = factFields.map((field) => `${columns[field][0]} as "${field}"`)

export const selectFacts = `select ${chosen.join()} from sla_facts where dossier_id = any ($1::uuid[])`

/** Stores each dossier's fact in the place of the one before. */
export async function storeFacts(tx: Pick<Tx, 'statement'>, facts: readonly SlaFact[]): Promise<void> {
  const rows = facts.map((fact) => Object.fromEntries(factFields.map((field) => [columns[field][0], fact[field]])))
  await tx.statement(
    `insert into sla_facts (${names.join()}) select ${names.join()} from jsonb_to_recordset($1) as f (${typed.join()})
     on conflict (dossier_id) do update set ${names
       .slice(1)
       .map((name) => `${name} = excluded.${name}`)
       .join()}`,
    [JSON.stringify(rows)],
  )
}
