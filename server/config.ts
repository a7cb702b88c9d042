import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import * as z from 'zod/mini'

/** Where the desk's parts connect to PostgreSQL: one role each, none of them a superuser. */
export interface DatabaseUrls {
  /** Owns the tables; only migrations use it. */
  ownerUrl: string
  /** API and workers: bound by row-level security. */
  appUrl: string
  /** Reports, which count across communes, and read only what names nobody. */
  reportUrl: string
  /** BullMQ's own tables, where there is no Redis. */
  queueUrl: string
}

/** Keys that production must bring and that the embedded desk makes for itself. */
export interface Keys {
  /** AES-256-GCM for answers, 32 bytes. */
  field: Buffer
  /** HMAC for the blind index of identity numbers, 32 bytes. */
  index: Buffer
  /** HMAC for tracking keys and sender cookies, 32 bytes. */
  hmac: Buffer
  /** Ed25519 seed that signs receipts and certificates, 32 bytes. */
  receipt: Buffer
}

export interface Config {
  isProduction: boolean
  host: string
  port: number
  dataDir: string
  /** The public origin, `https://…`; absent: the request's own host. */
  origin: string | undefined
  database: DatabaseUrls | undefined
  redisUrl: string | undefined
  keys: Keys | undefined
  /** Prefix of dossier codes. The official one of the ministry is unknown, so this is a setting. */
  dossierPrefix: string
  logLevel: string
  /** Where e-mail is handed in, `smtp://user:password@host:587`; absent: outside production it is recorded instead. */
  smtpUrl: string | undefined
  mailFrom: string | undefined
  /** Public keys that signed before: what they signed is told apart from forgeries. */
  retiredKeys: readonly string[]
  /** Holds each unit's certificate, `<unit code>.p12` with its passphrase in `<unit code>.pass`. */
  signingDir: string | undefined
}

const secretNames = [
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'DATABASE_REPORT_URL',
  'DATABASE_QUEUE_URL',
  'REDIS_URL',
  'DESK_FIELD_KEY',
  'DESK_INDEX_KEY',
  'DESK_HMAC_KEY',
  'DESK_RECEIPT_KEY',
  'SMTP_URL',
] as const

/** Every variable the desk reads; each secret also as `<NAME>_FILE`. */
export const knownVariables: readonly string[] = [
  'NODE_ENV',
  'HOST',
  'PORT',
  'DESK_DATA',
  'DESK_ORIGIN',
  'DESK_DOSSIER_PREFIX',
  'LOG_LEVEL',
  'MAIL_FROM',
  'DESK_RETIRED_KEYS',
  'DESK_SIGNING_DIR',
  ...secretNames,
  ...secretNames.map((name) => `${name}_FILE`),
]

const postgresUrl = z.string().check(z.regex(/^postgres(ql)?:\/\//, 'must begin with postgres://'))
const key = z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/, 'must be 32 bytes in base64 (openssl rand -base64 32)'))

