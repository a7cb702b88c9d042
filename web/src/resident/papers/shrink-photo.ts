/** Sharp enough to read the small print of a certificate, small enough for a village's mobile network. */
const longestSide = 2_000
const quality = 0.85

/** Below this mean brightness (0 to 255) a photographed page is hard to read. */
const darkBelow = 70

export interface ReadyFile {
  blob: Blob
  name: string
  /** A hint to take it again; never a refusal. */
  isDark: boolean
}

/**
 * A photo as a JPEG of at most 2,000 px, turned upright and without the place where it was taken. A PDF, and a
 * picture that this browser cannot read, go as they are: the server decides by content.
 */
export async function shrinkPhoto(file: File): Promise<ReadyFile> {
  const asItIs = { blob: file, name: file.name || 'tep', isDark: false }
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
  const isDark = meanBrightness(canvas) < darkBelow
  canvas.width = 0

  return blob ? { blob, name: `${file.name.replace(/\.\w+$/, '') || 'anh'}.jpg`, isDark } : asItIs
}

interface Picture {
  source: CanvasImageSource
  width: number
  height: number
  close(): void
}

/** Safari 14 has no `createImageBitmap`; an `<img>` honours the camera's orientation as well. */
async function decode(file: File): Promise<Picture> {
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

function meanBrightness(canvas: HTMLCanvasElement): number {
  const small = document.createElement('canvas')
  small.width = 24
  small.height = 24
  const context = small.getContext('2d')
  if (!context) return 255
  context.drawImage(canvas, 0, 0, small.width, small.height)
  const { data } = context.getImageData(0, 0, small.width, small.height)
  let sum = 0
  for (let at = 0; at < data.length; at += 4)
    sum += 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0)

  return sum / (data.length / 4)
}
