import { expect, test } from 'vitest'
import { editionSpan, policeOf, unitInSentence, unitTitle, unitTitleOfPast } from './unit-names.ts'

const unit = { name: 'Kỳ Lợi', type: 'Xã', district: 'Thị xã Kỳ Anh' } as const

test('a unit is named with its type, its former district, and its police', () => {
  expect(unitTitle(unit)).toEqual({ vi: 'Xã Kỳ Lợi', en: 'Kỳ Lợi commune' })
  expect(unitInSentence(unit).vi).toBe('xã Kỳ Lợi')
  expect(unitTitleOfPast(unit)).toEqual({
    vi: 'Xã Kỳ Lợi (thị xã Kỳ Anh cũ)',
    en: 'Kỳ Lợi commune (former Kỳ Anh town)',
  })
  expect(policeOf({ name: 'Vũng Áng', type: 'Phường' }).vi).toBe('Công an phường Vũng Áng')
})

test.each([
  [{ edition: '2019', until: '2019-12-31' }, 'đến 2019'],
  [{ edition: '2023', from: '2020-01-01', until: '2024-12-31' }, '2020–2024'],
  [{ edition: '2025-01', from: '2025-01-01', until: '2025-06-30' }, '1/2025–6/2025'],
  [{ edition: '2025-07', from: '2025-07-01' }, 'từ 7/2025'],
] as const)('the span of %j reads %s', (facts, text) => {
  expect(editionSpan(facts).vi).toBe(text)
})
