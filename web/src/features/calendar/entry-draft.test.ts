import { expect, test } from 'vitest'
import { emptyDraft, fieldOf, readHours, toEntryInput } from './entry-draft.ts'

test.each([
  ['07:00-11:30', [['07:00', '11:30']]],
  [
    '7:00 – 11:30, 13h30-17h00',
    [
      ['07:00', '11:30'],
      ['13:30', '17:00'],
    ],
  ],
  ['sáng', [['sáng', '']]],
])('hours typed as %s are sent as %j', (text, sessions) => {
  expect(readHours(text)).toEqual(sessions)
})

test('only what was filled in is sent', () => {
  const draft = {
    ...emptyDraft('2026-11-25', '2026-11-24'),
    name: ' Bão ',
    level: 'unit' as const,
    unit: 'Toàn Lưu (18634)',
  }

  expect(toEntryInput(draft)).toEqual({
    date: '2026-11-25',
    kind: 'local_closure',
    name: 'Bão',
    scope: { level: 'unit', code: '18634' },
    source: '',
    announcedOn: '2026-11-24',
  })
})

test('a refusal of the server lands on its field', () => {
  expect(fieldOf('#/entries/0/source')).toBe('source')
  expect(fieldOf('#/entries/2/scope/code')).toBe('unit')
  expect(fieldOf('#/entries/0/sessions/0/1')).toBe('hours')
  expect(fieldOf('#/entries')).toBeUndefined()
})
