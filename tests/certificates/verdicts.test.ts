import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { signCertificate } from '#server/certificates/issue-certificate.ts'
import { publicKeys, signingKey } from '#server/certificates/signing-key.ts'
import { codeIn } from '#shared/certificates/certificate-code.ts'
import { judgeCertificate } from '#shared/certificates/judge-certificate.ts'
import { verdicts } from '#shared/certificates/schemas.ts'
import { lastDayOf } from '#shared/certificates/validity.ts'
import { verdictWords } from '#shared/certificates/verdict-words.ts'
import { certificateSample, settings } from './samples.ts'

const newDesk = (retiredKeys: readonly string[] = []) => ({
  keys: { field: randomBytes(32), index: randomBytes(32), hmac: randomBytes(32), receipt: randomBytes(32) },
  config: settings(retiredKeys),
})

test('forged, altered, revoked, expired and old-key codes are told apart, without asking anybody', async () => {
  const before = newDesk()
  const desk = newDesk([signingKey(before.keys).x])
  const known = publicKeys(desk.keys, desk.config)
  const judge = async (code: string, today = '2026-11-25', ids: string[] = []) =>
    (await judgeCertificate(code, { keys: known, revoked: { ids }, today })).verdict
  const issued = await signCertificate(desk, certificateSample)
  const old = await signCertificate(before, certificateSample)
  const stranger = await signCertificate(newDesk(), certificateSample)
  const code = issued?.token ?? ''
  const [head, , signature] = code.split('.')
  const changed = Buffer.from(code.split('.')[1] ?? '', 'base64url')
    .toString()
    .replace('12/2026', '13/2026')

  expect(await judge(code)).toBe('valid')
  expect(await judge(code, '2027-11-24')).toBe('valid')
  expect(await judge(code, '2027-11-25')).toBe('expired')
  expect(await judge(code, '2026-11-25', [issued?.certificate.id ?? ''])).toBe('revoked')
  expect(await judge(`${head}.${Buffer.from(changed).toString('base64url')}.${signature}`)).toBe('altered')
  expect(await judge(stranger?.token ?? '')).toBe('forged')
  expect(await judge(old?.token ?? '')).toBe('old_key')
  expect(await judge('https://example.vn/')).toBe('unreadable')
})

test('every verdict has plain words in both languages', () => {
  for (const verdict of verdicts) {
    const { title, advice } = verdictWords[verdict]
    for (const text of [title.vi, title.en, advice.vi, advice.en]) expect(text).not.toBe('')
  }
})

test('a form that certifies nothing has no code', async () => {
  expect(await signCertificate(newDesk(), { ...certificateSample, form: 'CT06' })).toBeUndefined()
})

test('a confirmation is valid for a year to the day; one of 29 February until the 28th', () => {
  expect(lastDayOf('CT07', '2026-11-24')).toBe('2027-11-24')
  expect(lastDayOf('CT07', '2028-02-29')).toBe('2029-02-28')
  expect(lastDayOf('CT08', '2026-11-24')).toBeNull()
})

test('a scanned address and a code broken over lines are read alike', () => {
  expect(codeIn('https://quay.hatinh.gov.vn/kt#abc.def.ghi')).toBe('abc.def.ghi')
  expect(codeIn(' abc.de\nf.ghi ')).toBe('abc.def.ghi')
})
