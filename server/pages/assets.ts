import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PageAssets } from '#web/pages/shell.tsx'
import { webFolder } from '../platform/web-build.ts'

/** What the build made, for the pages that link it. */
export interface BuiltWeb {
  /** Pages that need no script; the one they link only reads them aloud. */
  pages: PageAssets
  /** The tracking page, whose small script fills in what a slip's QR carries. */
  track: PageAssets
  /** The form. */
  fill: PageAssets
  /** The pages that check papers and receipts on the reader's device. */
  verify: PageAssets
  verifyReceipt: PageAssets
  /** The worker that keeps them for times without a network. */
  offlineWorker: string | undefined
  /** The officers' application, sent as it was built. */
  staff: string | undefined
  /** Kiosk and board of a waiting room, sent as they were built. */
  hall: string | undefined
}

/** An entry of Vite's manifest, as far as it is used here. */
interface ManifestChunk {
  file: string
  src?: string
  css?: string[]
  imports?: string[]
}
type Manifest = Record<string, ManifestChunk>

const residentEntry = 'web/resident.html'
const readAloudEntry = 'web/src/resident/read-aloud.ts'
const trackEntry = 'web/src/resident/track-fill.ts'
const verifyEntry = 'web/src/verify/verify-paper.ts'
const verifyReceiptEntry = 'web/src/verify/verify-receipt.ts'
const offlineEntry = 'web/src/verify/offline-worker.ts'

/** Reads the build's manifest. Without a build the pages are complete but plain: tests of the server need no build. */
export async function readBuiltWeb(folder = webFolder): Promise<BuiltWeb> {
  const text = await readFile(join(folder, '.vite', 'manifest.json'), 'utf8').catch(() => '{}')
  const manifest = JSON.parse(text) as Manifest
  const pages = {
    styles: stylesOf(manifest, residentEntry),
    fonts: fontsOf(manifest),
    scripts: scriptsOf(manifest, readAloudEntry),
    imports: [],
    icon: iconOf(manifest),
  }

  return {
    pages,
    track: { ...pages, scripts: [...pages.scripts, ...scriptsOf(manifest, trackEntry)] },
    fill: { ...pages, scripts: scriptsOf(manifest, residentEntry), imports: importsOf(manifest, residentEntry) },
    verify: { ...pages, scripts: scriptsOf(manifest, verifyEntry), imports: importsOf(manifest, verifyEntry) },
    verifyReceipt: {
      ...pages,
      scripts: scriptsOf(manifest, verifyReceiptEntry),
      imports: importsOf(manifest, verifyReceiptEntry),
    },
    offlineWorker: await readFile(join(folder, manifest[offlineEntry]?.file ?? 'none'), 'utf8').catch(() => undefined),
    staff: await readFile(join(folder, 'web', 'staff.html'), 'utf8').catch(() => undefined),
    hall: await readFile(join(folder, 'web', 'hall.html'), 'utf8').catch(() => undefined),
  }
}

/** The style sheets of an entry and of what it imports, in the order in which they must apply. */
export function stylesOf(manifest: Manifest, entry: string): string[] {
  return [...new Set(withImports(manifest, entry).flatMap(({ css = [] }) => css))].map(address)
}

function scriptsOf(manifest: Manifest, entry: string): string[] {
  const chunk = manifest[entry]

  return chunk ? [address(chunk.file)] : []
}

/** Everything the entry needs before it runs. */
function importsOf(manifest: Manifest, entry: string): string[] {
  const own = manifest[entry]

  return withImports(manifest, entry)
    .filter((chunk) => chunk !== own)
    .map(({ file }) => address(file))
}

/** The regular weight, which every page shows first; the bold one may arrive a moment later. */
function fontsOf(manifest: Manifest): string[] {
  return Object.values(manifest)
    .map(({ file }) => file)
    .filter((file) => /be-vietnam-pro-\w+-400-.*\.woff2$/.test(file))
    .map(address)
}

const iconOf = (manifest: Manifest) => manifest['web/icon.svg'] && address(manifest['web/icon.svg'].file)

function withImports(manifest: Manifest, entry: string, seen = new Set<string>()): ManifestChunk[] {
  const chunk = manifest[entry]
  if (!chunk || seen.has(entry)) return []
  seen.add(entry)

  return [...(chunk.imports ?? []).flatMap((name) => withImports(manifest, name, seen)), chunk]
}

const address = (file: string) => `/${file}`
