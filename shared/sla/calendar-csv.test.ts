import { expect, test } from 'vitest'
import { parseCalendarCsv } from './calendar-csv.ts'

const header = 'date,kind,name,mark,source,announced_on'
const holiday = '2026-11-24,holiday,Ngày Văn hóa Việt Nam,seen,Nghị quyết 28/2026/QH16 Điều 2,2026-07-01'

test('a row is known from 00:00 of its announcement in Việt Nam', () => {
  const { entries, completeYears } = parseCalendarCsv(
    `${header}\n2026-01-01,year_complete,2026,seen,9441,2025-12-31\r\n${holiday}\n`,
  )

  expect([...completeYears]).toEqual([2026])
  expect(entries).toEqual([
    {
      id: '00000000-0000-8000-8000-000020261124',
      date: '2026-11-24',
      kind: 'holiday',
      name: 'Ngày Văn hóa Việt Nam',
      scope: { level: 'nation' },
      source: 'Nghị quyết 28/2026/QH16 Điều 2',
      mark: 'seen',
      announcedAt: new Date('2026-06-30T17:00:00Z'),
      recordedAt: new Date('2026-06-30T17:00:00Z'),
    },
  ])
})

test('rows of a later version are recorded when the desk learned of them', () => {
  const recordedAt = new Date('2026-11-24T03:00:00Z')

  expect(parseCalendarCsv(`${header}\n${holiday}`, recordedAt).entries).toMatchObject([{ recordedAt }])
})

test.each([
  ['another header', `day,kind\n${holiday}`],
  ['an unknown kind', `${header}\n${holiday.replace('holiday', 'party')}`],
  ['a missing value', `${header}\n2026-11-24,holiday,,seen,x,2026-07-01`],
  ['a value too many', `${header}\n${holiday},more`],
  ['a day that does not exist', `${header}\n${holiday.replace('2026-11-24', '2026-11-31')}`],
])('%s is refused', (_name, text) => {
  expect(() => parseCalendarCsv(text)).toThrow(RangeError)
})
