import { randomBytes } from 'node:crypto'
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import * as z from 'zod/mini'
import { processFacts } from './processes.ts'

const lockFile = z.object({
  pid: z.number(),
  /** With the pid this is one process: a number that went to another program is not taken for the desk. */
  began: z.string(),
  /** Where it answers; absent while it starts. */
  address: z.optional(z.string()),
})

type Lock = z.infer<typeof lockFile>

/** This process has the data folder. */
export interface Instance {
  /** Tells later starts where this desk answers, such as `http://localhost:3000`. */
  announce(address: string): Promise<void>
  /** Gives the folder back; the last thing a desk does. */
  release(): Promise<void>
}

export type Claim = { held: true; instance: Instance } | { held: false; address: string }

/** Another process has the data folder and does not say where it answers. */
export class InstanceBusyError extends Error {}

/**
 * One data folder, one desk: takes the folder for this process, or answers where the desk that has it is found.
 *
 * A lock left by a killed desk is taken over. A desk that is just starting is waited for, and if it neither answers
 * nor ends within `patienceSeconds`, that is an `InstanceBusyError` which names the process.
 */
export async function claimInstance(dataDir: string, { patienceSeconds = 30 } = {}): Promise<Claim> {
  const path = join(resolve(dataDir), 'desk.lock')
  await mkdir(resolve(dataDir), { recursive: true, mode: 0o700 })
  const own: Lock = { pid: process.pid, began: (await processFacts(process.pid))?.began ?? '' }

  const giveUpAt = Date.now() + patienceSeconds * 1000
  while (!(await createLock(path, own))) {
    const text = await readFile(path, 'utf8').catch(() => '')
    const other = parseLock(text)
    if (!other || !(await isAlive(other))) {
      await removeStale(path, text)
      continue
    }
    if (other.address && (await answers(other.address))) return { held: false, address: other.address }
    if (Date.now() > giveUpAt) {
      throw new InstanceBusyError(`Process ${other.pid} has ${resolve(dataDir)} and does not answer. Stop it first.`)
    }
    await sleep(200)
  }

  return { held: true, instance: holding(path, own) }
}

function holding(path: string, own: Lock): Instance {
  return {
    async announce(address) {
      const half = `${path}.${randomBytes(6).toString('hex')}`
      await writeFile(half, JSON.stringify({ ...own, address }), { mode: 0o600 })
      await rename(half, path)
    },
    async release() {
      const present = parseLock(await readFile(path, 'utf8').catch(() => ''))
      if (present?.pid === own.pid && present.began === own.began) await rm(path, { force: true })
    },
  }
}

/** A hard link appears whole or not at all, and only where there is nothing yet. */
async function createLock(path: string, lock: Lock): Promise<boolean> {
  const half = `${path}.${randomBytes(6).toString('hex')}`
  await writeFile(half, JSON.stringify(lock), { mode: 0o600 })
  try {
    await link(half, path)

    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    await rm(half, { force: true })
  }
}

/**
 * Takes a dead desk's lock away. Two starts may both have found it dead, and the quicker may already hold a lock of
 * its own: so the file is moved aside first, looked at, and put back if it is not the one that was found dead.
 */
async function removeStale(path: string, stale: string) {
  const aside = `${path}.${randomBytes(6).toString('hex')}`
  try {
    await rename(path, aside)
  } catch {
    return
  }
  if ((await readFile(aside, 'utf8')) !== stale) await link(aside, path).catch(() => undefined)
  await rm(aside, { force: true })
}

async function isAlive({ pid, began }: Lock): Promise<boolean> {
  const facts = await processFacts(pid)

  return facts !== undefined && facts.began === began
}

async function answers(address: string): Promise<boolean> {
  return fetch(new URL('/healthz', address), { signal: AbortSignal.timeout(2_000) }).then(
    (response) => response.ok,
    () => false,
  )
}

function parseLock(text: string): Lock | undefined {
  try {
    return lockFile.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}
