import { expect, test } from 'vitest'
import { procedureVersions } from '#shared/catalogue/catalogue.ts'
import type { Field, ProcedureCode, ProcedureVersion } from '#shared/catalogue/types.ts'
import type { Typed } from '#web/pages/fields/read-answers.ts'
import type { SentPaper } from './draft.ts'
import { errorsOn, filingState, firstOpenStep, papersWithoutFile, stepAfter, stepBefore } from './steps.ts'

const options = { on: '2026-11-24', allowDemoIdentities: true }
const now = Date.parse('2026-11-24T03:00:00Z')

function version(code: ProcedureCode): ProcedureVersion {
  const found = procedureVersions.find((each) => each.code === code && each.until === undefined)
  if (!found) throw new Error(code)

  return found
}

/** The example's answers as somebody would have typed them. */
function typedExample({ pages, example }: ProcedureVersion): Typed {
  return typed(
    pages.flatMap((page) => page.fields),
    example,
  )
}

function typed(fields: readonly Field[], answers: Readonly<Record<string, unknown>>): Typed {
  return Object.fromEntries(
    fields
      .filter(({ name }) => answers[name] !== undefined)
      .map((field) => [field.name, typedAnswer(field, answers[field.name])]),
  )
}

function typedAnswer(field: Field, answer: unknown): unknown {
  const boxes = (day: unknown) => {
    const [year, month, date] = String(day).split('-')

    return { day: String(Number(date)), month: String(Number(month)), year }
  }
  if (field.kind === 'date') return boxes(answer)
  if (field.kind === 'yesNo') return answer ? 'yes' : 'no'
  if (field.kind === 'period')
    return { from: boxes((answer as { from: string }).from), to: boxes((answer as { to: string }).to) }
  if (field.kind === 'people') return (answer as Record<string, unknown>[]).map((person) => typed(field.fields, person))

  return answer
}

const paper = (kind: string, hoursAgo = 0): SentPaper => ({
  kind,
  uploadId: 'u',
  sha256: 's',
  bytes: 1,
  type: 'image/jpeg',
  sentAt: now - hoursAgo * 3_600_000,
})

test.each(procedureVersions.filter(({ until }) => until === undefined).map((each) => [each.code, each] as const))(
  'the example of %s, typed in, comes out as the example and leads to the check',
  (_, procedure) => {
    const state = filingState(procedure, typedExample(procedure), options)

    expect(state.errors).toEqual([])
    expect(state.answers).toEqual(procedure.example)
    const papers = papersWithoutFile(state, [], now).map(({ kind }) => paper(kind))
    expect(firstOpenStep(state, papers, now).path).toBe('kiem-tra')
  },
)

test('an empty form opens on its first question and asks for who receives it right after the address', () => {
  const state = filingState(version('1.004194'), {}, options)
  const paths = state.steps.map(({ path }) => path)

  expect(firstOpenStep(state, [], now).path).toBe('mode')
  expect(paths[paths.indexOf('dwelling') + 1]).toBe('noi-nhan')
  expect(paths.at(-1)).toBe('kiem-tra')
})

test('a page that an answer calls for is asked, and its answer is gone when the answer is changed', () => {
  const procedure = version('1.004194')
  const full = typedExample(procedure)
  const list = filingState(procedure, { ...full, registrationMode: 'list', organisation: 'Công ty A' }, options)
  const household = filingState(procedure, { ...full, organisation: 'Công ty A' }, options)

  expect(list.steps.map(({ path }) => path)).toContain('list')
  expect(household.steps.map(({ path }) => path)).not.toContain('list')
  expect(household.answers).not.toHaveProperty('organisation')
})

test('coming from the check leads back to it, or to what a changed answer newly asks', () => {
  const procedure = version('1.004194')
  const full = typedExample(procedure)
  const before = filingState(procedure, full, options)
  const [mode] = before.steps
  if (!mode) throw new Error('no step')
  const papers = papersWithoutFile(before, [], now).map(({ kind }) => paper(kind))

  expect(stepAfter(mode, before, papers, now, { toCheck: true }).path).toBe('kiem-tra')
  expect(stepAfter(mode, before, papers, now, { toCheck: false }).path).toBe('applicant')
  const changed = filingState(procedure, { ...full, registrationMode: 'list' }, options)
  expect(stepAfter(mode, changed, papers, now, { toCheck: true }).path).toBe('list')
  expect(stepBefore(mode, before)).toBeUndefined()
})

test('a page shows its own faults, in both languages, beside the question they concern', () => {
  const state = filingState(
    version('1.004194'),
    { applicantName: '123', applicantBirthDate: { day: '31', month: '2', year: '1990' } },
    options,
  )
  const step = state.steps.find(({ path }) => path === 'applicant')
  if (!step) throw new Error('no step')

  expect(errorsOn(step, state).map(({ path, code }) => [path.join('.'), code])).toEqual([
    ['applicantName', 'name_invalid'],
    ['applicantBirthDate', 'date_invalid'],
    ['applicantGender', 'required'],
  ])
})

test('a file that was sent too long ago counts as missing', () => {
  const procedure = version('1.004194')
  const state = filingState(procedure, typedExample(procedure), options)
  const [needed] = papersWithoutFile(state, [], now)
  if (!needed) throw new Error('the example needs a paper')

  expect(papersWithoutFile(state, [paper(needed.kind, 19)], now)).toEqual([])
  expect(papersWithoutFile(state, [paper(needed.kind, 21)], now)).toEqual([needed])
})

test('a paper that the officer at the counter has in hand needs no file', () => {
  const temporary = version('1.004194')
  const answers = typedExample(temporary)
  const missing = papersWithoutFile(filingState(temporary, answers, options), [], now).map(({ kind }) => kind)
  expect(missing).toContain('lease')
  const atCounter = filingState(temporary, answers, { ...options, papersSeen: ['lease'] })
  expect(papersWithoutFile(atCounter, [], now).map(({ kind }) => kind)).toEqual(
    missing.filter((kind) => kind !== 'lease'),
  )
})
