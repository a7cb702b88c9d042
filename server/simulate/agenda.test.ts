import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openAgenda } from './agenda.ts'

test('things are taken in order of time, and those of one time in the order in which they were added', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 })), (times) => {
      const agenda = openAgenda<{ at: number; order: number }>()
      for (const [order, at] of times.entries()) agenda.add(at, { at, order })

      const taken = agenda.takeBefore(Number.POSITIVE_INFINITY)

      expect(taken).toEqual(times.map((at, order) => ({ at, order })).sort((a, b) => a.at - b.at || a.order - b.order))
      expect(agenda.next()).toBeUndefined()
    }),
  )
})

test('what is due at the end of a span stays, and what was added meanwhile finds its place', () => {
  const agenda = openAgenda<string>()
  agenda.add(30, 'later')
  agenda.add(10, 'first')

  expect(agenda.takeBefore(30)).toEqual(['first'])
  agenda.add(20, 'meanwhile')
  expect(agenda.next()).toBe(20)
  expect(agenda.takeBefore(31)).toEqual(['meanwhile', 'later'])
})
