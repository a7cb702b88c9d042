import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { procedureVersions } from '../catalogue/catalogue.ts'
import type { ProcedureCode, ProcedureVersion } from '../catalogue/types.ts'
import { versionInForce } from '../catalogue/versions.ts'
import { buildDirectory } from '../units/directory.ts'
import { dividedUnits } from '../units/divided-units.ts'
import { knownEditions } from '../units/editions.ts'
import type { Edition } from '../units/types.ts'
import { parseSuccessors, parseUnits } from '../units/units-csv.ts'
import { type Route, routeDossier } from './route-dossier.ts'

const reference = (file: string) => readFileSync(new URL(`../../db/reference/${file}`, import.meta.url), 'utf8')
const directory = buildDirectory({
  editions: knownEditions,
  units: parseUnits(reference('units.csv')),
  successors: parseSuccessors(reference('successors.csv')),
  divided: dividedUnits,
})
const at = new Date('2026-11-25T09:00:00+07:00')

function procedure(code: ProcedureCode): ProcedureVersion {
  const version = versionInForce(procedureVersions, code, '2026-11-25')
  if (version === undefined) throw new Error(`${code} is not in force`)

  return version
}

const temporary = (dwelling: unknown) => routeDossier(procedure('1.004194'), { dwelling }, directory, at)
const stay = (place: unknown) => routeDossier(procedure('2.001159'), { place }, directory, at)
const place = (edition: Edition, code: string, now?: string) => ({
  unit: { edition, code },
  detail: 'Thôn 1',
  ...(now && { now }),
})
const rules = (route: Route) => route.because.map(({ rule }) => rule)
const sentences = (route: Route) => route.because.map(({ text }) => text.vi)

test('the route of Lưu Vĩnh Sơn explains itself: which place decides, which resolution, who receives', () => {
  const route = temporary(place('2023', '18634'))

  expect(route).toMatchObject({ kind: 'unit', unit: '18634' })
  expect(sentences(route)).toEqual([
    'Đăng ký tạm trú nộp cho công an nơi tạm trú.',
    'Xã Lưu Vĩnh Sơn (huyện Thạch Hà cũ) thuộc xã Toàn Lưu từ 01/7/2025 theo Nghị quyết 1665/NQ-UBTVQH15.',
    'Nơi tiếp nhận: Công an xã Toàn Lưu.',
  ])
  expect(route.because[1]?.source).toBe('Nghị quyết 1665/NQ-UBTVQH15')
  expect(route.because[1]?.facts).toEqual({
    fromEdition: '2023',
    fromCode: '18634',
    toEdition: '2025-07',
    toCode: '18634',
    share: 'whole',
    since: '2025-07-01',
  })
})

test.each([
  ['phường Trần Phú of 2023', '2023', '18070', '18073'],
  ['phường Trần Phú of early 2025', '2025-01', '18094', '18073'],
  ['phường Trần Phú of today', '2025-07', '18100', '18100'],
  ['phường Hà Huy Tập of 2023', '2023', '18085', '18073'],
  ['phường Hà Huy Tập of today', '2025-07', '18652', '18652'],
  ['thị trấn Nghi Xuân of 2019', '2019', '18349', '18373'],
  ['xã Nghi Xuân of today', '2025-07', '18352', '18352'],
  ['xã Kỳ Anh of today', '2025-07', '18775', '18775'],
  ['xã Thanh Bình Thịnh', '2023', '18274', '18277'],
] as const)('%s is received by %s/%s → %s', (_, edition, code, unit) => {
  expect(temporary(place(edition, code))).toMatchObject({ kind: 'unit', unit })
})

test('a place of 2019 names both resolutions it went through', () => {
  expect(sentences(temporary(place('2019', '18634'))).slice(1, 3)).toEqual([
    'Xã Thạch Vĩnh (huyện Thạch Hà cũ) thuộc xã Lưu Vĩnh Sơn từ 01/01/2020 theo Nghị quyết 819/NQ-UBTVQH14.',
    'Xã Lưu Vĩnh Sơn (huyện Thạch Hà cũ) thuộc xã Toàn Lưu từ 01/7/2025 theo Nghị quyết 1665/NQ-UBTVQH15.',
  ])
})

test('a commune that the law left as it was is said to be so', () => {
  expect(sentences(temporary(place('2023', '18196')))[1]).toBe(
    'Xã Sơn Kim 1 (huyện Hương Sơn cũ) vẫn là xã Sơn Kim 1 từ 01/7/2025 theo Nghị quyết 1665/NQ-UBTVQH15.',
  )
})

test('Đại Nài was divided: the resident is asked, and the answer decides', () => {
  const asked = temporary(place('2023', '18082'))

  expect(asked).toMatchObject({
    kind: 'ask',
    field: 'dwelling',
    options: [
      { code: '18073', name: 'Thành Sen', type: 'Phường' },
      { code: '18652', name: 'Hà Huy Tập', type: 'Phường' },
    ],
  })
  expect(sentences(asked).at(-1)).toContain('không kê tên đường')

  const answered = temporary(place('2023', '18082', '18652'))
  expect(answered).toMatchObject({ kind: 'unit', unit: '18652' })
  expect(rules(answered)).toEqual(['procedure-place', 'successor-chosen', 'receiving-unit'])
})

