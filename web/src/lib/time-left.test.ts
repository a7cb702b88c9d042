import { describe, expect, test } from 'vitest'
import { type Timed, timeLeft } from './time-left.ts'

const at = (local: string) => new Date(`${local}:00+07:00`)

/** Accepted on Friday, due on Thursday at closing: Wednesday 17:00 is the last instant with a whole day left. */
const accepted: Timed = {
  state: 'processing',
  filedAt: at('2026-11-19T16:00'),
  acceptedAt: at('2026-11-20T09:00'),
  nextDueAt: at('2026-11-26T17:00'),
  dueSoonAt: at('2026-11-25T17:01'),
}

describe('a dossier that runs', () => {
  test('with days left shows its date', () => {
    expect(timeLeft(accepted, at('2026-11-23T10:00'))).toMatchObject({ urgency: 'calm', words: 'hẹn 17:00 T5 26/11' })
  })

  test('on its last day counts down without the noon hours', () => {
    expect(timeLeft(accepted, at('2026-11-26T10:30')).words).toBe('còn 4 giờ 30 phút')
    expect(timeLeft(accepted, at('2026-11-26T12:00')).words).toBe('còn 3 giờ 30 phút')
  })

  test('in its very last minute is not late yet', () => {
    expect(timeLeft(accepted, at('2026-11-26T17:00'))).toMatchObject({ urgency: 'soon', words: 'còn 0 phút' })
    expect(timeLeft(accepted, at('2026-11-26T17:01'))).toMatchObject({ urgency: 'late', words: 'quá hạn 1 phút' })
  })

  test('is late by hours on the day, by days after it', () => {
    expect(timeLeft(accepted, at('2026-11-26T19:30')).words).toBe('quá hạn 2 giờ')
    expect(timeLeft(accepted, at('2026-11-28T08:00')).words).toBe('quá hạn 2 ngày')
  })
})

test('a holiday between now and the due date is not counted as working time, the date is shown instead', () => {
  const overHoliday: Timed = {
    ...accepted,
    acceptedAt: at('2026-11-18T09:00'),
    nextDueAt: at('2026-11-25T10:00'),
    // 24 November is a day off: the eight hours before Wednesday 10:00 begin on Monday 10:00.
    dueSoonAt: at('2026-11-23T10:01'),
  }

  expect(timeLeft(overHoliday, at('2026-11-23T15:00'))).toMatchObject({
    urgency: 'soon',
    words: 'trước 10:00 T4 25/11',
  })
})

test('a half-day term is counted in hours from its acceptance', () => {
  const halfDay: Timed = {
    ...accepted,
    acceptedAt: at('2026-11-27T16:00'),
    nextDueAt: at('2026-11-30T10:00'),
    dueSoonAt: at('2026-11-27T16:00'),
  }

  expect(timeLeft(halfDay, at('2026-11-27T16:30'))).toMatchObject({ urgency: 'soon', words: 'còn 3 giờ 30 phút' })
})

test('over a weekend the working hours are counted', () => {
  const overWeekend: Timed = {
    ...accepted,
    acceptedAt: at('2026-11-16T09:00'),
    nextDueAt: at('2026-11-30T10:00'),
    dueSoonAt: at('2026-11-27T10:01'),
  }

  expect(timeLeft(overWeekend, at('2026-11-27T16:00')).words).toBe('còn 4 giờ')
})

describe('before acceptance', () => {
  const submitted: Timed = {
    ...accepted,
    state: 'submitted',
    acceptedAt: null,
    dueSoonAt: null,
    nextDueAt: at('2026-11-20T16:00'),
  }

  test('the eight hours of reception are counted', () => {
    expect(timeLeft(submitted, at('2026-11-19T16:30'))).toMatchObject({ urgency: 'soon', words: 'còn 7 giờ 30 phút' })
  })

  test('at filing a whole day is left, and nobody is hurried', () => {
    expect(timeLeft(submitted, at('2026-11-19T16:00')).urgency).toBe('calm')
  })
})

test('who waits for the resident is not hurried', () => {
  expect(timeLeft({ ...accepted, state: 'need_supplement', dueSoonAt: null }, at('2026-12-20T10:00')).urgency).toBe(
    'waiting',
  )
})

test('the bar is empty at the start and full when late', () => {
  expect(timeLeft(accepted, at('2026-11-20T09:00')).used).toBe(0)
  expect(timeLeft(accepted, at('2026-11-30T09:00')).used).toBe(1)
})
