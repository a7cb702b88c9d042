import { isInColumn } from '#shared/reports/ii06.ts'
import type { Ii06DossiersQuery } from '#shared/reports/ii06-schemas.ts'
import type { Deps } from '../../platform/deps.ts'
import { entryPage } from '../entry-page.ts'
import type { ReportScope } from '../report-scope.ts'
import { refuseTooMuch } from '../too-much.ts'
import { gatherIi06 } from './gather-ii06.ts'

/** The dossiers behind one cell, by the very entries that were counted. */
export async function ii06Dossiers(
  deps: Pick<Deps, 'reportPool' | 'reference'>,
  scope: ReportScope,
  { cell, procedure, cursor }: Pick<Ii06DossiersQuery, 'cell' | 'procedure' | 'cursor'>,
  limit?: number,
) {
  await refuseTooMuch(deps, scope, 'see', limit)
  const { entries } = await gatherIi06(deps, scope)
  const behind = entries.filter((entry) => isInColumn(entry, cell) && (!procedure || entry.procedure === procedure))

  return entryPage(deps, behind, scope.period.to, cursor)
}
