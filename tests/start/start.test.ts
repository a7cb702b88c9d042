import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { choosePort } from '#server/embedded/ports.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
let data: string
let port: number
let started: ChildProcess[] = []

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'quay-start-'))
  port = await choosePort()
})
afterEach(async () => {
  for (const child of started) child.kill('SIGKILL')
  started = []
  await rm(data, { recursive: true, force: true })
})

/** Starts the whole desk as `npm start` does; resolves with what it printed once it is open, or ended. */
async function start(): Promise<{ child: ChildProcess; printed: string; exit: Promise<number | null> }> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/all.ts'], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, DESK_DATA: data, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(child)
  let printed = ''
  const exit = new Promise<number | null>((done) => child.on('exit', done))
  await new Promise<void>((ready) => {
    const hear = (chunk: Buffer) => {
      printed += chunk
      if (printed.includes('Đây là bản mô phỏng') || printed.includes('đang chạy tại')) ready()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    void exit.then(() => ready())
  })

  return { child, printed, exit }
}

const health = () =>
  fetch(`http://localhost:${port}/readyz`).then(
    (answer) => answer.status,
    () => 0,
  )

/** Processes whose command line names this data folder: PostgreSQL's among them. */
async function processesOfDesk(): Promise<string[]> {
  const { execFileSync } = await import('node:child_process')

  return execFileSync('ps', ['-eo', 'pid,args'])
    .toString()
    .split('\n')
    .filter((line) => line.includes(data))
}

test('starting with nothing opens the desk, and Ctrl-C leaves no process', { timeout: 120_000 }, async () => {
  const { child, printed, exit } = await start()

  expect(printed).toContain(`http://localhost:${port}`)
  expect(printed).toContain('quay-demo-2026')
  expect(await health()).toBe(200)
  child.kill('SIGINT')
  expect(await exit).toBe(0)
  expect(await health()).toBe(0)
  expect(await processesOfDesk()).toEqual([])
})

test('a second start on the same folder prints the address of the first and ends', { timeout: 120_000 }, async () => {
  const first = await start()
  const second = await start()

  expect(second.printed).toContain(`đang chạy tại http://localhost:${port}`)
  expect(await second.exit).toBe(0)
  first.child.kill('SIGINT')
  await first.exit
})

test('what was filed is still there after a kill -9 and another start', { timeout: 180_000 }, async () => {
  const first = await start()
  const base = `http://localhost:${port}`
  const { example } = (await (await fetch(`${base}/api/procedures/1.010041`)).json()) as { example: object }
  const filed = (await (
    await fetch(`${base}/api/dossiers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'kill-nine-test' },
      body: JSON.stringify({ procedure: '1.010041', answers: example, papers: [], contact: {} }),
    })
  ).json()) as { code: string; trackingKey: string }
  first.child.kill('SIGKILL')
  await first.exit

  const second = await start()
  const tracked = await fetch(`${base}/api/dossiers/${filed.code}/tracking`, {
    headers: { 'x-tracking-key': filed.trackingKey },
  })

  expect(tracked.status).toBe(200)
  second.child.kill('SIGINT')
  expect(await second.exit).toBe(0)
})

test('production that lacks what it needs refuses to start, and names all of it', { timeout: 60_000 }, async () => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/api.ts'], {
    cwd: root,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', PORT: '0' },
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk
  })
  const code = await new Promise<number | null>((done) => child.on('exit', done))

  expect(code).not.toBe(0)
  for (const name of ['DATABASE_URL', 'REDIS_URL', 'DESK_ORIGIN', 'DESK_FIELD_KEY']) expect(said).toContain(name)
})
