import { fromBase64url } from './base64url.ts'

/**
 * What a signature was made for. It stands inside what is signed, so that a signature made for one purpose is worth
 * nothing for another: certificates, receipt files, receipts as PDF, the QR of a receipt, lists of what was revoked,
 * manifests of archived dossiers.
 */
export const signedKinds = ['quay-kt', 'quay-bn', 'quay-pdf', 'quay-qr', 'quay-th', 'quay-lt'] as const
export type SignedKind = (typeof signedKinds)[number]

/** A public key of the desk (Ed25519), under the name that signatures give it. */
export interface PublicKey {
  kid: string
  /** 32 bytes in base64url, as in a JWK. */
  x: string
  /** No longer used for signing; what it signed is told apart. */
  isRetired: boolean
}

export type Opened =
  | { is: 'genuine'; key: PublicKey; payload: unknown }
  /** Names a key of the desk, and was not signed with it as it stands here. */
  | { is: 'altered' }
  /** Signed with a key that the desk never had. */
  | { is: 'unknown_key' }
  /** Not a signed text of this kind at all. */
  | { is: 'unreadable' }

/** This browser has no Ed25519: nothing can be said here, and the desk must be asked. */
export class CannotVerify extends Error {
  constructor() {
    super('this machine knows no Ed25519')
  }
}

/**
 * Opens a signed text: a JWS in compact form (RFC 7515) with Ed25519 and nothing to choose from. One bit changed
 * anywhere is `altered`, `unknown_key` or `unreadable`. Runs in browsers and on the server, by Web Cryptography.
 */
export async function openSigned(text: string, kind: SignedKind, keys: readonly PublicKey[]): Promise<Opened> {
  const [header = '', payload = '', signature = '', ...more] = text.split('.')
  const head = parseJson(header)
  const body = fromBase64url(payload)
  const signed = fromBase64url(signature)
  if (more.length > 0 || !isHeader(head) || head.typ !== kind || !body || signed?.length !== 64)
    return { is: 'unreadable' }
  const key = keys.find(({ kid }) => kid === head.kid)
  if (!key) return { is: 'unknown_key' }
  const isSigned = await verify(key.x, signed, new TextEncoder().encode(`${header}.${payload}`))
  const value = isSigned ? parseJson(payload) : undefined

  return value === undefined ? { is: 'altered' } : { is: 'genuine', key, payload: value }
}

async function verify(x: string, signature: Uint8Array<ArrayBuffer>, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const raw = fromBase64url(x)
  if (!raw) return false
  const key = await crypto.subtle.importKey('raw', raw, 'Ed25519', false, ['verify']).catch(() => {
    throw new CannotVerify()
  })

  return crypto.subtle.verify('Ed25519', key, signature, bytes)
}

interface Header {
  alg: 'EdDSA'
  kid: string
  typ: string
}

const isHeader = (value: unknown): value is Header =>
  typeof value === 'object' &&
  value !== null &&
  'alg' in value &&
  value.alg === 'EdDSA' &&
  'kid' in value &&
  typeof value.kid === 'string' &&
  'typ' in value &&
  typeof value.typ === 'string'

/** Strictly: what is no UTF-8 is no text that anybody signed. */
function parseJson(base64url: string): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(fromBase64url(base64url)))
  } catch {
    return undefined
  }
}
