import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bucketOf, minutesOf, percentileError, percentileOf } from './buckets.ts'

const exactly = (minutes: readonly number[], p: number) =>
  [...minutes].sort((a, b) => a - b)[Math.max(1, Math.ceil(minutes.length * p)) - 1] ?? 0

test('a percentile of any working times is within 5 % of the exact one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 200_000 })), { minLength: 1 }),
      fc.constantFrom(0.01, 0.5, 0.9, 1),
      (minutes, p) => {
        const times = new Map<number, number>()
        for (const each of minutes) times.set(bucketOf(each), (times.get(bucketOf(each)) ?? 0) + 1)
        const exact = exactly(minutes, p)
        expect(Math.abs((percentileOf(times, p) ?? Number.NaN) - exact)).toBeLessThanOrEqual(exact * percentileError)
      },
    ),
  )
})

test('longer never falls into an earlier bucket, and every minute is near what its bucket stands for', () => {
  for (let minutes = 1; minutes < 30_000; minutes += 1) {
    expect(bucketOf(minutes)).toBeGreaterThanOrEqual(bucketOf(minutes - 1))
    expect(Math.abs(minutesOf(bucketOf(minutes)) - minutes)).toBeLessThanOrEqual(minutes * percentileError)
  }
})

test('zero minutes are zero, as for a notice that the desk answers at once', () => {
  expect(percentileOf(new Map([[bucketOf(0), 3]]), 0.5)).toBe(0)
})

test('no dossiers have no median', () => {
  expect(percentileOf(new Map(), 0.5)).toBeNull()
})
