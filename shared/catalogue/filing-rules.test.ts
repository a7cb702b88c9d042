import { expect, test } from 'vitest'
import { channelOf } from './channel.ts'
import { checkAnswers } from './check-answers.ts'
import { consentsNeeded } from './consents.ts'
import { claimsExemption, feeOf, personsIn } from './fees.ts'
import { papersMissing, papersNeeded } from './papers.ts'
import { absenceDeclaration } from './procedures/absence-declaration.ts'
import { householdSeparation } from './procedures/household-separation.ts'
import { permanentResidence } from './procedures/permanent-residence.ts'
import { residenceConfirmation } from './procedures/residence-confirmation.ts'
import { residenceDeclaration } from './procedures/residence-declaration.ts'
import { temporaryDeletion } from './procedures/temporary-deletion.ts'
import { temporaryResidence } from './procedures/temporary-residence.ts'
import { withBroughtPaper } from './questions/brought-paper.ts'
import type { ProcedureVersion } from './types.ts'
import { officersVariants, termOf, variantOf } from './variant.ts'

const on = '2026-11-25'
const papers = (version: ProcedureVersion, change: Record<string, unknown>) =>
  papersMissing(version, { ...version.example, ...change }, []).map(({ kind }) => kind)
const consents = (version: ProcedureVersion, change: Record<string, unknown>) =>
  consentsNeeded(version, { ...version.example, ...change }, on).map(({ from }) => from)

test.each([
  ['a rented room', { dwellingKind: 'rent' }, ['lease']],
  ['a borrowed room', { dwellingKind: 'borrow' }, ['loan']],
  ['an own home that VNeID shows', { dwellingKind: 'own', ownershipProof: 'in-database' }, []],
  ['an own home that it does not show', { dwellingKind: 'own', ownershipProof: 'upload' }, ['dwelling-proof']],
  ['a relative who agrees in VNeID', { dwellingKind: 'relative', ownerConsentBy: 'vneid' }, []],
  ['a relative who agrees in writing', { dwellingKind: 'relative', ownerConsentBy: 'paper' }, ['owner-consent']],
  ['a list', { registrationMode: 'list', dwellingKind: 'rent' }, ['lease', 'list-request', 'list-forms']],
])('temporary residence in %s needs the papers %j', (_, change, expected) => {
  expect(papers(temporaryResidence, change)).toEqual(expect.arrayContaining(expected))
  expect(papers(temporaryResidence, change)).toHaveLength(expected.length)
})

test.each([
  ['an own home', { basis: 'own', relativesCase: undefined, ownershipProof: 'upload' }, ['dwelling-proof']],
  ['relatives', { basis: 'relatives' }, []],
  ['a rented home', { basis: 'rent', relativesCase: undefined }, ['notarised-lease', 'floor-area-proof']],
  ['a pagoda', { basis: 'religious', relativesCase: undefined }, ['commune-confirmation']],
  ['barracks', { basis: 'barracks', relativesCase: undefined }, ['unit-introduction']],
])('permanent residence with %s must bring %j', (_, change, expected) => {
  expect(papers(permanentResidence, change)).toEqual(expected)
})

test('a proof of kinship helps but is never required: the office looks it up', () => {
  const needed = papersNeeded(permanentResidence, permanentResidence.example)

  expect(needed.find(({ kind }) => kind === 'kinship-proof')?.optional).toBe(true)
})

test('one paper may be brought to the counter, and only one that the case calls for makes a difference', () => {
  const brought = { ...temporaryResidence.example, broughtPaper: 'lease' }

  expect(papersMissing(withBroughtPaper(temporaryResidence), brought, [])).toEqual([])
  expect(papersMissing(temporaryResidence, { ...brought, broughtPaper: 'loan' }, []).map(({ kind }) => kind)).toEqual([
    'lease',
  ])
  expect(checkAnswers(withBroughtPaper(temporaryResidence), brought, { on, allowDemoIdentities: true }).ok).toBe(true)
})

test('what arrived is no longer missing', () => {
  expect(papersMissing(temporaryResidence, temporaryResidence.example, ['lease'])).toEqual([])
})

