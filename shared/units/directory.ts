import type { DividedUnit, Edition, EditionFacts, Share, Unit, UnitFacts, UnitRef } from './types.ts'

/** Where a unit went, with every resolution it passed through on the way. */
export interface Trace {
  unit: Unit
  /** `part` as soon as one step divided it. */
  share: Share
  steps: readonly { from: Unit; to: Unit; share: Share }[]
}

/** All units of all editions, and the ways between them. Immutable; build a new one when the facts change. */
export interface UnitDirectory {
  /** In order of time; the last one is the newest. */
  editions: readonly EditionFacts[]
  units: readonly Unit[]
  /** The newest edition: what "today" means here. */
  newest: Edition
  find(ref: UnitRef): Unit | undefined
  /** The units of today that hold what `ref` was; none when `ref` is unknown, itself when it is of today. */
  today(ref: UnitRef): { unit: Unit; share: Share }[]
  /** As `today`, for any later edition, with the steps between. */
  trace(ref: UnitRef, edition: Edition): Trace[]
  /** The edition in force on a local day; before the first known day, the first. */
  editionAt(day: string): Edition
  facts(edition: Edition): EditionFacts
  /** Every older unit, of every edition, of which the unit of today with this code holds all or a part. */
  predecessors(code: string): { unit: Unit; share: Share }[]
  /** What to ask about a divided unit, when something is known about it. */
  divided(ref: UnitRef): DividedUnit | undefined
}

/** Throws when a successor names a unit that is not in the list: a route would silently end there. */
export function buildDirectory(facts: UnitFacts): UnitDirectory {
  const editions = [...facts.editions].sort((a, b) => (a.from ?? '').localeCompare(b.from ?? ''))
  const newest = editions.at(-1)?.edition
  if (newest === undefined) throw new RangeError('A directory needs at least one edition')

  const unitByRef = new Map(facts.units.map((unit) => [keyOf(unit), unit]))
  const known = (ref: UnitRef) => {
    const unit = unitByRef.get(keyOf(ref))
    if (unit === undefined) throw new RangeError(`No unit ${keyOf(ref)} in the list`)

    return unit
  }

  const nextSteps = groupBy(
    facts.successors.map((step) => ({ from: known(step.from), to: known(step.to), share: step.share })),
    ({ from }) => keyOf(from),
  )
  const dividedByRef = new Map(facts.divided.map((divided) => [keyOf(divided.ref), divided]))
  const positionOf = (edition: Edition) => editions.findIndex((facts) => facts.edition === edition)

  function trace(ref: UnitRef, edition: Edition): Trace[] {
    const unit = unitByRef.get(keyOf(ref))
    if (unit === undefined || positionOf(ref.edition) > positionOf(edition)) return []
    if (unit.edition === edition) return [{ unit, share: 'whole', steps: [] }]

    const ways = (nextSteps.get(keyOf(unit)) ?? []).flatMap((step) =>
      trace(step.to, edition).map(
        (rest): Trace => ({
          unit: rest.unit,
          share: step.share === 'part' || rest.share === 'part' ? 'part' : 'whole',
          steps: [step, ...rest.steps],
        }),
      ),
    )

    return mergeSameTarget(ways)
  }

  const today = (ref: UnitRef) => trace(ref, newest).map(({ unit, share }) => ({ unit, share }))
  const ancestors = groupBy(
    facts.units
      .filter((unit) => unit.edition !== newest)
      .flatMap((unit) => today(unit).map((now) => ({ unit, share: now.share, code: now.unit.code }))),
    ({ code }) => code,
  )

  return {
    editions,
    units: facts.units,
    newest,
    find: (ref) => unitByRef.get(keyOf(ref)),
    today,
    trace,
    editionAt: (day) => editions.findLast(({ from }) => (from ?? '') <= day)?.edition ?? newest,
    facts: (edition) => editions[positionOf(edition)] ?? { edition },
    predecessors: (code) => (ancestors.get(code) ?? []).map(({ unit, share }) => ({ unit, share })),
    divided: (ref) => dividedByRef.get(keyOf(ref)),
  }
}

const keyOf = ({ edition, code }: UnitRef) => `${edition}/${code}`

/** Two ways that meet again in one unit are one answer, and no longer a question for the resident. */
function mergeSameTarget(ways: Trace[]): Trace[] {
  const targets = [...groupBy(ways, ({ unit }) => keyOf(unit)).values()].flatMap((same) => same.slice(0, 1))

  return targets.length === 1 && ways.length > 1 ? targets.map((way) => ({ ...way, share: 'whole' })) : targets
}

/** `Map.groupBy` is not in Node 20. */
function groupBy<T>(items: readonly T[], keyFor: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyFor(item))
    if (group) group.push(item)
    else groups.set(keyFor(item), [item])
  }

  return groups
}
