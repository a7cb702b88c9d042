import { canonicalJson } from '../text/canonical-json.ts'
import { toBase64url } from './base64url.ts'
import { type ReceiptContent, receiptContent } from './schemas.ts'
import { type Opened, openSigned, type PublicKey } from './signed-text.ts'

/** What a receipt file is worth. Only `genuine` has content. */
export type JudgedReceipt =
  | { is: 'genuine'; receipt: ReceiptContent; isOldKey: boolean }
  | { is: 'genuine_pdf'; code: string; unitCode: string; filedAt: string; isOldKey: boolean }
  | { is: 'altered' | 'unknown_key' | 'unreadable' }

const fileType = 'quay-receipt-file'

/** The bytes of `bien-nhan-….json`: the receipt for people and programs, and the signature over its canonical form. */
export const receiptFileText = (receipt: ReceiptContent, jws: string): string => {
  const [header = '', , signature = ''] = jws.split('.')

  return `${JSON.stringify(sorted({ file: fileType, receipt, signature: `${header}..${signature}` }), null, 2)}\n`
}

/**
 * Verifies a receipt file of either kind by its bytes, without asking anybody.
 *
 * Strict to the letter: a JSON file that says the same in other white space, or one key twice, is `altered`, for what
 * a person reads in it must be what was signed. A PDF is genuine when not one byte of it was changed.
 */
export async function judgeReceiptFile(bytes: Uint8Array, keys: readonly PublicKey[]): Promise<JudgedReceipt> {
  return startsWith(bytes, '%PDF-') ? judgePdf(bytes, keys) : judgeJson(bytes, keys)
}

async function judgeJson(bytes: Uint8Array, keys: readonly PublicKey[]): Promise<JudgedReceipt> {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const file = parse(text)
  if (typeof file !== 'object' || file === null || !('receipt' in file) || !('signature' in file))
    return { is: 'unreadable' }
  const [header, payload, signature, ...more] = String(file.signature).split('.')
  if (payload !== '' || more.length > 0) return { is: 'unreadable' }
  const canonical = new TextEncoder().encode(canonicalJson(file.receipt))
  const opened = await openSigned(`${header}.${toBase64url(canonical)}.${signature}`, 'quay-bn', keys)
  if (opened.is !== 'genuine') return opened
  const receipt = receiptContent.safeParse(opened.payload)
  const isToTheLetter =
    receipt.success && text === receiptFileText(receipt.data, `${header}..${signature}`) && text.length > 0

  return isToTheLetter ? { is: 'genuine', receipt: receipt.data, isOldKey: opened.key.isRetired } : { is: 'altered' }
}

/** After the end of the PDF stands one line of comment, which readers pass over, with the signature of all before it. */
const trailer = '\n%quay-bien-nhan '
const trailerBytes = 2_000

/** The PDF with its signature. `jws` signs `pdfPayload`. */
export function signedPdf(pdf: Uint8Array, jws: string): Uint8Array {
  const line = new TextEncoder().encode(`${trailer}${jws}\n`)
  const whole = new Uint8Array(pdf.length + line.length)
  whole.set(pdf)
  whole.set(line, pdf.length)

  return whole
}

/** What is signed of a PDF: whose receipt it is, and the hash of its bytes. */
export const pdfPayload = async (
  pdf: Uint8Array,
  { code, unitCode, filedAt }: { code: string; unitCode: string; filedAt: string },
) => [code, unitCode, filedAt, toBase64url(await sha256(pdf))] as const

async function judgePdf(bytes: Uint8Array, keys: readonly PublicKey[]): Promise<JudgedReceipt> {
  const tail = latin(bytes.subarray(-trailerBytes))
  const at = tail.lastIndexOf(trailer)
  const line = /^\n%quay-bien-nhan (\S+)\n$/.exec(at < 0 ? '' : tail.slice(at))
  if (!line?.[1]) return { is: 'unreadable' }
  const opened: Opened = await openSigned(line[1], 'quay-pdf', keys)
  if (opened.is !== 'genuine') return opened
  const before = bytes.subarray(0, bytes.length - (tail.length - at))
  const [code, unitCode, filedAt, hash] = opened.payload as [string, string, string, string]
  if (hash !== toBase64url(await sha256(before))) return { is: 'altered' }

  return { is: 'genuine_pdf', code, unitCode, filedAt, isOldKey: opened.key.isRetired }
}

const sha256 = async (bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)))

const startsWith = (bytes: Uint8Array, text: string) => latin(bytes.subarray(0, text.length)) === text
const latin = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The same value with its keys in order, for a file that is the same whoever writes it. */
const sorted = (value: unknown): unknown => JSON.parse(canonicalJson(value))
