import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import forge from 'node-forge'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ct03 } from '#server/documents/ct03.ts'
import { ct07 } from '#server/documents/ct07.ts'
import { ct08 } from '#server/documents/ct08.ts'
import { renderPdf } from '#server/documents/render-pdf.ts'
import { openSigner } from '#server/documents/signing/open-signer.ts'
import { testCredentials } from '#server/documents/signing/test-authority.ts'
import { absence, confirmation, result } from '../documents/sample-facts.ts'
import { hasPdfsig, pdfsig } from './pdfsig.ts'

const unit = { code: '18634', name: 'Công an xã Toàn Lưu' }
const at = new Date('2026-11-24T02:00:00Z')
const by = { unit, person: 'Phạm Quốc Bảo', at }

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'quay-signing-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const demoSigner = () => openSigner({ isProduction: false, dataDir: folder, signingDir: undefined })
const unsigned = () => renderPdf(ct08(result))

test.skipIf(!hasPdfsig)(
  'each result form, signed, is found valid by poppler, from its first byte to its last',
  async () => {
    for (const definition of [ct03(absence), ct07(confirmation), ct08(result)]) {
      const said = pdfsig(await demoSigner().sign(await renderPdf(definition), by))

      expect(said).toContain('Signature is Valid')
      expect(said).toContain('Total document signed')
      expect(said).toContain('ETSI.CAdES.detached')
      expect(said).toContain('SHA-256')
      expect(said).toContain('CHỨNG THƯ THỬ NGHIỆM - Công an xã Toàn Lưu')
    }
  },
)

test.skipIf(!hasPdfsig)(
  'a signed result with one byte changed, anywhere outside the signature, is not valid',
  async () => {
    const signed = await demoSigner().sign(await unsigned(), by)
    const contents = signed.lastIndexOf('/Contents <')
    const outside = (index: number) => index < contents || index > contents + 24_600
    // Heading, page, font, catalogue, the signature's own dictionary, and the very end.
    const places = [20, 1_000, 9_000, 25_000, contents - 60, signed.length - 60, signed.length - 700]
    for (const place of places.filter(outside)) {
      const altered = Buffer.from(signed)
      altered[place] = (altered[place] ?? 0) ^ 0x01

      expect(pdfsig(altered), `byte ${place}`).not.toContain('Signature is Valid')
    }
  },
)

test('signing adds behind the document and changes no byte of it', async () => {
  const pdf = await unsigned()
  const signed = await demoSigner().sign(pdf, by)

  expect(signed.subarray(0, pdf.length).equals(pdf)).toBe(true)
})

test('results are written as PDF/A-3b: output intent, metadata, every font inside', async () => {
  const text = (await unsigned()).toString('latin1')

  expect(text).toContain('/OutputIntents')
  expect(text).toMatch(/pdfaid:part>3</)
  expect(text).toMatch(/pdfaid:conformance>B</)
})

test('the keys of a demonstration can be read by the desk’s own user alone, and stay the same', async () => {
  await demoSigner().sign(await unsigned(), by)
  const path = join(folder, 'signing', 'unit-18634.pem')
  const before = readFileSync(path, 'utf8')
  await Promise.all([1, 2, 3].map(() => testCredentials(join(folder, 'signing'), unit)))

  expect(statSync(path).mode & 0o077).toBe(0)
  expect(readFileSync(path, 'utf8')).toBe(before)
})

test('two processes that both find no key end with the same one', async () => {
  const fresh = join(folder, 'twice')
  const made = await Promise.all([testCredentials(fresh, unit), testCredentials(fresh, unit)])

  expect(made[0]?.certificates[0]?.equals(made[1]?.certificates[0] ?? Buffer.alloc(0))).toBe(true)
})

test('in production a unit without a certificate cannot sign, and is told what to do', async () => {
  const signer = openSigner({ isProduction: true, dataDir: folder, signingDir: folder })

  await expect(signer.sign(await unsigned(), by)).rejects.toThrow(
    /Công an xã Toàn Lưu chưa có chứng thư số.*18634\.p12/,
  )
})

/** A PKCS #12 file as an authority gives it out, from the keys of a test. */
async function writeP12(where: string, passphrase: string) {
  const { key, certificates } = await testCredentials(join(folder, 'p12-source'), unit)
  const pem = key.export({ format: 'pem', type: 'pkcs1' }).toString()
  const chain = certificates.map((der) => forge.pki.certificateFromAsn1(forge.asn1.fromDer(der.toString('binary'))))
  const p12 = forge.pkcs12.toPkcs12Asn1(forge.pki.privateKeyFromPem(pem), chain, passphrase, { algorithm: 'aes256' })
  writeFileSync(where, Buffer.from(forge.asn1.toDer(p12).getBytes(), 'binary'))
}

test.skipIf(!hasPdfsig)('production signs with the unit’s own PKCS #12', async () => {
  const signingDir = mkdtempSync(join(folder, 'units-'))
  await writeP12(join(signingDir, '18634.p12'), 'mat khau')
  writeFileSync(join(signingDir, '18634.pass'), 'mat khau\n')
  const signer = openSigner({ isProduction: true, dataDir: folder, signingDir })

  expect(pdfsig(await signer.sign(await unsigned(), by))).toContain('Signature is Valid')
})

test('a wrong passphrase and an expired certificate are told apart', async () => {
  const signingDir = mkdtempSync(join(folder, 'units-'))
  await writeP12(join(signingDir, '18634.p12'), 'mat khau')
  const signer = openSigner({ isProduction: true, dataDir: folder, signingDir })
  await expect(signer.sign(await unsigned(), by)).rejects.toThrow(/mật khẩu trong 18634\.pass sai/)

  writeFileSync(join(signingDir, '18634.pass'), 'mat khau')
  await expect(signer.sign(await unsigned(), { ...by, at: new Date('2100-06-01T00:00:00Z') })).rejects.toThrow(
    /hết hạn ngày/,
  )
})

test.skipIf(spawnSync('openssl', ['version']).status !== 0)(
  'the test authority stands behind its certificates',
  async () => {
    const { certificates } = await testCredentials(join(folder, 'chain'), unit)
    const [own, authority] = certificates.map(
      (der) =>
        `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replace(/(.{64})/g, '$1\n')}\n-----END CERTIFICATE-----\n`,
    )
    writeFileSync(join(folder, 'own.crt'), own ?? '')
    writeFileSync(join(folder, 'authority.crt'), authority ?? '')

    expect(
      execFileSync('openssl', ['verify', '-CAfile', join(folder, 'authority.crt'), join(folder, 'own.crt')], {
        encoding: 'utf8',
      }),
    ).toContain('OK')
  },
)
