import type { LocalDate } from '../sla/minutes.ts'
import type { Bilingual } from '../text/bilingual.ts'
import type { UnitDirectory } from '../units/directory.ts'
import { answerText } from './answer-texts.ts'
import { type AnswerWarning, answerWarnings } from './answer-warnings.ts'
import { type Answers, asPeople } from './answers.ts'
import type { Field, ProcedureVersion } from './types.ts'
import { visibleFieldsOf, visiblePages } from './visible-pages.ts'

/** One answer as it is read: on the page that asks "is this right?", on the receipt, on the officer's screen. */
export interface AnswerRow {
  /** Inside `answers`, as problems point: `members/1/identity`. */
  path: string
  label: Bilingual
  value: Bilingual
  /** A doubt that stops nothing. */
  warning?: Bilingual
}

/** The answers of one page, or of one person of a list. */
export interface AnswerSection {
  /** The page to go back to when something is wrong. */
  page: string
  title: Bilingual
  rows: AnswerRow[]
}

/** All answers in the order of the questions; a person of a list is a section of its own. Empty pages are left out. */
export function answerSections(
  version: ProcedureVersion,
  answers: Answers,
  { on, directory }: { on: LocalDate; directory?: UnitDirectory },
): AnswerSection[] {
  const warnings = answerWarnings(answers)

  return visiblePages(version, answers, on)
    .flatMap(({ page, fields }): AnswerSection[] => {
      const rows = rowsOf(fields, answers, [], warnings, directory)
      const people = fields.flatMap((field) =>
        field.kind === 'people' ? peopleSections(page.id, field, answers[field.name], on, warnings, directory) : [],
      )

      return [{ page: page.id, title: page.title, rows }, ...people]
    })
    .filter(({ rows }) => rows.length > 0)
}

function peopleSections(
  page: string,
  field: Field & { kind: 'people' },
  value: unknown,
  on: LocalDate,
  warnings: readonly AnswerWarning[],
  directory?: UnitDirectory,
): AnswerSection[] {
  return asPeople(value).map((person, index) => ({
    page,
    title: { vi: `${field.itemName.vi} ${index + 1}`, en: `${field.itemName.en} ${index + 1}` },
    rows: rowsOf(visibleFieldsOf(field.fields, person, on), person, [field.name, index], warnings, directory),
  }))
}

function rowsOf(
  fields: readonly Field[],
  answers: Answers,
  prefix: readonly (string | number)[],
  warnings: readonly AnswerWarning[],
  directory?: UnitDirectory,
): AnswerRow[] {
  return fields.flatMap((field) => {
    const value = answerText(field, answers[field.name], directory)
    if (value === undefined) return []
    const path = [...prefix, field.name].join('/')
    const doubts = warnings.filter((warning) => warning.path.join('/') === path).map(({ message }) => message)
    const warning = doubts.length > 0 && {
      vi: doubts.map(({ vi }) => vi).join(' '),
      en: doubts.map(({ en }) => en).join(' '),
    }

    return [{ path, label: field.label, value, ...(warning && { warning }) }]
  })
}
