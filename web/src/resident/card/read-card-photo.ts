import { type CardData, readCardQr } from '#shared/identity-card/read-card-qr.ts'

/** The part of `BarcodeDetector` that is used here; browsers on Android have it, others get one for QR codes alone. */
interface Detector {
  detect(image: ImageBitmapSource): Promise<{ rawValue: string }[]>
}

/** Longest sides to try, in pixels: a code fills little of a 12-megapixel photo, or all of it. */
const sides = [1_600, 1_000, 2_400]

/**
 * Reads the code of an identity card from a photo, on this device; undefined when none is found. Nothing is sent.
 */
export async function readCardPhoto(photo: Blob): Promise<CardData | undefined> {
  const picture = await createImageBitmap(photo, { imageOrientation: 'from-image' })
  try {
    for (const detector of await detectors()) {
      for (const side of sides) {
        const found = await detector.detect(scaled(picture, side)).catch(() => [])
        const card = found.map(({ rawValue }) => readCardQr(rawValue)).find((data) => data !== undefined)
        if (card) return card
      }
    }
  } finally {
    picture.close()
  }

  return undefined
}

/** The browser's own first, which is faster; some builds have it without a single format. */
async function detectors(): Promise<Detector[]> {
  const { BarcodeDetector: own } = window as { BarcodeDetector?: new (options: { formats: string[] }) => Detector }
  const ownDetector = own ? attempt(() => new own({ formats: ['qr_code'] })) : undefined
  // Not part of the form's first load; without it, and without the browser's own, one types.
  const { BarcodeDetector } = await import('qr/decode.js')

  return [...(ownDetector ? [ownDetector] : []), new BarcodeDetector({ formats: ['qr_code'] })]
}

function attempt<T>(make: () => T): T | undefined {
  try {
    return make()
  } catch {
    return undefined
  }
}

function scaled(picture: ImageBitmap, side: number): HTMLCanvasElement {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)

  return canvas
}
