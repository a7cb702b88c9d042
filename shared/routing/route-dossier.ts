import type { Answers } from '../catalogue/answers.ts'
import type { ProcedureVersion, RoutingRule } from '../catalogue/types.ts'
import type { Bilingual } from '../text/bilingual.ts'
import { localDayOf } from '../text/format.ts'
import { type Address, readAddress, unsurePart } from '../units/address.ts'
import type { Trace, UnitDirectory } from '../units/directory.ts'
import { otherProvinceIn } from '../units/provinces.ts'
import type { Edition, Unit, UnitType } from '../units/types.ts'
import {
  becauseOfLand,
  becauseOfProcedure,
  becauseOfReceiver,
  becauseOfSteps,
  becauseOfTriage,
  dividedQuestion,
  dividedUnsure,
  noSuccessor,
  outsideProvince,
  placeMissing,
  placeUnknown,
  unitNotListed,
  unitOfOtherEdition,
  wrongChoice,
} from './because.ts'

/** One sentence of the reason for a route, as the resident reads it and as the dossier keeps it. */
export interface Because {
  /** Stable: reports and tests name it. */
  rule: BecauseRule
  text: Bilingual
  /** The resolution behind it. */
  source?: string
  /** What it was decided on, for whoever checks it later. */
  facts: Record<string, string>
}

export type BecauseRule =
  | 'procedure-place'
  | 'chosen-unit'
  | 'successor'
  | 'successor-chosen'
  | 'divided-land'
  | 'receiving-unit'
  | 'divided-question'
  | 'divided-wrong-choice'
  | 'divided-unsure'
  | 'place-missing'
  | 'place-unknown'
  | 'unit-not-listed'
  | 'unit-of-other-edition'
  | 'no-successor'
  | 'outside-province'
  | 'province-decides'
  | 'transferred'

/** One of the units that a divided one became, with what is known about who belongs there. */
export interface RouteOption {
  code: string
  name: string
  type: UnitType
  hint?: Bilingual
}

/** Where a dossier goes, what must still be asked, or why nobody can say; always with the reasons. */
export type Route =
  | { kind: 'unit'; unit: string; because: Because[] }
  /** `field` is the address question; its answer takes the chosen code as `now`. */
  | { kind: 'ask'; field: string; options: RouteOption[]; because: Because[] }
  /** Nobody at the screen can say: the province's own queue takes it, and a person decides. */
  | { kind: 'triage'; because: Because[] }
  /** Certainly not this province's: refused, with where to go instead. */
  | { kind: 'outside'; field: string; because: Because[] }
  /** The answer that decides was not given yet. */
  | { kind: 'missing'; because: Because[] }

/**
 * The commune police unit that receives a filing, by the units in force on the local day of `at`.
 *
 * Each procedure names the answer that decides: the place of the dwelling, of the stay or of the registration, or a
 * unit that the resident picks. A place named by an old unit goes through every resolution since. A divided unit is
 * asked about, or, for a notice about a place, read as its land; it is never guessed: whoever does not know either
 * files all the same, and the province decides.
 */
export function routeDossier(procedure: ProcedureVersion, answers: Answers, directory: UnitDirectory, at: Date): Route {
  const rule = procedure.routing
  const edition = directory.editionAt(localDayOf(at))
  const answer = answers[rule.field]

  return rule.by === 'chosen_unit'
    ? routeToChosen(rule, answer, directory, edition)
    : routeToPlace(rule, readAddress(answer), directory, edition)
}

type PlaceRule = RoutingRule & { by: 'address' }

function routeToChosen(rule: RoutingRule, answer: unknown, directory: UnitDirectory, edition: Edition): Route {
  const why = becauseOfProcedure(rule)
  if (typeof answer !== 'string') return { kind: 'missing', because: [why, placeMissing(rule.field)] }
  const unit = directory.find({ edition, code: answer })
  // Any commune police would do, so there is nothing to decide for anybody: the filer picks another.
  if (unit === undefined)
    return { kind: 'outside', field: rule.field, because: [why, unitNotListed({ edition, code: answer })] }

  return { kind: 'unit', unit: unit.code, because: [why, becauseOfReceiver(unit)] }
}

function routeToPlace(
  rule: PlaceRule,
  address: Address | undefined,
  directory: UnitDirectory,
  edition: Edition,
): Route {
  const why = becauseOfProcedure(rule)
  const outside = (reason: Because): Route => ({ kind: 'outside', field: rule.field, because: [why, reason] })
  if (address === undefined) return { kind: 'missing', because: [why, placeMissing(rule.field)] }
  if ('unknown' in address) {
    const elsewhere = otherProvinceIn(address.unknown)

    return elsewhere
      ? outside(outsideProvince(address.unknown, elsewhere))
      : triage([why, placeUnknown(address.unknown)])
  }
  const named = directory.find(address.unit)
  if (named === undefined) {
    const namesakes = directory.units.filter(({ code }) => code === address.unit.code)

    return namesakes.length > 0
      ? triage([why, unitOfOtherEdition(address.unit, namesakes)])
      : outside(unitNotListed(address.unit))
  }

  const traces = directory.trace(named, edition)
  const [only] = traces
  if (only === undefined) return triage([why, noSuccessor(named)])
  if (traces.length > 1 || only.share === 'part') return routeDivided(rule, named, address.now, traces, directory)

  return toUnit(only, [why, ...becauseOfSteps(directory, only)])
}

function routeDivided(
  rule: PlaceRule,
  divided: Unit,
  chosenCode: string | undefined,
  traces: Trace[],
  directory: UnitDirectory,
): Route {
  const why = becauseOfProcedure(rule)
  const parts = directory.divided(divided)?.parts ?? []
  const landCode = rule.divided === 'land' ? parts.find(({ isLand }) => isLand)?.code : undefined
  const land = traces.find(({ unit }) => unit.code === landCode)
  if (land) return toUnit(land, [why, becauseOfLand(directory, land, divided)])

  if (chosenCode === unsurePart) return triage([why, dividedUnsure(directory, divided, traces)])
  const chosen = traces.find(({ unit }) => unit.code === chosenCode)
  if (chosen) return toUnit(chosen, [why, ...becauseOfSteps(directory, chosen, { isChosen: true })])

  return {
    kind: 'ask',
    field: rule.field,
    options: traces.map(({ unit: { code, name, type } }) => {
      const hint = parts.find((part) => part.code === code)?.hint

      return { code, name, type, ...(hint && { hint }) }
    }),
    because: [
      why,
      ...(chosenCode === undefined ? [] : [wrongChoice(divided, chosenCode)]),
      dividedQuestion(directory, divided, traces),
    ],
  }
}

const toUnit = (trace: Trace, because: Because[]): Route => ({
  kind: 'unit',
  unit: trace.unit.code,
  because: [...because, becauseOfReceiver(trace.unit)],
})

const triage = (because: Because[]): Route => ({ kind: 'triage', because: [...because, becauseOfTriage()] })
