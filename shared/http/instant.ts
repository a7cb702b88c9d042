import * as z from 'zod/mini'

/** An instant: `Date` in code, ISO 8601 with any offset on the wire, always answered in UTC. */
export const instant = z.codec(z.iso.datetime({ offset: true }), z.date(), {
  decode: (text) => new Date(text),
  encode: (date) => date.toISOString(),
})

/** A day in Việt Nam, `YYYY-MM-DD`. */
export const localDay = z.iso.date()
