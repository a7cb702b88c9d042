import { get, type IncomingMessage } from 'node:http'
import { Connection, encode } from './http-load.ts'

/** Now in milliseconds since 1970, with fractions: comparable with PostgreSQL's clock on the same machine. */
export const preciseNow = () => performance.timeOrigin + performance.now()

/**
 * An officer's screen: hears over the stream that the unit's desk changed and then fetches the queue, one fetch at a
 * time, as the browser does. Remembers when each dossier was on it for the first time.
 */
export class Screen implements Disposable {
  /** Dossier codes, with the instant at which the page that shows them had arrived. */
  readonly shown = new Map<string, number>()
  private readonly stream: IncomingMessage
  private readonly connection: Connection
  private readonly request: Buffer
  private readonly onShown: () => void
  private isLooking = false
  private hasChanged = false

  private constructor(stream: IncomingMessage, connection: Connection, request: Buffer, onShown: () => void) {
    this.stream = stream
    this.connection = connection
    this.request = request
    this.onShown = onShown
    stream.on('data', (chunk: Buffer) => {
      if (chunk.includes('event: desk')) void this.look()
    })
    // It ends when the bench closes it.
    stream.on('error', () => undefined)
  }

  static async open(address: string, cookie: string, path: string, onShown: () => void): Promise<Screen> {
    const stream = await new Promise<IncomingMessage>((resolve, reject) => {
      get(
        new URL('/api/desk/stream', address),
        { agent: false, headers: { cookie, accept: 'text/event-stream' } },
        resolve,
      ).on('error', reject)
    })
    if (stream.statusCode !== 200) throw new Error(`the stream answered ${stream.statusCode}`)

    return new Screen(stream, await Connection.open(address), encode('GET', path, { cookie }), onShown)
  }

  [Symbol.dispose]() {
    this.stream.destroy()
    this.connection.close()
  }

  private async look() {
    this.hasChanged = true
    if (this.isLooking) return
    this.isLooking = true
    while (this.hasChanged) {
      this.hasChanged = false
      const { status, body } = await this.connection.send(this.request)
      // Refused for want of processor: the browser tries again, and so the row is late, not lost.
      if (status !== 200) this.hasChanged = true
      const now = preciseNow()
      for (const [, code = ''] of body.toString().matchAll(/"code"\s*:\s*"([^"]+)"/g))
        if (!this.shown.has(code)) this.shown.set(code, now)
      this.onShown()
    }
    this.isLooking = false
  }
}
