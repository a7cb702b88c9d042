import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { processFacts } from './processes.ts'

/** What a running PostgreSQL says of itself in `postmaster.pid`. */
export interface Postmaster {
  pid: number
  port: number
  isReady: boolean
  /** The process that started it. */
  parent: number
}

/**
 * The PostgreSQL that runs on a cluster, or undefined when none does.
 *
 * The file outlives a killed server, and its pid may since belong to somebody else: it counts only if that process
 * is a `postgres` on this very folder.
 */
export async function findPostmaster(clusterDir: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(clusterDir, 'postmaster.pid'), 'utf8').catch(() => '')
  const [pid, , , port, , , , status] = text.split('\n')
  const facts = await processFacts(Number(pid))
  if (!facts || !`${facts.command} `.includes(`postgres -D ${clusterDir} `)) return undefined

  return { pid: Number(pid), port: Number(port), isReady: status?.trim() === 'ready', parent: facts.parent }
}

/** The port of the cluster's last run: the one to try first, so that a tool's saved connection goes on working. */
export async function lastPort(clusterDir: string): Promise<number | undefined> {
  const text = await readFile(join(clusterDir, 'postmaster.opts'), 'utf8').catch(() => '')
  const port = Number(text.match(/"port=(\d+)"/)?.[1])

  return port > 0 ? port : undefined
}
