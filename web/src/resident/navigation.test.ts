import { expect, test } from 'vitest'
import { addressOf, readPlace } from './navigation.ts'

test.each([
  ['/nop/1.004194', { step: '', toCheck: false }],
  ['/nop/1.004194/', { step: '', toCheck: false }],
  ['/nop/1.004194/applicant', { step: 'applicant', toCheck: false }],
  ['/nop/1.004194/applicant?ve=kiem-tra', { step: 'applicant', toCheck: true }],
  ['/nop/1.004194/members/members/2?ve=kiem-tra', { step: 'members', field: 'members', index: 2, toCheck: true }],
  ['/nop/1.004194/members/members/x', { step: 'members', toCheck: false }],
])('%s is read and written again', (address, place) => {
  expect(readPlace(address)).toEqual(place)
  if (!address.endsWith('/') && !address.endsWith('x') && place.step)
    expect(addressOf('1.004194', place.step, place)).toBe(address)
})
