import { applicantIs, type Changes, type Occasion } from './occasion.ts'
import { type Person, personAged, surnameOf } from './people.ts'
import { addressIn } from './places.ts'

/** Permanent residence: a newborn joins its parents, a spouse moves in, somebody bought a house, or rents for long. */
export function permanentAnswers(occasion: Occasion): Changes {
  const kind = occasion.random.weighted({ newborn: 38, spouse: 22, own: 30, rent: 10 })
  const changes = { newborn, spouse, own: ownHome, rent: rentedHome }[kind](occasion)

  return { dwelling: addressIn(occasion.place, occasion.random), feeExemption: 'none', ...changes }
}

function newborn({ random, on }: Occasion): Changes {
  const head = personAged(random, on, [24, 70], { gender: 'male' })
  const mother = personAged(random, on, [20, 40], { gender: 'female' })
  const child = personAged(random, on, [0, 3], { surname: surnameOf(head) })

  return {
    ...applicantIs(child, random),
    basis: 'relatives',
    relativesCase: 'close-family',
    joinsParentOrGuardian: true,
    guardianRole: 'mother',
    guardianName: mother.name,
    guardianIdentity: mother.identity,
    guardianConsentBy: 'declarer',
    ...otherHead(head, random.pick(['con-de', 'con-de', 'chau-noi'])),
    feeExemption: 'child',
  }
}

function spouse({ random, on }: Occasion): Changes {
  const bride = personAged(random, on, [21, 38], { gender: 'female' })
  const head = personAged(random, on, [45, 75], { gender: 'male' })
  const way = () => random.weighted({ paper: 4, vneid: 4, office: 2 })

  return {
    ...applicantIs(bride, random),
    basis: 'relatives',
    relativesCase: 'close-family',
    ...otherHead(head, 'con-dau'),
    headConsentBy: way(),
    ownerName: head.name,
    ownerConsentBy: way(),
    ownerIdentity: head.identity,
  }
}

function ownHome({ random, on }: Occasion): Changes {
  const buyer = personAged(random, on, [25, 65])
  const child = personAged(random, on, [6, 15], { surname: surnameOf(buyer) })

  return {
    ...applicantIs(buyer, random),
    basis: 'own',
    ownershipProof: random.chance(0.45) ? 'in-database' : 'upload',
    headIs: 'applicant',
    hasMembers: random.chance(0.4),
    members: [{ ...child, relationship: 'con-de' }],
    minorConsentBy: 'in-dossier',
  }
}

function rentedHome({ random, on }: Occasion): Changes {
  const owner = personAged(random, on, [40, 75])

  return {
    ...applicantIs(personAged(random, on, [25, 60]), random),
    basis: 'rent',
    headIs: 'applicant',
    ownerName: owner.name,
    ownerConsentBy: random.pick(['paper', 'office']),
  }
}

const otherHead = (head: Person, relationshipToHead: string): Changes => ({
  headIs: 'other',
  headName: head.name,
  headIdentity: head.identity,
  relationshipToHead,
})
