import type { StaffActor } from '#shared/accounts/policy.ts'
import { type AssistedDossierView, assistedDossiersShown } from '#shared/assistance/schemas.ts'
import type { Confirmation } from '#shared/dossiers/assisted-by.ts'
import { stateName } from '#shared/dossiers/names.ts'
import type { DossierState } from '#shared/dossiers/transitions.ts'
import type { Bilingual } from '#shared/text/bilingual.ts'
import { policeOf } from '#shared/units/unit-names.ts'
import type { Deps } from '../platform/deps.ts'
import { notFound } from '../platform/problem.ts'

/** Beside what the list shows: what to tell the resident right after filing. */
export interface AssistedDossier extends AssistedDossierView {
  unit: Bilingual
  state: DossierState
  receptionDueAt: Date | null
  confirmedBy: Confirmation
}

interface AssistedRow {
  code: string
  procedure: AssistedDossierView['procedure']['code']
  procedure_version: string
  unit_code: string
  state: DossierState
  filed_at: Date
  reception_due_at: Date | null
  confirmed_by: Confirmation
}

type ListDeps = Pick<Deps, 'pool' | 'reference'>

/**
 * What this helper helped to file, the newest first: codes, and how far each is. A helper's scope shows no dossier at
 * all; the function in the database gives these columns of the own ones and nothing else.
 */
export async function listAssisted(deps: ListDeps, { accountId }: StaffActor): Promise<AssistedDossier[]> {
  return (await read(deps, accountId, null)).map((row) => toDossier(deps, row))
}

/** One of them; anybody else's code is as unknown as one that never was. */
export async function readAssisted(deps: ListDeps, { accountId }: StaffActor, code: string): Promise<AssistedDossier> {
  const [row] = await read(deps, accountId, code)
  if (!row) throw notFound('Không có hồ sơ này trong những hồ sơ đã giúp nộp.')

  return toDossier(deps, row)
}

async function read({ pool }: ListDeps, accountId: string, code: string | null): Promise<AssistedRow[]> {
  const { rows } = await pool.query<AssistedRow>('select * from desk_assisted_dossiers($1, $2, $3)', [
    accountId,
    code,
    assistedDossiersShown,
  ])

  return rows
}

function toDossier({ reference }: ListDeps, row: AssistedRow): AssistedDossier {
  const unit = policeOf(reference.unitName(row.unit_code))
  const state = stateName(row.state)

  return {
    code: row.code,
    procedure: { code: row.procedure, name: reference.version(row.procedure, row.procedure_version).name },
    sentence: { vi: `${unit.vi}: ${inSentence(state.vi)}.`, en: `${unit.en}: ${inSentence(state.en)}.` },
    filedAt: row.filed_at,
    unit,
    state: row.state,
    receptionDueAt: row.reception_due_at,
    confirmedBy: row.confirmed_by,
  }
}

const inSentence = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1)