test('a part that the divided unit never had is refused with a reason, and asked again', () => {
  const route = temporary(place('2025-01', '18082', '18100'))

  expect(route.kind).toBe('ask')
  expect(rules(route)).toEqual(['procedure-place', 'divided-wrong-choice', 'divided-question'])
})

test('a stay in Kỳ Lợi is in Vũng Áng, where its land went; a resident of Kỳ Lợi is asked', () => {
  for (const edition of ['2023', '2025-01'] as const) {
    const notice = stay(place(edition, '18796'))
    expect(notice).toMatchObject({ kind: 'unit', unit: '18823' })
    expect(sentences(notice)[1]).toBe(
      'Thông báo này tính theo nơi ở lại; toàn bộ phần đất của xã Kỳ Lợi (thị xã Kỳ Anh cũ) nay thuộc phường Vũng Áng.',
    )

    const registration = temporary(place(edition, '18796'))
    expect(registration).toMatchObject({
      kind: 'ask',
      options: [{ code: '18754' }, { code: '18823' }, { code: '18832' }],
    })
    expect(registration.kind === 'ask' && registration.options.every(({ hint }) => hint)).toBe(true)
  }
})

test('nothing is known of the land of Đại Nài, so even a stay there is asked about', () => {
  expect(stay(place('2023', '18082')).kind).toBe('ask')
  expect(stay(place('2023', '18082', '18073'))).toMatchObject({ kind: 'unit', unit: '18073' })
})

test.each([
  ['a name that no list has', { unknown: 'xã Bình An Thịnh', detail: 'Thôn 2' }, 'place-unknown'],
  ['a code of another edition', place('2025-07', '18796'), 'unit-of-other-edition'],
  ['a divided commune whose part nobody at the screen knows', place('2023', '18082', 'unsure'), 'divided-unsure'],
])('%s goes to triage, and says why and what happens next', (_, dwelling, rule) => {
  const route = temporary(dwelling)

  expect(route.kind).toBe('triage')
  expect(rules(route)).toEqual(['procedure-place', rule, 'province-decides'])
})

test.each([
  ['a commune of another province by its code', place('2025-07', '00004'), 'unit-not-listed'],
  ['a place written with another province', { unknown: 'xã Nghi Lâm, tỉnh Nghệ An', detail: '1' }, 'outside-province'],
])('%s is not triaged but refused, with where to go instead', (_, dwelling, rule) => {
  const route = temporary(dwelling)

  expect(route).toMatchObject({ kind: 'outside', field: 'dwelling' })
  expect(rules(route).at(-1)).toBe(rule)
  expect(sentences(route).at(-1)).toContain('Cổng dịch vụ công quốc gia')
})

test.each([
  ['no answer yet', undefined],
  ['an answer that is no address', 'Toàn Lưu'],
  ['an edition nobody knows', { unit: { edition: '1999', code: '18634' }, detail: 'x' }],
])('%s is asked for, and nobody decides before', (_, dwelling) => {
  const route = temporary(dwelling)

  expect(route.kind).toBe('missing')
  expect(rules(route).at(-1)).toBe('place-missing')
})

test('not knowing the part matters only where the law divided: everywhere else the route stands', () => {
  expect(temporary(place('2023', '18634', 'unsure'))).toMatchObject({ kind: 'unit', unit: '18634' })
  expect(stay(place('2023', '18796', 'unsure'))).toMatchObject({ kind: 'unit', unit: '18823' })
})

test('residence is confirmed by the unit that was chosen, and by no other', () => {
  const confirm = (unit: unknown) => routeDossier(procedure('1.010041'), { unit }, directory, at)

  expect(confirm('18844')).toMatchObject({ kind: 'unit', unit: '18844' })
  expect(rules(confirm('18844'))).toEqual(['chosen-unit', 'receiving-unit'])
  expect(confirm('18070')).toMatchObject({ kind: 'outside', field: 'unit' })
  expect(confirm(undefined)).toMatchObject({ kind: 'missing' })
})

test('every unit of every edition routes to a unit of today, or is asked about because it was divided', () => {
  for (const unit of directory.units) {
    const route = temporary(place(unit.edition, unit.code))
    const isDivided = ['Đại Nài', 'Kỳ Lợi'].includes(unit.name)
    expect(route.kind, unit.name).toBe(isDivided ? 'ask' : 'unit')
    if (route.kind === 'unit') expect(directory.find({ edition: '2025-07', code: route.unit }), unit.name).toBeDefined()
  }
})

test('every procedure routes its own example, and names the answer that decided', () => {
  for (const version of procedureVersions) {
    const route = routeDossier(version, version.example, directory, at)
    expect(route.kind, version.code).toBe('unit')
    expect(route.because[0]?.facts.field).toBe(version.routing.field)
  }
})

test('before the reform of July 2025 the units of that time receive', () => {
  const route = routeDossier(
    procedure('1.004194'),
    { dwelling: place('2025-01', '18634') },
    directory,
    new Date('2025-06-30T23:00:00+07:00'),
  )

  expect(route).toMatchObject({ kind: 'unit', unit: '18634' })
  expect(sentences(route).at(-1)).toBe('Nơi tiếp nhận: Công an xã Lưu Vĩnh Sơn.')
})
