import type { Ii06Counts, Ii06Entry, Ii06Fate, OutcomeColumn, ReceivedColumn } from '#shared/reports/ii06.ts'
import type { ReportPeriod } from '#shared/reports/ii06-periods.ts'
import type { Ii06View } from '#shared/reports/ii06-schemas.ts'
import type { Bilingual } from '#shared/text/bilingual.ts'
import { canonicalJson } from '#shared/text/canonical-json.ts'

/** A dossier in a sealed report: code, procedure, unit, column of receipt, column of outcome, what happened to it. */
type SealedEntry = [string, string, string, ReceivedColumn, OutcomeColumn, Ii06Fate]

/** What a sealed report says, with every dossier behind its numbers. */
export interface SealedBody {
  v: 1
  form: 'II.06'
  unit: { code: string; name: Bilingual }
  period: ReportPeriod
  sealedAt: string
  sealedBy: { name: string; role: string }
  rows: { procedure: string; label: Bilingual; counts: Ii06Counts }[]
  totals: Ii06Counts
  notes: Ii06View['notes']
  entries: SealedEntry[]
}

/** The bytes that are hashed and kept: keys and dossiers in order, so that the same report gives the same bytes. */
export function writeSealedBody(
  view: Omit<Ii06View, 'seal'>,
  entries: readonly Ii06Entry[],
  sealed: { at: Date; by: { name: string; role: string } },
): string {
  const body: SealedBody = {
    v: 1,
    form: 'II.06',
    unit: { code: view.unit.code, name: view.unit.name },
    period: view.period,
    sealedAt: sealed.at.toISOString(),
    sealedBy: sealed.by,
    rows: view.rows,
    totals: view.totals,
    notes: view.notes,
    entries: entries
      .map(
        ({ code, procedure, unit, received, outcome, fate }): SealedEntry => [
          code,
          procedure,
          unit,
          received,
          outcome,
          fate,
        ],
      )
      .sort((a, b) => (a.join() < b.join() ? -1 : 1)),
  }

  return canonicalJson(body)
}

export const readSealedBody = (body: string): SealedBody => JSON.parse(body) as SealedBody

export const sealedEntries = ({ entries }: SealedBody): Ii06Entry[] =>
  entries.map(([code, procedure, unit, received, outcome, fate]) => ({
    code,
    procedure,
    unit,
    received,
    outcome,
    fate,
  }))
