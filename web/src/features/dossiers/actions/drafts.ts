/**
 * What was typed into a window and not sent, kept while the page is open: closing a window by mistake, or looking
 * something up in another dossier, loses nothing. Only in memory, because it may name people.
 */
const drafts = new Map<string, unknown>()

export const readDraft = <T>(key: string): T | undefined => drafts.get(key) as T | undefined
export const keepDraft = (key: string, values: unknown) => void drafts.set(key, values)
export const dropDraft = (key: string) => void drafts.delete(key)
