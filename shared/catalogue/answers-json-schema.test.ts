import { expect, test } from 'vitest'
import { answersJsonSchema } from './answers-json-schema.ts'
import { procedureVersions } from './catalogue.ts'
import { temporaryResidence } from './procedures/temporary-residence.ts'

const schema = answersJsonSchema(temporaryResidence)

test('unconditional questions are required, conditional ones when their condition holds, facts only in words', () => {
  expect(schema).toMatchObject({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    type: 'object',
    additionalProperties: false,
  })
  expect(schema.required).toEqual(expect.arrayContaining(['registrationMode', 'applicantName', 'dwelling', 'period']))
  expect(schema.required).not.toContain('email')
  expect(schema.required).not.toContain('members')
  expect(schema.allOf).toContainEqual({
    if: { allOf: [{ properties: { hasMembers: { enum: [true] } }, required: ['hasMembers'] }] },
    // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
    then: { required: ['members'] },
    else: { not: { required: ['members'] } },
  })
  expect(JSON.stringify(schema.allOf)).not.toContain('@minor')
  expect(schema.properties).toMatchObject({ guardianName: { description: expect.stringContaining('@minor = true') } })
})

test('lists, addresses and choices are described down to their parts', () => {
  expect(schema.properties).toMatchObject({
    registrationMode: { enum: ['household', 'list'] },
    members: {
      type: 'array',
      minItems: 1,
      maxItems: 20,
      items: { additionalProperties: false, required: ['name', 'birthDate', 'gender', 'identity', 'relationship'] },
    },
    dwelling: { oneOf: [{ required: ['unit', 'detail'] }, { required: ['unknown', 'detail'] }] },
  })
})

test('every version has a schema that names all its questions', () => {
  for (const version of procedureVersions) {
    const names = version.pages.flatMap(({ fields }) => fields.map(({ name }) => name))
    expect(Object.keys(answersJsonSchema(version).properties ?? {}), version.code).toEqual(names)
  }
})
