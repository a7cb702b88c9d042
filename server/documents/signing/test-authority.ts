import { generateKeyPair, randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import forge from 'node-forge'
import type { SignedBy } from '../../platform/signer.ts'
import { type Credentials, credentialsOf } from './credentials.ts'

/** Stands in every certificate that this authority issues: nobody may take one for a real one. */
export const testMark = 'CHỨNG THƯ THỬ NGHIỆM'

const generate = promisify(generateKeyPair)
/** The demonstration's clock may be moved by years; these certificates hold wherever it stands. */
const validity = { from: new Date('2025-01-01T00:00:00Z'), until: new Date('2099-12-31T00:00:00Z') }

interface Pair {
  keyPem: string
  certificate: forge.pki.Certificate
}

/**
 * The certificates of a demonstration: an authority of the desk's own, and one certificate for each unit, made the
 * first time that the unit signs and kept for ever in `folder`, readable by the desk's own user alone.
 */
export async function testCredentials(folder: string, unit: SignedBy['unit']): Promise<Credentials> {
  const authority = await kept(folder, 'authority', () => newPair(authorityName))
  const own = await kept(folder, `unit-${unit.code}`, () => newPair(`${testMark} - ${unit.name}`, authority))

  return credentialsOf(own.keyPem, [own.certificate, authority.certificate])
}

const authorityName = `${testMark} - Quầy, không có giá trị pháp lý`

async function newPair(commonName: string, issuer?: Pair): Promise<Pair> {
  const { privateKey, publicKey } = await generate('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey)
  // The first bit is clear, because serial numbers are positive.
  certificate.serialNumber = `01${randomBytes(12).toString('hex')}`
  certificate.validity.notBefore = validity.from
  certificate.validity.notAfter = validity.until
  const subject = nameOf(commonName)
  certificate.setSubject(subject)
  // Not read from the issuer's certificate: what forge reads it would encode a second time.
  certificate.setIssuer(issuer ? nameOf(authorityName) : subject)
  certificate.setExtensions(
    issuer
      ? [
          { name: 'basicConstraints', cA: false, critical: true },
          { name: 'keyUsage', digitalSignature: true, nonRepudiation: true, critical: true },
          // Signing documents, and nothing else.
          { name: 'extKeyUsage', emailProtection: true },
          { name: 'subjectKeyIdentifier' },
        ]
      : [
          { name: 'basicConstraints', cA: true, critical: true },
          { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
          { name: 'subjectKeyIdentifier' },
        ],
  )
  certificate.sign(forge.pki.privateKeyFromPem(issuer?.keyPem ?? privateKey), forge.md.sha256.create())

  return { keyPem: privateKey, certificate }
}

const nameOf = (commonName: string): forge.pki.CertificateField[] => [
  {
    name: 'commonName',
    value: commonName,
    valueTagClass: forge.asn1.Type.UTF8 as unknown as forge.asn1.Class,
  },
  { name: 'countryName', value: 'VN' },
]

/** Key and certificate from one file, made once: of two processes that both find none, one makes it and both read that. */
async function kept(folder: string, name: string, make: () => Promise<Pair>): Promise<Pair> {
  const path = join(folder, `${name}.pem`)
  const text = await readFile(path, 'utf8').catch(async (error) => {
    if (error.code !== 'ENOENT') throw error
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const { keyPem, certificate } = await make()
    await writeOnce(path, `${keyPem}${forge.pki.certificateToPem(certificate)}`)

    return readFile(path, 'utf8')
  })
  const certificateAt = text.indexOf('-----BEGIN CERTIFICATE-----')

  return { keyPem: text.slice(0, certificateAt), certificate: forge.pki.certificateFromPem(text.slice(certificateAt)) }
}

/** A hard link appears whole or not at all, and leaves alone what another process was first to make. */
async function writeOnce(path: string, text: string): Promise<void> {
  const half = `${path}.${randomBytes(6).toString('hex')}`
  const file = await open(half, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
    await link(half, path).catch((error) => {
      if (error.code !== 'EEXIST') throw error
    })
  } finally {
    await file.close()
    await rm(half, { force: true })
  }
}
