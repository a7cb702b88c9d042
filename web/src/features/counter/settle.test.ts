import { expect, test } from 'vitest'
import type { QueueItem } from '#shared/dossiers/queue-schemas.ts'
import { neighbourOf, settle } from './settle.ts'

const row = (code: string, version = 1): QueueItem => ({
  code,
  procedure: '1.004194',
  applicantName: 'Trần Thị Lan',
  state: 'submitted',
  channel: 'online',
  unit: '18673',
  filedAt: '2026-11-20T02:00:00Z',
  acceptedAt: null,
  nextDueAt: '2026-11-23T02:00:00Z',
  dueSoonAt: null,
  holder: null,
  supplements: 0,
  version,
})
const codes = (rows: readonly { code: string }[]) => rows.map(({ code }) => code).join('')

test('an empty list shows what comes', () => {
  expect(settle([], [row('a'), row('b')])).toMatchObject({ rows: [{ code: 'a' }, { code: 'b' }], arrivals: 0 })
})

test('a more urgent dossier waits behind the pill and moves nothing', () => {
  const { rows, arrivals } = settle([row('b'), row('c')], [row('a'), row('b'), row('c')])

  expect(codes(rows)).toBe('bc')
  expect(arrivals).toBe(1)
})

test('a less urgent one is appended', () => {
  const { rows, arrivals } = settle([row('a')], [row('a'), row('z')])

  expect(codes(rows)).toBe('az')
  expect(arrivals).toBe(0)
})

test('a dossier that a colleague finished keeps its place, marked', () => {
  const { rows } = settle([row('a'), row('b'), row('c')], [row('a'), row('c')])

  expect(codes(rows)).toBe('abc')
  expect(rows[1]?.isGone).toBe(true)
})

test('a changed dossier is renewed in place, also one that came back', () => {
  const { rows } = settle([{ ...row('a'), isGone: true }, row('b')], [row('b', 7), row('a', 2)])

  expect(rows).toMatchObject([
    { code: 'a', version: 2 },
    { code: 'b', version: 7 },
  ])
  expect(rows[0]?.isGone).toBeUndefined()
})

test('after a decision the next dossier opens, after the last one the one before', () => {
  const rows = [row('a'), row('b'), { ...row('c'), isGone: true as const }, row('d')]

  expect(neighbourOf(rows, 'b')).toBe('d')
  expect(neighbourOf(rows, 'd')).toBe('b')
  expect(neighbourOf([row('a')], 'a')).toBeUndefined()
  expect(neighbourOf(rows, 'x')).toBe('a')
})
