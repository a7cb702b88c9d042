import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { claimInstance, InstanceBusyError } from '#server/embedded/instance.ts'
import { processFacts } from '#server/embedded/processes.ts'
import { emptyFolder } from './desk-folder.ts'

test('a second start on the folder is told where the desk is', async () => {
  await using folder = await emptyFolder()
  await using web = await answering()
  const first = await claimInstance(folder.path)
  if (!first.held) throw new Error('an empty folder was taken')
  await first.instance.announce(web.address)

  expect(await claimInstance(folder.path)).toEqual({ held: false, address: web.address })
})

test('a folder that was given back is free again, and nothing is left in it', async () => {
  await using folder = await emptyFolder()
  const first = await claimInstance(folder.path)
  if (first.held) await first.instance.release()

  expect(await readdir(folder.path)).toEqual([])
  expect(await claimInstance(folder.path)).toMatchObject({ held: true })
})

test('a desk that is still starting is waited for', async () => {
  await using folder = await emptyFolder()
  await using web = await answering()
  const first = await claimInstance(folder.path)

  const second = claimInstance(folder.path)
  if (first.held) await first.instance.announce(web.address)

  expect(await second).toEqual({ held: false, address: web.address })
})

test('a desk that lives and never answers is named', async () => {
  await using folder = await emptyFolder()
  await claimInstance(folder.path)

  const second = claimInstance(folder.path, { patienceSeconds: 0 })

  await expect(second).rejects.toThrow(InstanceBusyError)
  await expect(second).rejects.toThrow(`Process ${process.pid}`)
})

test('the lock of a desk that was killed is taken over', async () => {
  await using folder = await emptyFolder()
  const { desk, held } = await claimElsewhere(folder.path)
  expect(held).toBe(true)
  desk.kill('SIGKILL')
  await once(desk, 'exit')

  expect(await claimInstance(folder.path)).toMatchObject({ held: true })
})

test('a number that went to another program is not taken for the desk', async () => {
  await using folder = await emptyFolder()
  const parent = await processFacts(process.ppid)
  expect(parent).toBeDefined()
  await writeFile(join(folder.path, 'desk.lock'), JSON.stringify({ pid: process.ppid, began: 'another day' }))

  expect(await claimInstance(folder.path)).toMatchObject({ held: true })
})

test('of many starts at once over a dead lock exactly one gets the folder', async () => {
  await using folder = await emptyFolder()
  await writeFile(join(folder.path, 'desk.lock'), JSON.stringify({ pid: 999_999_999, began: '1' }))

  const starts = await Promise.all(Array.from({ length: 6 }, () => claimElsewhere(folder.path)))

  expect(starts.filter(({ held }) => held)).toHaveLength(1)
  await Promise.all(starts.map(({ desk }) => ended(desk)))
})

async function claimElsewhere(dataDir: string) {
  const desk = spawn(process.execPath, ['--import', 'tsx', 'tests/embedded/claim-and-wait.ts', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(createInterface(desk.stdout), 'line')

  return { desk, held: line === 'true' }
}

async function ended(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

/** A web server that is in health, in place of a desk's. */
async function answering() {
  const server = createServer((request, response) => response.writeHead(request.url === '/healthz' ? 200 : 404).end())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bound = server.address()
  const port = typeof bound === 'object' ? bound?.port : undefined

  return {
    address: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.close()
      server.closeAllConnections()
    },
  }
}
