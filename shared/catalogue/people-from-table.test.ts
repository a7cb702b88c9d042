import { expect, test } from 'vitest'
import { peopleFromTable } from './people-from-table.ts'
import { personFields } from './questions/applicant.ts'

const an = {
  name: 'Nguyễn Văn An',
  birthDate: { day: '20', month: '8', year: '1995' },
  gender: 'male',
  identity: '000095000051',
}

test.each([
  ['as a spreadsheet copies it', 'Nguyễn Văn An\t20/8/1995\tNam\t000095000051'],
  [
    'with headings and running numbers',
    'TT\tHọ tên\tNgày sinh\tGiới tính\tSố\n1\tNguyễn Văn An\t20/8/1995\tNam\t000095000051',
  ],
  ['with semicolons and quotes', '"Nguyễn Văn An";20/8/1995;nam;"000095000051"'],
])('a person is read %s', (_, text) => {
  expect(peopleFromTable(`${text}\n\n`, personFields)).toEqual([an])
})

test('zeros that a spreadsheet dropped come back, an old number of nine digits stays as it is', () => {
  const identityIn = (cell: string) => peopleFromTable(`Trần B\t1/2/1990\tNam\t${cell}`, personFields)[0]?.identity

  // No province has the code 003.
  expect(identityIn('3095000051')).toBe('003095000051')
  expect(identityIn('187654321')).toBe('187654321')
})

test('a hundred rows are a hundred people, in their order', () => {
  const text = Array.from(
    { length: 100 },
    (_, n) => `Nguyễn Văn An\t20/8/1995\tNam\t${`0000950000${String(n).padStart(2, '0')}`}`,
  ).join('\r\n')

  const people = peopleFromTable(text, personFields)

  expect(people).toHaveLength(100)
  expect(people[99]).toMatchObject({ identity: '000095000099' })
})

test('what cannot be read stays to be mended, and nobody is dropped', () => {
  expect(peopleFromTable('Trần B\t31/2/1990\tkhác\t123456789012', personFields)).toEqual([
    { name: 'Trần B', birthDate: { day: '31/2/1990', month: '', year: '' }, gender: 'khác', identity: '123456789012' },
  ])
  expect(peopleFromTable('', personFields)).toEqual([])
})
