/**
 * Where a slip's QR leads: the tracking page, with both codes behind `#`, which no browser sends to a server.
 * `key` is 12 letters and digits in three groups (`ABCD-EFGH-JKMN`). `web/src/resident/track-fill.ts` reads it.
 */
export const trackingAddress = (origin: string, code: string, key: string): string => `${origin}/tra-cuu#${code}.${key}`
