import { expect, test } from 'vitest'
import { dossierActions } from '../dossiers/transitions.ts'
import { type Actor, may, mayUse, type OnDossier } from './policy.ts'
import { roles } from './schemas.ts'

const staff = (role: (typeof roles)[number], units: string[]): Actor => ({
  kind: 'staff',
  accountId: 'a',
  username: 'u',
  name: 'N',
  role,
  unit: units[0] ?? '42',
  units,
})
const everything: OnDossier[] = ['read', ...dossierActions]

test('nobody touches a dossier outside the communes of today’s posting', () => {
  for (const role of roles) {
    for (const action of everything) {
      expect(may(staff(role, ['18073']), action, { unit: '18634', isAccepted: true }), `${role} ${action}`).toBe(false)
    }
  }
})

test('only the head of the unit signs, and refuses what was accepted', () => {
  const here = { unit: '18634', isAccepted: true }
  for (const action of ['resolve', 'send_back', 'refuse'] as const) {
    expect(may(staff('officer', ['18634']), action, here)).toBe(false)
    expect(may(staff('commander', ['18634']), action, here)).toBe(true)
  }
  expect(may(staff('officer', ['18634']), 'refuse', { unit: '18634', isAccepted: false })).toBe(true)
})

test('a supervisor reads every commune of the province and changes nothing', () => {
  const supervisor = staff('supervisor', ['18634', '18073'])
  expect(everything.filter((action) => may(supervisor, action, { unit: '18073', isAccepted: true }))).toEqual(['read'])
})

test('an administrator sees no dossier', () => {
  expect(
    everything.filter((action) => may(staff('administrator', []), action, { unit: '18634', isAccepted: true })),
  ).toEqual([])
})

test('the desk itself does its housekeeping in the units it works for, and takes nobody’s step', () => {
  const desk: Actor = { kind: 'system', part: 'desk', units: ['18634'] }
  const here = { unit: '18634', isAccepted: true }

  expect(everything.filter((action) => may(desk, action, here))).toEqual(['read', 'deliver', 'move_date', 'warn'])
  expect(everything.filter((action) => may(desk, action, { ...here, unit: '18073' }))).toEqual([])
  expect(mayUse(desk, 'see_queue')).toBe(false)
})

test('a fee that the bank says has arrived is recorded by the part that listens to banks, and by no other', () => {
  const dossier = { unit: '18634', isAccepted: true }

  expect(may({ kind: 'system', part: 'payments', units: ['18634'] }, 'record_payment', dossier)).toBe(true)
  expect(may({ kind: 'system', part: 'payments', units: ['18634'] }, 'resolve', dossier)).toBe(false)
  expect(may({ kind: 'system', part: 'payments', units: ['18073'] }, 'record_payment', dossier)).toBe(false)
})

test('a resident may read, mend, withdraw and rate, and nothing that is the office’s', () => {
  const resident: Actor = { kind: 'resident', sender: 's' }
  expect(everything.filter((action) => may(resident, action, { unit: '18634', isAccepted: true })).sort()).toEqual([
    'answer_supplement',
    'rate',
    'read',
    'withdraw',
  ])
  expect(mayUse(resident, 'see_queue')).toBe(false)
})
