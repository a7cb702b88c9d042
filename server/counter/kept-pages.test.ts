import { expect, test } from 'vitest'
import { keepPages } from './kept-pages.ts'

function desk() {
  const versions = new Map<string, string | undefined>()
  const pages = keepPages({ versionOf: (unit) => versions.get(unit) })
  let built = 0
  const ask = (unit: string, name = 'all') => pages(unit, name, async () => `page ${++built}`)

  return { versions, ask, pages, built: () => built }
}

test('a page is built once for all who ask while the desk stands still, each view its own', async () => {
  const { versions, ask } = desk()
  versions.set('18673', '1')

  expect(await Promise.all([ask('18673'), ask('18673'), ask('18673', 'new')])).toEqual(['page 1', 'page 1', 'page 2'])
})

test('a page is built anew once the desk changed, and another unit’s is left alone', async () => {
  const { versions, ask } = desk()
  versions.set('18673', '1').set('18676', '1')
  await ask('18673')
  await ask('18676')
  versions.set('18673', '2')

  expect(await ask('18673')).toBe('page 3')
  expect(await ask('18676')).toBe('page 2')
})

test('nothing is kept while nobody can say whether a desk changed', async () => {
  const { ask } = desk()

  expect(await ask('18673')).toBe('page 1')
  expect(await ask('18673')).toBe('page 2')
})

test('a page that could not be built is asked for again', async () => {
  const { versions, ask, pages } = desk()
  versions.set('18673', '1')

  await expect(pages('18673', 'all', () => Promise.reject(new Error('PostgreSQL is away')))).rejects.toThrow()
  expect(await ask('18673')).toBe('page 1')
})

test('what nobody asked for the longest is given up first', async () => {
  const { versions, ask, built } = desk()
  versions.set('18673', '1')
  await ask('18673', 'first')
  for (let page = 0; page < 499; page += 1) await ask('18673', `${page}`)
  await ask('18673', 'first')
  await ask('18673', 'one more')
  expect(built()).toBe(501)

  await ask('18673', 'first')
  expect(built()).toBe(501)
  await ask('18673', '0')
  expect(built()).toBe(502)
})
