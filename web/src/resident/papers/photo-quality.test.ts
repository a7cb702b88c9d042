import sharp from 'sharp'
import { expect, test } from 'vitest'
import { type Lightness, meanBrightness, sharpness } from './photo-quality.ts'

/** A printed page as a phone sees it, by its blur in pixels and its light. */
async function page({ blur = 0, light = 1 } = {}): Promise<Lightness> {
  const lines = Array.from(
    { length: 24 },
    (_, line) =>
      `<text x="40" y="${60 + line * 30}" font-size="17" font-family="serif">Cộng hòa xã hội chủ nghĩa Việt Nam, dòng ${line}</text>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="800"><rect width="600" height="800" fill="#f4f1ea"/>${lines.join('')}</svg>`
  const picture = sharp(Buffer.from(svg)).removeAlpha().linear(light, 0)
  const { data, info } = await (blur > 0 ? picture.blur(blur) : picture)
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })

  return { values: Float32Array.from(data), width: info.width, height: info.height }
}

test('a page in focus is told from one out of focus, by the limit that the form uses', async () => {
  expect(sharpness(await page())).toBeGreaterThan(200)
  expect(sharpness(await page({ blur: 4 }))).toBeLessThan(40)
})

test('a dark page is told from a bright one', async () => {
  expect(meanBrightness(await page())).toBeGreaterThan(150)
  expect(meanBrightness(await page({ light: 0.2 }))).toBeLessThan(70)
})

test('an empty or tiny picture is judged without a fault', () => {
  expect(sharpness({ values: new Float32Array(), width: 0, height: 0 })).toBe(0)
  expect(meanBrightness({ values: new Float32Array(), width: 0, height: 0 })).toBe(255)
})
