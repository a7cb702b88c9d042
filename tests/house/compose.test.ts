import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { knownVariables, readConfig } from '#server/config.ts'

interface Service {
  image?: string
  command?: string[]
  environment?: Record<string, string>
  volumes?: string[]
  healthcheck?: { test: string[] }
  depends_on?: Record<string, { condition: string }>
  profiles?: string[]
  ports?: string[]
}

const text = readFileSync('docker-compose.yml', 'utf8')
const { services } = parse(text, { merge: true }) as { services: Record<string, Service> }
const ours = ['migrate', 'api', 'worker'] as const

/** The only variable of ours that the desk itself never reads: it makes the roles, before the desk starts. */
const onlyForRoles = 'DATABASE_SUPERUSER_URL'

test.each(ours)('%s is given only variables that the desk reads', (name) => {
  const names = Object.keys(services[name]?.environment ?? {}).filter((variable) => variable !== onlyForRoles)

  expect(names.length).toBeGreaterThan(5)
  for (const variable of names) expect(knownVariables).toContain(variable)
})

test('only the service that makes the roles knows the superuser', () => {
  const knowing = Object.entries(services).filter(([, { environment }]) => environment && onlyForRoles in environment)

  expect(knowing.map(([name]) => name)).toEqual(['migrate'])
})

test.each(ours)('%s has everything that production asks for', (name) => {
  const config = readConfig(filledIn(services[name]?.environment ?? {}))

  expect(config.isProduction).toBe(true)
  expect(config.keys).toBeDefined()
  expect(config.redisUrl).toContain('@valkey:6379')
  const roles = Object.values(config.database ?? {}).map((url) => new URL(url).username)
  expect(roles.sort()).toEqual(['desk_app', 'desk_owner', 'desk_queue', 'desk_report'])
})

test('no secret has a value in the file: each is asked for, saying what it is', () => {
  const names = [...text.matchAll(/\$\{(\w+)/g)].map(([, name = '']) => name)
  const secrets = new Set(names.filter((name) => /PASSWORD|KEY$/.test(name)))

  expect(secrets.size).toBeGreaterThanOrEqual(9)
  for (const secret of secrets) {
    expect(text).toMatch(new RegExp(`\\$\\{${secret}:\\?[^}]+\\}`))
    expect(text).not.toMatch(new RegExp(`\\$\\{${secret}(:-|-|\\})`))
  }
})

test('the queue evicts nothing and survives a restart', () => {
  const command = services.valkey?.command?.join(' ')

  expect(command).toContain('--maxmemory-policy noeviction')
  expect(command).toContain('--appendonly yes')
})

test('the desk starts when database and queue are well and the tables are made', () => {
  for (const name of ['api', 'worker'] as const) {
    expect(services[name]?.depends_on).toEqual({
      postgres: { condition: 'service_healthy' },
      valkey: { condition: 'service_healthy' },
      migrate: { condition: 'service_completed_successfully' },
    })
  }
  for (const name of ['postgres', 'valkey', 'api']) expect(services[name]?.healthcheck?.test).toBeDefined()
})

test('only the reverse proxy, which is optional, is open to the world', () => {
  const open = Object.entries(services).filter(([, { ports = [] }]) =>
    ports.some((port) => !port.startsWith('127.0.0.1:')),
  )

  expect(open.map(([name]) => name)).toEqual(['web'])
  expect(services.web?.profiles).toEqual(['web'])
})

test('every file that a command or a mount names is there', () => {
  const named = [text, readFileSync('Dockerfile', 'utf8')].flatMap(
    (file) => file.match(/\b(?:server|deploy|scripts)\/[\w./-]+\b/g) ?? [],
  )

  expect(named.length).toBeGreaterThan(4)
  for (const path of named) expect(existsSync(path), path).toBe(true)
})

/** What docker compose makes of `${NAME:?…}` and `${NAME:-default}`, for somebody who has set all that is asked. */
function filledIn(environment: Record<string, string>): Record<string, string> {
  const asked = (name: string) => {
    if (name.endsWith('_KEY')) return randomBytes(32).toString('base64')

    return name === 'DESK_ORIGIN' ? 'https://desk.example' : 'secret'
  }
  const fill = (value: string) =>
    value.replaceAll(/\$\{(\w+):\?[^}]*\}/g, (_, name: string) => asked(name)).replaceAll(/\$\{\w+:-([^}]*)\}/g, '$1')

  return Object.fromEntries(Object.entries(environment).map(([name, value]) => [name, fill(value)]))
}
