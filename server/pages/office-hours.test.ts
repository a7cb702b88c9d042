import { expect, test } from 'vitest'
import { buildCalendar } from '#shared/sla/calendar.ts'
import { officeHours } from './office-hours.ts'

const announced = new Date('2026-01-01T00:00:00Z')
const calendar = buildCalendar(
  {
    entries: [
      {
        id: '1',
        date: '2026-11-24',
        kind: 'holiday',
        name: 'Ngày Văn hóa Việt Nam',
        scope: { level: 'nation' },
        source: 'Nghị quyết 28/2026/QH16',
        mark: 'seen',
        announcedAt: announced,
        recordedAt: announced,
      },
    ],
    completeYears: new Set([2026]),
  },
  { unit: '18619', province: '42', knownAt: 'all' },
)

const at = (text: string) => officeHours(calendar, new Date(`${text}+07:00`))

test.each([
  ['2026-11-20T08:00', true, '07:00–11:30, 13:30–17:00'],
  ['2026-11-20T12:00', false, '07:00–11:30, 13:30–17:00'],
  ['2026-11-20T17:00', false, '07:00–11:30, 13:30–17:00'],
  ['2026-11-21T08:00', true, 'Sáng thứ Bảy'],
  ['2026-11-22T08:00', false, 'nghỉ, làm việc lại thứ Hai 23/11/2026'],
  ['2026-11-24T08:00', false, 'nghỉ (Ngày Văn hóa Việt Nam), làm việc lại thứ Tư 25/11/2026'],
])('at %s it is open: %s, and says %j', (time, isOpen, says) => {
  expect(at(time).isOpen).toBe(isOpen)
  expect(at(time).today.vi).toContain(says)
})
