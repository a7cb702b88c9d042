import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { signCertificate } from '#server/certificates/issue-certificate.ts'
import { signedReceiptFile, signReceiptPdf } from '#server/certificates/sign-receipt.ts'
import { signText } from '#server/certificates/sign-text.ts'
import { publicKeys } from '#server/certificates/signing-key.ts'
import type { Keys } from '#server/config.ts'
import { judgeCertificate } from '#shared/certificates/judge-certificate.ts'
import { judgeReceiptFile } from '#shared/certificates/receipt-file.ts'
import { certificateSample, newKeys, receiptSample, settings } from './samples.ts'

const keys = { ...newKeys(), field: randomBytes(32), index: randomBytes(32), hmac: randomBytes(32) } satisfies Keys
const known = publicKeys(keys, settings())
const now = { keys: known, revoked: { ids: [] }, today: '2026-11-25' }
const deps = { keys, config: settings() }

const token = (await signCertificate(deps, certificateSample))?.token ?? ''
const file = Buffer.from(await signedReceiptFile(deps, receiptSample))
const pdf = await signReceiptPdf(
  deps,
  Buffer.concat([Buffer.from('%PDF-1.3\n'), randomBytes(4_000), Buffer.from('\n%%EOF')]),
  receiptSample,
)

/** A copy of these bytes with something changed in one to three places: another byte, one too many, or one lost. */
const alteredCopy = (bytes: Buffer, values: fc.Arbitrary<number>) =>
  fc
    .array(
      fc.record({
        how: fc.constantFrom('replace' as const, 'insert' as const, 'remove' as const),
        at: fc.nat({ max: bytes.length - 1 }),
        value: values,
      }),
      { minLength: 1, maxLength: 3 },
    )
    .map((changes) => {
      let copy = bytes
      for (const { how, at, value } of changes) {
        const rest = how === 'insert' ? at : at + 1
        copy = Buffer.concat([
          copy.subarray(0, at),
          ...(how === 'remove' ? [] : [Buffer.of(value)]),
          copy.subarray(rest),
        ])
      }

      return copy
    })
    .filter((copy) => !copy.equals(bytes))

const anyByte = fc.nat({ max: 255 })
/** Letters that a code may hold, so that most copies look right. */
const codeLetter = fc
  .constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.')
  .map((letter) => letter.charCodeAt(0))

test('what was not changed is genuine', async () => {
  expect(await judgeCertificate(token, now)).toMatchObject({
    verdict: 'valid',
    certificate: { number: '12/2026/XN', holder: 'NTH·345', issuedOn: '2026-11-24', expiresOn: '2027-11-24' },
  })
  expect(await judgeReceiptFile(file, known)).toEqual({ is: 'genuine', receipt: receiptSample, isOldKey: false })
  expect(await judgeReceiptFile(pdf, known)).toMatchObject({ is: 'genuine_pdf', code: receiptSample.code })
})

test('of 10,000 altered certificate codes none is accepted', async () => {
  await fc.assert(
    fc.asyncProperty(alteredCopy(Buffer.from(token), codeLetter), async (copy) => {
      const { verdict } = await judgeCertificate(copy.toString('latin1'), now)

      return ['altered', 'forged', 'unreadable'].includes(verdict)
    }),
    { numRuns: 10_000 },
  )
})

test('of 10,000 altered receipt files none is accepted', async () => {
  await fc.assert(
    fc.asyncProperty(
      alteredCopy(file, anyByte),
      async (copy) => !(await judgeReceiptFile(copy, known)).is.startsWith('genuine'),
    ),
    { numRuns: 10_000 },
  )
})

test('of 10,000 altered receipt PDFs none is accepted', async () => {
  await fc.assert(
    fc.asyncProperty(
      alteredCopy(pdf, anyByte),
      async (copy) => !(await judgeReceiptFile(copy, known)).is.startsWith('genuine'),
    ),
    { numRuns: 10_000 },
  )
})

test('every other value in a receipt is refused, though its form is perfect', async () => {
  const { receipt, signature } = JSON.parse(file.toString())
  for (const changed of [
    { ...receipt, fee: 0 },
    { ...receipt, filedAt: '2026-11-23T02:00:00.000Z' },
    { ...receipt, papers: [] },
    { ...receipt, sections: [{ ...receipt.sections[0], rows: receipt.sections[0].rows.slice(1) }] },
  ]) {
    const text = `${JSON.stringify({ file: 'quay-receipt-file', receipt: changed, signature }, null, 2)}\n`
    expect(await judgeReceiptFile(Buffer.from(text), known)).toEqual({ is: 'altered' })
  }
})

test('a key given twice hides nothing: the file must be what was signed, to the letter', async () => {
  const twice = file.toString().replace('"code": "QUAY', '"code": "QUAY.42-000000-000000",\n    "code": "QUAY')

  expect(await judgeReceiptFile(Buffer.from(twice), known)).toEqual({ is: 'altered' })
})

test('a signature made for one purpose is worth nothing for another', async () => {
  const receiptAsCertificate = await signText(keys, 'quay-bn', receiptSample)

  expect((await judgeCertificate(receiptAsCertificate, now)).verdict).toBe('unreadable')
})
