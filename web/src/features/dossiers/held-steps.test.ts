import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { dropFailed, holdMs, holdStep, isHeld, sendAllHeld, undoStep } from './held-steps.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(async () => {
  await sendAllHeld()
  vi.useRealTimers()
})

const accept = (code: string) => ({ code, step: 'accept' as const, applicantName: 'Nguyễn Văn Thành' })

test('a step is sent once, after ten seconds and not before', async () => {
  const send = vi.fn(async () => undefined)
  holdStep(accept('A'), send)

  await vi.advanceTimersByTimeAsync(holdMs - 1)
  expect(send).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(send).toHaveBeenCalledTimes(1)
  expect(isHeld('A')).toBe(false)
})

test('what is taken back is never sent; the last one is taken back first', async () => {
  const first = vi.fn(async () => undefined)
  const second = vi.fn(async () => undefined)
  holdStep(accept('A'), first)
  holdStep(accept('B'), second)

  expect(undoStep()?.code).toBe('B')
  await vi.advanceTimersByTimeAsync(holdMs)
  expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 0])
})

test('when the page goes away everything is sent at once, told that the page leaves', async () => {
  const send = vi.fn(async () => undefined)
  holdStep(accept('A'), send)

  await sendAllHeld(true)
  await vi.advanceTimersByTimeAsync(holdMs)
  expect(send.mock.calls).toEqual([[true]])
})

test('what was refused stays in sight until the officer has read it', async () => {
  holdStep(accept('A'), async () => {
    throw new Error('refused')
  })
  await vi.advanceTimersByTimeAsync(holdMs)

  expect(isHeld('A')).toBe(true)
  expect(undoStep()).toBeUndefined()
  dropFailed('A')
  expect(isHeld('A')).toBe(false)
})
