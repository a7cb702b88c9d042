/**
 * Keys for rows that have no identity of their own: what a row says, and which of those it is that say the same. A row
 * that is taken out takes its own element with it, and not the last one of the list.
 */
export function contentKeys(rows: readonly unknown[]): string[] {
  const seen = new Map<string, number>()

  return rows.map((row) => {
    const text = JSON.stringify(row)
    const nth = (seen.get(text) ?? 0) + 1
    seen.set(text, nth)

    return `${text} ${nth}`
  })
}
