import type { Bilingual } from '../text/bilingual.ts'

/**
 * The lists of communes the desk knows, named by the month they began.
 *
 * A unit code means nothing without its edition: 48 of Hà Tĩnh's 69 codes of July 2025 belonged to a unit of
 * another name in 2023 (18652: xã Tân Lâm Hương then, phường Hà Huy Tập now).
 */
export const editions = ['2019', '2023', '2025-01', '2025-07'] as const
export type Edition = (typeof editions)[number]

export const unitTypes = ['Xã', 'Phường', 'Thị trấn', 'Đặc khu'] as const
export type UnitType = (typeof unitTypes)[number]

/** What a police unit is named after: a commune, or the province, whose own queue takes what routing could not decide. */
export const placeTypes = [...unitTypes, 'Tỉnh'] as const
export type PlaceType = (typeof placeTypes)[number]

/** The only safe way to name a unit of the past. */
export interface UnitRef {
  edition: Edition
  /** Five digits, of the statistics office. */
  code: string
}

export interface Unit extends UnitRef {
  /** Without its type, NFC. */
  name: string
  type: UnitType
  /** With its type ("Huyện Kỳ Anh", "Thị xã Kỳ Anh" are two); absent since districts ended on 1 July 2025. */
  district?: string
}

/** `part`: the old unit was divided, and only the resident can say which part is meant. */
export type Share = 'whole' | 'part'

export interface Successor {
  from: UnitRef
  to: UnitRef
  share: Share
}

/** When an edition was in force and which resolution made it; days are `YYYY-MM-DD` and included. */
export interface EditionFacts {
  edition: Edition
  from?: string
  until?: string
  /** The resolution that began it. */
  basis?: Bilingual
}

/** What must be known, and asked, about a unit that was divided among several. */
export interface DividedUnit {
  ref: UnitRef
  question: Bilingual
  source: string
  parts: readonly DividedPart[]
}

export interface DividedPart {
  /** A unit of the edition that divided it. */
  code: string
  /** All the land went here, and only people went elsewhere: a place on the old land is here. */
  isLand: boolean
  hint: Bilingual
}

/** Everything about units in one place, as the reference data or the database hold it. */
export interface UnitFacts {
  editions: readonly EditionFacts[]
  units: readonly Unit[]
  successors: readonly Successor[]
  divided: readonly DividedUnit[]
}
