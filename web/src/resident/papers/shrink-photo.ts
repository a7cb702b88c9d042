import { type Lightness, meanBrightness, sharpness } from './photo-quality.ts'

/** Sharp enough to read the small print of a certificate, small enough for a village's mobile network. */
const longestSide = 2_000
const quality = 0.85

/** Below this mean brightness (0 to 255) a photographed page is hard to read. */
const darkBelow = 70
/** Below this variance of the Laplacian letters run into each other; a page in focus has several hundred. */
const blurredBelow = 40

export interface ReadyFile {
  blob: Blob
  name: string
  /** A hint to take it again; never a refusal. */
  isDark: boolean
  /** Likewise. */
  isBlurred: boolean
}

/**
 * A photo as a JPEG of at most 2,000 px, turned upright and without the place where it was taken. A PDF, and a
 * picture that this browser cannot read, go as they are: the server decides by content.
 */
export async function shrinkPhoto(file: File): Promise<ReadyFile> {
  const asItIs = { blob: file, name: file.name || 'tep', isDark: false, isBlurred: false }
  if (!file.type.startsWith('image/')) return asItIs
  const picture = await decode(file).catch(() => undefined)
  if (!picture) return asItIs

  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const context = canvas.getContext('2d')
  if (!context) return asItIs
  // A transparent picture of a paper lies on white, as the paper does.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(picture.source, 0, 0, canvas.width, canvas.height)
  picture.close()
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality))
  const light = lightnessOf(canvas)
  const isDark = light !== undefined && meanBrightness(light) < darkBelow
  const isBlurred = light !== undefined && !isDark && sharpness(light) < blurredBelow
  canvas.width = 0

  return blob ? { blob, name: `${file.name.replace(/\.\w+$/, '') || 'anh'}.jpg`, isDark, isBlurred } : asItIs
}

/** The same photo a quarter turn to the right; undefined when this browser cannot read it. */
export async function rotatedPhoto(photo: Blob): Promise<File | undefined> {
  const picture = await decode(photo).catch(() => undefined)
  const canvas = document.createElement('canvas')
  const context = canvas.getContext('2d')
  if (!picture || !context) return undefined
  canvas.width = picture.height
  canvas.height = picture.width
  context.translate(canvas.width, 0)
  context.rotate(Math.PI / 2)
  context.drawImage(picture.source, 0, 0)
  picture.close()
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality))
  canvas.width = 0

  return blob ? new File([blob], 'anh.jpg', { type: 'image/jpeg' }) : undefined
}

interface Picture {
  source: CanvasImageSource
  width: number
  height: number
  close(): void
}

/** Safari 14 has no `createImageBitmap`; an `<img>` honours the camera's orientation as well. */
async function decode(file: Blob): Promise<Picture> {
  if ('createImageBitmap' in window) {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })

    return { source: bitmap, width: bitmap.width, height: bitmap.height, close: () => bitmap.close() }
  }
  const address = URL.createObjectURL(file)
  const image = new Image()
  image.src = address
  await image.decode().catch((error: unknown) => {
    URL.revokeObjectURL(address)
    throw error
  })

  return {
    source: image,
    width: image.naturalWidth,
    height: image.naturalHeight,
    close: () => URL.revokeObjectURL(address),
  }
}

/** The picture in shades, small enough to be judged in an instant and large enough for its letters to count. */
function lightnessOf(canvas: HTMLCanvasElement): Lightness | undefined {
  const scale = Math.min(1, judgedSide / Math.max(canvas.width, canvas.height))
  const small = document.createElement('canvas')
  small.width = Math.max(3, Math.round(canvas.width * scale))
  small.height = Math.max(3, Math.round(canvas.height * scale))
  const context = small.getContext('2d')
  if (!context) return undefined
  context.drawImage(canvas, 0, 0, small.width, small.height)
  const { data } = context.getImageData(0, 0, small.width, small.height)
  const values = new Float32Array(small.width * small.height)
  for (let at = 0; at < values.length; at += 1)
    values[at] = 0.299 * (data[at * 4] ?? 0) + 0.587 * (data[at * 4 + 1] ?? 0) + 0.114 * (data[at * 4 + 2] ?? 0)

  return { values, width: small.width, height: small.height }
}

/** Longest side of what is judged, in pixels. */
const judgedSide = 800
