/**
 * Whether two folded texts differ only by slips of the finger: letters missing, doubled, wrong or swapped.
 *
 * One slip is forgiven from four letters on, two from nine; below four letters nothing is, because short
 * Vietnamese words are one letter apart from their neighbours ("an", "yen").
 */
export function matchesTypo(typed: string, meant: string): boolean {
  const forgiven = slipsForgiven(Math.min(typed.length, meant.length))
  if (Math.abs(typed.length - meant.length) > forgiven) return false

  return slipsBetween(typed, meant) <= forgiven
}

function slipsForgiven(length: number): number {
  if (length < 4) return 0

  return length < 9 ? 1 : 2
}

/** Optimal string alignment distance: a swap of neighbours counts as one slip. */
function slipsBetween(a: string, b: string): number {
  let beforePrevious: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column)

  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1]
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      current.push(
        Math.min(
          at(previous, column) + 1,
          at(current, column - 1) + 1,
          at(previous, column - 1) + (isSame ? 0 : 1),
          isSwap ? at(beforePrevious, column - 2) + 1 : Infinity,
        ),
      )
    }
    beforePrevious = previous
    previous = current
  }

  return at(previous, b.length)
}

/** Every cell asked for has been written; the fallback only satisfies the index check. */
const at = (cells: readonly number[], column: number) => cells[column] ?? Infinity