const environment = z.object({
  NODE_ENV: z.optional(z.string()),
  HOST: z._default(z.string(), '127.0.0.1'),
  PORT: z._default(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(65535)), 3000),
  DESK_DATA: z._default(z.string(), '.data'),
  DESK_ORIGIN: z.optional(
    z.string().check(z.regex(/^https?:\/\/[^/]+$/, 'must be an origin such as https://desk.example')),
  ),
  DESK_DOSSIER_PREFIX: z._default(
    z.string().check(z.regex(/^[A-Z0-9]+(\.[A-Z0-9]+)*$/, 'must be like H42.01')),
    'QUAY.42',
  ),
  LOG_LEVEL: z._default(z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']), 'info'),
  DATABASE_URL: z.optional(postgresUrl),
  DATABASE_OWNER_URL: z.optional(postgresUrl),
  DATABASE_REPORT_URL: z.optional(postgresUrl),
  DATABASE_QUEUE_URL: z.optional(postgresUrl),
  REDIS_URL: z.optional(z.string().check(z.regex(/^rediss?:\/\//, 'must begin with redis://'))),
  DESK_FIELD_KEY: z.optional(key),
  DESK_INDEX_KEY: z.optional(key),
  DESK_HMAC_KEY: z.optional(key),
  DESK_RECEIPT_KEY: z.optional(key),
  DESK_RETIRED_KEYS: z._default(
    z
      .string()
      .check(z.regex(/^([\w-]{43}(,[\w-]{43})*)?$/, 'must be the x of former public keys, separated by commas')),
    '',
  ),
  DESK_SIGNING_DIR: z.optional(z.string()),
  SMTP_URL: z.optional(z.string().check(z.regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://'))),
  MAIL_FROM: z.optional(
    z.string().check(z.regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/, 'must be like Quầy <quay@example.vn>')),
  ),
})

/** The environment is wrong; `problems` names every bad variable at once. */
export class ConfigError extends Error {
  readonly problems: string[]

  constructor(problems: string[]) {
    super(`The environment is not right:\n  ${problems.join('\n  ')}`)
    this.problems = problems
  }
}

/**
 * Reads the environment once. Production must bring its databases, Redis and keys; elsewhere what is absent is
 * embedded. Throws `ConfigError` with all problems.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const { values, problems } = withSecretFiles(env)
  const parsed = environment.safeParse(values)
  if (!parsed.success) {
    problems.push(...parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`))
    throw new ConfigError(problems)
  }

  const e = parsed.data
  const isProduction = e.NODE_ENV === 'production'
  if (isProduction) {
    for (const name of [
      'DATABASE_URL',
      'REDIS_URL',
      'DESK_ORIGIN',
      'DESK_FIELD_KEY',
      'DESK_INDEX_KEY',
      'DESK_HMAC_KEY',
      'DESK_RECEIPT_KEY',
    ] as const) {
      if (!e[name]) problems.push(`${name}: needed in production`)
    }
  }
  const someKeys = [e.DESK_FIELD_KEY, e.DESK_INDEX_KEY, e.DESK_HMAC_KEY, e.DESK_RECEIPT_KEY]
  if (someKeys.some(Boolean) && !someKeys.every(Boolean))
    problems.push('DESK_FIELD_KEY, DESK_INDEX_KEY, DESK_HMAC_KEY, DESK_RECEIPT_KEY: all four or none')
  if (e.SMTP_URL && !e.MAIL_FROM) problems.push('MAIL_FROM: needed with SMTP_URL, the sender that residents see')
  if (problems.length > 0) throw new ConfigError(problems)

  return {
    isProduction,
    host: e.HOST,
    port: e.PORT,
    dataDir: resolve(e.DESK_DATA),
    origin: e.DESK_ORIGIN,
    database: e.DATABASE_URL ? databaseUrls(e.DATABASE_URL, e) : undefined,
    redisUrl: e.REDIS_URL,
    keys:
      e.DESK_FIELD_KEY && e.DESK_INDEX_KEY && e.DESK_HMAC_KEY && e.DESK_RECEIPT_KEY
        ? {
            field: decode(e.DESK_FIELD_KEY),
            index: decode(e.DESK_INDEX_KEY),
            hmac: decode(e.DESK_HMAC_KEY),
            receipt: decode(e.DESK_RECEIPT_KEY),
          }
        : undefined,
    dossierPrefix: e.DESK_DOSSIER_PREFIX,
    logLevel: e.LOG_LEVEL,
    smtpUrl: e.SMTP_URL,
    mailFrom: e.MAIL_FROM,
    retiredKeys: e.DESK_RETIRED_KEYS.split(',').filter(Boolean),
    signingDir: e.DESK_SIGNING_DIR && resolve(e.DESK_SIGNING_DIR),
  }
}

/**
 * With only `DATABASE_URL` given, its user migrates and steps down to the desk's roles for everything else
 * (`-c role=…`): enough for a trial. Production gives each role its own login.
 */
function databaseUrls(url: string, e: z.infer<typeof environment>): DatabaseUrls {
  const single = !e.DATABASE_OWNER_URL

  return {
    appUrl: single ? asRole(url, 'desk_app') : url,
    ownerUrl: e.DATABASE_OWNER_URL ?? url,
    reportUrl: e.DATABASE_REPORT_URL ?? asRole(url, 'desk_report'),
    queueUrl: e.DATABASE_QUEUE_URL ?? asRole(url, 'desk_queue'),
  }
}

function asRole(url: string, role: string): string {
  const stepped = new URL(url)
  stepped.searchParams.set('options', `-c role=${role}`)

  return stepped.href
}

function withSecretFiles(env: NodeJS.ProcessEnv) {
  const values: NodeJS.ProcessEnv = {}
  const problems: string[] = []
  for (const name of knownVariables) if (env[name]) values[name] = env[name]
  for (const name of secretNames) {
    const file = env[`${name}_FILE`]
    if (!file) continue
    try {
      values[name] = readFileSync(file, 'utf8').trim()
    } catch {
      problems.push(`${name}_FILE: cannot read ${file}`)
    }
  }

  return { values, problems }
}

const decode = (text: string) => Buffer.from(text, 'base64')
