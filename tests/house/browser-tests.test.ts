import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const tests = fileURLToPath(new URL('../', import.meta.url))
const files = readdirSync(tests, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(tests, path), 'utf8') }))

const inFlows = files.filter(({ path }) => path.startsWith('flows/'))

test('browser tests stand in tests/flows: only there is a browser looked for, and nothing skipped unseen', () => {
  const usesBrowser = files.filter(({ text }) =>
    /^\} from '[./]+\/support\/browser\.ts'|import .* from '[./]+\/support\/browser\.ts'/m.test(text),
  )

  expect(usesBrowser.filter((file) => !inFlows.includes(file)).map(({ path }) => path)).toEqual([])
})

test('a browser test stands alone: its house builds the web that it looks at', () => {
  const needBrowser = inFlows.filter(({ path, text }) => path.endsWith('.test.ts') && text.includes('chromiumPath'))
  expect(needBrowser.length).toBeGreaterThan(10)

  expect(needBrowser.filter(({ text }) => !text.includes('await openHouse(')).map(({ path }) => path)).toEqual([])
})
