import fc from 'fast-check'
import { expect, test } from 'vitest'
import { brokenLink, chain, emptyChain, type NewEvent, readEvent, type StoredEvent } from './event-chain.ts'

const began = new Date('2026-11-20T02:00:00Z')
const desk = { kind: 'system', part: 'test' } as const

/** A log of claims and releases with instants that wander, as two processes' clocks do. */
function logOf(offsets: readonly number[]): { events: StoredEvent[]; last: { seq: number; hash: Buffer } } {
  let head = emptyChain('d-1', '18634', began)
  const events = offsets.map((offset, i) => {
    const event: NewEvent =
      i % 2
        ? { action: 'release', actor: desk, data: { reason: `lý do ${i}` } }
        : { action: 'claim', actor: desk, data: { holder: 'h', holderName: 'Nguyễn Văn Ẩn' } }
    const link = chain(head, event, new Date(began.getTime() + offset))
    head = link.head

    return link.stored
  })

  return { events, last: { seq: head.seq, hash: head.hash } }
}

const logs = fc.array(fc.integer({ min: -10_000, max: 1_000_000 }), { minLength: 1, maxLength: 20 }).map(logOf)

test('every log is whole as written, and its time never runs backwards', () => {
  fc.assert(
    fc.property(logs, ({ events, last }) => {
      expect(brokenLink('d-1', events, last)).toBeUndefined()
      for (const [i, event] of events.entries()) {
        expect(event.recordedAt.getTime()).toBeGreaterThanOrEqual(
          (events[i - 1] ?? { recordedAt: began }).recordedAt.getTime(),
        )
      }
    }),
  )
})

test('a changed letter, a missing, doubled or swapped event and a cut end are all found', () => {
  fc.assert(
    fc.property(
      logs,
      fc.nat(),
      fc.constantFrom('letter', 'missing', 'doubled', 'swapped', 'cut'),
      ({ events, last }, where, fault) => {
        const at = where % events.length
        const harmed = [...events]
        const event = harmed[at]
        if (!event) return
        if (fault === 'letter') harmed[at] = { ...event, body: event.body.replace('"v":1', '"v":2') }
        if (fault === 'missing') harmed.splice(at, 1)
        if (fault === 'doubled') harmed.splice(at, 0, event)
        if (fault === 'swapped') {
          if (harmed.length < 2) return
          const [first] = harmed.splice(at, 1)
          if (first) harmed.splice((at + 1) % (harmed.length + 1), 0, first)
          if (harmed.every((each, i) => each === events[i])) return
        }
        if (fault === 'cut') harmed.pop()

        expect(brokenLink('d-1', harmed, last)).toBeDefined()
      },
    ),
  )
})

test('an event of another dossier does not fit, however well it is chained', () => {
  const { events, last } = logOf([1, 2, 3])

  expect(brokenLink('d-2', events, last)?.reason).toBe('the event belongs to another dossier')
})

test('what is read back is what was written, to the millisecond', () => {
  const { events } = logOf([1234])

  expect(readEvent(events[0]?.body ?? '')).toMatchObject({
    seq: 1,
    action: 'claim',
    actor: desk,
    data: { holderName: 'Nguyễn Văn Ẩn' },
    recordedAt: new Date(began.getTime() + 1234),
  })
})
