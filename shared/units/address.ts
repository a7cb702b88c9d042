import { editions, type UnitRef } from './types.ts'

/** Stands in `now` when whoever files was asked which part of a divided unit it is, and does not know. */
export const unsurePart = 'unsure'

/**
 * An address as answered: a unit of any edition, with the part of it (or `unsurePart`) when it was divided; or a name
 * nobody could place.
 */
export type Address = { unit: UnitRef; detail: string; now?: string } | { unknown: string; detail: string }

/** The answer of an address question, or `undefined` when it is none. */
export function readAddress(value: unknown): Address | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { unit, unknown, detail, now } = value as Record<string, unknown>
  const inside = typeof detail === 'string' ? detail : ''
  if (typeof unknown === 'string') return { unknown, detail: inside }

  const ref = readRef(unit)

  return ref && { unit: ref, detail: inside, ...(typeof now === 'string' && { now }) }
}

function readRef(value: unknown): UnitRef | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { edition, code } = value as Record<string, unknown>
  const known = editions.find((each) => each === edition)

  return known !== undefined && typeof code === 'string' ? { edition: known, code } : undefined
}
