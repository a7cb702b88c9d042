import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { procedureVersions } from '../catalogue/catalogue.ts'
import { versionInForce } from '../catalogue/versions.ts'
import { buildDirectory } from '../units/directory.ts'
import { dividedUnits } from '../units/divided-units.ts'
import { knownEditions } from '../units/editions.ts'
import { parseSuccessors, parseUnits } from '../units/units-csv.ts'
import { likelyUnits } from './likely-units.ts'

const reference = (file: string) => readFileSync(new URL(`../../db/reference/${file}`, import.meta.url), 'utf8')
const directory = buildDirectory({
  editions: knownEditions,
  units: parseUnits(reference('units.csv')),
  successors: parseSuccessors(reference('successors.csv')),
  divided: dividedUnits,
})
const at = new Date('2026-11-25T09:00:00+07:00')
const temporary = versionInForce(procedureVersions, '1.004194', '2026-11-25')
if (!temporary) throw new Error('temporary residence is not in force')

const likely = (dwelling: unknown, more: Record<string, unknown> = {}) =>
  likelyUnits(temporary, { dwelling, ...more }, directory, at)
const codes = (...args: Parameters<typeof likely>) => likely(...args).map(({ code }) => code)

test('the parts of a divided commune are proposed, each with what is known of it', () => {
  const found = likely({ unit: { edition: '2023', code: '18082' }, now: 'unsure', detail: 'Tổ dân phố 3' })

  expect(found.map(({ code }) => code).sort()).toEqual(['18073', '18652'])
  expect(found.every(({ reasons }) => reasons.length > 0)).toBe(true)
})

test('of two parts the one that the address itself mentions comes first', () => {
  const [first] = codes({ unit: { edition: '2023', code: '18082' }, now: 'unsure', detail: 'gần chợ Hà Huy Tập' })

  expect(first).toBe('18652')
})

test('a name with a slip leads to the commune of today that holds it, and says by which old name', () => {
  const [first] = likely({ unknown: 'xã Lưu Vĩn Sơn', detail: 'Thôn 1' })

  expect(first?.code).toBe('18634')
  expect(first?.reasons[0]?.vi).toContain('Lưu Vĩnh Sơn')
})

test('a code of another list leads to where that place is today', () => {
  expect(codes({ unit: { edition: '2025-07', code: '18796' }, detail: 'Thôn 1' })).toContain('18823')
})

test('nothing is proposed for a name like none, and never more than five', () => {
  expect(likely({ unknown: 'Zzyzx Qwfp', detail: '-' })).toEqual([])
  expect(likely({ unknown: 'Thạch', detail: 'Thôn 1' }).length).toBeLessThanOrEqual(5)
})
