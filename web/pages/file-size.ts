/** `420 kB`, `1,3 MB`: with the comma of Vietnamese, in powers of 1,000 as phones show it. */
export function fileSize(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1_000))} kB`

  return `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`
}
