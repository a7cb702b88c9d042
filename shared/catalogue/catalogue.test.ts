import { expect, test } from 'vitest'
import { procedureVersions } from './catalogue.ts'
import { checkAnswers } from './check-answers.ts'
import { addDays } from './days.ts'
import { isFact } from './facts.ts'
import { feeOf } from './fees.ts'
import { papersMissing } from './papers.ts'
import { lifeSituations } from './situations.ts'
import { type Condition, type Field, type ProcedureVersion, procedureCodes } from './types.ts'
import { variantOf } from './variant.ts'
import { versionInForce } from './versions.ts'

const on = '2026-11-25'
const all = procedureVersions.map((version) => [`${version.code} of ${version.version}`, version] as const)
const fieldsOf = (version: ProcedureVersion) => version.pages.flatMap((page) => page.fields)
const conditionsOf = (condition?: Condition): Condition[] =>
  condition ? [condition, ...conditionsOf(condition.and)] : []

test('each of the eleven procedures is in force today, once', () => {
  for (const code of procedureCodes) {
    const inForce = procedureVersions.filter((version) => versionInForce([version], code, on))
    expect(inForce, code).toHaveLength(1)
  }
})

test('versions of one procedure follow each other without a gap or an overlap', () => {
  for (const version of procedureVersions) {
    const next = procedureVersions.find(
      ({ code, version: begins }) => code === version.code && begins > version.version,
    )
    expect(version.until, version.code).toBe(next && addDays(next.version, -1))
  }
})

test.each(all)('%s: its example passes its own check and lacks only papers', (_, version) => {
  const checked = checkAnswers(version, version.example, { on, allowDemoIdentities: true })

  expect(checked).toEqual({ ok: true, answers: version.example })
  expect(
    papersMissing(
      version,
      version.example,
      version.papers.map(({ kind }) => kind),
    ),
  ).toEqual([])
})

test.each(all)('%s: the example’s people do not exist, and are refused where demonstrations are', (_, version) => {
  const checked = checkAnswers(version, version.example, { on })
  const hasNumber = JSON.stringify(version.example).includes('dentity":"000')

  expect(checked.ok ? [] : [...new Set(checked.errors.map(({ code }) => code))]).toEqual(
    hasNumber ? ['identity_place'] : [],
  )
})

test.each(all)('%s: every condition asks an earlier answer, with values that answer can have', (_, version) => {
  const before = new Map<string, Field>()
  const check = (condition?: Condition) => {
    for (const { field, in: values } of conditionsOf(condition)) {
      if (isFact(field)) continue
      const asked = before.get(field)
      expect(asked, `${version.code} ${field}`).toBeDefined()
      if (asked?.kind === 'yesNo') expect(values.every((value) => typeof value === 'boolean')).toBe(true)
      else if (asked?.kind === 'choice')
        expect(asked.options.map(({ value }) => value)).toEqual(expect.arrayContaining([...values]))
      else expect.fail(`${field} is neither a choice nor yes/no`)
    }
  }
  for (const page of version.pages) {
    check(page.when)
    for (const field of page.fields) {
      check(field.when)
      before.set(field.name, field)
    }
  }
  for (const { when } of [...version.papers, ...version.consents, ...version.variants]) check(when)
  check(version.channel.except?.when)
})

test.each(all)('%s: papers, variants and channel depend on answers only, so they hold on any day', (_, version) => {
  const conditions = [...version.papers, ...version.variants, version.channel.except ?? {}].flatMap(
    ({ when }: { when?: Condition }) => conditionsOf(when),
  )

  expect(conditions.filter(({ field }) => isFact(field))).toEqual([])
})

