import type { SignedBy } from '../../platform/signer.ts'
import { cmsSignature } from './cms-signature.ts'
import type { Credentials } from './credentials.ts'
import { appendUpdate, firstPageId, pdfDate, pdfText, readObject, readTail, withEntries } from './pdf-objects.ts'

/** Room for the signature, in bytes: RSA 4096 with a chain of four certificates needs half of it. */
const room = 12_288

const emptyContents = `<${'0'.repeat(2 * room)}>`
/** As long as the four numbers can become, so that filling them in moves nothing. */
const emptyRange = `[0 ${'*'.repeat(10)} ${'*'.repeat(10)} ${'*'.repeat(10)}]`

/**
 * Signs a PDF in the manner of PAdES baseline B: the file as it was, and behind it an update with the signature and
 * its field. What a person reads of it is printed on the page already; the field itself takes no room there.
 *
 * Every byte of the result but the signature's own is signed, so one changed byte anywhere breaks it.
 */
export function signPdf(pdf: Buffer, credentials: Credentials, by: SignedBy): Buffer {
  const prepared = withSignatureField(pdf, by)
  const contentsAt = prepared.lastIndexOf(emptyContents)
  const rangeAt = prepared.lastIndexOf(emptyRange)
  const contentsEnd = contentsAt + emptyContents.length
  const range = `[0 ${contentsAt} ${contentsEnd} ${prepared.length - contentsEnd}]`
  prepared.write(range.padEnd(emptyRange.length), rangeAt, 'latin1')

  const signed = Buffer.concat([prepared.subarray(0, contentsAt), prepared.subarray(contentsEnd)])
  const signature = cmsSignature(signed, credentials)
  if (signature.length > room) throw new Error(`a signature of ${signature.length} bytes has no room in the document`)
  prepared.write(signature.toString('hex'), contentsAt + 1, 'latin1')

  return prepared
}

/** The document with an empty signature in it: dictionary and field; the first page and the catalogue name the field. */
function withSignatureField(pdf: Buffer, { unit, person, at }: SignedBy): Buffer {
  const tail = readTail(pdf)
  const pageId = firstPageId(pdf, tail)
  const [signatureId, fieldId] = [tail.size, tail.size + 1]

  return appendUpdate(pdf, tail, [
    {
      id: signatureId,
      text: `<<\n/Type /Sig\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.CAdES.detached\n/ByteRange ${emptyRange}\n/Contents ${emptyContents}\n/M ${pdfDate(at)}\n/Name ${pdfText(`${person}, ${unit.name}`)}\n>>`,
    },
    {
      id: fieldId,
      // 132: printed, and locked against being moved.
      text: `<<\n/Type /Annot\n/Subtype /Widget\n/FT /Sig\n/T (ChuKySo)\n/F 132\n/Rect [0 0 0 0]\n/P ${pageId} 0 R\n/V ${signatureId} 0 R\n>>`,
    },
    withEntries(readObject(pdf, tail, pageId), { Annots: `[${fieldId} 0 R]` }),
    // 3: has signatures, and may only be added to.
    withEntries(readObject(pdf, tail, tail.root), { AcroForm: `<< /Fields [${fieldId} 0 R] /SigFlags 3 >>` }),
  ])
}
