import { expect, test } from 'vitest'
import { buildDirectory } from '../units/directory.ts'
import { codesCarriedBy, unitCarryingOn } from './ii06-units.ts'

const unit = (edition: '2023' | '2025-07', code: string) => ({ edition, code, name: code, type: 'Xã' as const })
const became = (from: string, to: string, share: 'whole' | 'part' = 'whole') => ({
  from: { edition: '2023' as const, code: from },
  to: { edition: '2025-07' as const, code: to },
  share,
})
/** 00001 and 00002 go into a unit that has the code of the first; 00003 goes into 00002, another place now; 00004 is divided. */
const directory = buildDirectory({
  editions: [
    { edition: '2023', until: '2025-06-30' },
    { edition: '2025-07', from: '2025-07-01' },
  ],
  units: [
    ...['00001', '00002', '00003', '00004'].map((code) => unit('2023', code)),
    ...['00001', '00002'].map((code) => unit('2025-07', code)),
  ],
  successors: [
    became('00001', '00001'),
    became('00002', '00001'),
    became('00003', '00002'),
    became('00004', '00001', 'part'),
    became('00004', '00002', 'part'),
  ],
  divided: [],
})
const before = new Date('2025-06-30T23:59:00+07:00')
const after = new Date('2025-07-01T00:00:00+07:00')

test.each([
  ['a merged unit, after the merger', '00002', before, '2025-07-14', '00001'],
  ['the place that has its code now', '00002', after, '2025-07-14', '00002'],
  ['a unit that went into a code of another', '00003', before, '2025-07-14', '00002'],
  ['a merged unit, in a period that ended before', '00002', before, '2025-06-30', '00002'],
  ['a divided unit, which nobody carries on by itself', '00004', before, '2025-07-14', '00004'],
  ['a code that no list has', '99999', before, '2025-07-14', '99999'],
])('who carries on the work of %s', (_, code, heldAt, day, expected) => {
  expect(unitCarryingOn(directory, code, heldAt, day)).toBe(expected)
})

test('the codes under which a unit’s dossiers stand are its own and those of the units that went into it whole', () => {
  expect(codesCarriedBy(directory, '00001', '2025-07-14').sort()).toEqual(['00001', '00002'])
  expect(codesCarriedBy(directory, '00002', '2025-07-14').sort()).toEqual(['00002', '00003'])
  expect(codesCarriedBy(directory, '00002', '2025-06-30')).toEqual(['00002'])
})
