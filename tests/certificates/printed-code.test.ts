import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { signCertificate } from '#server/certificates/issue-certificate.ts'
import { receiptQr } from '#server/certificates/sign-receipt.ts'
import { publicKeys } from '#server/certificates/signing-key.ts'
import { ct03 } from '#server/documents/ct03.ts'
import { ct07 } from '#server/documents/ct07.ts'
import { ct08 } from '#server/documents/ct08.ts'
import { receipt } from '#server/documents/receipt.ts'
import { type DocumentDefinition, renderPdf } from '#server/documents/render-pdf.ts'
import { codeIn } from '#shared/certificates/certificate-code.ts'
import { judgeCertificate } from '#shared/certificates/judge-certificate.ts'
import { openSigned } from '#shared/certificates/signed-text.ts'
import { hasPoppler } from '../documents/read-pdf.ts'
import { absence, confirmation, receiptOf, result } from '../documents/sample-facts.ts'
import { certificateSample, receiptSample, settings } from './samples.ts'
import { aroundCode, codesOn, photographed, picturesOf, seeded } from './scan-pdf.ts'

const keys = { field: randomBytes(32), index: randomBytes(32), hmac: randomBytes(32), receipt: randomBytes(32) }
const known = publicKeys(keys, settings())

const certified = async (form: string) =>
  (await signCertificate({ keys, config: settings() }, { ...certificateSample, form }))?.verifyUrl ?? ''
const documents: [string, string, (verifyUrl: string) => DocumentDefinition][] = [
  ['CT03', await certified('CT03'), (verifyUrl) => ct03({ ...absence, verifyUrl })],
  ['CT07', await certified('CT07'), (verifyUrl) => ct07({ ...confirmation, verifyUrl })],
  ['CT08', await certified('CT08'), (verifyUrl) => ct08({ ...result, verifyUrl })],
  [
    'receipt',
    await receiptQr({ keys }, receiptSample, 'https://quay.hatinh.gov.vn'),
    (verifyUrl) => receipt({ ...receiptOf, verifyUrl }),
  ],
]

/** Tries a document; one try in a hundred may fail. */
const tries = 100

test.skipIf(!hasPoppler).each(documents)(
  'the code on a printed %s is read back from a bad photograph in 99 of 100 tries',
  async (_name, url, build) => {
    const pages = picturesOf(await renderPdf(build(url)))
    const seen = await Promise.all(pages.map((page) => aroundCode(page, url)))
    const view = seen.find((each) => each !== undefined)
    if (!view) throw new Error('no page carries the code')
    const random = seeded(20_261_124)
    let read = 0
    for (let i = 0; i < tries; i++) if ((await codesOn(await photographed(view, random))).includes(url)) read++

    expect(read).toBeGreaterThanOrEqual(99)
  },
  240_000,
)

test('what is scanned is what the desk signed', async () => {
  const [, ct07Url = ''] = documents[1] ?? []
  const [, receiptUrl = ''] = documents[3] ?? []
  const { verdict, certificate } = await judgeCertificate(codeIn(ct07Url), {
    keys: known,
    revoked: { ids: [] },
    today: '2026-11-25',
  })

  expect({ verdict, form: certificate?.form }).toEqual({ verdict: 'valid', form: 'CT07' })
  expect(await openSigned(codeIn(receiptUrl), 'quay-qr', known)).toMatchObject({ is: 'genuine' })
})
