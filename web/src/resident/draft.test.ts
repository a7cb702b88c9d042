import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { isEmptyDraft, openDraft } from './draft.ts'

function memory() {
  const kept = new Map<string, string>()

  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  }
}

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-24T02:41:00Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

test('what was typed is on the device within 300 milliseconds and there again after the page is opened anew', () => {
  const storage = memory()
  const store = openDraft('1.004194', storage)
  store.change({ values: { applicantName: 'Nguyễn' } })
  vi.advanceTimersByTime(150)
  store.change({ values: { applicantName: 'Nguyễn Thị' } })
  vi.advanceTimersByTime(149)

  const again = openDraft('1.004194', storage).get()
  expect(again.values).toEqual({ applicantName: 'Nguyễn Thị' })
  expect(again.key).toBe(store.get().key)
  expect(store.get().savedAt).toBeDefined()
})

test('a page that goes away writes at once', () => {
  const storage = memory()
  const store = openDraft('1.004194', storage)
  store.change({ values: { phone: '09' } })
  store.flush()

  expect(openDraft('1.004194', storage).get().values).toEqual({ phone: '09' })
})

test('each procedure has a draft of its own, and erasing one leaves nothing of it', () => {
  const storage = memory()
  const store = openDraft('1.004194', storage)
  store.change({ values: { phone: '09' } })
  store.flush()
  expect(isEmptyDraft(openDraft('2.001159', storage).get())).toBe(true)
  const { key } = store.get()
  store.erase()
  vi.runAllTimers()

  expect(storage.kept.size).toBe(0)
  expect(isEmptyDraft(store.get())).toBe(true)
  expect(store.get().key).not.toBe(key)
})

test('two visits to a counter never see each other’s draft, and each carries its number until it is filed', () => {
  const storage = memory()
  const [aside, next] = ['aa2f6c6e-0000-4000-8000-000000000001', 'aa2f6c6e-0000-4000-8000-000000000002']
  const store = openDraft('1.004194', storage, aside)
  store.change({ values: { phone: '09' } })
  store.flush()

  expect(isEmptyDraft(openDraft('1.004194', storage, next).get())).toBe(true)
  expect(isEmptyDraft(openDraft('1.004194', storage).get())).toBe(true)
  expect(openDraft('1.004194', storage, aside).get()).toMatchObject({ values: { phone: '09' }, ticket: aside })
  store.erase()
  expect(store.get()).toMatchObject({ values: {}, ticket: aside })
})

test('the key stays through retries and is renewed only when something changes after a refusal', () => {
  const store = openDraft('1.004194', memory())
  const { key } = store.get()
  store.change({ values: { phone: '09' } })
  expect(store.get().key).toBe(key)
  store.change({ isKeySpent: true })
  expect(store.get().key).toBe(key)
  store.change({ values: { phone: '0912' } })
  expect(store.get().key).not.toBe(key)
  expect(store.get().isKeySpent).toBe(false)
})

test('a device that keeps nothing is said to keep nothing, and what is stored in another shape is not read', () => {
  const full = {
    ...memory(),
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError')
    },
  }
  const store = openDraft('1.004194', full)
  store.change({ values: { phone: '09' } })
  store.flush()
  expect(store.isStored()).toBe(false)
  expect(store.get().values).toEqual({ phone: '09' })

  for (const broken of ['{', 'null', '"x"', '{"values":1}', '[]']) {
    const storage = memory()
    storage.setItem('quay.nhap.1.1.004194', broken)
    expect(isEmptyDraft(openDraft('1.004194', storage).get())).toBe(true)
  }
})
