import { expect, test } from 'vitest'
import { capitals, fileSize, hashGroups, officialDay, officialInstant, plain, policeName } from './words.ts'

test.each([
  ['2026-12-04', 'ngày 04 tháng 12 năm 2026'],
  ['2027-01-31', 'ngày 31 tháng 01 năm 2027'],
  ['2027-02-05', 'ngày 05 tháng 02 năm 2027'],
  ['2027-03-10', 'ngày 10 tháng 3 năm 2027'],
  ['cuối năm', 'cuối năm'],
  ['', '…………'],
])('%s is written as official papers write it', (day, words) => {
  expect(officialDay(day)).toBe(words)
})

test('an instant is told in the time of Việt Nam', () => {
  expect(officialInstant(new Date('2026-11-23T18:30:59Z'))).toBe('01 giờ 30 phút, ngày 24 tháng 11 năm 2026')
})

test('a decomposed name is composed, so that each letter has its glyph', () => {
  expect(plain('Nguyễn Thị Hường'.normalize('NFD'))).toBe('Nguyễn Thị Hường')
})

test('what is invisible or turns the direction of writing is left out, and line ends stay', () => {
  expect(plain('a\u0000b\u202Ec\u200Bd\u2066e\uFEFF\tf\r\ng\u0085')).toBe('abcde f\ng')
})

test('capitals keep the marks', () => {
  expect(capitals('Đặng Thị Ửng')).toBe('ĐẶNG THỊ ỬNG')
})

test('the police of a unit are named as inside a sentence', () => {
  expect(policeName({ name: 'Hà Huy Tập', type: 'Phường' })).toBe('Công an phường Hà Huy Tập')
  expect(policeName({ name: 'Cồn Cỏ', type: 'Đặc khu' })).toBe('Công an đặc khu Cồn Cỏ')
})

test.each([
  [0, '0 byte'],
  [1_023, '1023 byte'],
  [1_024, '1 KB'],
  [89_123, '87 KB'],
  [1_468_006, '1,4 MB'],
  [10_485_760, '10,0 MB'],
])('%i bytes are %s', (bytes, words) => {
  expect(fileSize(bytes)).toBe(words)
})

test('a hash is read in eight groups', () => {
  expect(hashGroups('0123456789abcdef'.repeat(4)).split(' ')).toHaveLength(8)
})
