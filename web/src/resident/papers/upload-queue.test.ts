import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { UploadView } from '#shared/papers/schemas.ts'
import { Offline, Refused } from '#web/src/lib/http.ts'
import { DamagedOnTheWay } from './file-hash.ts'
import { openUploadQueue } from './upload-queue.ts'

const received = (id: string): UploadView => ({ id, sha256: id, bytes: 3, type: 'image/jpeg' })
const photo = (name: string) => new File(['abc'], name, { type: 'image/jpeg' })

function queueThat(send: (name: string) => Promise<UploadView>) {
  const arrived: string[] = []
  const queue = openUploadQueue({
    shrink: async (file) => ({ blob: file, name: file.name, isDark: false, isBlurred: false }),
    send: (_, name) => send(name),
    onArrived: ({ kind, name }, { id }) => arrived.push(`${kind} ${name} ${id}`),
  })

  return { queue, arrived, states: () => queue.list().map(({ name, state }) => `${name} ${state}`) }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('files go one after another, and each is in the list until the server has it', async () => {
  let inFlight = 0
  const { queue, arrived, states } = queueThat(async (name) => {
    inFlight += 1
    expect(inFlight).toBe(1)
    await Promise.resolve()
    inFlight -= 1

    return received(name)
  })
  queue.add('lease', [photo('a.jpg'), photo('b.jpg')])
  expect(states()).toEqual(['a.jpg preparing', 'b.jpg preparing'])
  await vi.runAllTimersAsync()

  expect(arrived).toEqual(['lease a.jpg a.jpg', 'lease b.jpg b.jpg'])
  expect(queue.list()).toEqual([])
})

test('without a network a file waits and goes on by itself when it is back', async () => {
  let isOnline = false
  const { queue, arrived, states } = queueThat(async (name) => {
    if (!isOnline) throw new Offline()

    return received(name)
  })
  queue.add('lease', [photo('a.jpg')])
  await vi.advanceTimersByTimeAsync(0)
  expect(states()).toEqual(['a.jpg waiting'])
  isOnline = true
  await vi.advanceTimersByTimeAsync(5_000)

  expect(arrived).toEqual(['lease a.jpg a.jpg'])
})

test('what the server refuses stays with its reason, and does not hold up the others', async () => {
  const { queue, arrived, states } = queueThat(async (name) => {
    if (name === 'bad.jpg') throw new Refused({ type: 'urn:x', title: 'Không nhận', status: 422, detail: 'Tệp rỗng.' })

    return received(name)
  })
  queue.add('lease', [photo('bad.jpg'), photo('good.jpg')])
  await vi.runAllTimersAsync()

  expect(states()).toEqual(['bad.jpg refused'])
  expect(queue.list()[0]?.message).toBe('Tệp rỗng.')
  expect(arrived).toEqual(['lease good.jpg good.jpg'])
})

test('a file whose hash differs is not taken for received, and may be sent again', async () => {
  let tries = 0
  const { queue, arrived, states } = queueThat(async (name) => {
    tries += 1
    if (tries === 1) throw new DamagedOnTheWay()

    return received(name)
  })
  queue.add('lease', [photo('a.jpg')])
  await vi.runAllTimersAsync()
  expect(states()).toEqual(['a.jpg again'])
  expect(arrived).toEqual([])
  queue.retry()
  await vi.runAllTimersAsync()

  expect(arrived).toEqual(['lease a.jpg a.jpg'])
})

test('a file larger than the limit is not even sent', async () => {
  const { queue, states } = queueThat(async (name) => received(name))
  queue.add('lease', [new File([new Uint8Array(11 * 1024 * 1024)], 'big.pdf', { type: 'application/pdf' })])
  await vi.runAllTimersAsync()

  expect(states()).toEqual(['big.pdf too_large'])
})

test('a file that is removed while it waits is never sent', async () => {
  const sent: string[] = []
  const { queue } = queueThat(async (name) => {
    sent.push(name)

    return received(name)
  })
  queue.add('lease', [photo('a.jpg'), photo('b.jpg')])
  const second = queue.list()[1]
  if (second) queue.remove(second.id)
  await vi.runAllTimersAsync()

  expect(sent).toEqual(['a.jpg'])
})
