/** A stream of chance that is the same for the same seed, on every machine. */
export interface Random {
  /** A whole number from `least` to `most`, both included. */
  int(least: number, most: number): number
  chance(probability: number): boolean
  pick<T>(choices: readonly T[]): T
  /** One of the words, each as likely as its weight says among all weights. */
  weighted<Word extends string>(weights: Readonly<Record<Word, number>>): Word
  /** The same for things that have or are given a weight. */
  among<T>(choices: readonly T[], weightOf: (choice: T) => number): T
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

  const among = <T>(choices: readonly T[], weightOf: (choice: T) => number): T => {
    let left = next() * choices.reduce((sum, choice) => sum + weightOf(choice), 0)
    const found = choices.find((choice) => {
      left -= weightOf(choice)

      return left < 0
    })

    return found ?? at(choices, choices.length - 1)
  }

  return {
    int: (least, most) => least + Math.floor(next() * (most - least + 1)),
    chance: (probability) => next() < probability,
    pick: (choices) => at(choices, Math.floor(next() * choices.length)),
    weighted: (weights) => among(Object.keys(weights) as (keyof typeof weights)[], (word) => weights[word]),
    among,
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
