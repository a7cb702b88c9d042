import { expect, test } from 'vitest'
import { likenessOfWords, likenessShown, wordsOf } from '#shared/counter/similar-names.ts'
import { mangle, mangles, namesOf, numbers, plain } from './generated-names.ts'

interface Pair {
  typed: string
  name: string
}

interface Score {
  /** Of the pairs that are one person, how many were found. */
  recall: number
  /** Of all that was shown, how much was the right person. */
  precision: number
}

test('of 10,000 names more pairs are found, and fewer strangers shown, than by plain edit distance', () => {
  const random = numbers(20261124)
  const names = namesOf(random, 10_000)
  const pairs = mangles.flatMap((kind) =>
    Array.from({ length: 25 }, (): Pair => {
      const name = names[Math.floor(random() * names.length)] ?? ''

      return { name, typed: mangle(random, kind, name) }
    }),
  )

  const scores = {
    likeness: score(pairs, names, wordsOf, (a, b) => likenessOfWords(a, b) >= likenessShown),
    'edit distance 1': score(pairs, names, lower, isWithin(1)),
    'edit distance 2': score(pairs, names, lower, isWithin(2)),
    'edit distance 2 without marks': score(pairs, names, plain, isWithin(2)),
  }

  for (const [way, { recall, precision }] of Object.entries(scores))
    process.stdout.write(`${way}: recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}\n`)
  // Distance 1 shows few strangers because it finds so little; what counts is both together.
  for (const way of ['edit distance 1', 'edit distance 2', 'edit distance 2 without marks'] as const)
    expect(harmonic(scores.likeness)).toBeGreaterThan(harmonic(scores[way]))
  expect(scores.likeness.recall).toBeGreaterThan(scores['edit distance 2'].recall)
  expect(scores.likeness.precision).toBeGreaterThan(scores['edit distance 2'].precision)
}, 120_000)

const harmonic = ({ recall, precision }: Score) => (2 * recall * precision) / (recall + precision)

function score<T>(
  pairs: readonly Pair[],
  names: readonly string[],
  prepare: (name: string) => T,
  isShown: (a: T, b: T) => boolean,
): Score {
  const prepared = names.map(prepare)
  let found = 0
  let shown = 0
  for (const { typed, name } of pairs) {
    const asked = prepare(typed)
    const hits = names.filter((_, index) => isShown(asked, prepared[index] as T))
    shown += hits.length
    if (hits.includes(name)) found += 1
  }

  return { recall: found / pairs.length, precision: found / shown }
}

const lower = (name: string) => name.toLowerCase()

/** Levenshtein's distance, given up as soon as it is too far. */
const isWithin = (most: number) => (a: string, b: string) => {
  if (Math.abs(a.length - b.length) > most) return false
  let before = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const now = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const change = (before[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1)
      now.push(Math.min(change, (before[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1))
    }
    if (Math.min(...now) > most) return false
    before = now
  }

  return (before[b.length] ?? 0) <= most
}
