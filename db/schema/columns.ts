import { customType, timestamp } from 'drizzle-orm/pg-core'

/** Bytes as they are: hashes, sealed answers. */
export const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** An instant with its zone; microseconds never matter here, milliseconds do. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' })
