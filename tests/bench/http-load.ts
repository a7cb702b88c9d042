import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { percentile, type Result } from './sample.ts'

export interface Answer {
  status: number
  /** Status line and headers. */
  head: string
  body: Buffer
}

export interface Load {
  /** Only those with the wanted status count, in all of these numbers but the last. */
  answers: number
  perSecond: number
  /** Milliseconds from sending to the last byte. */
  p50: number
  p99: number
  /** Processor time that the desk's process took for one answer, in milliseconds: hardly moved by what else runs. */
  cpuMs: number
  /** How many answers had another status: a desk that has no processor left refuses with 503. */
  others: Record<number, number>
}

/** A request as it goes over the wire. */
export function encode(method: string, path: string, headers: Record<string, string>, body = ''): Buffer {
  const all = {
    host: 'localhost',
    ...headers,
    ...(body && { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
  }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`)

  return Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${body}`)
}

/**
 * One connection that is kept: a request, its answer, the next.
 *
 * By hand, because the client shares the machine with what it measures: of two cores a general one takes as much as
 * the desk. It understands what the desk sends: a length, or no body at all.
 */
export class Connection {
  private readonly socket: Socket
  private chunks: Buffer[] = []
  private waiting: { resolve: (answer: Answer) => void; reject: (error: Error) => void } | undefined

  private constructor(socket: Socket) {
    this.socket = socket
    socket.setNoDelay(true)
    socket.on('data', (chunk) => this.take(chunk))
    socket.on('error', (error) => this.waiting?.reject(error))
    socket.on('close', () => this.waiting?.reject(new Error('the desk closed the connection')))
  }

  static async open(address: string): Promise<Connection> {
    const socket = connect(Number(new URL(address).port), '127.0.0.1')
    await once(socket, 'connect')

    return new Connection(socket)
  }

  send(request: Buffer): Promise<Answer> {
    // What is asked over a closed connection would be waited for in vain: it closes only once.
    if (this.socket.destroyed) return Promise.reject(new Error('the desk has closed the connection'))

    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject }
      this.socket.write(request)
    })
  }

  close() {
    this.waiting = undefined
    this.socket.destroy()
  }

  private take(chunk: Buffer) {
    this.chunks.push(chunk)
    const received = this.chunks.length === 1 ? chunk : Buffer.concat(this.chunks)
    const end = received.indexOf('\r\n\r\n')
    if (end < 0) return
    const head = received.toString('latin1', 0, end)
    const status = Number(head.slice(9, 12))
    const length = status === 204 || status === 304 ? 0 : lengthOf(head)
    if (received.length < end + 4 + length) return
    const { waiting } = this
    this.chunks = []
    this.waiting = undefined
    waiting?.resolve({ status, head, body: received.subarray(end + 4, end + 4 + length) })
  }
}

/**
 * Asks over so many connections for so long, each connection one request after the other.
 *
 * `next` gives the connection's next request, or nothing when there is no more to ask. `onAnswer` sees every answer.
 */
export async function loadWith(
  address: string,
  { connections, seconds, wanted }: { connections: number; seconds: number; wanted: number },
  next: (connection: number) => Buffer | undefined,
  onAnswer?: (answer: Answer, connection: number) => void,
): Promise<Load> {
  const open = await Promise.all(Array.from({ length: connections }, () => Connection.open(address)))
  const times: number[] = []
  const others: Record<number, number> = {}
  const cpuBefore = await cpuSeconds(address)
  const start = performance.now()
  const until = start + seconds * 1000

  await Promise.all(
    open.map(async (connection, index) => {
      for (let sent = performance.now(); sent < until; sent = performance.now()) {
        const request = next(index)
        if (!request) return
        const answer = await connection.send(request)
        if (answer.status === wanted) times.push(performance.now() - sent)
        else others[answer.status] = (others[answer.status] ?? 0) + 1
        onAnswer?.(answer, index)
      }
    }),
  )
  const took = (performance.now() - start) / 1000
  const cpuMs = (((await cpuSeconds(address)) - cpuBefore) * 1000) / times.length
  for (const connection of open) connection.close()
  if (times.length === 0) throw new Error(`no answer was ${wanted}, but ${JSON.stringify(others)}`)
  times.sort((a, b) => a - b)

  return {
    answers: times.length,
    perSecond: times.length / took,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    cpuMs,
    others,
  }
}

/** How many answers each round had, and honestly how many were something else. */
export function answersOf(loads: readonly Load[], wanted: number): string {
  const others = loads.flatMap((load) => Object.entries(load.others).map(([status, count]) => `${count} × ${status}`))

  return `${loads.map(({ answers }) => answers).join(' + ')} answers were ${wanted}${others.length > 0 ? `, and besides ${others.join(', ')}` : ', none was anything else'}`
}

/** What the desk's process has used so far, as it tells Prometheus. */
async function cpuSeconds(address: string): Promise<number> {
  const text = await (await fetch(new URL('/metrics', address))).text()

  return Number(/^process_cpu_seconds_total (\S+)/m.exec(text)?.[1])
}

/** The round whose slow answers were in the middle of all rounds, for latency and processor time. */
export function middleOf(loads: readonly Load[]): Pick<Result, 'latency' | 'cpuMs'> {
  const middle = [...loads].sort((a, b) => a.p99 - b.p99)[Math.floor(loads.length / 2)]

  return middle ? { latency: { p50: middle.p50, p99: middle.p99 }, cpuMs: middle.cpuMs } : {}
}

function lengthOf(head: string): number {
  const [, length] = /\r\ncontent-length: (\d+)/i.exec(head) ?? []
  if (length === undefined) throw new Error(`an answer without a length:\n${head}`)

  return Number(length)
}
