import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
prepareZXingModule({ overrides: { wasmBinary: (await readFile(wasm)).buffer as ArrayBuffer } })

/** Every page of a PDF as a picture, as an office printer would put it on paper. */
export function picturesOf(pdf: Buffer, dpi = 150): Buffer[] {
  const folder = mkdtempSync(join(tmpdir(), 'quay-pages-'))
  try {
    execFileSync('pdftoppm', ['-png', '-r', String(dpi), '-', join(folder, 'page')], { input: pdf })

    return readdirSync(folder)
      .sort()
      .map((name) => readFileSync(join(folder, name)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The texts of the QR codes on a picture. */
export async function codesOn(picture: Buffer): Promise<string[]> {
  const found = await readBarcodes(new Uint8Array(picture), { formats: ['QRCode'], tryHarder: true })

  return found.filter(({ isValid }) => isValid).map(({ text }) => text)
}

/** The part of a page that a telephone held over its code sees; nothing when the code is not on it. */
export async function aroundCode(picture: Buffer, text: string): Promise<Buffer | undefined> {
  const found = await readBarcodes(new Uint8Array(picture), { formats: ['QRCode'], tryHarder: true })
  const position = found.find((code) => code.text === text)?.position
  if (!position) return undefined
  const { topLeft, bottomRight } = position
  const { width = 0, height = 0 } = await sharp(picture).metadata()
  const margin = Math.round((bottomRight.x - topLeft.x) / 2)
  const left = Math.max(0, topLeft.x - margin)
  const top = Math.max(0, topLeft.y - margin)

  return sharp(picture)
    .extract({
      left,
      top,
      width: Math.min(width, bottomRight.x + margin) - left,
      height: Math.min(height, bottomRight.y + margin) - top,
    })
    .png()
    .toBuffer()
}

/** What a bad photograph does to a page: turned, out of focus, dim, grainy, and saved small. `random` gives 0 to 1. */
export async function photographed(picture: Buffer, random: () => number): Promise<Buffer> {
  const between = (from: number, to: number) => from + (to - from) * random()
  const scale = between(0.85, 1.15)
  const { width = 0 } = await sharp(picture).metadata()
  const turned = await sharp(picture)
    .resize({ width: Math.round(width * scale) })
    .rotate(between(-8, 8), { background: '#c9c4ba' })
    .blur(between(0.4, 0.9))
    .linear(between(0.6, 0.95), between(5, 45))
    .removeAlpha()
    .toBuffer({ resolveWithObject: true })
  const noise = await sharp({
    create: {
      width: turned.info.width,
      height: turned.info.height,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: between(8, 24) },
    },
  })
    .png()
    .toBuffer()
  return sharp(turned.data)
    .composite([{ input: noise, blend: 'soft-light' }])
    .jpeg({ quality: Math.round(between(45, 85)) })
    .toBuffer()
}

/** Numbers from 0 to 1 that are the same on every run. */
export function seeded(seed: number): () => number {
  let state = seed

  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296

    return state / 4_294_967_296
  }
}
