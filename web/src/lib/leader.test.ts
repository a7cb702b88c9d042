import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Channel, electLeader } from './leader.ts'

/** The tabs of one browser: what one posts, the others hear. */
function browser() {
  const channels = new Set<Channel>()
  const leaders: string[] = []

  return {
    leaders,
    open(id: string) {
      const channel: Channel = {
        onmessage: null,
        postMessage: (data) => {
          for (const other of channels) if (other !== channel) other.onmessage?.({ data } as MessageEvent)
        },
        close: () => channels.delete(channel),
      }
      channels.add(channel)

      return electLeader(
        channel,
        () => {
          leaders.push(id)

          return () => leaders.splice(leaders.indexOf(id), 1)
        },
        id,
      )
    },
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('of many tabs one leads', () => {
  const tabs = browser()
  for (const id of ['c', 'a', 'b']) tabs.open(id)
  vi.advanceTimersByTime(20_000)

  expect(tabs.leaders).toHaveLength(1)
})

test('when the leading tab closes another one takes over', () => {
  const tabs = browser()
  const closers = new Map(['c', 'a', 'b'].map((id) => [id, tabs.open(id)]))
  vi.advanceTimersByTime(20_000)
  const [first] = tabs.leaders
  closers.get(first ?? '')?.()
  vi.advanceTimersByTime(4_000)

  expect(tabs.leaders).toHaveLength(1)
  expect(tabs.leaders).not.toContain(first)
})

test('a tab that opens later does not lead beside the first', () => {
  const tabs = browser()
  tabs.open('m')
  vi.advanceTimersByTime(20_000)
  tabs.open('a')
  vi.advanceTimersByTime(20_000)

  expect(tabs.leaders).toEqual(['m'])
})
