import sharp from 'sharp'
import { expect, test } from 'vitest'
import { cleanImage, type ImageType } from './clean-image.ts'

const photo = () => sharp({ create: { width: 400, height: 200, channels: 3, background: '#285' } })
const cleaned = async (bytes: Buffer, type: ImageType) => {
  const result = await cleanImage(bytes, type)
  if (!('bytes' in result)) throw new Error(`refused: ${result.refusal}`)

  return result.bytes
}

test.each([
  ['jpeg', 'image/jpeg'],
  ['png', 'image/png'],
  ['webp', 'image/webp'],
] as const)('a %s keeps its kind and size and loses everything that is not a pixel', async (format, type) => {
  const original = await photo()
    .withExif({ IFD0: { Make: 'Canary-Phone' }, IFD3: { GPSLatitude: '18/1 20/1 0/1' } })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">Canary-Xmp</x:xmpmeta>')
    .toFormat(format)
    .toBuffer()
  expect(original.includes('Canary-Phone')).toBe(true)

  const bytes = await cleaned(Buffer.concat([original, Buffer.from('<script>canary()</script>')]), type)

  const found = await sharp(bytes).metadata()
  expect(found).toMatchObject({ format, width: 400, height: 200 })
  expect([found.exif, found.xmp, found.icc]).toEqual([undefined, undefined, undefined])
  expect(bytes.includes('anary')).toBe(false)
})

test('a photo that the camera took lying is turned upright', async () => {
  const lying = await photo().withMetadata({ orientation: 6 }).jpeg().toBuffer()

  const found = await sharp(await cleaned(lying, 'image/jpeg')).metadata()
  expect(found).toMatchObject({ width: 200, height: 400 })
  expect(found.orientation).toBeUndefined()
})

test('a small file that unfolds into a huge picture is refused', async () => {
  const bomb = await sharp({ create: { width: 8_000, height: 8_000, channels: 3, background: 'white' } })
    .png()
    .toBuffer()

  expect(bomb.length).toBeLessThan(1_000_000)
  expect(await cleanImage(bomb, 'image/png')).toEqual({ refusal: 'too_many_pixels' })
})

test('a picture that does not decode is refused', async () => {
  const bytes = await photo().png().toBuffer()

  expect(await cleanImage(bytes.fill(0, 60, 90), 'image/png')).toEqual({ refusal: 'undecodable' })
  expect(await cleanImage(Buffer.from('\xff\xd8\xff not a picture', 'latin1'), 'image/jpeg')).toEqual({
    refusal: 'undecodable',
  })
})

test('no other loader is reached, whatever the file says it is', async () => {
  const gif = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64')
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>',
  )

  for (const other of [gif, svg]) expect(await cleanImage(other, 'image/png')).toEqual({ refusal: 'undecodable' })
})
