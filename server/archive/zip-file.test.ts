import { expect, test } from 'vitest'
import { BrokenZip, readZip, writeZip } from './zip-file.ts'

const at = new Date('2026-11-24T02:00:00Z')
const files = [
  { path: 'manifest.json', bytes: Buffer.from('{}') },
  { path: 'papers/01-hop-dong.jpg', bytes: Buffer.alloc(1_000, 7) },
  { path: 'empty', bytes: Buffer.alloc(0) },
]

test('what is packed comes out as it was, and the same files make the same package', () => {
  expect(readZip(writeZip(files, at))).toEqual(files)
  expect(writeZip(files, at).equals(writeZip(files, at))).toBe(true)
})

test('each single bit of a package counts', () => {
  const zip = writeZip(files.slice(0, 1), at)
  for (let bit = 0; bit < zip.length * 8; bit += 1) {
    const altered = Buffer.from(zip)
    altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    let read: unknown
    try {
      read = readZip(altered)
    } catch (error) {
      expect(error).toBeInstanceOf(BrokenZip)
    }
    expect(read, `bit ${bit}`).toBeUndefined()
  }
})

test('other ZIP files, and what is cut off, are refused', () => {
  const zip = writeZip(files, at)
  for (const other of [Buffer.from('PK'), zip.subarray(0, -1), Buffer.concat([zip, Buffer.from('x')])])
    expect(() => readZip(other)).toThrow(BrokenZip)
})
