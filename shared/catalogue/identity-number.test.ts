import { expect, test } from 'vitest'
import { answerWarnings } from './answer-warnings.ts'
import { identityDoubts, identityFault, isPassportNumber, provinceCodes } from './identity-number.ts'
import { isPhoneNumber, normalizePhone } from './phone-number.ts'

test.each([
  ['042195000001', undefined],
  ['001099012345', undefined],
  ['096303012345', undefined],
  ['124090012345', undefined],
  ['000195000001', 'identity_place'],
  ['097195000001', 'identity_place'],
  ['04219500000', 'identity_format'],
  ['0421950000012', 'identity_format'],
  ['04219500000a', 'identity_format'],
  ['٠٤٢١٩٥٠٠٠٠٠١', 'identity_format'],
  ['', 'identity_format'],
])('%j: %s', (number, fault) => {
  expect(identityFault(number)).toBe(fault)
})

test('the demonstration province passes only when it is allowed, and there are 63 real ones', () => {
  expect(identityFault('000195000001', { allowDemo: true })).toBeUndefined()
  expect(new Set(provinceCodes).size).toBe(63)
})

test.each([
  ['042195000001', 'female', '1995-08-20', []],
  ['042095000001', 'male', '1995-08-20', []],
  ['042219000001', 'male', '2019-03-12', []],
  ['042319000001', 'female', '2019-03-12', []],
  ['042195000001', 'male', '1995-08-20', ['identity_gender']],
  ['042195000001', 'female', '1996-08-20', ['identity_birth_year']],
  ['042195000001', 'male', '2095-08-20', ['identity_gender', 'identity_birth_year']],
  ['042195000001', undefined, undefined, []],
  ['B1234567', 'male', '1995-08-20', []],
])('%s of a %s born %s raises %j', (number, gender, birthDate, doubts) => {
  expect(identityDoubts(number, { gender, birthDate })).toEqual(doubts)
})

test('doubts name the person they concern, and stop nothing', () => {
  const warnings = answerWarnings({
    applicantIdentity: '000195000001',
    applicantGender: 'male',
    applicantBirthDate: '1995-01-01',
    members: [
      { identity: '000219000002', gender: 'male', birthDate: '2019-03-12' },
      { identity: '000219000003', gender: 'male', birthDate: '2018-03-12' },
    ],
    guests: 'nobody',
  })

  expect(warnings.map(({ path, code }) => `${path.join('/')} ${code}`)).toEqual([
    'applicantIdentity identity_gender',
    'members/1/identity identity_birth_year',
  ])
})

test.each([
  ['B1234567', true],
  ['C01X00T47', true],
  ['123456789', true],
  ['1234567890', false],
  ['ABCDEFG', false],
  ['b1234567', false],
  ['B12', false],
])('%j is a passport number: %s', (text, isOne) => {
  expect(isPassportNumber(text)).toBe(isOne)
})

test.each([
  ['0912345678', true],
  ['+84912345678', true],
  ['0084 912 345 678', true],
  ['+84 0912 345 678', true],
  ['(0239) 385-5555', true],
  ['0212345678', true],
  ['0412345678', false],
  ['09123456789', false],
  ['912345678', false],
  ['+1 202 555 0100', false],
  ['', false],
])('%j is a phone number of Việt Nam: %s', (text, isOne) => {
  expect(isPhoneNumber(normalizePhone(text))).toBe(isOne)
})
