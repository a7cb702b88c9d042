import { pdfPayload, receiptFileText, signedPdf } from '#shared/certificates/receipt-file.ts'
import type { ReceiptContent } from '#shared/certificates/schemas.ts'
import { canonicalJson } from '#shared/text/canonical-json.ts'
import type { Deps } from '../platform/deps.ts'
import { sha256 } from '../platform/sealing.ts'
import { signText } from './sign-text.ts'

type Signing = Pick<Deps, 'keys'>

/** The bytes of the machine-readable receipt. The same receipt gives the same bytes: Ed25519 has no chance in it. */
export const signedReceiptFile = async ({ keys }: Signing, receipt: ReceiptContent): Promise<string> =>
  receiptFileText(receipt, await signText(keys, 'quay-bn', receipt))

/** What the QR of a printed receipt carries: code, unit, time, and the hash of everything it lists; no name. */
export async function receiptQr({ keys }: Signing, receipt: ReceiptContent, origin: string): Promise<string> {
  const token = await signText(keys, 'quay-qr', [
    receipt.code,
    receipt.unit.code,
    receipt.filedAt,
    receiptHash(receipt),
  ])

  return `${origin}/kt#${token}`
}

/** SHA-256 of a receipt's canonical JSON, as its QR says it. */
export const receiptHash = (receipt: ReceiptContent): string => sha256(canonicalJson(receipt)).toString('base64url')

/** The printed receipt with its signature behind the last byte. */
export async function signReceiptPdf({ keys }: Signing, pdf: Buffer, receipt: ReceiptContent): Promise<Buffer> {
  const payload = await pdfPayload(pdf, {
    code: receipt.code,
    unitCode: receipt.unit.code,
    filedAt: receipt.filedAt,
  })

  return Buffer.from(signedPdf(pdf, await signText(keys, 'quay-pdf', payload)))
}
