/** Where these pages keep themselves. The worker is told by its address, for it is one file without imports. */
const offlineCache = 'kt-1'

/**
 * Makes these pages work without a network from now on: registers the worker, and keeps what the page is made of and
 * what it needs to judge. Where workers are not to be had, the page works online as before.
 */
export async function keepOffline(): Promise<void> {
  if (!('serviceWorker' in navigator) || !isSecureContext) return
  await navigator.serviceWorker.register(`/kt-may.js?kho=${offlineCache}`, { scope: '/kt' })
  const own = [...document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>('link[href], script[src]')].map(
    (each) => ('href' in each ? each.href : each.src),
  )
  const modules = performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => new URL(name).pathname.startsWith('/assets/'))
  const cache = await caches.open(offlineCache)
  const addresses = new Set(['/kt', '/kt/bien-nhan', '/api/keys', '/api/revocations', ...own, ...modules])
  await Promise.allSettled([...addresses].map((address) => cache.add(address)))
  document.documentElement.dataset.offline = 'ready'
}
