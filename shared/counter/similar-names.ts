import { fold, toneKey } from '../text/fold.ts'
import { matchesTypo } from '../text/typo.ts'

/** From here on two names are shown to the officer as perhaps one; chosen on the generated set of the test. */
export const likenessShown = 0.86

/** A name taken apart, for those who compare it with many. */
export type NameWords = readonly Word[]

interface Word {
  /** Without any mark, for what keyboards lose. */
  plain: string
  /** With its marks, the tone at its end: `Hòa` and `Hoà` are one. */
  marked: string
  hasMarks: boolean
}

/**
 * How like two Vietnamese names are, from 0 to 1, as somebody at the counter would judge.
 *
 * Distances over letters are wrong twice here: `Hùng` and `Hưng` are one letter apart and two people, while
 * `nguyen thi hoa` and `Nguyễn Thị Hòa` are five apart and perhaps one. So names are compared word by word, in
 * whatever order: marks count only where both names have them, a slip of the finger costs a little, a missing middle
 * word a little more, and the given name, which tells people apart where two in five share a family name, most.
 */
export const likenessOf = (a: string, b: string): number => likenessOfWords(wordsOf(a), wordsOf(b))

/** The same of names that were taken apart before. */
export function likenessOfWords(a: NameWords, b: NameWords): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length === 0 || long.length - short.length > 1) return 0
  const isPlain = !short.some(({ hasMarks }) => hasMarks) || !long.some(({ hasMarks }) => hasMarks)
  const inOrder = alignment(short, long, isPlain)
  // Family name last, as other countries' forms and many telephones have it: the same words turned round.
  const turned = Math.max(
    alignment([...short.slice(1), ...short.slice(0, 1)], long, isPlain),
    alignment([...short.slice(-1), ...short.slice(0, -1)], long, isPlain),
  )

  return Math.max(inOrder, turned - 0.04)
}

/** The names of `others` that are like `name`, the most alike first. */
export function similarNames<T extends { name: string }>(
  name: string,
  others: readonly T[],
): (T & { likeness: number })[] {
  const words = wordsOf(name)

  return others
    .map((other) => ({ ...other, likeness: likenessOfWords(words, wordsOf(other.name)) }))
    .filter(({ likeness }) => likeness >= likenessShown)
    .sort((x, y) => y.likeness - x.likeness)
}

/** The best that word by word can be made of two names, one middle word of the longer left out where it has one more. */
function alignment(short: readonly Word[], long: readonly Word[], isPlain: boolean): number {
  if (short.length === long.length) return weighed(short, long, isPlain)
  const middles = long.slice(1, -1).map((_, index) => [...long.slice(0, index + 1), ...long.slice(index + 2)])

  return Math.max(0, ...middles.map((left) => weighed(short, left, isPlain))) * missingMiddle
}

const missingMiddle = 0.92

/** The given name weighs as much as all others together: it is what a person is called by. */
function weighed(a: readonly Word[], b: readonly Word[], isPlain: boolean): number {
  const last = a.length - 1
  const others = a.slice(0, last).map((word, index) => likeWords(word, b[index], isPlain))
  const given = likeWords(a[last], b[last], isPlain)
  if (others.length === 0) return given
  const least = Math.min(given, ...others)

  // Two people of one family differ in one whole word: no other agreement makes up for it.
  return least === 0 ? 0 : (given + mean(others)) / 2
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length

function likeWords(a: Word | undefined, b: Word | undefined, isPlain: boolean): number {
  if (!a || !b) return 0
  if (a.marked === b.marked) return 1
  if (a.plain === b.plain) return likeMarks(isPlain)

  // `N.` stands for `Nguyễn`.
  if (a.plain.length === 1 || b.plain.length === 1) return a.plain.charAt(0) === b.plain.charAt(0) ? 0.8 : 0

  return isSlip(a, b, isPlain) ? 0.82 : 0
}

/** Same letters, other marks: nothing is known where a name was typed without any; with them these are two names. */
const likeMarks = (isPlain: boolean): number => (isPlain ? 0.98 : 0)

/** One slip on a keyboard, of words long enough to show it; the marks that are there must not contradict it. */
function isSlip(a: Word, b: Word, isPlain: boolean): boolean {
  if (!matchesTypo(a.plain, b.plain))
    return confusions.some(([x, y]) => swapped(a.plain, x, y) === b.plain || swapped(a.plain, y, x) === b.plain)
  const tones = [toneOf(a.marked), toneOf(b.marked)]

  return isPlain || tones[0] === tones[1] || tones.includes('')
}

/** Endings and beginnings that people write for one another by ear. */
const confusions = [
  ['i', 'y'],
  ['s', 'x'],
  ['ch', 'tr'],
  ['d', 'gi'],
] as const

const swapped = (word: string, from: string, to: string) =>
  word.startsWith(from) ? to + word.slice(from.length) : word.endsWith(from) ? word.slice(0, -from.length) + to : word

const toneOf = (marked: string) => marked.normalize('NFD').match(/[\u0300\u0301\u0303\u0309\u0323]/)?.[0] ?? ''

export function wordsOf(name: string): NameWords {
  const marked = toneKey(name).split(' ')

  return fold(name)
    .split(' ')
    .filter(Boolean)
    .map((plain, index) => ({ plain, marked: marked[index] ?? plain, hasMarks: (marked[index] ?? plain) !== plain }))
}
