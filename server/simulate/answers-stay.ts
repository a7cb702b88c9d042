import { addDays } from '#shared/catalogue/days.ts'
import type { LocalDate } from '#shared/sla/minutes.ts'
import { foreignNames } from './names.ts'
import type { Changes, Occasion } from './occasion.ts'
import { personAged, phoneNumber } from './people.ts'
import { addressIn } from './places.ts'
import type { Random } from './random.ts'

const institutions = {
  medical: ['Trung tâm y tế khu vực', 'Trạm y tế'],
  dormitory: ['Ký túc xá Trường Cao đẳng nghề'],
  industrial: ['Nhà lưu trú công nhân khu kinh tế'],
  workers: ['Lán trại công trình đường ven biển', 'Khu nhà ở công nhân may'],
} as const

/** A notice that guests stay overnight: from a lodging that gives one every few days, a family, or an institution. */
export function stayAnswers(occasion: Occasion): Changes {
  const { random, on } = occasion
  const kind = random.weighted({ lodging: 50, household: 38, institution: 12 })
  const host = { lodging: atLodging, household: atHome, institution: atInstitution }[kind](occasion)
  const guests = Array.from({ length: host.guests }, () => guest(random, on))

  return {
    ...host.answers,
    guests: distinct(guests),
    period: { from: on, to: addDays(on, random.int(1, host.longest)) },
    phone: phoneNumber(random),
  }
}

interface Host {
  answers: Changes
  guests: number
  /** Nights, at most 30 by the form. */
  longest: number
}

function atLodging({ place, random }: Occasion): Host {
  const { name, detail, manager } = random.pick(place.lodgings)

  return {
    answers: {
      place: { unit: { edition: '2025-07', code: place.code }, detail },
      placeKind: 'tourism',
      placeName: name,
      reason: random.weighted({ travel: 6, work: 4, visit: 1 }),
      notifierRole: 'manager',
      applicantName: manager.name,
      applicantIdentity: manager.identity,
    },
    guests: random.pick([1, 1, 2, 2, 2, 3, 4, 4, 6, 9]),
    longest: 5,
  }
}

function atHome({ place, random, on }: Occasion): Host {
  const host = personAged(random, on, [25, 75])

  return {
    answers: {
      place: addressIn(place, random, true),
      placeKind: 'household',
      reason: random.weighted({ visit: 8, study: 1, work: 1 }),
      notifierRole: 'host',
      applicantName: host.name,
      applicantIdentity: host.identity,
    },
    guests: random.pick([1, 1, 1, 2, 2, 3, 4]),
    longest: 14,
  }
}

function atInstitution({ place, random, on }: Occasion): Host {
  const placeKind = random.pick(Object.keys(institutions) as (keyof typeof institutions)[])
  const manager = personAged(random, on, [28, 58])

  return {
    answers: {
      place: addressIn(place, random, true),
      placeKind,
      placeName: `${random.pick(institutions[placeKind])} ${place.name}`,
      reason: placeKind === 'medical' ? 'medical' : placeKind === 'dormitory' ? 'study' : 'work',
      notifierRole: 'manager',
      applicantName: manager.name,
      applicantIdentity: manager.identity,
    },
    guests: random.int(1, 5),
    longest: 25,
  }
}

function guest(random: Random, on: LocalDate) {
  if (random.chance(0.06)) {
    const passport = `${random.pick(['C', 'X', 'P', 'M'])}${random.int(1_000_000, 9_999_999)}`

    return {
      name: random.pick(foreignNames),
      birthDate: personAged(random, on, [22, 60]).birthDate,
      identity: passport,
    }
  }
  const { name, birthDate, identity } = personAged(random, on, [16, 70])

  return { name, birthDate, identity }
}

/** One number stands for one person; the second of two equal ones is left out. */
const distinct = <T extends { identity: string }>(people: readonly T[]): T[] =>
  people.filter(({ identity }, index) => people.findIndex((other) => other.identity === identity) === index)
