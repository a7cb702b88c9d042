/** What the server received is not what was sent. */
export class DamagedOnTheWay extends Error {
  constructor() {
    super('the hash of what arrived differs')
  }
}

/** SHA-256 as hex; undefined on plain HTTP, where browsers offer no hashing: the server's own check of completeness remains. */
export async function hashOf(file: Blob): Promise<string | undefined> {
  if (!globalThis.crypto?.subtle) return undefined
  const digest = await crypto.subtle.digest('SHA-256', await new Response(file).arrayBuffer())

  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
