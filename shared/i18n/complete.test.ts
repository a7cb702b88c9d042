import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { procedureVersions } from '../catalogue/catalogue.ts'
import { lifeSituations } from '../catalogue/situations.ts'

/** Every text that the texts of a module hold, with the way to it; functions are asked with words that any of them takes. */
function* textsIn(value: unknown, way: string): Generator<{ way: string; vi: unknown; en: unknown }> {
  if (typeof value === 'function') {
    yield* textsIn(asked(value as (...facts: unknown[]) => unknown), way)
  } else if (Array.isArray(value)) {
    for (const [position, inner] of value.entries()) yield* textsIn(inner, `${way}[${position}]`)
  } else if (typeof value === 'object' && value !== null) {
    if ('vi' in value || 'en' in value)
      yield { way, vi: (value as { vi?: unknown }).vi, en: (value as { en?: unknown }).en }
    else for (const [name, inner] of Object.entries(value)) yield* textsIn(inner, `${way}.${name}`)
  }
}

/** Facts are counts, words, instants or texts: the first kind that gives a text is the right one. */
function asked(make: (...facts: unknown[]) => unknown): unknown {
  const kinds = [2, 'CT08', { vi: 'a', en: 'b' }, new Date(0), ['a'], true]
  for (const fact of kinds) {
    try {
      const made = make(fact, fact, fact)
      if (typeof made === 'object' && made !== null && 'vi' in made && made.vi && 'en' in made && made.en) return made
    } catch {
      // Of another kind.
    }
  }

  return { vi: undefined, en: undefined }
}

const modules = readdirSync(new URL('.', import.meta.url)).filter(
  (name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'say.ts',
)
const namesOf = modules.map((name) => name.replace(/\.ts$/, ''))

test.each(namesOf)('every text of %s is there in Vietnamese and in English', async (name) => {
  const texts = [...textsIn(await import(`../i18n/${name}.ts`), name)]

  expect(texts.length).toBeGreaterThan(0)
  for (const { way, vi, en } of texts) {
    expect(vi, `${way}.vi`).toMatch(/\S/)
    expect(en, `${way}.en`).toMatch(/\S/)
  }
})

test('so is every text of the catalogue and of the life situations', () => {
  for (const { way, vi, en } of textsIn([procedureVersions, lifeSituations], 'catalogue')) {
    expect(vi, `${way}.vi`).toMatch(/\S/)
    expect(en, `${way}.en`).toMatch(/\S/)
  }
})
