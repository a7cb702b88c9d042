import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { chmod, link, mkdir, open, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod/mini'

const password = z.string().check(z.minLength(32))
const key = z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/))

const secretsFile = z.object({
  /** Passwords of PostgreSQL's superuser and of the desk's four roles. */
  superuser: password,
  owner: password,
  app: password,
  report: password,
  queue: password,
  /** 32 bytes in base64: field encryption, blind index, HMAC. */
  fieldEncryption: key,
  blindIndex: key,
  hmac: key,
  /** The Ed25519 key that signs receipts, as a private JWK. */
  receiptSigning: z.object({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), d: z.string() }),
})

/** What an embedded desk keeps secret. Production brings its own, and never reads this file. */
export type Secrets = z.infer<typeof secretsFile>

export type DatabasePasswords = Pick<Secrets, 'owner' | 'app' | 'report' | 'queue'>

/**
 * The secrets of the desk whose data are in `dataDir`: from `secrets.json`, made at the first start.
 *
 * Made once for ever: with other keys nothing that was stored could be read. Of two processes that both find none,
 * one makes them and the other reads those. Only the owner of the file may read it.
 */
export async function loadOrCreateSecrets(dataDir: string): Promise<Secrets> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const path = join(dataDir, 'secrets.json')

  const text = (await readOrNothing(path)) ?? (await createOnce(path))
  if (((await stat(path)).mode & 0o077) !== 0) await chmod(path, 0o600)

  const parsed = secretsFile.safeParse(parseJson(text))
  if (!parsed.success) {
    throw new Error(`${path} is damaged. Put back its copy: without these keys the stored data cannot be read.`)
  }

  return parsed.data
}

/** A hard link appears whole or not at all, and fails if another process was first: then that one's file counts. */
async function createOnce(path: string): Promise<string> {
  const half = `${path}.${randomBytes(6).toString('hex')}`
  const file = await open(half, 'wx', 0o600)
  try {
    await file.writeFile(`${JSON.stringify(newSecrets(), null, 2)}\n`)
    await file.sync()
    await link(half, path).catch((error) => {
      if (error.code !== 'EEXIST') throw error
    })
  } finally {
    await file.close()
    await rm(half, { force: true })
  }

  return readFile(path, 'utf8')
}

function newSecrets(): Secrets {
  const password = () => randomBytes(24).toString('hex')
  const key = () => randomBytes(32).toString('base64')
  const { x = '', d = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' })

  return {
    superuser: password(),
    owner: password(),
    app: password(),
    report: password(),
    queue: password(),
    fieldEncryption: key(),
    blindIndex: key(),
    hmac: key(),
    receiptSigning: { kty: 'OKP', crv: 'Ed25519', x, d },
  }
}

async function readOrNothing(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
