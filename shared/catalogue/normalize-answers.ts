import { asAnswers } from './answers.ts'
import { normalizePhone } from './phone-number.ts'
import type { Field, ProcedureVersion } from './types.ts'

/**
 * Answers as they are stored: NFC, trimmed, without invisible characters, numbers without the spaces people put in
 * them. An empty text, and an empty person of a list, counts as not answered and goes.
 *
 * Takes anything and changes nothing it does not know: refusing is `answersSchema`'s business.
 */
export function normalizeAnswers(version: ProcedureVersion, answers: unknown): unknown {
  const given = asAnswers(answers)
  if (given === undefined) return answers

  return normalizeObject(
    version.pages.flatMap((page) => page.fields),
    given,
  )
}

function normalizeObject(fields: readonly Field[], given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(given)
      .map(
        ([name, value]) =>
          [
            name,
            normalizeValue(
              fields.find((field) => field.name === name),
              value,
            ),
          ] as const,
      )
      .filter(([, value]) => value !== undefined && value !== null && value !== ''),
  )
}

function normalizeValue(field: Field | undefined, value: unknown): unknown {
  if (typeof value === 'string') return normalizeText(field, value)
  if (Array.isArray(value)) {
    const fields = field?.kind === 'people' ? field.fields : []

    return value
      .map((item) => {
        const person = asAnswers(item)

        return person === undefined ? item : normalizeObject(fields, person)
      })
      .filter((item) => !isEmpty(item))
  }
  const inner = asAnswers(value)
  if (inner === undefined) return value
  const normalized = normalizeObject([], inner)

  return isEmpty(normalized) ? undefined : normalized
}

function normalizeText(field: Field | undefined, text: string): string {
  const visible = text.normalize('NFC').replace(invisible, '').replace(/\r\n?/g, '\n').trim()
  if (field?.kind === 'text' && field.long) return visible

  const line = visible.replace(/\s+/g, ' ')
  switch (field?.kind) {
    case 'phone':
      return normalizePhone(line)
    case 'identity':
      return line.replace(/[ .-]/g, '')
    case 'identityOrPassport':
      return line.replace(/[ .-]/g, '').toUpperCase()
    default:
      return line
  }
}

/** Zero-width marks and directions that travel along when text is pasted from a chat. */
const invisible = /[\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g

const isEmpty = (value: unknown) => {
  const object = asAnswers(value)

  return object !== undefined && Object.keys(object).length === 0
}
