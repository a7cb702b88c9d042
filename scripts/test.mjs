/**
 * What `npm test` runs: types and lint, then the three kinds of vitest.config.ts. Words after `--` go to vitest
 * (`npm test -- shared/sla`); with them types and lint are left out.
 *
 * What the machine has no program for is skipped and said so, at the beginning and at the end. With CI=true nothing
 * may be skipped.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium, findRedis } from './tools.mjs'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))

const isCi = process.env.CI === 'true' || process.env.CI === '1'
const words = process.argv.slice(2)
const hasBrowser = findChromium() !== undefined
const missing = [
  hasBrowser ? undefined : 'Chromium: the browser tests (tests/flows). Install chromium, or set CHROMIUM.',
  findRedis() ? undefined : 'redis-server: the queue tests on Redis (they still run on PostgreSQL). Install it.',
].filter((line) => line !== undefined)

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

/** A file that could not be loaded, or whose preparation failed, has no failed test to count: it counts as one. */
function count(result) {
  if (!result) return { passed: 0, failed: 1, skipped: 0 }
  const brokenFiles = result.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((one) => one.status === 'failed'),
  )

  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + brokenFiles.length,
    skipped: result.numPendingTests + result.numTodoTests,
  }
}

function report(checks, results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')]
  const complaints = [
    ...checks.filter((one) => !one.passed).map(({ name }) => `${name}: not right, see above`),
    passed + failed + skipped === 0 ? 'no test was found' : undefined,
    failed === 0 && results.some(({ code }) => code !== 0) ? 'vitest ended with an error, see above' : undefined,
    isCi && skipped > 0 ? 'on CI nothing may be skipped' : undefined,
  ].filter((line) => line !== undefined)

  sayMissing()
  for (const line of complaints) console.error(`\n${line}`)
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`)

  return complaints.length > 0 || failed > 0 ? 1 : 0
}

function sayMissing() {
  for (const line of missing) console.warn(`\nSKIPPED for want of ${line}`)
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
