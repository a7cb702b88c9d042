import { unsurePart } from '../units/address.ts'
import { editions } from '../units/types.ts'
import { isFact } from './facts.ts'
import { relationships } from './relationships.ts'
import type { Condition, Field, ProcedureVersion } from './types.ts'

export type JsonSchema = {
  [key: string]: JsonSchema | JsonSchema[] | string | number | boolean | readonly string[] | null
}

/**
 * The answers of a version as JSON Schema 2020-12, for programs that file.
 *
 * Built from the questions and not from `answersSchema`, whose keys are all optional to zod because the second look
 * decides. It says when a question is asked as far as the answers tell; conditions on facts of the filing day (is the
 * applicant a child?) and checks between answers stand in words only, and the desk has the last word.
 */
export function answersJsonSchema(version: ProcedureVersion): JsonSchema {
  const asked = version.pages.flatMap((page) =>
    page.fields.map((field) => ({ field, conditions: [page.when, field.when].filter((when) => when !== undefined) })),
  )

  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `${version.code} ${version.name.vi} (${version.version})`,
    ...objectOf(asked),
  }
}

interface Asked {
  field: Field
  conditions: Condition[]
}

function objectOf(asked: Asked[]): JsonSchema {
  const always = asked.filter(({ field, conditions }) => conditions.length === 0 && !field.optional)
  const sometimes = asked.filter(
    ({ field, conditions }) => conditions.length > 0 && !conditions.some(asksFact) && !field.optional,
  )

  return {
    type: 'object',
    properties: Object.fromEntries(asked.map(({ field, conditions }) => [field.name, describe(field, conditions)])),
    required: always.map(({ field }) => field.name),
    additionalProperties: false,
    ...(sometimes.length > 0 && {
      allOf: sometimes.map(({ field, conditions }) => ({
        if: { allOf: conditions.flatMap(flat).map(asSchema) },
        // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
        then: { required: [field.name] },
        else: { not: { required: [field.name] } },
      })),
    }),
  }
}

function describe(field: Field, conditions: Condition[]): JsonSchema {
  const words = [field.label.vi, field.hint?.vi, ...conditions.filter(asksFact).map(factWords)].filter(
    (word) => word !== undefined,
  )

  return { ...jsonTypeOf(field), title: field.label.en, description: words.join(' – ') }
}

function jsonTypeOf(field: Field): JsonSchema {
  switch (field.kind) {
    case 'name':
      return { type: 'string', minLength: 2, maxLength: 100 }
    case 'text':
      return { type: 'string', minLength: 1, maxLength: field.maxLength }
    case 'date':
      return { type: 'string', format: 'date' }
    case 'choice':
      return { type: 'string', enum: field.options.map(({ value }) => value) }
    case 'yesNo':
      return { type: 'boolean' }
    case 'identity':
      return { type: 'string', pattern: '^\\d{12}$' }
    case 'identityOrPassport':
      return { type: 'string', pattern: '^(\\d{12}|(?=.*\\d)[A-Z0-9]{6,9})$' }
    case 'phone':
      return { type: 'string', pattern: '^(0|\\+84)([35789]\\d{8}|2\\d{8,9})$' }
    case 'email':
      return { type: 'string', format: 'email', maxLength: 200 }
    case 'relationship':
      return { type: 'string', enum: relationships.map(({ value }) => value) }
    case 'unit':
      return unitCode
    case 'address':
      return addressSchema
    case 'period':
      return {
        type: 'object',
        properties: { from: { type: 'string', format: 'date' }, to: { type: 'string', format: 'date' } },
        required: ['from', 'to'],
        additionalProperties: false,
      }
    case 'people':
      return {
        type: 'array',
        minItems: field.min,
        maxItems: field.max,
        items: objectOf(field.fields.map((inner) => ({ field: inner, conditions: inner.when ? [inner.when] : [] }))),
      }
  }
}

const unitCode: JsonSchema = { type: 'string', pattern: '^\\d{5}$' }
const inside: JsonSchema = { type: 'string', minLength: 1, maxLength: 300 }

const addressSchema: JsonSchema = {
  oneOf: [
    {
      type: 'object',
      properties: {
        unit: {
          type: 'object',
          properties: { edition: { type: 'string', enum: editions }, code: unitCode },
          required: ['edition', 'code'],
          additionalProperties: false,
        },
        detail: inside,
        now: { type: 'string', pattern: `^(\\d{5}|${unsurePart})$` },
      },
      required: ['unit', 'detail'],
      additionalProperties: false,
    },
    {
      type: 'object',
      properties: { unknown: { type: 'string', minLength: 1, maxLength: 200 }, detail: inside },
      required: ['unknown', 'detail'],
      additionalProperties: false,
    },
  ],
}

const flat = (condition: Condition): Condition[] => [condition, ...(condition.and ? flat(condition.and) : [])]

const asksFact = (condition: Condition) => flat(condition).some(({ field }) => isFact(field))

const asSchema = (condition: Condition): JsonSchema => ({
  properties: { [condition.field]: { enum: condition.in as readonly string[] } },
  required: [condition.field],
})

const factWords = (condition: Condition) =>
  flat(condition)
    .map(({ field, in: values }) => `${field} = ${values.join('/')}`)
    .join(', ')
