import { defineConfig } from 'vitest/config'
import { findChromium } from './scripts/tools.mjs'

const chromium = findChromium()

/**
 * Three kinds of tests, run one after the other so that they do not take the machine from each other:
 * `unit` is pure and needs nothing; `desk` has a PostgreSQL started for the run; `flows` has a browser besides.
 */
export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['shared/**/*.test.ts', 'web/**/*.test.{ts,tsx}', 'tests/clock/**/*.test.ts'],
          testTimeout: 30_000,
          pool: 'threads',
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'desk',
          include: ['db/**/*.test.ts', 'server/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/flows/**', 'tests/bench/**', 'tests/clock/**'],
          globalSetup: 'tests/support/global-setup.ts',
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'flows',
          include: ['tests/flows/**/*.test.{ts,tsx}'],
          globalSetup: 'tests/support/global-setup.ts',
          env: chromium ? { CHROMIUM: chromium } : {},
          maxWorkers: 1,
          testTimeout: 300_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
