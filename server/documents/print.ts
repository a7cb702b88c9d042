import { Worker } from 'node:worker_threads'
import type { FactsOf, Printed } from './builders.ts'

interface Waiting {
  resolve(pdf: Buffer): void
  reject(error: Error): void
}

interface Answer {
  id: number
  pdf?: Uint8Array
  error?: string
}

let thread: Worker | undefined
let lastId = 0
const waiting = new Map<number, Waiting>()

/**
 * Makes a document in a thread of its own: laying out and subsetting fonts takes a tenth of a second of processor
 * time, and meanwhile the desk must go on answering.
 *
 * Facts are plain data. A thread that breaks fails what it was asked for, and the next call starts another.
 */
export function print<P extends Printed>(name: P, facts: FactsOf<P>): Promise<Buffer> {
  const printer = thread ?? startThread()
  thread = printer
  const id = ++lastId

  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    printer.ref()
    printer.postMessage({ id, name, facts })
  })
}

/** Starts the thread before anybody waits for it: loading its fonts and code takes a second. */
export function warmPrinter(): void {
  thread ??= startThread()
}

function startThread(): Worker {
  const started = new Worker(new URL('./start-print-thread.mjs', import.meta.url), { execArgv: [] })
  started.on('message', ({ id, pdf, error }: Answer) => {
    const asked = waiting.get(id)
    waiting.delete(id)
    // An idle thread must not keep a process from ending.
    if (waiting.size === 0) started.unref()
    if (pdf) asked?.resolve(Buffer.from(pdf))
    else asked?.reject(new Error(`a document could not be made: ${error}`))
  })
  started.on('error', (error) => fail(started, error))
  started.on('exit', (code) => fail(started, new Error(`the printing thread ended with code ${code}`)))
  started.unref()

  return started
}

function fail(broken: Worker, error: Error) {
  if (thread !== broken) return
  thread = undefined
  for (const asked of waiting.values()) asked.reject(error)
  waiting.clear()
}
