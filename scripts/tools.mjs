import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/**
 * The Chromium that drives the browser tests: the one named by CHROMIUM, else the first that the machine has.
 * Playwright's own download is not used: it comes from outside the package registry.
 */
export function findChromium() {
  const named = process.env.CHROMIUM
  if (named) return isExecutable(named) ? named : undefined

  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

  return findProgram('chromium') ?? findProgram('chromium-browser') ?? findProgram('google-chrome') ?? only(mac)
}

/** The Redis (or Valkey) server that the queue tests start for themselves. */
export function findRedis() {
  return findProgram('redis-server') ?? findProgram('valkey-server')
}

/** Whether Poppler's programs are here, which read back what was printed and judge signatures. */
export function hasPoppler() {
  return ['pdftotext', 'pdftoppm', 'pdfsig'].every((name) => findProgram(name) !== undefined)
}

/** OpenSSL, the second opinion on certificates. */
export function findOpenssl() {
  return findProgram('openssl')
}

function findProgram(name) {
  const folders = (process.env.PATH ?? '').split(delimiter)

  return folders.map((folder) => join(folder, name)).find(isExecutable)
}

function only(path) {
  return isExecutable(path) ? path : undefined
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)

    return true
  } catch {
    return false
  }
}
