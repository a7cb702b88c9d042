import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { isComplete } from './is-complete.ts'

const picture = () =>
  sharp({
    create: {
      width: 640,
      height: 480,
      channels: 3,
      background: '#336',
      noise: { type: 'gaussian', mean: 120, sigma: 40 },
    },
  })

describe('a file without its end is noticed', async () => {
  const files = [
    ['image/jpeg', await picture().jpeg().toBuffer()],
    ['image/jpeg', await picture().jpeg({ progressive: true }).toBuffer()],
    ['image/png', await picture().png().toBuffer()],
    ['image/webp', await picture().webp().toBuffer()],
  ] as const

  test.each(files)('%s', (type, bytes) => {
    expect(isComplete(type, bytes)).toBe(true)
    for (const share of [0.999, 0.9, 0.5, 0.01]) {
      expect(isComplete(type, bytes.subarray(0, Math.floor(bytes.length * share)))).toBe(false)
    }
  })

  test.each(files)('%s with something appended is still whole', (type, bytes) => {
    expect(isComplete(type, Buffer.concat([bytes, Buffer.alloc(100_000, 7)]))).toBe(true)
  })
})

test('the end of the thumbnail inside the metadata is not the end of the photo', async () => {
  const thumbnail = await sharp({ create: { width: 32, height: 32, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer()
  const photo = await picture().jpeg().toBuffer()
  const length = Buffer.alloc(2)
  length.writeUInt16BE(thumbnail.length + 2)
  const withThumbnail = Buffer.concat([
    photo.subarray(0, 2),
    Buffer.of(0xff, 0xe1),
    length,
    thumbnail,
    photo.subarray(2),
  ])

  expect(isComplete('image/jpeg', withThumbnail)).toBe(true)
  expect(isComplete('image/jpeg', withThumbnail.subarray(0, withThumbnail.length - 200))).toBe(false)
})

test('a PDF ends with its mark within the last thousand bytes', () => {
  expect(isComplete('application/pdf', Buffer.from('%PDF-1.4\n…\n%%EOF\r\n'))).toBe(true)
  expect(isComplete('application/pdf', Buffer.from(`%PDF-1.4\n%%EOF\n${'x'.repeat(2_000)}`))).toBe(false)
})
