import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../catalogue/days.ts'
import { readCardQr } from './read-card-qr.ts'

const sample =
  '000195000001|187654321|Nguyễn Thị Minh Anh|20081995|Nữ|Thôn Vĩnh Tiến, Lưu Vĩnh Sơn, Thạch Hà, Hà Tĩnh|10052021'
const read = {
  identity: '000195000001',
  name: 'Nguyễn Thị Minh Anh',
  birthDate: '1995-08-20',
  gender: 'female',
  address: 'Thôn Vĩnh Tiến, Lưu Vĩnh Sơn, Thạch Hà, Hà Tĩnh',
  issuedOn: '2021-05-10',
}

test.each([
  ['as it is printed', sample],
  ['with decomposed letters', sample.normalize('NFD')],
  ['without an old number', sample.replace('187654321', '')],
  ['with more fields behind, as on the cards of 2024', `${sample}||||`],
  ['with a line end from a hand scanner', `\uFEFF${sample}\r\n`],
  ['with the gender as an input method left it', sample.replace('|Nữ|', '|Nuwx|')],
  ['with a bar that a keyboard layout changed', sample.replaceAll('|', '¦')],
])('the code of a card is read %s', (_, text) => {
  expect(readCardQr(text)).toEqual(read)
})

test.each([
  ['an address of the web', 'https://example.vn/?a=1|2|3|4|5|6|7'],
  ['a receipt', 'QUAY.42-261120-123456|ABCD-EFGH-JKMN'],
  ['a day that does not exist', sample.replace('20081995', '31021995')],
  ['a number of eleven digits', sample.slice(1)],
  ['a name of digits', sample.replace('Nguyễn Thị Minh Anh', '12345')],
  ['half a code', sample.slice(0, 40)],
  ['nothing', ''],
])('%s is no card', (_, text) => {
  expect(readCardQr(text)).toBeUndefined()
})

const card = fc.record({
  identity: fc.stringMatching(/^\d{12}$/),
  old: fc.stringMatching(/^(\d{9})?$/),
  name: fc.array(fc.constantFrom('Nguyễn', 'Thị', 'Đặng', 'Ánh', 'Huyền', 'Quốc', 'Ưng', 'Ỷ Lan'), {
    minLength: 2,
    maxLength: 5,
  }),
  days: fc.integer({ min: 0, max: 40_000 }),
  gender: fc.constantFrom('Nam', 'Nữ'),
  address: fc.constantFrom('', 'Tổ 3, Nam Hà, Hà Tĩnh', 'Xóm 1, Kỳ Anh'),
})

test('whatever person a code holds, the same person is read, composed or not', () => {
  fc.assert(
    fc.property(card, fc.constantFrom('NFC', 'NFD'), ({ identity, old, name, days, gender, address }, form) => {
      const birthDate = addDays('1915-01-01', days)
      const [year, month, day] = birthDate.split('-')
      const text = [identity, old, name.join(' '), `${day}${month}${year}`, gender, address, '01012022'].join('|')

      expect(readCardQr(text.normalize(form))).toEqual({
        identity,
        name: name.join(' '),
        birthDate,
        gender: gender === 'Nam' ? 'male' : 'female',
        ...(address && { address }),
        issuedOn: '2022-01-01',
      })
    }),
  )
})

test('no text makes it throw, and what is read always has a real day and twelve digits', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.array(fc.string(), { maxLength: 9 }).map((parts) => parts.join('|')),
      ),
      (text) => {
        const data = readCardQr(text)
        if (data) expect(`${data.identity} ${data.birthDate}`).toMatch(/^\d{12} \d{4}-\d{2}-\d{2}$/)
      },
    ),
  )
})
