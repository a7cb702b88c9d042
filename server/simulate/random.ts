/** A stream of chance that is the same for the same seed, on every machine. */
export interface Random {
  /** A whole number from `least` to `most`, both included. */
  int(least: number, most: number): number
  chance(probability: number): boolean
  pick<T>(choices: readonly T[]): T
  /** One of the choices, each as likely as its weight says among all weights. */
  weighted<T>(choices: readonly (readonly [choice: T, weight: number])[]): T
}

/**
 * A stream for one purpose: `randomOf(seed, 'life', 17)` never moves when another purpose draws more or less.
 *
 * The generator is mulberry32 by Tommy Ettinger (public domain): 32 bits of state are plenty for a few hundred draws,
 * and nothing secret hangs on it.
 */
export function randomOf(...purpose: readonly (string | number)[]): Random {
  let state = hashOf(purpose.join('/'))
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed

    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  return {
    int: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (probability) => next() < probability,
    pick: (choices) => at(choices, Math.floor(next() * choices.length)),
    weighted(choices) {
      let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0)
      const found = choices.find(([, weight]) => {
        left -= weight

        return left < 0
      })

      return (found ?? at(choices, choices.length - 1))[0]
    },
  }
}

function at<T>(choices: readonly T[], index: number): T {
  if (index < 0 || index >= choices.length) throw new RangeError('Nothing to choose from')

  return choices[index] as T
}

/** FNV-1a: short texts that differ in one letter begin far apart. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193)

  return hash
}
