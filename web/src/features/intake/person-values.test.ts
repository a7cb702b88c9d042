import { expect, test } from 'vitest'
import { faultsOf, formValues, nobody, personOnCard } from './person-values.ts'

test('what a card says fills the form in as somebody would have typed it', () => {
  const person = personOnCard({
    identity: '000195000001',
    name: 'Nguyễn Thị Minh Anh',
    birthDate: '1995-08-20',
    gender: 'female',
  })
  expect(formValues(person)).toEqual({
    applicantName: 'Nguyễn Thị Minh Anh',
    applicantIdentity: '000 195 000 001',
    applicantBirthDate: { day: '20', month: '08', year: '1995' },
    applicantGender: 'female',
  })
})

test('what is empty is left to the form, and is no fault', () => {
  expect(formValues(nobody)).toEqual({})
  expect(faultsOf(nobody)).toEqual({})
})

test.each(['20/8/1995', '20-08-1995', '20081995', '20 8 1995'])('a birth typed as %s is understood', (birth) => {
  expect(faultsOf({ ...nobody, birth })).toEqual({})
  expect(formValues({ ...nobody, birth }).applicantBirthDate).toMatchObject({ day: '20', year: '1995' })
})

test.each([
  ['identity', '00019500000'],
  ['birth', '31/02/1995'],
  ['birth', '1995'],
])('a wrong %s says what to do: %s', (part, typed) => {
  expect(Object.keys(faultsOf({ ...nobody, [part]: typed }))).toEqual([part])
})
