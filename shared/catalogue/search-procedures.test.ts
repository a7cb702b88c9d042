import { expect, test } from 'vitest'
import { procedureVersions } from './catalogue.ts'
import { searchProcedures } from './search-procedures.ts'

const today = procedureVersions.filter(({ until }) => until === undefined)
const first = (query: string) => searchProcedures(today, query)[0]?.code

test.each([
  ['đăng ký tạm trú', '1.004194'],
  ['dang ky tam tru', '1.004194'],
  ['thuê trọ', '1.004194'],
  ['phong tro', '1.004194'],
  ['tmạ trú', '1.004194'],
  ['thue trp', '1.004194'],
  ['nhập hộ khẩu', '1.004222'],
  ['cắt khẩu', '1.003197'],
  ['tach khau', '1.010038'],
  ['xoá tạm trú', '1.010028'],
  ['gia hạn', '1.002755'],
  ['khách sạn', '2.001159'],
  ['ct07', '1.010041'],
  ['đổi chủ hộ', '1.010039'],
  ['tạm vắng', '1.003677'],
  ['1.010040', '1.010040'],
  ['hotel', '2.001159'],
])('%j finds %s first', (query, code) => {
  expect(first(query)).toBe(code)
})

test('nothing typed shows all; nonsense shows none', () => {
  expect(searchProcedures(today, ' ')).toHaveLength(11)
  expect(searchProcedures(today, 'zzzzzz')).toEqual([])
})
