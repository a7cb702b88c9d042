import { describe, expect, test } from 'vitest'
import { likenessOf, likenessShown, similarNames } from './similar-names.ts'

const isShown = (a: string, b: string) => likenessOf(a, b) >= likenessShown

describe('two names are perhaps one', () => {
  test.each([
    ['Nguyễn Thị Hòa', 'Nguyễn Thị Hoà'],
    ['Nguyễn Thị Hòa', 'NGUYEN THI HOA'],
    ['Đặng Văn Đức', 'dang van duc'],
    ['Trần Thị Minh Anh', 'Anh Trần Thị Minh'],
    ['Trần Thị Minh Anh', 'Trần Thị Anh'],
    ['Nguyễn Văn Thành', 'Nguyễn Văn Thàhn'],
    ['Lê Thị Mỹ', 'Lê Thị Mĩ'],
  ])('%s and %s', (a, b) => {
    expect(isShown(a, b)).toBe(true)
    expect(isShown(b, a)).toBe(true)
  })
})

describe('two names are two people', () => {
  test.each([
    ['Nguyễn Văn Hùng', 'Nguyễn Văn Hưng'],
    ['Nguyễn Thị Hoa', 'Nguyễn Thị Hòa'],
    ['Trần Văn Nam', 'Trần Thị Nam'],
    ['Lê Văn An', 'Lê Văn Ân'],
    ['Phan Thị Lan', 'Phan Thị Loan'],
  ])('%s and %s', (a, b) => expect(isShown(a, b)).toBe(false))
})

test('a name is fully like itself, and the most alike comes first', () => {
  expect(likenessOf('Võ Thị Sáu', 'Võ Thị Sáu')).toBe(1)

  expect(
    similarNames('Võ Thị Sáu', [{ name: 'Vo Thi Sau' }, { name: 'Võ Thị Sáu' }, { name: 'Hồ Chí Dũng' }]).map(
      ({ name }) => name,
    ),
  ).toEqual(['Võ Thị Sáu', 'Vo Thi Sau'])
})
