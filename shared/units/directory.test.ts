import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { buildDirectory } from './directory.ts'
import { dividedUnits } from './divided-units.ts'
import { knownEditions } from './editions.ts'
import type { Successor, UnitFacts } from './types.ts'
import { parseSuccessors, parseUnits } from './units-csv.ts'

const reference = (file: string) => readFileSync(new URL(`../../db/reference/${file}`, import.meta.url), 'utf8')
const facts: UnitFacts = {
  editions: knownEditions,
  units: parseUnits(reference('units.csv')),
  successors: parseSuccessors(reference('successors.csv')),
  divided: dividedUnits,
}
const directory = buildDirectory(facts)

const today = (edition: '2019' | '2023' | '2025-01' | '2025-07', code: string) =>
  directory.today({ edition, code }).map(({ unit, share }) => `${unit.type} ${unit.name} (${share})`)

test.each([
  ['Trần Phú of 2023', '2023', '18070', ['Phường Thành Sen (whole)']],
  ['Trần Phú of early 2025', '2025-01', '18094', ['Phường Thành Sen (whole)']],
  ['Trần Phú of today', '2025-07', '18100', ['Phường Trần Phú (whole)']],
  ['Thạch Hạ, whose code is Trần Phú now', '2023', '18100', ['Phường Trần Phú (whole)']],
  ['Hà Huy Tập of 2023', '2023', '18085', ['Phường Thành Sen (whole)']],
  ['Tân Lâm Hương, whose code is Hà Huy Tập now', '2023', '18652', ['Phường Hà Huy Tập (whole)']],
  ['Đại Nài, divided', '2023', '18082', ['Phường Thành Sen (part)', 'Phường Hà Huy Tập (part)']],
  [
    'Kỳ Lợi, divided',
    '2025-01',
    '18796',
    ['Phường Sông Trí (part)', 'Phường Vũng Áng (part)', 'Phường Hoành Sơn (part)'],
  ],
  ['thị trấn Nghi Xuân of 2019, through two resolutions', '2019', '18349', ['Xã Tiên Điền (whole)']],
  ['Lưu Vĩnh Sơn', '2023', '18634', ['Xã Toàn Lưu (whole)']],
  ['Thạch Vĩnh of 2019, through Lưu Vĩnh Sơn', '2019', '18634', ['Xã Toàn Lưu (whole)']],
  ['Thanh Bình Thịnh', '2023', '18274', ['Xã Đức Thịnh (whole)']],
  ['a code nobody ever had', '2023', '00000', []],
] as const)('%s is now where the resolutions say', (_, edition, code, expected) => {
  expect(today(edition, code)).toEqual(expected)
})

test('the lists are whole: 216 communes of 2023, 209 of early 2025, 69 of today, and the 77 that 2020 changed', () => {
  const count = (edition: string) => directory.units.filter((unit) => unit.edition === edition).length

  expect([count('2019'), count('2023'), count('2025-01'), count('2025-07')]).toEqual([77, 216, 209, 69])
})

test('every unit of every edition is somewhere today, and only Đại Nài and Kỳ Lợi are divided', () => {
  const divided = directory.units.filter((unit) => directory.today(unit).length !== 1).map(({ name }) => name)

  expect(new Set(divided)).toEqual(new Set(['Đại Nài', 'Kỳ Lợi']))
  expect(directory.units.flatMap((unit) => directory.today(unit)).every(({ unit }) => unit.edition === '2025-07')).toBe(
    true,
  )
})

test('every unit of today was made of units of 2023', () => {
  for (const unit of directory.units.filter(({ edition }) => edition === '2025-07')) {
    expect(
      directory.predecessors(unit.code).some((old) => old.unit.edition === '2023'),
      unit.name,
    ).toBe(true)
  }
  expect(directory.predecessors('18634').map(({ unit }) => unit.name)).toContain('Lưu Vĩnh Sơn')
  expect(
    directory
      .predecessors('18823')
      .filter(({ share }) => share === 'part')
      .map(({ unit }) => unit.name),
  ).toEqual(['Kỳ Lợi', 'Kỳ Lợi'])
})

test.each([
  ['2018-05-01', '2019'],
  ['2019-12-31', '2019'],
  ['2020-01-01', '2023'],
  ['2023-03-06', '2023'],
  ['2024-12-31', '2023'],
  ['2025-01-01', '2025-01'],
  ['2025-06-30', '2025-01'],
  ['2025-07-01', '2025-07'],
  ['2026-11-24', '2025-07'],
])('on %s the communes of edition %s were in force', (day, edition) => {
  expect(directory.editionAt(day)).toBe(edition)
})

test('what is asked about a divided unit has one part for each unit it went to', () => {
  for (const unit of directory.units.filter((unit) => directory.today(unit).length > 1)) {
    const parts = directory.divided(unit)?.parts ?? []
    expect(parts.map(({ code }) => code).sort()).toEqual(
      directory
        .today(unit)
        .map((now) => now.unit.code)
        .sort(),
    )
  }
  expect(directory.divided({ edition: '2023', code: '18796' })?.parts.find(({ isLand }) => isLand)?.code).toBe('18823')
})

test('two halves that meet again are one whole, and need no question', () => {
  const joined: UnitFacts = {
    editions: [
      { edition: '2019' },
      { edition: '2023', from: '2020-01-01' },
      { edition: '2025-07', from: '2025-07-01' },
    ],
    units: [
      { edition: '2019', code: '00001', name: 'Cũ', type: 'Xã' },
      { edition: '2023', code: '00002', name: 'Đông', type: 'Xã' },
      { edition: '2023', code: '00003', name: 'Tây', type: 'Xã' },
      { edition: '2025-07', code: '00004', name: 'Mới', type: 'Xã' },
    ],
    successors: [
      { from: { edition: '2019', code: '00001' }, to: { edition: '2023', code: '00002' }, share: 'part' },
      { from: { edition: '2019', code: '00001' }, to: { edition: '2023', code: '00003' }, share: 'part' },
      { from: { edition: '2023', code: '00002' }, to: { edition: '2025-07', code: '00004' }, share: 'whole' },
      { from: { edition: '2023', code: '00003' }, to: { edition: '2025-07', code: '00004' }, share: 'whole' },
    ],
    divided: [],
  }

  expect(buildDirectory(joined).today({ edition: '2019', code: '00001' })).toMatchObject([
    { unit: { code: '00004' }, share: 'whole' },
  ])
})

test('a successor that names no unit of the list is refused', () => {
  const lost: Successor = {
    from: { edition: '2023', code: '18634' },
    to: { edition: '2025-07', code: '99999' },
    share: 'whole',
  }

  expect(() => buildDirectory({ ...facts, successors: [lost] })).toThrow('2025-07/99999')
})
