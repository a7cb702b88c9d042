import type { Ii06Dossier } from '#shared/reports/ii06-schemas.ts'
import type { Ii06DatedEntry } from '#shared/reports/ii06-share.ts'
import type { Deps } from '../platform/deps.ts'
import { unitLabelOn } from './unit-name-on.ts'

const pageSize = 100

/** A page of the dossiers behind a number, in order of their codes, and how many there are in all. */
export function entryPage(
  { reference }: Pick<Deps, 'reference'>,
  entries: readonly Ii06DatedEntry[],
  /** The period's last day: units are called as they were then. */
  day: string,
  cursor = '',
): { items: Ii06Dossier[]; total: number; nextCursor?: string } {
  const rest = entries.filter((entry) => keyOf(entry) > cursor).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  const shown = rest.slice(0, pageSize)
  const last = shown.at(-1)

  return {
    items: shown.map(({ code, procedure, unit, received, outcome, fate, receivedAt, dueAt, endedAt }) => ({
      code,
      procedure,
      unit,
      unitName: unitLabelOn(reference, unit, day),
      received,
      outcome,
      fate,
      receivedAt,
      dueAt,
      endedAt,
    })),
    total: entries.length,
    ...(rest.length > pageSize && last && { nextCursor: keyOf(last) }),
  }
}

/** A unit may have received the same dossier twice: then it stands twice, apart by when. */
const keyOf = ({ code, receivedAt }: Ii06DatedEntry) => `${code} ${receivedAt.toISOString()}`
