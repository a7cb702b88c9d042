import { createServer } from 'node:net'

/** Where the embedded PostgreSQL listens: this machine and nobody else's. */
export const loopback = '127.0.0.1'

/** The preferred port if nothing listens on it, else any free one. Somebody may still take it before we do. */
export async function choosePort(preferred?: number): Promise<number> {
  return (preferred && (await tryPort(preferred))) || (await tryPort(0)) || Promise.reject(new Error('no free port'))
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen(port, loopback, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined))
    })
  })
}
