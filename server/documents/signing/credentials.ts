import { createPrivateKey, type KeyObject } from 'node:crypto'
import forge from 'node-forge'

/** A private key with the certificates that speak for it: the signer's own first, then those that issued it. */
export interface Credentials {
  key: KeyObject
  certificates: readonly Buffer[]
  subject: string
  validFrom: Date
  validUntil: Date
}

/** Puts a key in PEM and its certificates together. */
export function credentialsOf(keyPem: string, certificates: readonly forge.pki.Certificate[]): Credentials {
  const [own] = certificates
  if (!own) throw new Error('credentials without a certificate')

  return {
    key: createPrivateKey(keyPem),
    certificates: certificates.map(toDer),
    subject: forge.util.decodeUtf8(String(own.subject.getField('CN')?.value ?? '')),
    validFrom: own.validity.notBefore,
    validUntil: own.validity.notAfter,
  }
}

const toDer = (certificate: forge.pki.Certificate): Buffer =>
  Buffer.from(forge.asn1.toDer(forge.pki.certificateToAsn1(certificate)).getBytes(), 'binary')

/**
 * The key and the certificates of a PKCS #12 file, as an authority hands them out. Throws when the passphrase is
 * wrong, or no certificate in it belongs to its key. RSA only: node-forge reads no other keys.
 */
export function readPkcs12(file: Buffer, passphrase: string): Credentials {
  const p12 = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(file.toString('binary')), true, passphrase)
  const bagsOf = (type: string) => p12.getBags({ bagType: type })[type] ?? []
  const { pkcs8ShroudedKeyBag = '', keyBag = '', certBag = '' } = forge.pki.oids
  const key = [...bagsOf(pkcs8ShroudedKeyBag), ...bagsOf(keyBag)].flatMap((bag) => bag.key ?? [])[0]
  const certificates = bagsOf(certBag).flatMap((bag) => bag.cert ?? [])
  const own = certificates.find(
    ({ publicKey }) => key && (publicKey as forge.pki.rsa.PublicKey).n.equals((key as forge.pki.rsa.PrivateKey).n),
  )
  if (!key || !own) throw new Error('no certificate in the file belongs to its key')

  return credentialsOf(forge.pki.privateKeyToPem(key), [own, ...certificates.filter((each) => each !== own)])
}
