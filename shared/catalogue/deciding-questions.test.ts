import { describe, expect, test } from 'vitest'
import { procedureVersions } from './catalogue.ts'
import { decidingQuestions, mostTaps, readDecidingAnswer } from './deciding-questions.ts'
import type { ProcedureVersion } from './types.ts'

const on = '2026-11-20'

/** Every way through the questions, as the answers on it. */
function waysThrough(version: ProcedureVersion, answers: Record<string, string | boolean> = {}): (typeof answers)[] {
  const next = decidingQuestions(version, answers, on).find(({ name }) => answers[name] === undefined)
  if (!next) return [answers]
  const values = next.kind === 'yesNo' ? [true, false] : next.options.map(({ value }) => value)

  return values.flatMap((value) => waysThrough(version, { ...answers, [next.name]: value }))
}

describe.each(procedureVersions.map((version) => [version.name.vi, version] as const))('%s', (_, version) => {
  test('tells what to bring after five taps at most, whatever is answered', () => {
    for (const way of waysThrough(version)) expect(Object.keys(way).length).toBeLessThanOrEqual(mostTaps)
  })

  test('takes from an address only answers that its questions have', () => {
    for (const question of decidingQuestions(version, {}, on)) {
      expect(readDecidingAnswer(question, 'khong-co')).toBeUndefined()
      expect(readDecidingAnswer(question, '')).toBeUndefined()
    }
  })
})
