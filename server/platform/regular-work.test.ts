import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { regularly } from './regular-work.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const log = { warn: vi.fn() }

/** Work that ends when it is told to. */
function heldWork() {
  const ends: (() => void)[] = []

  return { work: () => new Promise<void>((resolve) => void ends.push(resolve)), ends }
}

test('stopping waits for the work that still runs, and begins no other', async () => {
  const { work, ends } = heldWork()
  const regular = regularly(1_000, log, work)
  vi.advanceTimersByTime(1_000)
  let hasStopped = false
  const stopping = regular.stop().then(() => {
    hasStopped = true
  })

  await vi.advanceTimersByTimeAsync(5_000)
  expect([ends.length, hasStopped]).toEqual([1, false])
  ends[0]?.()
  await stopping
  expect(ends).toHaveLength(1)
})

test('work that takes longer than its time is not begun a second time beside itself', async () => {
  const { work, ends } = heldWork()
  const regular = regularly(1_000, log, work)

  await vi.advanceTimersByTimeAsync(3_500)
  expect(ends).toHaveLength(1)
  ends[0]?.()
  await vi.advanceTimersByTimeAsync(1_000)
  expect(ends).toHaveLength(2)
  ends[1]?.()
  await regular.stop()
})

test('a failure is told to the log, and the next time comes', async () => {
  const work = vi.fn().mockRejectedValueOnce(new Error('database away')).mockResolvedValue(undefined)
  const regular = regularly(1_000, log, work)

  await vi.advanceTimersByTimeAsync(2_000)
  expect(log.warn).toHaveBeenCalledWith({ error: 'database away' }, expect.any(String))
  expect(work).toHaveBeenCalledTimes(2)
  await regular.stop()
})
