import { expect, test } from 'vitest'
import { otherProvinceIn, provinceInSentence } from './provinces.ts'

test.each([
  ['xã Nghi Lâm, tỉnh Nghệ An', 'Nghệ An'],
  ['xã Nghi Lâm, Nghệ An', 'Nghệ An'],
  ['Phường Bến Thành, TP. Hồ Chí Minh', 'Hồ Chí Minh'],
  ['phuong ben thanh thanh pho ho chi minh', 'Hồ Chí Minh'],
  ['xã Vũ Thư – Thái Bình', 'Thái Bình'],
])('“%s” is certainly in %s', (text, name) => {
  expect(otherProvinceIn(text)?.name).toBe(name)
})

test.each([
  ['a commune that may be called like a province', 'Thái Bình'],
  ['a commune of the own province', 'xã Bình An Thịnh, tỉnh Hà Tĩnh'],
  ['the former city of the own province', 'phường Đại Nài, thành phố Hà Tĩnh'],
  ['a city that is no province', 'phường Bến Thủy, thành phố Vinh'],
  ['a street called like a province', 'đường Nghệ An Xô Viết'],
])('%s is not certainly elsewhere', (_, text) => {
  expect(otherProvinceIn(text)).toBeUndefined()
})

test('a former province is told with the one of today', () => {
  const province = otherProvinceIn('xã A, tỉnh Bình Dương')

  expect(province && provinceInSentence(province).vi).toBe('tỉnh Bình Dương (nay thuộc thành phố Hồ Chí Minh)')
})
