import { fromBase64url } from '../certificates/base64url.ts'
import { readScannedCard, type ScannedCard } from '../identity-card/read-scanned-card.ts'

/** What a code says that somebody held under the scanner at the counter. */
export type Scan =
  | { kind: 'card'; card: ScannedCard }
  | { kind: 'dossier'; code: string }
  /** A number of the line: by the secret of its slip's address, or by its label. */
  | { kind: 'slip'; place: string }
  | { kind: 'ticket'; label: string }
  | { kind: 'unknown' }

/** `<prefix>-YYMMDD-NNNNNN`, alone or in an address; an input method changes neither capitals nor digits of it. */
const dossierCode = /(?<![A-Z0-9.])([A-Z0-9]+(?:\.[A-Z0-9]+)*-\d{6}-\d{4,6})(?!\d)/
const slipAddress = /\/so\/([0-9A-Z]{16})(?![0-9A-Z])/
const ticketLabel = /^[ABC]\d{3,4}$/
const signedReceipt = /\/kt#[\w-]+\.([\w-]+)\.[\w-]+$/

/**
 * Understands what a scanner typed: an identity card, a receipt or slip of the desk, a dossier's code, a number's label.
 *
 * Whom a code belongs to and whether it may be seen is the server's to say; nothing in it is proof.
 */
export function readScan(typed: string): Scan {
  const text = typed.trim()
  const card = readScannedCard(text)
  if (card) return { kind: 'card', card }
  const signed = signedReceipt.exec(text)?.[1]
  const code = signed ? codeIn(signed) : dossierCode.exec(text.toUpperCase())?.[1]
  if (code) return { kind: 'dossier', code }
  const place = slipAddress.exec(text.toUpperCase().replace('/SO/', '/so/'))?.[1]
  if (place) return { kind: 'slip', place }
  const label = text.toUpperCase()

  return ticketLabel.test(label) ? { kind: 'ticket', label } : { kind: 'unknown' }
}

/** The code that the QR of a printed receipt names first (`server/certificates/sign-receipt.ts`). */
function codeIn(payload: string): string | undefined {
  try {
    const [code]: unknown[] = JSON.parse(new TextDecoder().decode(fromBase64url(payload)))

    return typeof code === 'string' ? dossierCode.exec(code)?.[1] : undefined
  } catch {
    return undefined
  }
}
