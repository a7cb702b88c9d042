import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Answers } from '#shared/catalogue/answers.ts'
import { procedureVersions } from '#shared/catalogue/catalogue.ts'
import { checkAnswers } from '#shared/catalogue/check-answers.ts'
import { papersNeeded } from '#shared/catalogue/papers.ts'
import { type ProcedureCode, procedureCodes } from '#shared/catalogue/types.ts'
import { variantOf } from '#shared/catalogue/variant.ts'
import { versionInForce } from '#shared/catalogue/versions.ts'
import { hasPoppler, textOf } from '../documents/read-pdf.ts'
import { type TestDesk, testDesk } from '../support/desk.ts'
import { filingCases } from '../support/filing-cases.ts'
import { fileExample } from '../support/filings.ts'

const on = '2026-11-20'
const versionOf = (code: ProcedureCode) => {
  const version = versionInForce(procedureVersions, code, on)
  if (!version) throw new Error(code)

  return version
}
/** As JSON carries them: an answer that is taken away is not there. */
const answersOf = (code: ProcedureCode, changes: Record<string, unknown>): Answers =>
  JSON.parse(JSON.stringify({ ...versionOf(code).example, ...changes }))

const table = filingCases.map((each) => [`${each.procedure} ${each.name}`, each] as const)

test('every procedure and every variant that answers choose has a filled case', () => {
  expect(new Set(filingCases.map(({ procedure }) => procedure))).toEqual(new Set(procedureCodes))
  for (const code of procedureCodes) {
    const chosen = versionOf(code).variants.flatMap(({ id, when }) => (when ? [id] : []))
    const covered = filingCases.filter(({ procedure }) => procedure === code).map(({ variant }) => variant)
    expect(covered, code).toEqual(expect.arrayContaining(chosen))
  }
})

test('every paper that a procedure may demand is demanded in some case', () => {
  for (const code of procedureCodes) {
    const version = versionOf(code)
    const called = new Set(filingCases.flatMap(({ procedure, papers }) => (procedure === code ? papers : [])))
    const never = version.papers.filter(({ kind, optional }) => !optional && !called.has(kind)).map(({ kind }) => kind)
    // Agreements on paper are the same question everywhere; each is shown in one procedure.
    expect(
      never.filter((kind) => !kind.endsWith('-consent') && kind !== 'dwelling-proof' && kind !== 'loan'),
      code,
    ).toEqual([])
  }
})

test.each(table)(
  '%s: the answers pass, and call for these papers and this variant',
  (_, { procedure, changes, papers, variant }) => {
    const version = versionOf(procedure)
    const answers = answersOf(procedure, changes)

    const checked = checkAnswers(version, answers, { on, allowDemoIdentities: true })

    expect(checked.ok ? [] : checked.errors.map(({ path, code }) => `${path.join('.')} ${code}`)).toEqual([])
    expect(
      papersNeeded(version, answers)
        .filter(({ optional }) => !optional)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual([...papers].sort())
    expect(variantOf(version, answers)).toBe(variant ?? null)
    for (const { source } of papersNeeded(version, answers)) expect(source.text).toMatch(/\d+\/\d{4}/)
  },
)

describe('at the desk', () => {
  let desk: TestDesk
  beforeAll(async () => {
    desk = await testDesk()
  })
  afterAll(() => desk[Symbol.asyncDispose]())

  test.each(table)(
    '%s: is filed, and its form carries what was answered',
    async (_, { procedure, changes, printed }) => {
      const resident = desk.visitor()

      const { code, trackingKey } = await fileExample(resident, procedure, changes)

      if (!printed) return
      const form = await resident.request('GET', `/api/dossiers/${code}/declaration.pdf`, undefined, {
        'x-tracking-key': trackingKey,
      })
      expect(form.statusCode).toBe(200)
      if (!hasPoppler) return
      expect((await textOf(form.rawPayload)).replace(/\s+/g, ' ').toLowerCase()).toContain(printed.toLowerCase())
    },
  )
})
