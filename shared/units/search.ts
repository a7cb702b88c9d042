import { fold, toneKey } from '../text/fold.ts'
import { matchesTypo } from '../text/typo.ts'
import type { UnitDirectory } from './directory.ts'
import { type DistrictHint, type QueryName, readDistrict, readUnitQuery, type UnitQuery } from './read-query.ts'
import type { Edition, EditionFacts, Share, Unit, UnitType } from './types.ts'

/** One line of the search list. `now` has several entries, all `part`, when the unit was divided. */
export interface FoundUnit {
  edition: Edition
  code: string
  name: string
  type: UnitType
  district?: string
  now: { code: string; name: string; type: UnitType; share: Share }[]
}

/**
 * Communes by any name they ever had, best match first.
 *
 * Name said exactly > beginning of the name > words of it > communes of a former district of that name; small slips
 * are forgiven only when no name answers what was typed. Within one kind of match: the district that was said, then marks typed as in the name, then the
 * type that was said, then units of today. Two editions of one unit (same name, same place today) are one line.
 */
export function searchUnits(directory: UnitDirectory, query: string, limit = 10): FoundUnit[] {
  const asked = readUnitQuery(query.slice(0, longestQuery))
  const plain = scoreAll(directory, asked, matchName)
  const isFound = plain.some(({ score }) => score >= tier.words)
  const scored = isFound ? plain : scoreAll(directory, asked, matchSlip)

  scored.sort((a, b) => b.score - a.score || b.entry.lastedDays - a.entry.lastedDays || byName(a.entry, b.entry))

  const seen = new Set<string>()

  return scored
    .filter(({ entry }) => !seen.has(entry.identity) && seen.add(entry.identity))
    .slice(0, limit)
    .map(({ entry }) => toFoundUnit(entry))
}

/** Longer texts are no commune's name, and slips are counted in time of the square of the length. */
const longestQuery = 120

/** A unit with all that comparing needs, computed once per directory. */
interface Entry {
  unit: Unit
  now: { unit: Unit; share: Share }[]
  folded: string
  words: string[]
  tone: string
  isOfToday: boolean
  /** Own district; for a unit of today those of the units it was made of. */
  districts: DistrictHint[]
  /** Same name and same place today: the same thing to a resident, whatever the edition. */
  identity: string
  /** Decides between equals: today's edition has no end, and the old one that lasted longest stands on most papers. */
  lastedDays: number
}

const entriesByDirectory = new WeakMap<UnitDirectory, Entry[]>()

function entriesOf(directory: UnitDirectory): Entry[] {
  const made = entriesByDirectory.get(directory) ?? directory.units.map((unit) => toEntry(directory, unit))
  entriesByDirectory.set(directory, made)

  return made
}

function toEntry(directory: UnitDirectory, unit: Unit): Entry {
  const now = directory.today(unit)
  const isOfToday = unit.edition === directory.newest
  const folded = fold(unit.name)
  const districts = isOfToday ? directory.predecessors(unit.code).map((old) => old.unit.district) : [unit.district]

  return {
    unit,
    now,
    folded,
    words: folded.split(' '),
    tone: toneKey(unit.name),
    isOfToday,
    districts: [...new Set(districts)].flatMap((district) => readDistrict(fold(district ?? '')) ?? []),
    identity: [folded, ...now.map(({ unit: { code } }) => code)].join('/'),
    lastedDays: lastedDays(directory.facts(unit.edition)),
  }
}

/** Points of a kind of match, far enough apart that what is added below never lifts one over the next. */
const tier = { exact: 400, beginning: 300, words: 200, slip: 100, district: 0 }

type Match = (entry: Entry, name: QueryName) => { kind: keyof typeof tier; said?: DistrictHint } | undefined

function scoreAll(directory: UnitDirectory, { names, around }: UnitQuery, match: Match) {
  return entriesOf(directory).flatMap((entry) => {
    const score = scoreOf(entry, names, around, match)

    return score === undefined ? [] : [{ entry, score }]
  })
}

function scoreOf(
  entry: Entry,
  names: readonly QueryName[],
  around: readonly DistrictHint[],
  matches: Match,
): number | undefined {
  const byName = names.flatMap((name) => {
    const match = matches(entry, name)
    if (match === undefined) return []

    return (
      tier[match.kind] +
      districtPoints(entry, match.said === undefined ? around : [...around, match.said]) +
      (name.tone === entry.tone || name.tone.startsWith(`${entry.tone} `) ? 8 : 0) +
      (name.type === entry.unit.type ? 4 : 0)
    )
  })
  if (byName.length > 0) return Math.max(...byName)

  const district = names.length > 0 ? names.map(({ folded }) => ({ name: folded })) : around
  if (entry.isOfToday || !district.some((hint) => isSaid(hint, entry.districts))) return undefined

  return tier.district
}

/** How a name answers what was typed; `said` is a district typed behind the name without a comma. */
const matchName: Match = (entry, { folded }) => {
  if (folded === entry.folded) return { kind: 'exact' }
  if (folded.startsWith(`${entry.folded} `)) {
    const rest = folded.slice(entry.folded.length + 1)
    const said = readDistrict(rest)
    if (said === undefined) return { kind: 'exact' }
    if (isSaid(said, entry.districts)) return { kind: 'exact', said }
  }
  if (entry.folded.startsWith(folded)) return { kind: 'beginning' }
  if (hasWordsInOrder(entry.words, folded.split(' '))) return { kind: 'words' }

  return undefined
}

const matchSlip: Match = (entry, { folded }) => (matchesTypo(folded, entry.folded) ? { kind: 'slip' } : undefined)

function hasWordsInOrder(words: readonly string[], typed: readonly string[]): boolean {
  let next = 0
  for (const word of words) if (word.startsWith(typed[next] ?? '\0')) next++

  return next === typed.length
}

function districtPoints(entry: Entry, around: readonly DistrictHint[]): number {
  if (!around.some((hint) => isSaid(hint, entry.districts))) return 0

  return entry.isOfToday ? 15 : 30
}

const isSaid = (hint: DistrictHint, districts: readonly DistrictHint[]) =>
  districts.some((district) => district.name === hint.name && (hint.kind === undefined || hint.kind === district.kind))

function lastedDays({ from, until }: EditionFacts): number {
  if (from === undefined) return 0

  return (Date.parse(until ?? '9999-12-31') - Date.parse(from)) / 86_400_000
}

/** Folded names are ASCII, so plain order is the order of the alphabet. */
function byName(a: Entry, b: Entry): number {
  if (a.folded !== b.folded) return a.folded < b.folded ? -1 : 1

  return Number(a.unit.code) - Number(b.unit.code)
}

function toFoundUnit({ unit, now }: Entry): FoundUnit {
  return {
    edition: unit.edition,
    code: unit.code,
    name: unit.name,
    type: unit.type,
    ...(unit.district === undefined ? {} : { district: unit.district }),
    now: now.map(({ unit: { code, name, type }, share }) => ({ code, name, type, share })),
  }
}
