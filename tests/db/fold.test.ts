import fc from 'fast-check'
import pg from 'pg'
import { expect, test } from 'vitest'
import { readUnitFacts } from '#db/reference/read-units.ts'
import { fold } from '#shared/text/fold.ts'
import { testDatabase } from '../support/postgres.ts'

test('PostgreSQL and TypeScript fold every text alike', async () => {
  await using database = await testDatabase()
  const client = new pg.Client({ connectionString: database.appUrl })
  await client.connect()
  const texts = [
    ...readUnitFacts().units.map(({ name }) => name),
    'Hòa',
    'Hoà',
    'Hoà',
    'ĐẶNG  Thị-Thúy',
    '  ',
    'Nguyễn Văn Ơ',
    'İstanbul',
    'ẞ',
    '１２３',
    'a b',
    ...fc.sample(fc.string({ unit: 'grapheme', maxLength: 30 }), 2000).filter((text) => !text.includes('\0')),
  ]
  const { rows } = await client.query<{ folded: string }>(
    'select desk_fold(t) as folded from unnest($1::text[]) with ordinality as u (t, n) order by n',
    [texts],
  )
  await client.end()

  expect(rows.map(({ folded }) => folded)).toEqual(texts.map(fold))
})
