import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, toneKey } from './fold.ts'
import { matchesTypo } from './typo.ts'

test.each([
  ['Hòa', 'hoa'],
  ['Hoà', 'hoa'],
  ['Thủy', 'thuy'],
  ['Thuỷ', 'thuy'],
  ['Đại Nài', 'dai nai'],
  ['ĐỨC THỊNH', 'duc thinh'],
  ['  Xã   Lưu Vĩnh\tSơn,\nhuyện Thạch Hà. ', 'xa luu vinh son huyen thach ha'],
  ['Sơn Kim 1', 'son kim 1'],
  ['Nguyễn Văn A – Nguyễn Thị Bình', 'nguyen van a nguyen thi binh'],
  ['Ðức Thọ (gõ nhầm chữ eth)', 'duc tho go nham chu eth'],
  ['Y Ƀlĭ Niê', 'y bli nie'],
  ['thành phố', 'thanh pho'],
  ['日本', ''],
  ['', ''],
])('folds %j to %j', (text, folded) => {
  expect(fold(text)).toBe(folded)
})

test('composed and decomposed text fold alike, and folding twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const folded = fold(text)
      expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))
      expect(fold(folded)).toBe(folded)
      expect(folded).toMatch(/^([a-z0-9]+( [a-z0-9]+)*)?$/)
    }),
  )
})

test('the tone key knows Thạch Hạ from Thạch Hà, and takes two spellings of Hòa for one word', () => {
  expect(toneKey('Thạch Hạ')).not.toBe(toneKey('Thạch Hà'))
  expect(toneKey('Yên Hòa')).toBe(toneKey('YÊN HOÀ'.normalize('NFD')))
  expect(toneKey('Mường')).not.toBe(toneKey('Muông'))
})

test.each([
  ['toan lu', 'toan luu', true],
  ['taon luu', 'toan luu', true],
  ['thanh bin thin', 'thanh binh thinh', true],
  ['thanh pin thin', 'thanh binh thinh', false],
  ['an', 'yen', false],
  ['loc', 'lac', false],
  ['ky anh', 'ky anh', true],
])('%j typed for %j: %s', (typed, meant, isForgiven) => {
  expect(matchesTypo(typed, meant)).toBe(isForgiven)
})
