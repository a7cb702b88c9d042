import type { Answers } from '#shared/catalogue/answers.ts'
import { asAnswers, asPeople, asText } from '#shared/catalogue/answers.ts'
import type { Field } from '#shared/catalogue/types.ts'

/** What stands in the controls, as typed: texts, objects of them, lists of those. */
export type Typed = Readonly<Record<string, unknown>>

/**
 * The answers that the controls of these fields mean, in the JSON types of the contract.
 *
 * Nothing is judged here: half a date becomes a text that is no date, and the schema says so. What is empty is
 * left out, so that "not answered" has one form.
 */
export function readAnswers(fields: readonly Field[], typed: Typed): Record<string, unknown> {
  return Object.fromEntries(
    fields
      .map((field) => [field.name, readAnswer(field, typed[field.name])] as const)
      .filter(([, answer]) => answer !== undefined),
  )
}

function readAnswer(field: Field, value: unknown): unknown {
  switch (field.kind) {
    case 'date':
      return readDay(asAnswers(value))
    case 'period': {
      const typed = asAnswers(value) ?? {}
      const from = readDay(asAnswers(typed.from))
      const to = readDay(asAnswers(typed.to))

      return from || to ? { ...(from && { from }), ...(to && { to }) } : undefined
    }
    case 'yesNo':
      return value === 'yes' ? true : value === 'no' ? false : undefined
    case 'address':
      return readAddress(asAnswers(value))
    case 'unit':
      return readText(asAnswers(value)?.code ?? value)
    case 'people':
      return Array.isArray(value) ? asPeople(value).map((person) => readAnswers(field.fields, person)) : undefined
    default:
      return readText(value)
  }
}

/** `{ day: '5', month: '3', year: '1990' }` as `1990-03-05`; anything typed is kept, so that it can be refused. */
function readDay(boxes: Answers | undefined): string | undefined {
  const [year, month, day] = ['year', 'month', 'day'].map((part) =>
    (asText(boxes?.[part]) ?? '').replace(/[\s./-]/g, ''),
  )
  if (!year && !month && !day) return undefined

  return `${year?.padStart(4, '0')}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
}

/** A unit chosen from the list wins over free text that was typed before it. */
function readAddress(typed: Answers | undefined): unknown {
  if (typed === undefined) return undefined
  const unit = asAnswers(typed.unit)
  const edition = asText(unit?.edition)
  const code = asText(unit?.code)
  const unknown = readText(typed.unknown)
  const detail = readText(typed.detail)
  const now = readText(typed.now)
  const place = edition && code ? { unit: { edition, code }, ...(now && { now }) } : unknown ? { unknown } : undefined
  if (place === undefined && detail === undefined) return undefined

  return { ...place, ...(detail && { detail }) }
}

function readText(value: unknown): string | undefined {
  const text = asText(value)

  return text === undefined || text.trim() === '' ? undefined : text
}
