import { expect, test } from 'vitest'
import { parseSuccessors, parseUnits } from './units-csv.ts'

const header = 'edition,code,name,type,district'
const unitsOf = (row: string) => parseUnits(`${header}\n${row}\n`)

test('reads units, with quoted commas and without a district since districts ended', () => {
  expect(unitsOf('2023,18634,Lưu Vĩnh Sơn,Xã,"Huyện ""Thạch Hà"", cũ"')).toEqual([
    { edition: '2023', code: '18634', name: 'Lưu Vĩnh Sơn', type: 'Xã', district: 'Huyện "Thạch Hà", cũ' },
  ])
  expect(unitsOf('2025-07,18634,Toàn Lưu,Xã,')).toEqual([
    { edition: '2025-07', code: '18634', name: 'Toàn Lưu', type: 'Xã' },
  ])
})

test('reads successors', () => {
  expect(parseSuccessors('from_edition,from_code,to_edition,to_code,share\n2023,18082,2025-07,18652,part\n')).toEqual([
    { from: { edition: '2023', code: '18082' }, to: { edition: '2025-07', code: '18652' }, share: 'part' },
  ])
})

test('reads a file saved by a spreadsheet, with a byte order mark and CRLF', () => {
  expect(parseUnits(`\uFEFF${header}\r\n2025-07,18634,Toàn Lưu,Xã,\r\n`)).toHaveLength(1)
})

test.each([
  ['2025-07,1863,Toàn Lưu,Xã,', 'Line 2: "1863" is not a unit code'],
  ['2030,18634,Toàn Lưu,Xã,', 'Line 2: unknown edition "2030"'],
  ['2025-07,18634,Toàn Lưu,Làng,', 'Line 2: unknown type "Làng"'],
  ['2025-07,18634,,Xã,', 'Line 2: a unit without a name'],
  ['2025-07,18634,Toàn Lưu', 'Line 2: no column "type"'],
  [`2025-07,18634,${'Toàn Lưu'.normalize('NFD')},Xã,`, 'is not NFC'],
])('refuses the row %j', (row, message) => {
  expect(() => unitsOf(row)).toThrow(message)
})

test('refuses a share that is neither whole nor part', () => {
  expect(() =>
    parseSuccessors('from_edition,from_code,to_edition,to_code,share\n2023,18082,2025-07,18652,half\n'),
  ).toThrow('Line 2: unknown share "half"')
})
