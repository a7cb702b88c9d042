import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readScan } from './read-scan.ts'

const address = 'Thôn Vĩnh Tiến, Lưu Vĩnh Sơn, Thạch Hà, Hà Tĩnh'
const clean = `000195000001|187654321|Nguyễn Thị Minh Anh|20081995|Nữ|${address}|10052021`
const sure = { identity: '000195000001', birthDate: '1995-08-20', gender: 'female' }
const whole = { ...sure, name: 'Nguyễn Thị Minh Anh', address }
/** What Windows' Vietnamese layout makes of the digit keys. */
const onVietnameseLayout = (text: string) =>
  text.replace(/\d/g, (digit) => 'đăâêô\u0300\u0309\u0303\u0301\u0323'.charAt(Number(digit)))
const withoutMarks = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')

describe('a card whose letters have come through is read whole', () => {
  test.each([
    ['as it is', clean],
    ['with decomposed letters', clean.normalize('NFD')],
    ['with another bar', clean.replaceAll('|', '¦')],
    ['with the bar of a British layout', clean.replaceAll('|', '~')],
    ['with a bar that lost its shift key', clean.replaceAll('|', '\\')],
    ['with Caps Lock on', clean.toUpperCase()],
    [
      'with Caps Lock on and the shift key of each capital',
      clean.replace(/\p{L}/gu, (l) => (l === l.toUpperCase() ? l.toLowerCase() : l.toUpperCase())),
    ],
    ['without an old number', clean.replace('187654321', '')],
    ['with the fields of 2024 behind', `${clean}||||`],
    ['with the gender as Telex left it', clean.replace('|Nữ|', '|Nuwx|')],
    ['with the gender as VNI left it', clean.replace('|Nữ|', '|Nu74|')],
    ['with a line end', `\uFEFF${clean}\r\n`],
  ])('%s', (_, text) => expect(readScan(text)).toEqual({ kind: 'card', card: whole }))
})

describe('of a card whose letters were changed only what is sure is taken, and no name', () => {
  test.each([
    ['by Telex', '000195000001|187654321|Nguyeenx Thij Minh Anh|20081995|Nuwx|Thoon Vinhx Tieens, Thachj Haf|10052021'],
    ['by VNI', '000195000001|187654321|Nguye64n Thi5 Minh Anh|20081995|Nu74|Tho6n Vi4nh Tie61n|10052021'],
    ['by a scanner that drops marks', withoutMarks(clean)],
    ['by a scanner that drops whole letters', clean.replace(/[^\p{ASCII}]/gu, '').replace('|N|', '|Nu|')],
    ['by Telex in a part of the name', clean.replace('Nguyễn', 'Nguyeenx')],
    ['by VNI in a part of the name', clean.replace('Thị', 'Thi5')],
    ['by a wrong code page', clean.replace('Nguyễn Thị', 'Nguyá»…n Thá»‹')],
    ['by question marks', clean.replace('Nguyễn Thị', 'Nguy?n Th?')],
    ['by Telex with Caps Lock', '000195000001|187654321|NGUYEENX THIJ MINH ANH|20081995|NUWX|THOON VINHX|10052021'],
    ['by the Vietnamese layout', onVietnameseLayout(withoutMarks(clean))],
  ])('%s', (_, text) => {
    const scan = readScan(text)
    expect(scan).toMatchObject({ kind: 'card', card: sure })
    expect(scan.kind === 'card' && scan.card.name).toBeUndefined()
    expect(scan.kind === 'card' && scan.card.nameAsRead).toBeTruthy()
  })
})

test('a day that the number contradicts is not taken', () => {
  const scan = readScan(clean.replace('20081995', '20081959'))
  expect(scan).toMatchObject({ kind: 'card', card: { identity: '000195000001', name: whole.name } })
  expect(scan.kind === 'card' && scan.card.birthDate).toBeUndefined()
})

test('a gender that cannot be read is taken from the number', () => {
  expect(readScan(clean.replace('|Nữ|', '|???|'))).toMatchObject({ card: { gender: 'female' } })
})

test('a name without any mark is taken where other words kept theirs', () => {
  expect(readScan(clean.replace('Nguyễn Thị', 'Phan'))).toMatchObject({ card: { name: 'Phan Minh Anh' } })
})

test('twelve digits alone are a number of a person', () => {
  expect(readScan('000195000001')).toEqual({ kind: 'card', card: { identity: '000195000001' } })
})

const signedBy = (payload: unknown) =>
  `https://quay.example/kt#eyJhbGciOiJFZERTQSJ9.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.c2lnbmVk`

test.each([
  ['a code', 'QUAY.42-261124-100008', { kind: 'dossier', code: 'QUAY.42-261124-100008' }],
  ['a code in small letters', 'quay.42-261124-100008', { kind: 'dossier', code: 'QUAY.42-261124-100008' }],
  [
    'the slip that opens a dossier',
    'https://quay.example/tra-cuu#H42.01-261124-100008.ABCD-EFGH-JKMN',
    { kind: 'dossier', code: 'H42.01-261124-100008' },
  ],
  [
    'the same without dashes in its key, typed through Telex',
    'https://quay.example/tra-cuu#QUAY.42-261124-100008.ABCDEFGHJKMN',
    { kind: 'dossier', code: 'QUAY.42-261124-100008' },
  ],
  [
    'the signed code of a receipt',
    signedBy(['QUAY.42-261124-100008', '18634', '2026-11-24T01:00:00.000Z', 'x']),
    { kind: 'dossier', code: 'QUAY.42-261124-100008' },
  ],
  ['a slip of the line', 'http://quay.example/so/0123456789ABCDEF', { kind: 'slip', place: '0123456789ABCDEF' }],
  ['a label', 'A012', { kind: 'ticket', label: 'A012' }],
  ['an address of the web', 'https://example.vn/?a=1|2|3', { kind: 'unknown' }],
  ['a signed text that names no code', signedBy(['QUAY']), { kind: 'unknown' }],
  ['a signed text that is none', 'https://quay.example/kt#a.!.c', { kind: 'unknown' }],
  ['goods from a shop', '8934563138165', { kind: 'unknown' }],
  ['half a card', clean.slice(0, 30), { kind: 'unknown' }],
  ['nothing', '', { kind: 'unknown' }],
])('%s is told apart', (_, text, scan) => expect(readScan(text)).toEqual(scan))

test('no text makes it throw, and what is taken of a card is whole', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('|', '000195000001', '/so/', '/kt#a.b.c'))),
      (parts) => {
        const scan = readScan(parts.join(''))
        if (scan.kind === 'card') expect(scan.card.identity).toMatch(/^\d{12}$/)
      },
    ),
  )
})
