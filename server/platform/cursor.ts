import { invalid } from './problem.ts'

/** The last row of a page of a list that is ordered by an instant and an id: the next page begins behind it. */
export interface RowPlace {
  at: string
  id: string
}

export const cursorAfter = (at: Date, id: string): string =>
  Buffer.from(`${at.toISOString()} ${id}`).toString('base64url')

/** Where a page begins; at the beginning without a cursor. Throws a refusal for one that the desk did not give. */
export function readCursor(cursor: string | undefined): RowPlace | undefined {
  if (cursor === undefined) return undefined
  const [, at, id] = /^(\S+) ([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? []
  if (!at || !id || Number.isNaN(Date.parse(at)))
    throw invalid([{ parameter: 'cursor', detail: 'Con trỏ trang không hợp lệ.' }])

  return { at, id }
}
