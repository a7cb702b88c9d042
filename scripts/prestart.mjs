/**
 * Runs before `npm start`, `npm test` and the other scripts, on a machine that may have nothing but Node: checks
 * Node's version, and installs the packages of package-lock.json when they are missing or not the ones it names.
 *
 * Plain Node without packages, since it is what brings them; and nothing is imported before the version is known, so
 * that an old Node reads the message and not a syntax error.
 */
const oldest = [20, 19]
const marker = 'node_modules/.quay-installed'

main().catch((error) => {
  console.error(error.message)
  process.exitCode = 1
})

async function main() {
  if (!isNewEnough(process.versions.node)) {
    console.error(`Quầy cần Node.js ${oldest.join('.')} trở lên, máy này đang dùng ${process.versions.node}.`)
    console.error('Hãy cài bản Node.js LTS mới (https://nodejs.org) rồi chạy lại lệnh vừa rồi.')
    console.error(
      `Quầy needs Node.js ${oldest.join('.')} or newer; this is ${process.versions.node}. Install the current LTS and try again.`,
    )
    process.exitCode = 1

    return
  }

  const { fileURLToPath } = await import('node:url')
  process.chdir(fileURLToPath(new URL('..', import.meta.url)))
  const wanted = await wantedState()
  if (await isInstalled(wanted)) return

  await install(wanted)
}

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number)

  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1])
}

/** What must be installed: the lock file, by its hash, and whether development's packages are among it. */
async function wantedState() {
  const { createHash } = await import('node:crypto')
  const { readFile } = await import('node:fs/promises')
  const lock = await readFile('package-lock.json')

  return {
    lock: JSON.parse(lock.toString('utf8')),
    hash: createHash('sha256').update(lock).digest('hex'),
    production: process.env.NODE_ENV === 'production',
  }
}

async function isInstalled(wanted) {
  const { readFile } = await import('node:fs/promises')
  const noted = await readFile(marker, 'utf8').catch(() => undefined)
  if (noted) {
    const [hash, kind] = noted.trim().split(' ')

    return hash === wanted.hash && (kind === 'all' || wanted.production)
  }
  if (!(await hasAllPackages(wanted))) return false
  await note(wanted)

  return true
}

/** Whether someone ran `npm ci` or `npm install` by hand: npm keeps its own list of what it put there. */
async function hasAllPackages({ lock, production }) {
  const { readFile } = await import('node:fs/promises')
  const text = await readFile('node_modules/.package-lock.json', 'utf8').catch(() => undefined)
  if (!text) return false
  const present = JSON.parse(text).packages

  return Object.entries(lock.packages).every(([path, { version, integrity, optional, dev, devOptional, link }]) => {
    if (path === '' || link) return true
    const found = present[path]
    if (!found) return optional || (production && (dev || devOptional))

    return found.version === version && found.integrity === integrity
  })
}

async function install(wanted) {
  const quiet = process.argv.includes('--quiet')
  const began = Date.now()
  if (!quiet) console.log('Đang cài các gói cần thiết (lần đầu mất khoảng nửa phút)… / Installing packages…')

  await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', wanted.production ? '--omit=dev' : '--include=dev'])
  await note(wanted)
  if (!quiet) console.log(`Đã cài xong sau ${Math.round((Date.now() - began) / 1000)} giây. / Installed.`)
}

async function note({ hash, production }) {
  const { mkdir, writeFile } = await import('node:fs/promises')
  await mkdir('node_modules', { recursive: true })
  await writeFile(marker, `${hash} ${production ? 'production' : 'all'}\n`)
}

/**
 * Runs the npm that runs us. Its environment is cleared of what npm tells its scripts about themselves; the settings
 * in npm_config_* (a registry, a proxy) stay.
 */
async function npm(words) {
  const { spawn } = await import('node:child_process')
  const own = process.env.npm_execpath || ''
  const [program, first] = own.endsWith('npm-cli.js') ? [process.execPath, [own]] : ['npm', []]
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(lifecycle|package|command)/.test(name)),
  )

  const said = []
  const child = spawn(program, [...first, ...words], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  })
  child.stdout.on('data', (chunk) => said.push(chunk))
  child.stderr.on('data', (chunk) => said.push(chunk))
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code !== 0) {
    throw new Error(
      `${Buffer.concat(said).toString('utf8').trimEnd()}\n\nKhông cài được các gói. Kiểm tra mạng rồi chạy lại. / npm ci failed: check the network and try again.`,
    )
  }
}
