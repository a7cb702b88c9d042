import type { LocalDate } from '../sla/minutes.ts'
import type { Bilingual } from '../text/bilingual.ts'
import type { Answers } from './answers.ts'
import type { Condition, Field, ProcedureVersion } from './types.ts'
import { visiblePages } from './visible-pages.ts'

/** A question with a few answers, on which papers, agreements, fee, term or the lawful channel depend. */
export type DecidingQuestion = DecidingField & {
  /** How it is asked when it stands alone on a page. */
  title: Bilingual
}

type DecidingField = Field & { kind: 'choice' | 'yesNo' }

/** No more taps than these before somebody knows what to bring. */
export const mostTaps = 5

/**
 * The questions that decide what this filing needs, among those that these answers lead to, in the order of the form.
 *
 * Only questions with ready answers: what depends on a birthday or an address is left to the form itself.
 */
export function decidingQuestions(version: ProcedureVersion, answers: Answers, on: LocalDate): DecidingQuestion[] {
  const deciding = new Set(
    [
      ...version.papers.map(({ when }) => when),
      ...version.consents.map(({ when }) => when),
      ...version.variants.map(({ when }) => when),
      version.channel.except?.when,
    ].flatMap(fieldsOf),
  )

  return visiblePages(version, answers, on)
    .flatMap(({ page, fields }) =>
      fields
        .filter((field): field is DecidingField => field.kind === 'choice' || field.kind === 'yesNo')
        .map((field) => ({ ...field, title: page.fields.length === 1 ? page.title : field.label })),
    )
    .filter(({ name }) => deciding.has(name))
    .slice(0, mostTaps)
}

/** The answer of a deciding question as an address carries it, or `undefined` for what is none of its answers. */
export function readDecidingAnswer(question: DecidingQuestion, text: string): string | boolean | undefined {
  if (question.kind === 'yesNo') return text === 'yes' ? true : text === 'no' ? false : undefined

  return question.options.find(({ value }) => value === text)?.value
}

function fieldsOf(condition: Condition | undefined): string[] {
  return condition === undefined ? [] : [condition.field, ...fieldsOf(condition.and)]
}
