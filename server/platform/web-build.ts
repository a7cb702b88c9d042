import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Where the built web lies; Vite writes it, `static-files.ts` serves it. */
export const webFolder = join(root, 'dist', 'web')

const marker = join(webFolder, 'built-from')
const sources = ['web', 'shared']
const files = ['vite.config.ts', 'package-lock.json']

/** Builds the web when what it is made of has changed since the last build; about a second, else nothing. */
export async function buildWebWhenChanged(say: (message: string) => void): Promise<void> {
  const wanted = await sourceHash()
  if ((await readFile(marker, 'utf8').catch(() => '')) === wanted) return
  say('Đang dựng giao diện web…')
  const { build } = await import('vite')
  await build({ root, configFile: join(root, 'vite.config.ts'), logLevel: 'warn' })
  await writeFile(marker, wanted)
}

async function sourceHash(): Promise<string> {
  const hash = createHash('sha256')
  for (const path of [...files, ...(await Promise.all(sources.map(filesIn))).flat().sort()]) {
    hash.update(path).update(await readFile(join(root, path)))
  }

  return hash.digest('hex')
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true })

  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
}
