import type * as z from 'zod/mini'
import type { Bilingual } from '../text/bilingual.ts'
import { answersSchema } from './answers-schema.ts'
import { type FieldErrorCode, type FieldErrorFacts, fieldErrorText, isFieldErrorCode } from './field-errors.ts'
import type { CheckOptions } from './field-schema.ts'
import { normalizeAnswers } from './normalize-answers.ts'
import type { Field, ProcedureVersion } from './types.ts'

/** One fault: where (inside `answers`), what, and the sentence to show beside that question. */
export interface FieldError {
  path: (string | number)[]
  code: FieldErrorCode
  message: Bilingual
}

export type CheckedAnswers =
  | { ok: true; answers: Record<string, unknown> }
  /** In the order of the questions. */
  | { ok: false; errors: FieldError[] }

/** Tidies a whole filing and checks it: what the server asks before it stores, and the form before it sends. */
export function checkAnswers(version: ProcedureVersion, answers: unknown, options: CheckOptions): CheckedAnswers {
  const parsed = schemaOf(version, options).safeParse(normalizeAnswers(version, answers))

  return parsed.success
    ? { ok: true, answers: parsed.data }
    : { ok: false, errors: fieldErrorsOf(version, parsed.error.issues) }
}

/** A schema is dear to build and serves a whole day, so each version keeps its last one. */
const schemas = new WeakMap<ProcedureVersion, { key: string; schema: ReturnType<typeof answersSchema> }>()

function schemaOf(version: ProcedureVersion, options: CheckOptions): ReturnType<typeof answersSchema> {
  const key = `${options.on} ${options.allowDemoIdentities ?? false}`
  const known = schemas.get(version)
  if (known?.key === key) return known.schema
  const schema = answersSchema(version, options)
  schemas.set(version, { key, schema })

  return schema
}

/** The issues of `answersSchema` in both languages, one for each unknown key. */
export function fieldErrorsOf(version: ProcedureVersion, issues: readonly z.core.$ZodIssue[]): FieldError[] {
  const fields = version.pages.flatMap((page) => page.fields)
  const errors = issues.flatMap((issue): FieldError[] => {
    const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)))
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => error([...path, key], 'unknown_key', { key }))
    const code = issue.code === 'custom' ? issue.params?.error : undefined
    if (isFieldErrorCode(code)) return [error(path, code, issue.code === 'custom' ? issue.params?.facts : {})]

    return [error(path, 'wrong_type', { label: labelAt(fields, path) })]
  })
  const positionOf = ({ path: [name] }: FieldError) => {
    const position = fields.findIndex((field) => field.name === name)

    return position === -1 ? fields.length : position
  }

  return errors.sort((a, b) => positionOf(a) - positionOf(b))
}

const error = (path: FieldError['path'], code: FieldErrorCode, facts: FieldErrorFacts): FieldError => ({
  path,
  code,
  message: fieldErrorText(code, facts),
})

/** The question that a path leads to: the innermost that has a label. */
function labelAt(fields: readonly Field[], path: FieldError['path']): Bilingual {
  const field = fields.find(({ name }) => name === path[0])
  if (field === undefined) return { vi: 'Hồ sơ', en: 'Dossier' }
  if (field.kind !== 'people') return field.label

  return field.fields.find(({ name }) => name === path[2])?.label ?? field.label
}
