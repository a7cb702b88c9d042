/** A picture in shades from 0 to 255, row by row. */
export interface Lightness {
  values: Float32Array
  width: number
  height: number
}

export function meanBrightness({ values }: Lightness): number {
  let sum = 0
  for (const value of values) sum += value

  return values.length === 0 ? 255 : sum / values.length
}

/**
 * How much neighbours differ: the variance of the Laplacian. A page in focus is full of edges; out of focus, or shaken,
 * they are smeared. An empty page has no edges either, so this is a hint to look again and never a refusal.
 */
export function sharpness({ values, width, height }: Lightness): number {
  let count = 0
  let sum = 0
  let squares = 0
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x
      const edge =
        (values[at - 1] ?? 0) +
        (values[at + 1] ?? 0) +
        (values[at - width] ?? 0) +
        (values[at + width] ?? 0) -
        4 * (values[at] ?? 0)
      count += 1
      sum += edge
      squares += edge * edge
    }
  }

  return count === 0 ? 0 : squares / count - (sum / count) ** 2
}
