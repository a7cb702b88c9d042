import type { LocalDate } from '../sla/minutes.ts'
import { type Answers, asPeople } from './answers.ts'
import { conditionHolds } from './conditions.ts'
import type { Field, Page, ProcedureVersion } from './types.ts'

/** A page with only those of its fields that these answers call for. */
export interface VisiblePage {
  page: Page
  fields: readonly Field[]
}

/**
 * The questions that these answers lead to, in order. Pages with nothing to ask are left out.
 *
 * An answer to a question that is not asked (left behind when an earlier answer was changed) leads nowhere:
 * only answers on the way count.
 */
export function visiblePages(version: ProcedureVersion, answers: Answers, on: LocalDate): VisiblePage[] {
  const onTheWay: Record<string, unknown> = {}

  return version.pages.flatMap((page) => {
    if (!conditionHolds(page.when, onTheWay, on)) return []
    const fields = page.fields.filter((field) => {
      const isAsked = conditionHolds(field.when, onTheWay, on)
      if (isAsked && answers[field.name] !== undefined) onTheWay[field.name] = answers[field.name]

      return isAsked
    })

    return fields.length > 0 ? [{ page, fields }] : []
  })
}

/** The fields of one person of a `people` list that are asked, given that person's own answers. */
export const visibleFieldsOf = (fields: readonly Field[], person: Answers, on: LocalDate): Field[] =>
  fields.filter((field) => conditionHolds(field.when, person, on))

/**
 * Only the answers to questions that are asked: what a form sends.
 *
 * For whoever fills in, changing an answer must not leave an invisible one behind; for others the schema refuses
 * such answers aloud (shared/catalogue/README.md, 24 November 2026).
 */
export function visibleAnswers(version: ProcedureVersion, answers: Answers, on: LocalDate): Record<string, unknown> {
  const asked = visiblePages(version, answers, on).flatMap(({ fields }) => fields)

  return Object.fromEntries(
    asked
      .filter((field) => answers[field.name] !== undefined)
      .map((field) => [
        field.name,
        field.kind === 'people' ? peopleAnswers(field, answers[field.name], on) : answers[field.name],
      ]),
  )
}

function peopleAnswers(field: Field & { kind: 'people' }, value: unknown, on: LocalDate): unknown {
  if (!Array.isArray(value)) return value

  return asPeople(value).map((person) => {
    const asked = visibleFieldsOf(field.fields, person, on).map(({ name }) => name)

    return Object.fromEntries(Object.entries(person).filter(([name]) => asked.includes(name)))
  })
}
