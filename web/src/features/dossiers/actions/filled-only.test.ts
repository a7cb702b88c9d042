import { expect, test } from 'vitest'
import { filledOnly } from './filled-only.ts'

test('a field that was left empty, or holds only spaces, is not sent', () => {
  expect(filledOnly({ reason: '  Thiếu chữ ký ', note: '', clause: '   ' })).toEqual({ reason: 'Thiếu chữ ký' })
})

test('what is not text stays as it is', () => {
  expect(filledOnly({ amount: 0, isPaid: false, rows: [] })).toEqual({ amount: 0, isPaid: false, rows: [] })
})
