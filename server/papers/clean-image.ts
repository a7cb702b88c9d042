import sharp, { type Sharp } from 'sharp'
import type { PaperType } from '#shared/papers/schemas.ts'

export type ImageType = Exclude<PaperType, 'application/pdf'>
export type ImageRefusal = 'too_many_pixels' | 'undecodable'

/** A phone's ordinary photo has 12 to 24 million; decoding takes four bytes each. */
export const pixelLimit = 40_000_000

const secondsLimit = 20

// For the whole process: no loader but these three is ever reached, whatever a file says it is, and one picture at a
// time on one core, so that people's requests keep the other.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'] })
sharp.concurrency(1)
sharp.cache(false)

/**
 * Decodes a picture and encodes its pixels anew, in its own kind: turned as its camera said, in sRGB, and without
 * anything else that the file carried (place, device, thumbnail, trailing film, a page of HTML).
 *
 * Of an animation the first picture stays.
 */
export async function cleanImage(
  bytes: Buffer,
  type: ImageType,
): Promise<{ bytes: Buffer } | { refusal: ImageRefusal }> {
  const image = sharp(bytes, { limitInputPixels: pixelLimit, failOn: 'error', autoOrient: true }).timeout({
    seconds: secondsLimit,
  })
  try {
    return { bytes: await encoders[type](image).toBuffer() }
  } catch (error) {
    return { refusal: /pixel limit/i.test((error as Error).message) ? 'too_many_pixels' : 'undecodable' }
  }
}

/** Letters stay sharp at these; stamps and signatures are red and blue lines, hence no subsampling of colour. */
const encoders: Readonly<Record<ImageType, (image: Sharp) => Sharp>> = {
  'image/jpeg': (image) => image.jpeg({ quality: 86, chromaSubsampling: '4:4:4' }),
  'image/png': (image) => image.png({ compressionLevel: 6 }),
  'image/webp': (image) => image.webp({ quality: 86 }),
}
