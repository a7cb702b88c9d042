import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildWebWhenChanged, webFolder } from '#server/platform/web-build.ts'
import type { Bench, Row } from '../row.ts'
import type { Result } from '../sample.ts'
import { visitSlowly } from '../slow-phone.ts'

/** Pages and what the design lets each transfer, in kB as gzip makes them. Staff sit at desks: no limit, only a number. */
const pages = [
  { path: '/', name: 'first page', most: 60 },
  { path: '/thu-tuc/1.004194', name: 'a procedure’s page', most: 60 },
  { path: '/nop/1.004194', name: 'form', most: 150 },
  { path: '/can-bo', name: 'officers’ application', most: undefined },
] as const

/** What a first visit transfers, and whether it needs a script. No limit is measured: bytes are counted. */
export const firstPageRow: Row = {
  number: 12,
  title: 'What a first visit transfers, gzip; fonts (already compressed) apart',
  async run({ ground, say }: Bench) {
    await buildWebWhenChanged(say)
    await using desk = await ground.openDesk()
    const results: Result[] = []
    for (const { path, name, most } of pages) {
      const response = await fetch(new URL(path, desk.address))
      if (!response.ok) throw new Error(`GET ${path} answered ${response.status}`)
      const page = await weigh(await response.text())
      const total = page.html + page.styles + page.scripts
      say(
        `GET ${path}: HTML ${kB(page.html)} + styles ${kB(page.styles)} + scripts ${kB(page.scripts)} = ${kB(total)} kB; ` +
          `fonts ${kB(page.fontsFirst)} kB asked for at once, ${kB(page.fontsLater)} kB more as letters need them; ${readable(page)}`,
      )
      const slow = await visitSlowly(new URL(path, desk.address))
      if (slow) {
        say(
          `GET ${path} on a slow phone (processor / 4, 1.6 Mb/s, 150 ms): painted after ${seconds(slow.firstPaint)} s, ` +
            `answers taps after ${seconds(slow.interactive)} s, ${kB(slow.transferred)} kB over the line`,
        )
      }
      if (most !== undefined) {
        const kilobytes = Number(kB(total))
        results.push({
          row: 12,
          work: `${name} (GET ${path}), ${page.scripts === 0 ? 'no script' : 'with script'}`,
          unit: 'kB',
          desk: { median: kilobytes, min: kilobytes, max: kilobytes },
          reach: { value: most, better: 'less' },
        })
      }
    }

    return results
  },
}

interface Weight {
  /** Bytes, gzip. */
  html: number
  styles: number
  scripts: number
  /** Bytes as they are: preloaded, and the others that the style sheets know. */
  fontsFirst: number
  fontsLater: number
  /** Words that stand in the HTML itself. */
  words: number
}

async function weigh(html: string): Promise<Weight> {
  const named = (pattern: RegExp) => [...new Set([...html.matchAll(pattern)].flatMap(([, address]) => address ?? []))]
  const styles = named(/<link\b[^>]*rel="stylesheet"[^>]*href="([^"]+)"/g).concat(
    named(/<link\b[^>]*href="([^"]+)"[^>]*rel="stylesheet"/g),
  )
  const scripts = await withImports(
    named(/<script\b[^>]*src="([^"]+)"/g).concat(named(/<link\b[^>]*rel="modulepreload"[^>]*href="([^"]+)"/g)),
  )
  const sheets = await Promise.all([...new Set(styles)].map(asset))
  const fonts = [
    ...new Set(
      sheets.flatMap((sheet) =>
        [...sheet.toString().matchAll(/url\(["']?([^"')]+\.woff2)/g)].flatMap(
          ([, address]) => address?.split('/').at(-1) ?? [],
        ),
      ),
    ),
  ]
  const first = fonts.filter((font) => html.includes(font))

  return {
    html: gzipSync(html).length,
    styles: sum(sheets.map((sheet) => gzipSync(sheet).length)),
    scripts: sum((await Promise.all(scripts.map(asset))).map((script) => gzipSync(script).length)),
    fontsFirst: sum((await Promise.all(first.map(asset))).map(({ length }) => length)),
    fontsLater: sum(
      (await Promise.all(fonts.filter((font) => !first.includes(font)).map(asset))).map(({ length }) => length),
    ),
    words: html
      .replace(/<(script|style)\b.*?<\/\1>/gs, ' ')
      .replace(/<[^>]+>/g, ' ')
      .split(/\s+/)
      .filter(Boolean).length,
  }
}

/** What the scripts import before they can run; what they load later is not of the first visit. */
async function withImports(scripts: readonly string[]): Promise<string[]> {
  const manifest = JSON.parse(await readFile(join(webFolder, '.vite', 'manifest.json'), 'utf8')) as Record<
    string,
    { file: string; imports?: string[] }
  >
  const found = new Set<string>()
  const add = (file: string) => {
    if (found.has(file)) return
    found.add(file)
    const chunk = Object.values(manifest).find((each) => each.file === file)
    for (const name of chunk?.imports ?? []) add(manifest[name]?.file ?? name)
  }
  for (const script of scripts) add(script.replace(/^\//, ''))

  return [...found]
}

/** A built file, by its address or its name. */
const asset = (address: string): Promise<Buffer> => readFile(join(webFolder, 'assets', address.split('/').at(-1) ?? ''))
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const seconds = (ms: number): string => (ms / 1000).toFixed(2)
const kB = (bytes: number): string => (bytes / 1000).toFixed(1)
const readable = ({ words, scripts }: Weight): string =>
  scripts === 0
    ? `works without script (${words} words in the HTML)`
    : words > 80
      ? `${words} words in the HTML before any script`
      : `blank without script (${words} words in the HTML)`
