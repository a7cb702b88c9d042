import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import type { PublicKey } from '#shared/certificates/signed-text.ts'
import type { Config, Keys } from '../config.ts'

/** The key that signs, and the name under which anybody finds its public half. */
export interface SigningKey {
  kid: string
  x: string
  private: KeyObject
}

/** Everything before the seed in PKCS #8 of an Ed25519 key (RFC 8410 §7). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The Ed25519 key of a seed of 32 bytes. */
export function signingKey({ receipt: seed }: Pick<Keys, 'receipt'>): SigningKey {
  const key = createPrivateKey({ key: Buffer.concat([pkcs8, seed]), format: 'der', type: 'pkcs8' })
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' })

  return { kid: keyIdOf(x), x, private: key }
}

/** All public keys, the one in use first. Those it replaced are named in the environment, never in the database. */
export function publicKeys(keys: Pick<Keys, 'receipt'>, { retiredKeys }: Pick<Config, 'retiredKeys'>): PublicKey[] {
  const { kid, x } = signingKey(keys)

  return [
    { kid, x, isRetired: false },
    ...retiredKeys.filter((old) => old !== x).map((old) => ({ kid: keyIdOf(old), x: old, isRetired: true })),
  ]
}

/** The first eight letters of the key's thumbprint (RFC 7638): 48 bits, enough to tell the desk's own keys apart. */
const keyIdOf = (x: string): string =>
  createHash('sha256').update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest('base64url').slice(0, 8)
