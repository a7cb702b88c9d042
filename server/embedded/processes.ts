import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What the operating system says of a live process. */
export interface ProcessFacts {
  /** The program and its arguments, separated by spaces. */
  command: string
  parent: number
  /** When it began, in whatever form the system gives it: with the pid it names one process for ever. */
  began: string
}

/**
 * The facts about a process, or undefined when it is gone.
 *
 * A zombie (ended, but its parent has not asked for it) counts as gone: it holds neither files nor ports.
 */
export async function processFacts(pid: number): Promise<ProcessFacts | undefined> {
  if (!Number.isInteger(pid) || pid <= 0) return undefined

  return process.platform === 'linux' ? factsFromProc(pid) : factsFromPs(pid)
}

async function factsFromProc(pid: number): Promise<ProcessFacts | undefined> {
  const files = [readFile(`/proc/${pid}/stat`, 'utf8'), readFile(`/proc/${pid}/cmdline`, 'utf8')]
  const read = await Promise.all(files).catch(() => undefined)
  const [stat = '', commandLine = ''] = read ?? []
  // The name in brackets may hold spaces: fields are counted from its closing bracket, where field 3 begins.
  const [state, parent, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const began = rest[17]
  if (!state || !parent || !began || state === 'Z' || state === 'X') return undefined

  return { command: commandLine.split('\0').join(' ').trim(), parent: Number(parent), began }
}

async function factsFromPs(pid: number): Promise<ProcessFacts | undefined> {
  const columns = ['ppid=', 'stat=', 'lstart=', 'command='].flatMap((column) => ['-o', column])
  const printed = await run('ps', [...columns, '-p', String(pid)], { env: { ...process.env, LC_ALL: 'C' } }).catch(
    () => undefined,
  )
  const [parent, state, ...rest] = printed?.stdout.trim().split(/\s+/) ?? []
  if (!parent || !state || state.startsWith('Z')) return undefined

  return { command: rest.slice(5).join(' '), parent: Number(parent), began: rest.slice(0, 5).join(' ') }
}
