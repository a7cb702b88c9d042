import * as z from 'zod/mini'
import { publicKeysView, type RevocationList, revocationList, revocationsView } from '#shared/certificates/schemas.ts'
import { openSigned, type PublicKey } from '#shared/certificates/signed-text.ts'

/** What this device knows of the desk: from the network, or as kept by the page's worker. */
export interface Trusted {
  keys: PublicKey[]
  /** Undefined: never fetched, or not signed by the desk. */
  revoked: RevocationList | undefined
}

export async function readTrusted(): Promise<Trusted> {
  const { keys } = z.parse(publicKeysView, await json('/api/keys'))
  const known = keys.map(({ kid, x, retired }) => ({ kid, x, isRetired: retired }))

  return { keys: known, revoked: await readRevocations(known).catch(() => undefined) }
}

/** The list counts only when the desk signed it: whoever stands between could else hide a revocation. */
async function readRevocations(keys: PublicKey[]): Promise<RevocationList | undefined> {
  const { list } = z.parse(revocationsView, await json('/api/revocations'))
  const opened = await openSigned(list, 'quay-th', keys)

  return opened.is === 'genuine' ? z.parse(revocationList, opened.payload) : undefined
}

async function json(path: string): Promise<unknown> {
  const answer = await fetch(path)
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)

  return answer.json()
}
