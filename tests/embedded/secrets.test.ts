import { createPrivateKey, sign, verify } from 'node:crypto'
import { chmod, readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadOrCreateSecrets } from '#server/embedded/secrets.ts'
import { emptyFolder } from './desk-folder.ts'

test('secrets are made once and read again', async () => {
  await using folder = await emptyFolder()
  const first = await loadOrCreateSecrets(folder.path)

  expect(await loadOrCreateSecrets(folder.path)).toEqual(first)
  expect(new Set(Object.values(first).map((value) => JSON.stringify(value))).size).toBe(Object.keys(first).length)
})

test('of many first starts at once all get the same secrets, and no half-written file is left', async () => {
  await using folder = await emptyFolder()
  const all = await Promise.all(Array.from({ length: 20 }, () => loadOrCreateSecrets(folder.path)))

  expect(new Set(all.map((secrets) => JSON.stringify(secrets))).size).toBe(1)
  expect(await readdir(folder.path)).toEqual(['secrets.json'])
})

test('two desks have nothing secret in common', async () => {
  await using here = await emptyFolder()
  await using there = await emptyFolder()
  const [one, other] = [await loadOrCreateSecrets(here.path), await loadOrCreateSecrets(there.path)]

  for (const name of Object.keys(one) as (keyof typeof one)[]) expect(one[name]).not.toEqual(other[name])
})

test('the keys are what the desk needs: 32 bytes each, and an Ed25519 pair that signs', async () => {
  await using folder = await emptyFolder()
  const { fieldEncryption, blindIndex, hmac, receiptSigning } = await loadOrCreateSecrets(folder.path)

  for (const key of [fieldEncryption, blindIndex, hmac]) expect(Buffer.from(key, 'base64')).toHaveLength(32)
  const receipt = Buffer.from('biên nhận')
  const privateKey = createPrivateKey({ key: receiptSigning, format: 'jwk' })
  expect(
    verify(null, receipt, { key: { ...receiptSigning, d: undefined }, format: 'jwk' }, sign(null, receipt, privateKey)),
  ).toBe(true)
})

test('a file that others may read is closed to them', async () => {
  await using folder = await emptyFolder()
  await loadOrCreateSecrets(folder.path)
  const path = join(folder.path, 'secrets.json')
  await chmod(path, 0o644)

  await loadOrCreateSecrets(folder.path)

  expect((await stat(path)).mode & 0o777).toBe(0o600)
})

test('a damaged file is an error, and never replaced by other secrets', async () => {
  await using folder = await emptyFolder()
  await writeFile(join(folder.path, 'secrets.json'), '{ "superuser": "short" }')

  await expect(loadOrCreateSecrets(folder.path)).rejects.toThrow('damaged')
})
