import { createHash, sign } from 'node:crypto'
import forge from 'node-forge'
import type { Credentials } from './credentials.ts'

const { asn1 } = forge
const { Class, Type } = asn1

const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsaEncryption: '1.2.840.113549.1.1.1',
} as const

/**
 * A detached CMS signature of `content` (RFC 5652), as PAdES baseline B wants it (ETSI EN 319 142-1, 6.3): SHA-256,
 * RSA, all certificates, and among what is signed the hash of the signer's own certificate (signing-certificate-v2,
 * RFC 5035). Without a time: in a PDF that stands in the signature's dictionary.
 *
 * node-forge's own `pkcs7` knows no attribute but three, so its ASN.1 is used and nothing above it.
 */
export function cmsSignature(content: Buffer, { key, certificates }: Credentials): Buffer {
  const [own] = certificates
  if (!own) throw new Error('credentials without a certificate')
  const attributes = [
    attribute(oids.contentType, oid(oids.data)),
    attribute(oids.messageDigest, octets(hash(content))),
    // ESSCertIDv2 without its algorithm, which is SHA-256 where it is absent.
    attribute(oids.signingCertificateV2, sequence(sequence(sequence(octets(hash(own)))))),
  ]
  // The same attributes are signed as a SET and stored under a tag (RFC 5652, 5.4).
  const signature = sign('RSA-SHA256', toDer(setOf(attributes)), key)
  const signerInfo = sequence(
    integer(1),
    issuerAndSerialNumber(own),
    algorithm(oids.sha256),
    tagged(0, inOrder(attributes)),
    algorithm(oids.rsaEncryption),
    octets(signature),
  )

  return toDer(
    sequence(
      oid(oids.signedData),
      tagged(0, [
        sequence(
          integer(1),
          setOf([algorithm(oids.sha256)]),
          sequence(oid(oids.data)),
          tagged(0, certificates.map(fromDer)),
          setOf([signerInfo]),
        ),
      ]),
    ),
  )
}

const hash = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest()

const toDer = (value: forge.asn1.Asn1): Buffer => Buffer.from(asn1.toDer(value).getBytes(), 'binary')
const fromDer = (der: Buffer): forge.asn1.Asn1 => asn1.fromDer(der.toString('binary'))

const sequence = (...values: forge.asn1.Asn1[]) => asn1.create(Class.UNIVERSAL, Type.SEQUENCE, true, values)
const tagged = (tag: number, values: forge.asn1.Asn1[]) => asn1.create(Class.CONTEXT_SPECIFIC, tag, true, values)
const octets = (bytes: Buffer) => asn1.create(Class.UNIVERSAL, Type.OCTETSTRING, false, bytes.toString('binary'))
const oid = (id: string) => asn1.create(Class.UNIVERSAL, Type.OID, false, asn1.oidToDer(id).getBytes())
const integer = (value: number) =>
  asn1.create(Class.UNIVERSAL, Type.INTEGER, false, asn1.integerToDer(value).getBytes())
const algorithm = (id: string) => sequence(oid(id), asn1.create(Class.UNIVERSAL, Type.NULL, false, ''))
const setOf = (values: forge.asn1.Asn1[]) => asn1.create(Class.UNIVERSAL, Type.SET, true, inOrder(values))
const attribute = (id: string, value: forge.asn1.Asn1) => sequence(oid(id), setOf([value]))

/** DER writes the elements of a SET OF in the order of their bytes (X.690, 11.6). */
const inOrder = (values: forge.asn1.Asn1[]) => [...values].sort((a, b) => Buffer.compare(toDer(a), toDer(b)))

/** Which certificate, in the very bytes that stand in it. */
function issuerAndSerialNumber(certificate: Buffer): forge.asn1.Asn1 {
  const [toBeSigned] = fromDer(certificate).value as forge.asn1.Asn1[]
  const [, serialNumber, , issuer] = (toBeSigned?.value ?? []) as forge.asn1.Asn1[]
  if (!serialNumber || !issuer) throw new Error('this is no certificate of version 3')

  return sequence(issuer, serialNumber)
}
