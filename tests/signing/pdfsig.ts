import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Poppler's own judge of signatures. Without it these tests are skipped, loudly; on CI nothing may be skipped. */
export const hasPdfsig = spawnSync('pdfsig', ['-v']).error === undefined
if (!hasPdfsig) {
  if (process.env.CI) throw new Error('CI has no poppler-utils: install it (.ci/run does)')
  process.stderr.write('\n*** poppler-utils is missing: signatures are NOT checked ***\n')
}

/** What pdfsig says of a document, its errors included. */
export function pdfsig(pdf: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'quay-pdfsig-'))
  try {
    const file = join(folder, 'document.pdf')
    writeFileSync(file, pdf)
    const { stdout, stderr } = spawnSync('pdfsig', [file], { encoding: 'utf8', env: { ...process.env, HOME: folder } })

    return `${stdout}${stderr}`
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
