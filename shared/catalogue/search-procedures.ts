import { fold } from '../text/fold.ts'
import { matchesTypo } from '../text/typo.ts'
import type { ProcedureVersion } from './types.ts'

/**
 * Procedures by what people type: code, name, keyword or words of the summary, without marks and with small slips.
 *
 * Every word typed must be found somewhere; a name weighs more than a keyword, a keyword more than the summary. An
 * empty query gives all, in the order of the catalogue.
 */
export function searchProcedures<P extends ProcedureVersion>(versions: readonly P[], query: string): P[] {
  const typed = fold(query)
  if (typed === '') return [...versions]

  return versions
    .map((version) => ({ version, score: scoreOf(version, typed) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ version }) => version)
}

function scoreOf(version: ProcedureVersion, typed: string): number {
  if (fold(version.code) === typed) return 1000
  const name = fold(version.name.vi)
  const keywords = version.keywords.map(fold)
  const rest = fold(`${version.summary.vi} ${version.name.en} ${version.summary.en}`)
  const inKeyword = (matches: (keyword: string) => boolean, points: number) => (keywords.some(matches) ? points : 0)
  const phrase =
    (name.includes(typed) ? 100 : 0) +
    inKeyword((keyword) => keyword.includes(typed), 60) +
    inKeyword((keyword) => matchesTypo(typed, keyword), 40)
  const words = typed.split(' ').map((word) => wordScore(word, name, keywords, rest))

  return words.includes(0) ? phrase : phrase + words.reduce((sum, score) => sum + score, 0)
}

function wordScore(word: string, name: string, keywords: readonly string[], rest: string): number {
  if (hasWord(name, word)) return 5
  if (keywords.some((keyword) => hasWord(keyword, word))) return 3
  if (hasWord(rest, word)) return 1

  return [name, ...keywords].some((text) => text.split(' ').some((each) => matchesTypo(word, each))) ? 0.5 : 0
}

/** From the beginning of a word, so that half a word finds it while typing. */
const hasWord = (text: string, word: string) => ` ${text}`.includes(` ${word}`)
