import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'

const keyId = 1

/**
 * Encrypts with AES-256-GCM. `bound` names the row it belongs to: the ciphertext opens nowhere else.
 * Layout: key id (1 byte), IV (12), tag (16), ciphertext.
 */
export function seal(key: Buffer, bound: string, plain: string): Buffer {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(bound))
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])

  return Buffer.concat([Buffer.of(keyId), iv, cipher.getAuthTag(), body])
}

/** Opens what `seal` closed. Throws when the key, the row or a single bit is another. */
export function unseal(key: Buffer, bound: string, sealed: Buffer): string {
  if (sealed.readUInt8(0) !== keyId) throw new Error(`sealed with an unknown key ${sealed.readUInt8(0)}`)
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 13)).setAAD(Buffer.from(bound))
  decipher.setAuthTag(sealed.subarray(13, 29))

  return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]).toString('utf8')
}

/** Finds an identity number without storing it: HMAC under a key that never enters the database. */
export const blindIndex = (key: Buffer, value: string): Buffer => createHmac('sha256', key).update(value).digest()

export const sha256 = (bytes: string | Buffer): Buffer => createHash('sha256').update(bytes).digest()
