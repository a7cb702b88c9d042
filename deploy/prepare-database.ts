import { createDatabase, prepareCluster } from '#server/embedded/roles.ts'

/**
 * Once per installation, as superuser: makes the desk's roles and its database on a PostgreSQL of one's own. The
 * passwords are those in the addresses that the desk itself will use.
 *
 *     DATABASE_SUPERUSER_URL=… DATABASE_URL=… DATABASE_OWNER_URL=… … node --import tsx deploy/prepare-database.ts
 *
 * May be repeated: passwords are set anew, an existing database stays as it is.
 */
const address = (name: string) => {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is missing`)

  return new URL(value)
}

const passwordIn = (name: string) => decodeURIComponent(address(name).password)

const superuserUrl = address('DATABASE_SUPERUSER_URL').href
const database = decodeURIComponent(address('DATABASE_URL').pathname.slice(1))
const passwords = {
  owner: passwordIn('DATABASE_OWNER_URL'),
  app: passwordIn('DATABASE_URL'),
  report: passwordIn('DATABASE_REPORT_URL'),
  queue: passwordIn('DATABASE_QUEUE_URL'),
}

await prepareCluster(superuserUrl, passwords)
await createDatabase(superuserUrl, passwords, database)
