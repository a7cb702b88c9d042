import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { lineSimulation } from '#server/cli/line-simulation.ts'
import { compareRules } from '#shared/tickets/compare-rules.ts'
import { latenessBound } from '#shared/tickets/lateness-bound.ts'
import { monthOfVisits } from '#shared/tickets/month-of-visits.ts'

const stored = (name: string) => readFile(new URL(`../../docs/tickets/${name}`, import.meta.url), 'utf8')

test('the month in the documentation is what the simulation gives today', async () => {
  const { page, picture } = lineSimulation()

  expect(await stored('month.md')).toBe(page)
  expect(await stored('month.svg')).toBe(picture)
})

test('in the month the desk’s rule stays under its bound, shortens priority waits, and is late by the least', () => {
  const visits = monthOfVisits(2026)
  const [rule, firstCome, classFirst] = compareRules(visits, 2)
  if (!rule || !firstCome || !classFirst) throw new Error('three rules')

  expect(rule.byClass.all.worstLateness).toBeLessThanOrEqual(latenessBound(visits, 2))
  expect(rule.byClass.priority.meanWait).toBeLessThan(firstCome.byClass.priority.meanWait)
  expect(rule.byClass.all.worstLateness).toBeLessThan(firstCome.byClass.all.worstLateness)
  expect(rule.byClass.all.worstLateness).toBeLessThan(classFirst.byClass.all.worstLateness)
  expect(rule.byClass.walk_in.worstWait).toBeLessThan(classFirst.byClass.walk_in.worstWait)
})
