import { asAnswers } from '#shared/catalogue/answers.ts'
import { checkAnswers, type FieldError } from '#shared/catalogue/check-answers.ts'
import type { CheckOptions } from '#shared/catalogue/field-schema.ts'
import { normalizeAnswers } from '#shared/catalogue/normalize-answers.ts'
import { papersMissing, papersNeeded } from '#shared/catalogue/papers.ts'
import { broughtPaperPage } from '#shared/catalogue/questions/brought-paper.ts'
import type { Field, Page, ProcedureVersion } from '#shared/catalogue/types.ts'
import { visibleAnswers, visiblePages } from '#shared/catalogue/visible-pages.ts'
import { readAnswers, type Typed } from '#web/pages/fields/read-answers.ts'
import type { Draft } from './draft.ts'

/** One screen of the form. `path` is its part of the address. */
export type Step =
  | { kind: 'page'; path: string; page: Page; fields: readonly Field[] }
  | { kind: 'preview'; path: 'noi-nhan' }
  | { kind: 'papers'; path: 'giay-to' }
  | { kind: 'check'; path: 'kiem-tra' }

/** How a filing is checked, and which papers the officer at the counter has in hand, for which no file is asked. */
export interface FilingOptions extends CheckOptions {
  papersSeen?: readonly string[] | undefined
}

/** A filing as it stands: what is answered, what is wrong with it, and the screens that it leads through. */
export interface FilingState {
  version: ProcedureVersion
  options: FilingOptions
  /** Only answers to questions that are asked, tidied; not yet judged. */
  answers: Record<string, unknown>
  errors: readonly FieldError[]
  steps: readonly Step[]
}

/** An upload older than this may be swept before the dossier is filed (the server keeps it for 24 hours). */
export const uploadLifeMs = 20 * 3_600_000

/** Everything follows from what is typed: the same functions ask, check and, on the server, decide. */
export function filingState(version: ProcedureVersion, typed: Typed, options: FilingOptions): FilingState {
  const fields = version.pages.flatMap((page) => page.fields)
  const read = asAnswers(normalizeAnswers(version, readAnswers(fields, typed))) ?? {}
  const answers = visibleAnswers(version, read, options.on)
  const checked = checkAnswers(version, answers, options)

  return {
    version,
    options,
    answers: checked.ok ? checked.answers : answers,
    errors: checked.ok ? [] : checked.errors,
    steps: stepsOf(version, answers, options),
  }
}

function stepsOf(version: ProcedureVersion, answers: Record<string, unknown>, { on }: CheckOptions): Step[] {
  const questions = visiblePages(version, answers, on).flatMap(({ page, fields }): Step[] => {
    if (page.id === broughtPaperPage) return []
    const step: Step = { kind: 'page', path: page.id, page, fields }
    const decidesReceiver = fields.some(({ name }) => name === version.routing.field)

    return decidesReceiver ? [step, { kind: 'preview', path: 'noi-nhan' }] : [step]
  })
  const papers: Step[] = papersNeeded(version, answers).length > 0 ? [{ kind: 'papers', path: 'giay-to' }] : []

  return [...questions, ...papers, { kind: 'check', path: 'kiem-tra' }]
}

/** What is wrong on one screen. */
export function errorsOn(step: Step, { errors }: FilingState): FieldError[] {
  if (step.kind !== 'page') return []
  const names = new Set(step.fields.map(({ name }) => name))

  return errors.filter(({ path: [name] }) => names.has(String(name)))
}

/** Needed papers without a file that the server still has, and that nobody brings to the counter. */
export function papersWithoutFile({ version, answers, options }: FilingState, papers: Draft['papers'], now: number) {
  const fresh = papers.filter(({ sentAt }) => now - sentAt < uploadLifeMs)

  return papersMissing(version, answers, [...fresh.map(({ kind }) => kind), ...(options.papersSeen ?? [])])
}

export function isComplete(step: Step, state: FilingState, papers: Draft['papers'], now: number): boolean {
  if (step.kind === 'papers') return papersWithoutFile(state, papers, now).length === 0

  return step.kind === 'preview' || (step.kind === 'page' && errorsOn(step, state).length === 0)
}

/** The first screen that still wants something; the last one, which asks "is this right?", always does. */
export function firstOpenStep(state: FilingState, papers: Draft['papers'], now: number): Step {
  return state.steps.find((step) => !isComplete(step, state, papers, now)) ?? lastOf(state.steps)
}

/** Where "continue" leads: on, or straight back to the check when one came from there and nothing new is asked. */
export function stepAfter(
  step: Step,
  state: FilingState,
  papers: Draft['papers'],
  now: number,
  { toCheck }: { toCheck: boolean },
): Step {
  if (toCheck) return firstOpenStep(state, papers, now)
  const position = state.steps.findIndex(({ path }) => path === step.path)

  return state.steps[position + 1] ?? lastOf(state.steps)
}

/** The screen before, or none before the first. */
export function stepBefore(step: Step, { steps }: FilingState): Step | undefined {
  return steps[steps.findIndex(({ path }) => path === step.path) - 1]
}

function lastOf(steps: readonly Step[]): Step {
  return steps.at(-1) ?? { kind: 'check', path: 'kiem-tra' }
}
