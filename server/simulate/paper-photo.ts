import sharp from 'sharp'
import type { Random } from './random.ts'

const width = 420
const height = 594

/**
 * A photo of a paper with nothing on it to read: a heading, lines of words, a red stamp and a blue signature.
 *
 * Drawn pixel by pixel, because a desk in the same process loads no drawing formats. Each is another picture, so that
 * no two papers have one hash.
 */
export function paperPhoto(random: Random): Promise<Buffer> {
  const pixels = Buffer.alloc(width * height * 3, random.int(226, 246))
  drawText(pixels, random)
  drawStamp(pixels, { x: random.int(250, 330), y: random.int(440, 500) })
  drawSignature(pixels, random)

  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 70 })
    .toBuffer()
}

type Colour = readonly [red: number, green: number, blue: number]
const ink: Colour = [52, 52, 58]
const red: Colour = [196, 40, 44]
const blue: Colour = [38, 62, 150]

function drawText(pixels: Buffer, random: Random) {
  bar(pixels, { x: 130, y: 40, wide: 160, high: 7 })
  bar(pixels, { x: 165, y: 56, wide: 90, high: 5 })
  for (let y = 96; y < 420; y += 18) {
    const end = random.int(250, 372)
    for (let x = 48; x < end; ) {
      const wide = random.int(9, 34)
      bar(pixels, { x, y: y + random.int(0, 1), wide, high: 4 })
      x += wide + 6
    }
  }
}

function bar(pixels: Buffer, { x, y, wide, high }: { x: number; y: number; wide: number; high: number }) {
  for (let row = y; row < y + high; row += 1)
    for (let column = x; column < x + wide; column += 1) dot(pixels, column, row, ink)
}

/** Two rings, as a stamp's. */
function drawStamp(pixels: Buffer, { x, y }: { x: number; y: number }) {
  for (let angle = 0; angle < 720; angle += 1) {
    const turn = (angle * Math.PI) / 360
    for (const radius of [30, 42, 43, 44]) dot(pixels, x + radius * Math.cos(turn), y + radius * Math.sin(turn), red)
  }
}

function drawSignature(pixels: Buffer, random: Random) {
  const [y, swing, speed] = [random.int(460, 500), random.int(8, 18), random.int(9, 15)]
  for (let step = 0; step < 1200; step += 1) {
    const x = 70 + step / 10
    const at = y + swing * Math.sin(step / (speed * 4)) * Math.cos(step / 90)
    dot(pixels, x, at, blue)
    dot(pixels, x, at + 1, blue)
  }
}

function dot(pixels: Buffer, x: number, y: number, [r, g, b]: Colour) {
  const [column, row] = [Math.round(x), Math.round(y)]
  if (column < 0 || column >= width || row < 0 || row >= height) return
  pixels.set([r, g, b], (row * width + column) * 3)
}
