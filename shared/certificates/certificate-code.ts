import * as z from 'zod/mini'
import { type Certificate, certificateForms } from './schemas.ts'

/** The payload of a certificate's code: without names, so that the printed code stays small. */
const payload = z.tuple([
  z.string(),
  z.enum(certificateForms),
  z.string(),
  z.string(),
  z.string(),
  z.iso.date(),
  z.union([z.iso.date(), z.literal('')]),
  z.string(),
])

export const toPayload = (c: Certificate): z.infer<typeof payload> => [
  c.id,
  c.form,
  c.number,
  c.unitCode,
  c.code,
  c.issuedOn,
  c.expiresOn ?? '',
  c.holder,
]

/** The certificate of a payload whose signature held; anything else is none. */
export function fromPayload(value: unknown): Certificate | undefined {
  const parsed = payload.safeParse(value)
  if (!parsed.success) return undefined
  const [id, form, number, unitCode, code, issuedOn, expiresOn, holder] = parsed.data

  return { id, form, number, unitCode, code, issuedOn, expiresOn: expiresOn || null, holder }
}

/**
 * Whom a certificate is for, in as little as tells a swapped code from the right one: the initials without marks and
 * the last three digits of the identity number. `Nguyễn Thị Hường`, `038190012345` is `NTH·345`.
 */
export function holderMark(name: string, identity: string | undefined): string {
  const initials = name
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'D')
    .split(/\s+/)
    .map((word) => word.slice(0, 1).toUpperCase())
    .join('')

  return identity ? `${initials}·${identity.slice(-3)}` : initials
}

/** The code in what was scanned or pasted: an address of the page `/kt`, or the code alone. */
export function codeIn(scanned: string): string {
  const text = scanned.replace(/\s+/g, '')

  return text.includes('#') ? text.slice(text.indexOf('#') + 1) : text
}
