import { execFileSync, spawnSync } from 'node:child_process'

/** Poppler reads back what was printed. Without it these tests are skipped, loudly; on CI nothing may be skipped. */
export const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0 && spawnSync('pdftoppm', ['-v']).status === 0
if (!hasPoppler) {
  if (process.env.CI) throw new Error('CI has no poppler-utils: install it (.ci/run does)')
  process.stderr.write('\n*** poppler-utils is missing: the texts of the documents are NOT checked ***\n')
}

/** The pages as texts, each with its white space folded to single spaces. */
export function pagesOf(pdf: Buffer): string[] {
  const text = execFileSync('pdftotext', ['-enc', 'UTF-8', '-', '-'], { input: pdf, encoding: 'utf8' })

  return text
    .split('\f')
    .slice(0, -1)
    .map((page) => page.replace(/\s+/g, ' ').normalize('NFC').trim())
}

export const textOf = (pdf: Buffer): string => pagesOf(pdf).join(' ')

/** How far to the right any word reaches, in points. */
export function rightEdgeOf(pdf: Buffer): number {
  const boxes = execFileSync('pdftotext', ['-bbox', '-', '-'], { input: pdf, encoding: 'utf8' })

  return Math.max(...[...boxes.matchAll(/xMax="([\d.]+)"/g)].map(([, edge]) => Number(edge)))
}

/** The first page as a picture. */
export const pictureOf = (pdf: Buffer): Buffer =>
  execFileSync('pdftoppm', ['-png', '-r', '150', '-singlefile', '-'], { input: pdf, maxBuffer: 64 * 1024 * 1024 })
