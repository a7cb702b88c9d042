import { expect, test } from 'vitest'
import { procedureCodes } from '../catalogue/types.ts'
import { keepUntil, retentionClasses, retentionOf, sealingRuleOn } from './retention.ts'

test('what proves where a person lives is kept for ever, what was refused for five years from the end of its year', () => {
  expect(keepUntil(retentionOf('1.004222', 'returned'), '2026-11-20')).toBeNull()
  expect(keepUntil(retentionOf('1.004222', 'refused'), '2026-01-01')).toBe('2031-12-31')
  expect(keepUntil(retentionOf('1.004194', 'returned'), '2026-12-31')).toBe('2046-12-31')
})

test('every procedure has a class, however it ends, and a period that the law allows: 2 to 70 years, or for ever', () => {
  for (const code of procedureCodes)
    for (const state of ['returned', 'refused', 'refused_intake', 'withdrawn'] as const) {
      const { years, source } = retentionOf(code, state)
      expect(source.text).toContain('Luật Lưu trữ 33/2024/QH15')
      if (years !== null) expect(years).toBeGreaterThanOrEqual(2)
      if (years !== null) expect(years).toBeLessThanOrEqual(70)
    }
})

test('no period counts as read in the law before somebody has read it', () => {
  for (const { source } of Object.values(retentionClasses)) expect(['memory', 'derived']).toContain(source.mark)
})

test('a dossier is sealed a month after its end, within the law’s year', () => {
  expect(sealingRuleOn('2026-11-24').days).toBe(30)
})
