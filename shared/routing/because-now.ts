import type { DossierEvent } from '../dossiers/events.ts'
import { transferReasons } from '../dossiers/transfer-reasons.ts'
import type { UnitName } from '../units/schemas.ts'
import { becauseOfTransfer } from './because.ts'
import type { Because } from './route-dossier.ts'

/**
 * Why the unit that has a dossier now has it: the reasons of its filing, and one for each transfer since. Once somebody
 * has sent it on, nothing says any more that somebody would.
 */
export function becauseNow(
  routing: readonly Because[],
  events: readonly DossierEvent[],
  unitName: (code: string) => UnitName,
): Because[] {
  const transfers = events.flatMap((event) => {
    if (event.action !== 'transfer') return []
    const { to, reason, reasonCode } = event.data

    return [becauseOfTransfer(unitName(to), reasonCode ? transferReasons[reasonCode] : { vi: reason, en: reason })]
  })
  if (transfers.length === 0) return [...routing]

  return [...routing.filter(({ rule }) => rule !== 'province-decides'), ...transfers]
}
