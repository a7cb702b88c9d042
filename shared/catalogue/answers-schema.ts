import * as z from 'zod/mini'
import { type Answers, asAnswers, asPeople, asText } from './answers.ts'
import { fieldErrorText } from './field-errors.ts'
import { type CheckOptions, fault, leafSchema } from './field-schema.ts'
import type { Field, ProcedureVersion } from './types.ts'
import { visibleFieldsOf, visiblePages } from './visible-pages.ts'

/**
 * The check of a whole filing, made from the questions of its version.
 *
 * Strict: an answer to a question that does not exist, or that the other answers do not lead to, is refused.
 * All faults are reported at once, each at its own path (`members/1/identity`), in Vietnamese; `fieldErrorsOf`
 * gives both languages. Answers should have passed `normalizeAnswers` before.
 */
export function answersSchema(
  version: ProcedureVersion,
  options: CheckOptions,
): z.ZodMiniType<Record<string, unknown>> {
  const fields = version.pages.flatMap((page) => page.fields)
  const askedOf = (answers: Answers) => visiblePages(version, answers, options.on).flatMap((page) => page.fields)

  return objectSchema(fields, askedOf, options).check(
    z.superRefine((answers, context) => {
      for (const issue of samePersonFaults(fields, asAnswers(answers) ?? {})) context.addIssue(issue)
    }, always),
  )
}

/** Also when another answer failed: whoever fills in hears of everything in one round. */
const always = { when: () => true }

/**
 * Every key optional for zod, because whether it is required depends on the others; the second check says so.
 */
function objectSchema(
  fields: readonly Field[],
  askedOf: (answers: Answers) => readonly Field[],
  options: CheckOptions,
) {
  const shape: Record<string, z.ZodMiniOptional<z.ZodMiniType>> = {}
  for (const field of fields) {
    shape[field.name] = z.optional(field.kind === 'people' ? peopleSchema(field, options) : leafSchema(field, options))
  }

  return z.strictObject(shape, { error: unknownKeys }).check(
    z.superRefine((given, context) => {
      const answers = asAnswers(given)
      if (answers === undefined) return
      const asked = new Set(askedOf(answers).map(({ name }) => name))
      for (const field of fields) {
        const isAnswered = answers[field.name] !== undefined
        if (isAnswered && !asked.has(field.name))
          context.addIssue(fault('hidden', { label: field.label }, [field.name]))
        if (!isAnswered && asked.has(field.name) && !field.optional) {
          context.addIssue(fault('required', { label: field.label }, [field.name]))
        }
      }
    }, always),
  )
}

function peopleSchema(field: Field & { kind: 'people' }, options: CheckOptions) {
  const person = objectSchema(field.fields, (answers) => visibleFieldsOf(field.fields, answers, options.on), options)

  return z.array(person, { error: () => fieldErrorText('wrong_type', { label: field.label }).vi }).check(
    z.superRefine((people, context) => {
      if (!Array.isArray(people)) return
      if (people.length < field.min) context.addIssue(fault('too_few', { min: field.min }))
      if (people.length > field.max) context.addIssue(fault('too_many', { max: field.max }))
    }, always),
  )
}

function unknownKeys(issue: { code?: string; keys?: string[] }): string {
  const label = { vi: 'Hồ sơ', en: 'Dossier' }

  return issue.code === 'unrecognized_keys'
    ? fieldErrorText('unknown_key', { key: (issue.keys ?? []).join(', ') }).vi
    : fieldErrorText('wrong_type', { label }).vi
}

/**
 * One identity number stands for one person: twice in a list, or the applicant among those who move along, is a slip.
 *
 * A notifier may be a guest, and who files for others may be in the list: those lists are only compared with themselves.
 */
function samePersonFaults(fields: readonly Field[], answers: Answers) {
  return fields
    .filter((field) => field.kind === 'people')
    .flatMap((field) => {
      const seen = new Set(field.name === 'members' ? [asText(answers.applicantIdentity)] : [])

      return asPeople(answers[field.name]).flatMap((person, index) => {
        const number = asText(person.identity)
        if (number === undefined || number === '') return []
        if (seen.has(number)) return [fault('same_person', {}, [field.name, index, 'identity'])]
        seen.add(number)

        return []
      })
    })
}
