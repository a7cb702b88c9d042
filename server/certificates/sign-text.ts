import { CompactSign } from 'jose'
import type { SignedKind } from '#shared/certificates/signed-text.ts'
import { canonicalJson } from '#shared/text/canonical-json.ts'
import type { Keys } from '../config.ts'
import { signingKey } from './signing-key.ts'

/** Signs a value for one purpose: a compact JWS over its canonical JSON, which `openSigned` reads. */
export function signText(keys: Pick<Keys, 'receipt'>, kind: SignedKind, value: unknown): Promise<string> {
  const key = signingKey(keys)

  return new CompactSign(new TextEncoder().encode(canonicalJson(value)))
    .setProtectedHeader({ alg: 'EdDSA', kid: key.kid, typ: kind })
    .sign(key.private)
}
