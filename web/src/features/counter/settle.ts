import type { QueueItem } from '#shared/dossiers/queue-schemas.ts'

/** A row on screen; `isGone` when it has left this view meanwhile and only keeps its place. */
export type ShownRow = QueueItem & { isGone?: true }

export interface Settled {
  rows: ShownRow[]
  /** New rows that would stand above one that is shown: kept back until the officer asks for them. */
  arrivals: number
}

/**
 * Fresh rows put into those on screen without moving any: an officer who is about to press must not find another
 * person's dossier under the pointer.
 *
 * Rows are renewed in their places, those that left stay there, pale; what comes after the last one is appended.
 */
export function settle(shown: readonly ShownRow[], fresh: readonly QueueItem[]): Settled {
  const freshByCode = new Map(fresh.map((row) => [row.code, row]))
  const shownCodes = new Set(shown.map(({ code }) => code))
  const kept = shown.map((row): ShownRow => freshByCode.get(row.code) ?? { ...row, isGone: true })
  const lastShown = fresh.findLastIndex(({ code }) => shownCodes.has(code))
  const above = fresh.slice(0, lastShown + 1).filter(({ code }) => !shownCodes.has(code))

  return { rows: [...kept, ...fresh.slice(lastShown + 1)], arrivals: above.length }
}

/**
 * The dossier to open after this one: the next that is still here, else the one before it. `isDone`: what was worked on
 * and only waits to be sent.
 */
export function neighbourOf(
  rows: readonly ShownRow[],
  code: string,
  isDone: (code: string) => boolean = () => false,
): string | undefined {
  const index = rows.findIndex((row) => row.code === code)
  const isHere = (row: ShownRow) => !row.isGone && row.code !== code && !isDone(row.code)
  if (index < 0) return rows.find(isHere)?.code

  return (rows.slice(index + 1).find(isHere) ?? rows.slice(0, index).findLast(isHere))?.code
}
