import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold } from '../text/fold.ts'
import { buildDirectory } from './directory.ts'
import { dividedUnits } from './divided-units.ts'
import { knownEditions } from './editions.ts'
import { searchUnits } from './search.ts'
import { parseSuccessors, parseUnits } from './units-csv.ts'

const reference = (file: string) => readFileSync(new URL(`../../db/reference/${file}`, import.meta.url), 'utf8')
const directory = buildDirectory({
  editions: knownEditions,
  units: parseUnits(reference('units.csv')),
  successors: parseSuccessors(reference('successors.csv')),
  divided: dividedUnits,
})

const lines = (query: string, limit?: number) =>
  searchUnits(directory, query, limit).map(
    ({ edition, type, name, now }) => `${edition} ${type} ${name} → ${now.map((unit) => unit.name).join(', ')}`,
  )

test('Trần Phú is two places, the one of today first, told apart by edition and district', () => {
  expect(searchUnits(directory, 'Trần Phú')).toEqual([
    {
      edition: '2025-07',
      code: '18100',
      name: 'Trần Phú',
      type: 'Phường',
      now: [{ code: '18100', name: 'Trần Phú', type: 'Phường', share: 'whole' }],
    },
    {
      edition: '2023',
      code: '18070',
      name: 'Trần Phú',
      type: 'Phường',
      district: 'Thành phố Hà Tĩnh',
      now: [{ code: '18073', name: 'Thành Sen', type: 'Phường', share: 'whole' }],
    },
  ])
})

test.each([
  ['Hà Huy Tập', ['2025-07 Phường Hà Huy Tập → Hà Huy Tập', '2023 Phường Hà Huy Tập → Thành Sen']],
  ['phường Trần Phú, thành phố Hà Tĩnh', ['2023 Phường Trần Phú → Thành Sen', '2025-07 Phường Trần Phú → Trần Phú']],
  ['Trần Phú, tỉnh Hà Tĩnh', ['2025-07 Phường Trần Phú → Trần Phú', '2023 Phường Trần Phú → Thành Sen']],
  ['dai nai', ['2023 Phường Đại Nài → Thành Sen, Hà Huy Tập']],
  ['Kỳ Lợi', ['2023 Xã Kỳ Lợi → Sông Trí, Vũng Áng, Hoành Sơn']],
  ['xã Lưu Vĩnh Sơn, Thạch Hà', ['2023 Xã Lưu Vĩnh Sơn → Toàn Lưu']],
  ['Lưu Vĩnh Sơn Thạch Hà', ['2023 Xã Lưu Vĩnh Sơn → Toàn Lưu']],
  ['Thôn 3, xã Lưu Vĩnh Sơn, huyện Thạch Hà, tỉnh Hà Tĩnh', ['2023 Xã Lưu Vĩnh Sơn → Toàn Lưu']],
  ['luu vinh son', ['2023 Xã Lưu Vĩnh Sơn → Toàn Lưu']],
  ['lưu vĩnh sơn'.normalize('NFD'), ['2023 Xã Lưu Vĩnh Sơn → Toàn Lưu']],
  ['luu vihn son', ['2023 Xã Lưu Vĩnh Sơn → Toàn Lưu']],
  ['Thanh Bình Thịnh', ['2023 Xã Thanh Bình Thịnh → Đức Thịnh']],
  ['Công an xã Toàn Lưu', ['2025-07 Xã Toàn Lưu → Toàn Lưu']],
])('%j finds %j', (query, expected) => {
  expect(lines(query)).toEqual(expected)
})

test.each([
  ['Nghi Xuân', '2025-07 Xã Nghi Xuân → Nghi Xuân'],
  ['tt. Nghi Xuân', '2019 Thị trấn Nghi Xuân → Tiên Điền'],
  ['xã Nghi Xuân', '2025-07 Xã Nghi Xuân → Nghi Xuân'],
  ['Kỳ Anh', '2025-07 Xã Kỳ Anh → Kỳ Anh'],
  ['xã Kỳ Anh', '2025-07 Xã Kỳ Anh → Kỳ Anh'],
  ['Yên Hòa', '2025-07 Xã Yên Hòa → Yên Hòa'],
  ['Yên Hoà', '2025-07 Xã Yên Hòa → Yên Hòa'],
  ['Thạch Hạ', '2023 Xã Thạch Hạ → Trần Phú'],
  ['Thạch Hà', '2025-07 Xã Thạch Hà → Thạch Hà'],
  ['thach ha', '2025-07 Xã Thạch Hà → Thạch Hà'],
  ['phường Thạch Hạ', '2025-01 Phường Thạch Hạ → Trần Phú'],
  ['Phương Mỹ', '2019 Xã Phương Mỹ → Hà Linh'],
  ['Tiên Điền', '2025-07 Xã Tiên Điền → Tiên Điền'],
  ['Hộ Độ', '2023 Xã Hộ Độ → Trần Phú'],
])('%j means %s before anything else', (query, first) => {
  expect(lines(query)[0]).toBe(first)
})

test('a former district is no commune: it lists the communes that were in it', () => {
  const districtsOf = (query: string) => new Set(searchUnits(directory, query, 50).map(({ district }) => district))

  expect(districtsOf('huyện Kỳ Anh')).toEqual(new Set(['Huyện Kỳ Anh']))
  expect(districtsOf('thị xã Kỳ Anh')).toEqual(new Set(['Thị xã Kỳ Anh']))
  expect(districtsOf('tx Kỳ Anh')).toEqual(new Set(['Thị xã Kỳ Anh']))
  expect(districtsOf('Kỳ Anh')).toEqual(new Set([undefined, 'Huyện Kỳ Anh', 'Thị xã Kỳ Anh']))
})

test('the beginning of a name comes before a word in its middle, and a slip is forgiven only when no name fits', () => {
  expect(lines('Thạch', 5).every((line) => line.includes('Xã Thạch') || line.includes('Phường Thạch'))).toBe(true)
  expect(lines('son', 40).findIndex((line) => line.includes('Lưu Vĩnh Sơn'))).toBeGreaterThan(0)
  expect(lines('Yên Hòa')).toEqual(['2025-07 Xã Yên Hòa → Yên Hòa'])
  expect(lines('yen hoaa')).toContain('2025-07 Xã Yên Hòa → Yên Hòa')
})

test('every unit is found by its own name, with and without marks', () => {
  for (const unit of directory.units) {
    for (const query of [unit.name, fold(unit.name), `${unit.type} ${unit.name}`.normalize('NFD')]) {
      const places = searchUnits(directory, query, 50).map(({ name, now }) => `${name} ${now.map(({ code }) => code)}`)
      expect(places, query).toContain(`${unit.name} ${directory.today(unit).map((now) => now.unit.code)}`)
    }
  }
})

test('nothing typed finds nothing, and no text breaks the search', () => {
  expect(searchUnits(directory, ' , ')).toEqual([])
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (query) => {
      expect(searchUnits(directory, query, 3).length).toBeLessThanOrEqual(3)
    }),
  )
})