test.each(all)('%s: names are unique, and those that others rely on exist', (_, version) => {
  const names = fieldsOf(version).map(({ name }) => name)

  expect(new Set(names).size).toBe(names.length)
  expect(names).toEqual(
    expect.arrayContaining([
      version.applicant.name,
      version.applicant.identity,
      version.applicant.phone,
      version.routing.field,
    ]),
  )
  expect(new Set(version.pages.map(({ id }) => id)).size).toBe(version.pages.length)
  expect(new Set(version.papers.map(({ kind }) => kind)).size).toBe(version.papers.length)
  for (const name of names) expect(name).toMatch(/^[A-Za-z][A-Za-z0-9]*$/)
  for (const field of fieldsOf(version)) {
    if (field.kind === 'choice')
      expect(new Set(field.options.map(({ value }) => value)).size).toBe(field.options.length)
  }
})

test.each(all)('%s: every sentence is there in both languages, composed, and a hint is one sentence', (_, version) => {
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return
    if ('vi' in value && 'en' in value) {
      for (const text of [value.vi, value.en]) {
        expect(typeof text === 'string' && text.trim() !== '' && text === text.normalize('NFC'), path).toBe(true)
      }

      return
    }
    for (const [key, inner] of Object.entries(value)) walk(inner, `${path}/${key}`)
  }
  walk({ ...version, example: {} }, version.code)
  for (const { hint } of [...version.pages, ...fieldsOf(version)])
    expect(hint?.vi ?? '').not.toMatch(/[.!?] \p{L}|https?:/u)
  expect(JSON.stringify({ ...version, example: {} })).not.toMatch(/Vui lòng|Có lỗi xảy ra/)
})

test.each(all)('%s: terms are whole numbers of their unit', (_, version) => {
  for (const { unit, value } of [version.term, ...version.variants.map(({ term }) => term)]) {
    expect(Number.isInteger(value) && (unit === 'immediate' ? value === 0 : value >= 1)).toBe(true)
  }
})

test.each([
  ['1.004222', 'working_day', 7, 20_000, 10_000],
  ['1.003197', 'working_day', 5, 0, 0],
  ['1.010038', 'working_day', 5, 10_000, 5_000],
  ['1.010039', 'working_day', 3, 0, 0],
  ['1.004194', 'working_day', 3, 15_000, 7_000],
  ['1.002755', 'working_day', 3, 15_000, 7_000],
  ['1.010028', 'working_day', 3, 0, 0],
  ['1.010040', 'working_day', 5, 0, 0],
  ['1.010041', 'working_minute', 240, 0, 0],
  ['2.001159', 'immediate', 0, 0, 0],
  ['1.003677', 'working_day', 1, 0, 0],
] as const)('%s takes its lawful time and fee', (code, unit, value, direct, online) => {
  const version = versionInForce(procedureVersions, code, on)
  if (version === undefined) throw new Error(code)

  expect(version.term).toEqual({ unit, value })
  expect([
    feeOf(version, null, 'counter', 1),
    feeOf(version, null, 'post', 1),
    feeOf(version, null, 'online', 1),
  ]).toEqual([direct, direct, online])
})

test.each([
  ['2026-03-14', 2],
  ['2026-03-15', 3],
  ['2026-11-25', 3],
])('deleting a temporary residence on %s takes %i working days', (day, days) => {
  expect(versionInForce(procedureVersions, '1.010028', day)?.term).toEqual({ unit: 'working_day', value: days })
})

test('before the catalogue begins nothing is in force', () => {
  expect(versionInForce(procedureVersions, '1.004194', '2026-06-30')).toBeUndefined()
})

test('every situation of life leads to procedures, and every procedure is reached by one', () => {
  expect(new Set(lifeSituations.flatMap(({ procedures }) => procedures))).toEqual(new Set(procedureCodes))
  expect(new Set(lifeSituations.map(({ id }) => id)).size).toBe(lifeSituations.length)
})

test('variants that answers choose are chosen by no example but the declarations', () => {
  const chosen = procedureVersions.flatMap((version) => variantOf(version, version.example) ?? [])

  expect(chosen.sort()).toEqual(['declaration', 'not-in-national-db'])
})
