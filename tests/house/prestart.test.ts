import { spawn } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { expect, test } from 'vitest'

test('a fresh clone is installed by its first command, in one line, and not again by the next', async () => {
  await using clone = await freshClone()

  const first = await clone.prestart()
  expect(first).toMatchObject({ code: 0, said: expect.stringContaining('Đã cài xong') })
  expect(await clone.isInstalled()).toBe(true)

  expect(await clone.prestart()).toEqual({ code: 0, said: '' })
})

test('another lock file is installed again', async () => {
  await using clone = await freshClone()
  await clone.prestart()
  await clone.writeLock('0.2.0')

  expect(await clone.prestart()).toMatchObject({ code: 0, said: expect.stringContaining('Đã cài xong') })
})

test('--quiet installs without a word', async () => {
  await using clone = await freshClone()

  expect(await clone.prestart(['--quiet'])).toEqual({ code: 0, said: '' })
  expect(await clone.isInstalled()).toBe(true)
})

test('what was installed for production is not enough for development', async () => {
  await using clone = await freshClone()
  await clone.prestart([], { NODE_ENV: 'production' })

  expect(await clone.prestart([], { NODE_ENV: 'production' })).toEqual({ code: 0, said: '' })
  expect(await clone.prestart()).toMatchObject({ said: expect.stringContaining('Đã cài xong') })
  expect(await clone.prestart([], { NODE_ENV: 'production' })).toEqual({ code: 0, said: '' })
})

test('packages that npm refuses to install are an error that says what npm said', async () => {
  await using clone = await freshClone()
  await clone.writeManifest({ dependencies: { missing: '1.0.0' } })

  const { code, said } = await clone.prestart()

  expect(code).toBe(1)
  expect(said).toMatch(/npm error[\s\S]*Không cài được/)
  expect(await clone.isInstalled()).toBe(false)
})

test('an old Node is told so in Vietnamese and English, before anything else', async () => {
  await using clone = await freshClone()
  const pretend = `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'18.20.8'})`

  const { code, said } = await clone.prestart([], { NODE_OPTIONS: `--import=${pretend}` })

  expect(code).toBe(1)
  expect(said).toContain('Quầy cần Node.js 20.19 trở lên, máy này đang dùng 18.20.8')
  expect(said).toContain('Quầy needs Node.js 20.19 or newer; this is 18.20.8')
  expect(await clone.isInstalled()).toBe(false)
})

test.each(['start', 'test', 'desk', 'dev', 'check', 'bench'])(
  'npm run %s installs what is missing first',
  async (name) => {
    await using clone = await freshClone()
    const { scripts } = JSON.parse(await readFile('package.json', 'utf8'))
    await clone.writeManifest({ scripts })
    await cp('.npmrc', join(clone.path, '.npmrc'))

    // The command itself then fails: nothing of the desk is here, nor may it find this desk's programs.
    const PATH =
      process.env.PATH?.split(delimiter)
        .filter((folder) => !folder.includes('node_modules'))
        .join(delimiter) ?? ''
    const { code } = await run('npm', ['run', name, '--prefix', clone.path], { PATH })

    expect(code).not.toBe(0)
    expect(await clone.isInstalled()).toBe(true)
  },
)

/** A folder with a Vietnamese name, the script, and a lock file that asks for no package. */
async function freshClone() {
  const path = await mkdtemp(join(tmpdir(), 'quầy bản sao '))
  const script = join(path, 'scripts/prestart.mjs')
  await cp('scripts/prestart.mjs', script)

  const write = (name: string, content: object) => writeFile(join(path, name), JSON.stringify(content))
  const root = (version: string) => ({ name: 'x', version })
  const writeManifest = (more: object = {}) => write('package.json', { ...root('0.1.0'), ...more })
  const writeLock = (version: string) =>
    write('package-lock.json', {
      ...root(version),
      lockfileVersion: 3,
      requires: true,
      packages: { '': root(version) },
    })
  await writeManifest()
  await writeLock('0.1.0')

  return {
    path,
    writeManifest,
    writeLock,
    prestart: (words: string[] = [], env: Record<string, string> = {}) =>
      run(process.execPath, [script, ...words], env),
    isInstalled: () =>
      readFile(join(path, 'node_modules/.quay-installed')).then(
        () => true,
        () => false,
      ),
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  }
}

async function run(program: string, words: string[], env: Record<string, string> = {}) {
  const child = spawn(program, words, { env: { ...process.env, NODE_ENV: 'development', ...env }, cwd: tmpdir() })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      said += chunk
    })
  }
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))

  return { code, said }
}
