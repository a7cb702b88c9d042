import type { Answers } from '#shared/catalogue/answers.ts'
import { claimsExemption, feeOf, personsIn } from '#shared/catalogue/fees.ts'
import { normalizeAnswers } from '#shared/catalogue/normalize-answers.ts'
import { papersNeeded } from '#shared/catalogue/papers.ts'
import { termOf, variantOf } from '#shared/catalogue/variant.ts'
import { visibleAnswers } from '#shared/catalogue/visible-pages.ts'
import type { RoutingPreviewInput, RoutingPreviewView } from '#shared/dossiers/schemas.ts'
import { routeDossier } from '#shared/routing/route-dossier.ts'
import { expectedDate } from '#shared/sla/clock.ts'
import { localDayOf } from '#shared/text/format.ts'
import type { Deps } from '../platform/deps.ts'
import { invalid } from '../platform/problem.ts'
import { province } from '../platform/reference.ts'

/**
 * What a filing with these answers would meet: the unit and why, the dates, the fee, the papers. The answers may be
 * unfinished; the same pure functions decide again when it is filed.
 */
export function previewRouting(deps: Pick<Deps, 'reference' | 'now'>, input: RoutingPreviewInput): RoutingPreviewView {
  const at = deps.now()
  const procedure = deps.reference.procedure(input.procedure, localDayOf(at))
  if (!procedure) throw invalid([{ pointer: '#/procedure', detail: 'Thủ tục này không còn hiệu lực.' }])
  // What was answered before an earlier answer was changed leads nowhere.
  const answers = visibleAnswers(procedure, normalizeAnswers(procedure, input.answers) as Answers, localDayOf(at))
  const routing = routeDossier(procedure, answers, deps.reference.directory(), at)
  const variant = variantOf(procedure, answers)
  const because = routing.because.map(({ rule, text, source }) => ({ rule, text, ...(source && { source }) }))
  const common = {
    because,
    fee: { amount: feeOf(procedure, variant, 'online', personsIn(answers), claimsExemption(answers)), variant },
    papers: papersNeeded(procedure, answers).map(({ kind, name, hint, optional }) => ({
      kind,
      name,
      hint,
      optional: optional ?? false,
    })),
  }
  if (routing.kind === 'ask') return { kind: 'ask', field: routing.field, options: routing.options, ...common }
  if (routing.kind === 'outside' || routing.kind === 'missing') return { kind: routing.kind, ...common }
  const unit = routing.kind === 'unit' ? routing.unit : province.code

  const term = termOf(procedure, variant)
  // A notice is received in the minute of filing, unless its commune must be found first: then nobody knows the minute.
  const isKnown = routing.kind === 'unit' || term.unit !== 'immediate'

  return {
    kind: routing.kind,
    unit: deps.reference.unitName(unit),
    ...(isKnown && { expected: expectedDate(term, at, deps.reference.calendarOf(unit, at)) }),
    ...common,
  }
}
