/** The worker of `/kt`: everything from the network while there is one, and as it was kept when there is none. */
interface Lifetime extends Event {
  waitUntil(work: Promise<unknown>): void
}
interface Fetching extends Event {
  request: Request
  respondWith(answer: Promise<Response>): void
}
interface WorkerScope {
  addEventListener(type: 'install' | 'activate', listener: (event: Lifetime) => void): void
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
}

const worker = self as unknown as WorkerScope
/** Named by the page that registered it: this file imports nothing, so that it is one file at one address. */
const offlineCache = new URL(location.href).searchParams.get('kho') ?? 'kt'

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('fetch', (event) => {
  if (event.request.method === 'GET') event.respondWith(freshOrKept(event.request))
})

async function freshOrKept(request: Request): Promise<Response> {
  const cache = await caches.open(offlineCache)
  try {
    const fresh = await fetch(request)
    if (fresh.ok) await cache.put(request, fresh.clone())

    return fresh
  } catch (error) {
    const kept = await cache.match(request, { ignoreSearch: true, ignoreVary: true })
    if (kept) return kept
    throw error
  }
}
