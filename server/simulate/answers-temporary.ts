import { addDays, addMonths } from '#shared/catalogue/days.ts'
import { applicantIs, type Changes, type Occasion } from './occasion.ts'
import { type Person, personAged, surnameOf } from './people.ts'
import { addressIn } from './places.ts'

/** Temporary residence of one household, or of a company's workers by a list. */
export function temporaryAnswers(occasion: Occasion): Changes {
  const { random, on, place } = occasion
  const applicant = personAged(random, on, [18, 58])
  const from = addDays(on, random.int(0, 10))

  return {
    ...applicantIs(applicant, random),
    dwelling: addressIn(place, random),
    period: { from, to: addDays(addMonths(from, random.pick([6, 12, 12, 24])), -1) },
    ...(random.chance(0.07) ? listOf(occasion) : { ...dwellingOf(occasion), ...householdOf(occasion, applicant) }),
    feeExemption: random.weighted({ none: 90, poor: 4, disabled: 2, merit: 4 }),
  }
}

function dwellingOf({ random, on }: Occasion): Changes {
  const dwellingKind = random.weighted({ rent: 62, borrow: 13, relative: 15, own: 10 })
  const owner = personAged(random, on, [45, 80])

  return {
    dwellingKind,
    ownershipProof: random.chance(0.6) ? 'in-database' : 'upload',
    ownerName: owner.name,
    ownerConsentBy: random.weighted({ vneid: 5, paper: 3, office: 2 }),
    ownerIdentity: owner.identity,
  }
}

function householdOf(occasion: Occasion, applicant: Person): Changes {
  const { random, on } = occasion
  if (random.chance(0.35)) {
    const head = personAged(random, on, [20, 60])

    return {
      headIs: 'other',
      headName: head.name,
      headIdentity: head.identity,
      hasMembers: false,
      relationshipToHead: random.pick(['cung-o-thue', 'em-ruot', 'chau-ruot']),
    }
  }
  if (random.chance(0.55)) return { headIs: 'applicant', hasMembers: false }

  return { headIs: 'applicant', hasMembers: true, members: familyOf(occasion, applicant), minorConsentBy: 'in-dossier' }
}

/** Husband or wife, and up to two children who share the surname. */
function familyOf({ random, on }: Occasion, applicant: Person) {
  const isMan = applicant.gender === 'male'
  const spouse = personAged(random, on, [22, 50], { gender: isMan ? 'female' : 'male' })
  const children = Array.from({ length: random.int(0, 2) }, () =>
    personAged(random, on, [1, 15], { surname: surnameOf(applicant) }),
  )

  return [
    { ...spouse, relationship: isMan ? 'vo' : 'chong' },
    ...children.map((child) => ({ ...child, relationship: 'con-de' })),
  ]
}

function listOf({ random, on, place }: Occasion): Changes {
  return {
    registrationMode: 'list',
    dwellingKind: 'rent',
    organisation: random.pick([
      `Công ty TNHH May ${place.name}`,
      `Ký túc xá Trường Cao đẳng ${place.name}`,
      'Ban chỉ huy công trường đường ven biển',
    ]),
    listPeople: Array.from({ length: random.int(3, 12) }, () => personAged(random, on, [18, 45])),
  }
}
