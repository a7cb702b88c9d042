/** A minute in Việt Nam as `<input type="datetime-local">` writes it, `2026-12-04T16:40`. */
export const toLocalMinute = (at: Date): string => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 16)

/** The instant behind it; wherever the browser thinks it is, the desk is in Việt Nam. */
export const fromLocalMinute = (text: string): Date => new Date(`${text}:00+07:00`)
