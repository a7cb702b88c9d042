/**
 * What `npm test` runs: types and lint, then the three kinds of vitest.config.ts. Words after `--` go to vitest
 * (`npm test -- shared/sla`); with them types and lint are left out.
 *
 * What the machine has no program for is skipped and said so, at the beginning and at the end, test by test. With every
 * program here, and with CI=true, nothing may be skipped.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium, findOpenssl, findRedis, hasPoppler } from './tools.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

const isCi = process.env.CI === 'true' || process.env.CI === '1'
const words = process.argv.slice(2)
const hasBrowser = findChromium() !== undefined
const missing = [
  hasBrowser ? undefined : 'Chromium: the browser tests (tests/flows). Install chromium, or set CHROMIUM.',
  findRedis() ? undefined : 'redis-server: the queue tests on Redis (they still run on PostgreSQL). Install it.',
  hasPoppler() ? undefined : 'poppler-utils: what documents say and who signed them. Install it.',
  findOpenssl() ? undefined : 'openssl: one test of signatures. Install it.',
].filter((line) => line !== undefined)

/** Of a machine without a browser there are many, and one reason. */
const shownSkipped = 40

process.exitCode = await main()

async function main() {
  sayMissing()
  if (isCi && missing.length > 0) {
    console.error('\nOn CI nothing may be skipped.')

    return 1
  }

  const checks =
    words.length === 0
      ? [await check('types', 'tsc', ['-p', 'tsconfig.json']), await check('lint', 'biome', ['check', '.'])]
      : []
  const results = []
  for (const options of vitestRuns()) results.push(await vitest(options))

  return report(checks, results)
}

/** Without a browser the flows are collected and not run, so that they are counted as skipped. */
function vitestRuns() {
  if (hasBrowser) return [[]]

  return [
    ['--project', 'unit', '--project', 'desk'],
    ['--project', 'flows', '--testNamePattern', '^no browser on this machine$'],
  ]
}

async function check(name, program, options) {
  console.log(`\n${name}`)

  return { name, passed: (await run(program, options)) === 0 }
}

/** One run of vitest; the counts come from its JSON report, written beside what it prints. */
async function vitest(options) {
  const folder = await mkdtemp(join(tmpdir(), 'quay-report-'))
  const reportFile = join(folder, 'report.json')
  const code = await run('vitest', [
    'run',
    ...options,
    '--passWithNoTests',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
    ...words,
  ])
  const text = await readFile(reportFile, 'utf8').catch(() => undefined)
  await rm(folder, { recursive: true, force: true })

  return { code, ...count(text ? JSON.parse(text) : undefined) }
}

/**
 * A file that could not be loaded, or whose preparation failed, has no failed test to count: it counts as one, and its
 * tests, which vitest calls skipped, were not run.
 */
function count(result) {
  if (!result) return { passed: 0, failed: 1, skipped: [] }
  const isBroken = (file) => file.status === 'failed' && !file.assertionResults.some((one) => one.status === 'failed')
  const namesIn = (file) =>
    file.assertionResults
      .filter(({ status }) => status !== 'passed' && status !== 'failed')
      .map(({ fullName }) => `${relative('.', file.name)}: ${fullName}${isBroken(file) ? ' (its file failed)' : ''}`)

  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + result.testResults.filter(isBroken).length,
    skipped: result.testResults.flatMap(namesIn),
  }
}

function report(checks, results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  const [passed, failed] = [sum('passed'), sum('failed')]
  const names = results.flatMap((result) => result.skipped)
  const skipped = names.length
  const complaints = [
    ...checks.filter((one) => !one.passed).map(({ name }) => `${name}: not right, see above`),
    passed + failed + skipped === 0 ? 'no test was found' : undefined,
    failed === 0 && results.some(({ code }) => code !== 0) ? 'vitest ended with an error, see above' : undefined,
    isCi && skipped > 0 ? 'on CI nothing may be skipped' : undefined,
    // A part of the tests (words) leaves out the others by the very same means.
    !isCi && skipped > 0 && missing.length === 0 && words.length === 0
      ? 'this machine has every program, so nothing may be skipped'
      : undefined,
  ].filter((line) => line !== undefined)

  sayMissing()
  if (words.length === 0) saySkipped(names)
  for (const line of complaints) console.error(`\n${line}`)
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`)

  return complaints.length > 0 || failed > 0 ? 1 : 0
}

function sayMissing() {
  for (const line of missing) console.warn(`\nSKIPPED for want of ${line}`)
}

function saySkipped(names) {
  if (names.length === 0) return
  console.warn(`\nSKIPPED ${names.length}:`)
  for (const name of names.slice(0, shownSkipped)) console.warn(`  ${name}`)
  if (names.length > shownSkipped) console.warn(`  and ${names.length - shownSkipped} more`)
}

/** Runs a program of node_modules with our own terminal; answers its exit code. */
function run(program, options) {
  const path = join('node_modules', '.bin', process.platform === 'win32' ? `${program}.cmd` : program)
  const child = spawn(path, options, { stdio: 'inherit', shell: process.platform === 'win32' })

  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
