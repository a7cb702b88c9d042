import { addDays, addMonths } from '#shared/catalogue/days.ts'
import { applicantIs, type Changes, type Occasion } from './occasion.ts'
import { personAged, surnameOf } from './people.ts'
import { addressIn } from './places.ts'

/** An extension of a temporary residence that ends within the next fortnight. */
export function extensionAnswers({ random, on, place }: Occasion): Changes {
  const from = addDays(on, random.int(1, 14))

  return {
    ...applicantIs(personAged(random, on, [18, 55]), random),
    dwelling: addressIn(place, random),
    dwellingKind: random.weighted({ rent: 8, borrow: 2 }),
    period: { from, to: addDays(addMonths(from, random.pick([6, 12, 24])), -1) },
    feeExemption: random.weighted({ none: 94, poor: 6 }),
  }
}

/** A son or daughter sets up an own household in the parents' home. */
export function separationAnswers({ random, on, place }: Occasion): Changes {
  const applicant = personAged(random, on, [24, 50])
  const owner = personAged(random, on, [50, 80], { surname: surnameOf(applicant) })

  return {
    ...applicantIs(applicant, random),
    residence: addressIn(place, random),
    separationCase: random.weighted({ agreement: 8, divorce: 2 }),
    headConsentBy: random.pick(['paper', 'office']),
    ownerName: owner.name,
    ownerConsentBy: random.pick(['paper', 'office']),
  }
}

/** The head of a household changes, mostly because the old one died or moved away, or a house number is put right. */
export function adjustmentAnswers({ random, on, place }: Occasion): Changes {
  const applicant = personAged(random, on, [30, 70])

  return {
    ...applicantIs(applicant, random),
    residence: addressIn(place, random),
    change: random.weighted({ head: 65, other: 35 }),
    changeDetail: `Số nhà đang ghi là ${random.int(1, 60)}, số đúng là ${random.int(61, 120)}.`,
    headName: applicant.name,
    headIdentity: applicant.identity,
    headConsentBy: random.pick(['paper', 'office']),
  }
}

/** A registration is deleted: a tenant left, or a relative died. */
export function deletionAnswers({ version, random, on, place }: Occasion): Changes {
  const applicant = personAged(random, on, [20, 68])
  const dead = personAged(random, on, [60, 92], { surname: surnameOf(applicant) })
  const isTemporary = version.code === '1.010028'

  return {
    ...applicantIs(applicant, random),
    [isTemporary ? 'dwelling' : 'residence']: addressIn(place, random),
    deletedPerson: isTemporary ? applicant.name : dead.name,
    deletionCase: isTemporary
      ? random.pick(['lease-ended', 'left'])
      : random.weighted({ death: 8, absent: 1, dwelling: 1 }),
  }
}

/** Somebody who cannot register yet; some have never had a number, and then the office must find out who they are. */
export function declarationAnswers({ random, on, place }: Occasion): Changes {
  const person = personAged(random, on, [20, 72])
  const birthplace = random.pick([place, ...place.formers]).name

  return {
    ...applicantIs(person, random),
    hasIdentityNumber: random.chance(0.7),
    birthplace: `${birthplace}, Hà Tĩnh`,
    dwelling: addressIn(place, random),
  }
}

const destinations = [
  { isAbroad: false, name: 'Phường Bến Thành, Thành phố Hồ Chí Minh' },
  { isAbroad: false, name: 'Khu công nghiệp VSIP, Bắc Ninh' },
  { isAbroad: false, name: 'Phường Hải Châu, Đà Nẵng' },
  { isAbroad: true, name: 'Tỉnh Aichi, Nhật Bản' },
  { isAbroad: true, name: 'Thành phố Đài Trung, Đài Loan' },
  { isAbroad: false, name: 'Xã Đại Đồng, Hà Nội' },
]

/** Away for a year and more to work, of military age, or, rarely, under a measure that asks for consent. */
export function absenceAnswers({ random, on, place }: Occasion): Changes {
  const absenceCase = random.weighted({ d: 65, c: 20, b: 15 })
  const from = addDays(on, random.int(2, 20))
  const months = { d: random.pick([13, 24, 36]), c: random.int(3, 11), b: 1 }[absenceCase]

  const { isAbroad, name: destination } = random.pick(destinations)

  return {
    ...applicantIs(personAged(random, on, absenceCase === 'c' ? [18, 25] : [18, 50]), random),
    absenceCase,
    ...(absenceCase === 'b' && {
      supervisor: 'Ủy ban nhân dân xã',
      measure: 'Quyết định áp dụng biện pháp của Tòa án',
    }),
    residence: addressIn(place, random),
    period: { from, to: addMonths(from, months) },
    destinationIs: isAbroad ? 'abroad' : 'vietnam',
    destination,
    reason: absenceCase === 'b' ? 'Đi chữa bệnh' : random.pick(['Đi làm', 'Đi lao động nước ngoài', 'Đi học']),
  }
}