const adult = { applicantBirthDate: '1990-01-01', joinsParentOrGuardian: undefined }
test.each([
  ['an adult’s own home', permanentResidence, { ...adult, basis: 'own', headIs: 'applicant' }, []],
  ['an adult joining relatives', permanentResidence, { ...adult }, ['head', 'owner']],
  ['a child under six joining its mother', permanentResidence, {}, ['guardian']],
  [
    'a child under six joining an aunt',
    permanentResidence,
    { joinsParentOrGuardian: false },
    ['head', 'owner', 'guardian'],
  ],
  ['an adult renting', permanentResidence, { ...adult, basis: 'rent' }, ['head', 'owner']],
  ['a pagoda', permanentResidence, { ...adult, basis: 'religious' }, ['owner']],
  ['a home for the aged', permanentResidence, { ...adult, basis: 'social' }, ['head', 'owner']],
  ['barracks', permanentResidence, { ...adult, basis: 'barracks' }, []],
  ['a household separated by agreement', householdSeparation, {}, ['head', 'owner']],
  ['a household separated after divorce', householdSeparation, { separationCase: 'divorce' }, []],
  ['a rented room', temporaryResidence, { hasMembers: false, members: undefined }, []],
  ['a rented room with a child', temporaryResidence, {}, ['guardian']],
  ['a relative’s home', temporaryResidence, { dwellingKind: 'relative', members: [] }, ['owner']],
])('%s needs the agreement of %j', (_, version, change, expected) => {
  expect(consents(version, change)).toEqual(expected)
})

test('a list costs per person, everything else per registration; exempt people pay nothing', () => {
  const listPeople = [{}, {}, {}]

  expect(feeOf(temporaryResidence, 'list', 'online', personsIn({ listPeople }))).toBe(15_000)
  expect(feeOf(temporaryResidence, 'list', 'counter', personsIn({ listPeople }))).toBe(30_000)
  expect(feeOf(temporaryResidence, 'list', 'online', 0)).toBe(5_000)
  expect(feeOf(temporaryResidence, null, 'online', 4)).toBe(7_000)
  expect(feeOf(permanentResidence, null, 'online', 1, claimsExemption(permanentResidence.example))).toBe(0)
  expect(claimsExemption(temporaryResidence.example)).toBe(false)
  expect(claimsExemption({})).toBe(false)
})

test('answers choose a variant, officers the others, and each has its term', () => {
  expect(variantOf(temporaryResidence, { registrationMode: 'list' })).toBe('list')
  expect(variantOf(temporaryResidence, { registrationMode: 'household' })).toBeNull()
  expect(variantOf(residenceDeclaration, { hasIdentityNumber: false })).toBe('not-in-national-db')
  expect(termOf(residenceDeclaration, 'not-in-national-db-complex')).toEqual({ unit: 'calendar_day', value: 60 })
  expect(officersVariants(residenceConfirmation).map(({ id }) => id)).toEqual(['needs-verification'])
  expect(termOf(residenceConfirmation, 'needs-verification')).toEqual({ unit: 'working_day', value: 3 })
  expect(officersVariants(temporaryDeletion).map(({ id }) => id)).toEqual(['reported-by-database'])
  expect(termOf(absenceDeclaration, variantOf(absenceDeclaration, { absenceCase: 'c' }))).toEqual({
    unit: 'immediate',
    value: 0,
  })
  expect(termOf(absenceDeclaration, variantOf(absenceDeclaration, { absenceCase: 'a' }))).toEqual({
    unit: 'working_day',
    value: 1,
  })
})

test('this desk is a lawful channel for the declarations of absence c and d, and not for a and b', () => {
  expect(channelOf(absenceDeclaration, { absenceCase: 'd' }).status).toBe('legal')
  expect(channelOf(absenceDeclaration, { absenceCase: 'a' }).status).toBe('portal_only')
  expect(channelOf(temporaryDeletion, {}).status).toBe('portal_only')
  expect(channelOf(temporaryResidence, {}).status).toBe('intake')
})
