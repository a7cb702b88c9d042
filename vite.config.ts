import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const root = fileURLToPath(new URL('.', import.meta.url))

/** The applications of one build. The server reads the manifest for the first, and sends the others as they are. */
const entries = { resident: 'web/resident.html', staff: 'web/staff.html', hall: 'web/hall.html' }
/** Fills in what a slip's QR carries: the one script of a page that works without it. */
const trackFill = 'web/src/resident/track-fill.ts'
/** Reads pages aloud, where a browser can. */
const readAloud = 'web/src/resident/read-aloud.ts'
/** The pages that check papers on the reader's device, and the worker that keeps them for times without a network. */
const verification = {
  verifyPaper: 'web/src/verify/verify-paper.ts',
  verifyReceipt: 'web/src/verify/verify-receipt.ts',
  offlineWorker: 'web/src/verify/offline-worker.ts',
}

const server = `http://localhost:${process.env.PORT ?? 3000}`

export default defineConfig(({ command }) => {
  // What is built is always what production gets: the tests build too, and what they leave is what `npm start` serves.
  if (command === 'build') process.env.NODE_ENV = 'production'

  return {
    root,
    publicDir: false,
    plugins: [react(), applicationAddresses(), compressedCopies()],
    build: {
      outDir: 'dist/web',
      emptyOutDir: true,
      manifest: true,
      // Web views of old phones: no syntax newer than these understand.
      target: ['chrome87', 'safari14'],
      // The policy forbids data: in scripts and fonts; and a file of its own is kept for a year.
      assetsInlineLimit: 0,
      // Every browser of the target preloads modules by itself, but for Safari 14 to 16, which fetches them a little later.
      modulePreload: { polyfill: false },
      rolldownOptions: {
        checks: { pluginTimings: false },
        input: { ...entries, track: trackFill, readAloud, ...verification },
      },
      chunkSizeWarningLimit: 900,
    },
    server: {
      port: 5173,
      strictPort: true,
      proxy: {
        // Pages without scripts come from the desk itself, like its data.
        '^/(api|healthz|readyz|thu-tuc|tra-cuu|ho-so|kt|demo|so|dat-lich)(/|$|\\?)': server,
        '^/(\\?.*)?$': server,
        '/assets/': server,
      },
    },
  }
})

/** In development Vite serves the two applications at the addresses that they have on the desk. */
function applicationAddresses(): Plugin {
  return {
    name: 'application-addresses',
    configureServer({ middlewares }) {
      middlewares.use((request, _response, next) => {
        if (/^\/can-bo(\/|$|\?)/.test(request.url ?? '')) request.url = `/${entries.staff}`
        if (/^\/(may-lay-so|bang)\//.test(request.url ?? '')) request.url = `/${entries.hall}`
        if (/^\/nop\//.test(request.url ?? '')) request.url = `/${entries.resident}`
        next()
      })
    },
  }
}

/** Beside each script and style its compressed copies, for `static-files.ts` to send. */
function compressedCopies(): Plugin {
  const brotli = promisify(brotliCompress)
  const shrinkers = {
    // The last two steps of quality take six times as long for a twentieth less.
    br: (text: Buffer) => brotli(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    gz: promisify<Buffer, Buffer>(gzip),
  }

  return {
    name: 'compressed-copies',
    apply: 'build',
    async writeBundle({ dir = '' }) {
      const assets = join(dir, 'assets')
      const texts = (await readdir(assets)).filter((name) => /\.(js|css|svg)$/.test(name))
      await Promise.all(
        texts.flatMap((name) =>
          Object.entries(shrinkers).map(async ([ending, shrink]) =>
            writeFile(join(assets, `${name}.${ending}`), await shrink(await readFile(join(assets, name)))),
          ),
        ),
      )
    },
  }
}
