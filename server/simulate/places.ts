import type { UnitSearchItem } from '#shared/units/schemas.ts'
import { type Person, personAged } from './people.ts'
import { type Random, randomOf } from './random.ts'

/** What a resident answers where a place is asked for. */
export interface PlaceAnswer {
  unit: { edition: string; code: string }
  detail: string
  /** For a commune that the law divided: into which of its parts this place fell. */
  now?: string
}

/** A name by which people still know a part of a commune. */
export interface FormerUnit {
  edition: string
  code: string
  name: string
  type: string
  isDivided: boolean
}

/** Somewhere to sleep for money; it gives notice of its guests again and again. */
export interface Lodging {
  name: string
  detail: string
  manager: Person
}

/** A commune of today, as the simulation sees it. */
export interface Place {
  code: string
  name: string
  type: string
  formers: FormerUnit[]
  /** How much is filed here, compared with other places. */
  weight: number
  /** How slowly its officers look at what is new: 1 is ordinary, 1.3 slow. */
  pace: number
  /** How many of its dossiers end late, 0 to 1. */
  lateness: number
  hamlets: string[]
  lodgings: Lodging[]
}

/** The former districts: whoever searches one finds all communes it had. */
export const formerDistricts: readonly string[] = [
  'Thành phố Hà Tĩnh',
  'Thị xã Hồng Lĩnh',
  'Thị xã Kỳ Anh',
  'Huyện Hương Sơn',
  'Huyện Đức Thọ',
  'Huyện Vũ Quang',
  'Huyện Nghi Xuân',
  'Huyện Can Lộc',
  'Huyện Hương Khê',
  'Huyện Thạch Hà',
  'Huyện Cẩm Xuyên',
  'Huyện Kỳ Anh',
  'Huyện Lộc Hà',
]

/** Today's edition: what a form offers first. */
const editionOfToday = '2025-07'

/**
 * Communes whose desks are busy, by the code of today: the centre of the province, the port and its industry, the
 * beach, the two towns, and Toàn Lưu and Đồng Tiến, where a visitor of the demonstration looks first.
 */
const busy: Readonly<Record<string, number>> = {
  '18073': 12,
  '18634': 9,
  '18619': 6,
  '18823': 3.5,
  '18754': 3,
  '18100': 3,
  '18652': 2.5,
  '18676': 2.5,
  '18118': 2,
  '18229': 1.6,
  '18562': 1.6,
  '18673': 1.6,
}

/** The communes of today out of search results that name older ones and where they went, in the order of codes. */
export function placesFrom(found: readonly UnitSearchItem[], seed: number): Place[] {
  const places = new Map<string, Place>()
  for (const { edition, code, name, type, now } of found) {
    for (const today of now) {
      const place = places.get(today.code) ?? emptyPlace(today, seed)
      places.set(today.code, place)
      if (edition === editionOfToday) continue
      place.formers.push({ edition, code, name, type, isDivided: today.share === 'part' })
    }
  }

  return [...places.values()]
    .map((place) => ({ ...place, weight: place.weight * Math.max(1, Math.min(place.formers.length, 8)) ** 0.4 }))
    .sort((a, b) => a.code.localeCompare(b.code))
}

function emptyPlace({ code, name, type }: { code: string; name: string; type: string }, seed: number): Place {
  const random = randomOf(seed, 'place', code)
  const weight = ((busy[code] ?? (type === 'Phường' ? 1.5 : 0.6)) * random.int(70, 130)) / 100
  const hamlets = Array.from({ length: 8 }, () => hamletName(random))

  return {
    code,
    name,
    type,
    formers: [],
    weight,
    hamlets,
    pace: random.int(70, 130) / 100,
    lateness: random.pick([0.03, 0.03, 0.05, 0.08, 0.08, 0.25]),
    lodgings: lodgingsOf(random, hamlets),
  }
}

/**
 * An address in a place: half of the people write the commune of today, the others the old one they grew up with.
 * `isLand`: a notice about a place, which is routed by land and must not name a divided unit.
 */
export function addressIn(place: Place, random: Random, isLand = false): PlaceAnswer {
  const known = place.formers.filter(({ isDivided }) => !(isLand && isDivided))
  const former = known.length > 0 && random.chance(0.45) ? random.pick(known) : undefined
  const detail = detailIn(place, former?.type ?? place.type, random)
  if (!former) return { unit: { edition: editionOfToday, code: place.code }, detail }
  const { edition, code, isDivided } = former

  return { unit: { edition, code }, detail, ...(isDivided && { now: place.code }) }
}

function detailIn({ hamlets }: Place, type: string, random: Random): string {
  if (type === 'Xã') return `${random.chance(0.3) ? `Xóm ${random.int(1, 9)}, ` : ''}thôn ${random.pick(hamlets)}`

  return random.chance(0.5)
    ? `Số ${random.int(2, 240)} đường ${random.pick(streets)}, tổ dân phố ${random.int(1, 12)}`
    : `Tổ dân phố ${random.pick(hamlets)}`
}

const hamletBegins = [
  'Tân',
  'Vĩnh',
  'Đông',
  'Bắc',
  'Nam',
  'Trung',
  'Liên',
  'Yên',
  'Phú',
  'Thanh',
  'Hồng',
  'Quang',
  'Xuân',
  'Kim',
  'Bình',
  'Hòa',
]
const hamletEnds = [
  'Tiến',
  'Thành',
  'Sơn',
  'Lộc',
  'Thịnh',
  'Giang',
  'Long',
  'Hải',
  'An',
  'Lợi',
  'Mỹ',
  'Phúc',
  'Thượng',
  'Hà',
  'Quý',
  'Đình',
]
const streets = [
  'Phan Đình Phùng',
  'Nguyễn Du',
  'Hà Huy Tập',
  'Trần Phú',
  'Xuân Diệu',
  'Lý Tự Trọng',
  'Nguyễn Công Trứ',
  'Đặng Dung',
  'Ngô Quyền',
  'Nguyễn Biểu',
]
const lodgingNames = [
  'Hoa Mai',
  'Bình Minh',
  'Sông La',
  'Thu Hương',
  'Biển Xanh',
  'Ngàn Phố',
  'Hồng Lam',
  'Thanh Bình',
  'Hương Giang',
  'Minh Tâm',
]

const hamletName = (random: Random) => `${random.pick(hamletBegins)} ${random.pick(hamletEnds)}`

function lodgingsOf(random: Random, hamlets: readonly string[]): Lodging[] {
  return Array.from({ length: random.int(1, 3) }, () => ({
    name: `${random.weighted({ 'Nhà nghỉ': 3, 'Khách sạn': 2, Homestay: 1 })} ${random.pick(lodgingNames)}`,
    detail: `Số ${random.int(2, 90)} đường ${random.pick(streets)}, khu ${random.pick(hamlets)}`,
    manager: personAged(random, '2026-01-01', [24, 60]),
  }))
}
