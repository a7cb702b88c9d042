const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** How the desk's references begin: what a bank writes beside a transfer is full of other words. */
const prefix = 'QY'

/** `QY` and ten letters that people do not confuse, from random bytes (one byte a letter). */
export function paymentReference(random: Uint8Array): string {
  return prefix + Array.from({ length: 10 }, (_, at) => letters[(random[at] ?? 0) & 31]).join('')
}

/**
 * The reference inside a bank's memo, or `undefined`. Banks write before and after it, change the case, and break
 * long words: `MBVCB.123.qy7k2m4 n8p0r.CT tu ...` holds `QY7K2M4N8P0R`.
 */
export function referenceIn(memo: string): string | undefined {
  const [found] = /QY(?:[\s.-]?[0-9A-HJKMNP-TV-Z]){10}/.exec(memo.toUpperCase()) ?? []

  return found?.replace(/[\s.-]/g, '')
}
