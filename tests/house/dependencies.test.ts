import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

interface Manifest {
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
  optionalDependencies: Record<string, string>
  overrides: Record<string, string>
}

interface LockedPackage {
  version: string
  integrity?: string
  resolved?: string
}

const manifest: Manifest = JSON.parse(readFileSync('package.json', 'utf8'))
const lock: { packages: Record<string, LockedPackage> } = JSON.parse(readFileSync('package-lock.json', 'utf8'))

const installed = Object.entries(lock.packages)
  .filter(([path]) => path !== '')
  .map(([path, entry]) => ({
    path,
    name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
    ...entry,
  }))

/** Below these stands a published flaw that touches what the desk does. */
const minimums = {
  fastify: '5.12.2', // validation passed by Content-Type, forged X-Forwarded-*
  '@fastify/multipart': '10.1.9', // CVE-2026-124289: JSON that forges an uploaded file
  '@fastify/busboy': '3.2.1', // GHSA-x8mw-p69m-v3mx
  '@fastify/static': '10.1.4', // path guards passed by %2F, .., case
  '@fastify/proxy-addr': '5.1.1', // CVE-2026-92395: one notation trusts every address
  'drizzle-orm': '0.45.2', // CVE-2026-39356: injection through identifiers
  sharp: '0.35.0', // decoders of libvips
  ioredis: '6.0.0',
  bullmq: '6.7.0',
  pg: '8.23.1',
}

/** What must never come in, not even through another package. */
const unwanted = {
  postgres: 'ends the process or hangs when PostgreSQL goes away',
  '@fastify/middie': 'its path middleware can be skipped',
  '@fastify/express': 'its path middleware can be skipped',
  xlsx: 'the one on npm is abandoned with open flaws',
  exceljs: 'its CSV writer does not escape formulas',
}

describe('package-lock.json', () => {
  test.each(Object.entries(minimums))('%s is at least %s, wherever it occurs', (name, minimum) => {
    const found = installed.filter((entry) => entry.name === name)

    expect(found).not.toEqual([])
    for (const { path, version } of found) expect(isAtLeast(version, minimum), `${path} is ${version}`).toBe(true)
  })

  test.each(Object.entries(unwanted))('%s is not there: %s', (name) => {
    expect(installed.filter((entry) => entry.name === name)).toEqual([])
  })

  test('every package has a hash, and comes from whatever registry the machine has', () => {
    expect(installed.filter(({ integrity }) => !integrity?.startsWith('sha512-')).map(({ path }) => path)).toEqual([])
    expect(installed.filter(({ resolved }) => resolved).map(({ path }) => path)).toEqual([])
  })
})

test('package.json names exact versions, and the ones that are installed', () => {
  const wanted = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies }

  for (const [name, version] of Object.entries({ ...wanted, ...manifest.overrides })) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.]+)?$/)
  }
  for (const [name, version] of Object.entries(wanted))
    expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version)
})

test('what npm start needs is not among the packages of development', () => {
  for (const name of ['tsx', 'vite', '@vitejs/plugin-react']) expect(manifest.dependencies).toHaveProperty([name])
})

test('versions are compared as numbers, and a pre-release stands before its release', () => {
  expect(isAtLeast('10.1.9', '10.1.9')).toBe(true)
  expect(isAtLeast('10.1.10', '10.1.9')).toBe(true)
  expect(isAtLeast('9.9.9', '10.0.0')).toBe(false)
  expect(isAtLeast('6.0.0-beta.1', '6.0.0')).toBe(false)
})

function isAtLeast(version: string, minimum: string): boolean {
  const [release = '', preRelease] = version.split('-')
  const [have, want] = [release, minimum].map((text) => text.split('.').map(Number))
  for (let i = 0; i < 3; i += 1) {
    const difference = (have?.[i] ?? 0) - (want?.[i] ?? 0)
    if (difference !== 0) return difference > 0
  }

  return preRelease === undefined
}
