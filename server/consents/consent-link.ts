import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Keys } from '../config.ts'
import { newOneTimePassword, oneTimePasswordHash } from '../platform/one-time-password.ts'

/** Where the person who is asked reads and answers; short enough for one text message. */
export const consentPath = (keys: Pick<Keys, 'hmac'>, id: string): string =>
  `/y-kien/${Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')}/${tokenOf(keys, id)}`

/** The request that a link names, or undefined when its secret is not right: nothing is looked up for a guess. */
export function requestInLink(keys: Pick<Keys, 'hmac'>, part: string, token: string): string | undefined {
  const hex = Buffer.from(part, 'base64url').toString('hex')
  if (hex.length !== 32) return undefined
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  const [given, right] = [Buffer.from(token), Buffer.from(tokenOf(keys, id))]

  return given.length === right.length && timingSafeEqual(given, right) ? id : undefined
}

/** Sixty-four bits, computed and stored nowhere; with a password behind it that is enough. */
const tokenOf = ({ hmac }: Pick<Keys, 'hmac'>, id: string): string =>
  createHmac('sha256', hmac).update(`consent:${id}`).digest().subarray(0, 8).toString('base64url')

/** Six digits, five tries, fifteen minutes. */
export const newConsentPassword = newOneTimePassword

export const consentPasswordHash = (id: string, password: string): Buffer =>
  oneTimePasswordHash('consent', id, password)
