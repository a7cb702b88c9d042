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

test('a supervisor sends on what stands in the province’s own queue, or refuses it, until somebody accepts it', () => {
  const supervisor = staff('supervisor', ['42', '18634'])
  const inOwnQueue = (isAccepted: boolean) =>
    everything.filter((action) => may(supervisor, action, { unit: '42', isAccepted })).sort()

  expect(inOwnQueue(false)).toEqual(['read', 'refuse', 'transfer'])
  expect(inOwnQueue(true)).toEqual(['read'])
  expect(may(supervisor, 'transfer', { unit: '18634', isAccepted: false })).toBe(false)
  for (const role of ['officer', 'commander'] as const) {
    expect(may(staff(role, ['18634']), 'read', { unit: '42', isAccepted: false })).toBe(false)
    expect(mayUse(staff(role, ['18634']), 'route_undecided')).toBe(false)
  }
  expect(mayUse(supervisor, 'route_undecided')).toBe(true)
})

test('a notice that had to find its commune is received by the part for notices, and by no other', () => {
  const part = (name: string): Actor => ({ kind: 'system', part: name, units: ['18634'] })
  const here = { unit: '18634', isAccepted: false }

  for (const action of ['accept', 'resolve', 'hand_over'] as const) {
    expect(may(part('notices'), action, here)).toBe(true)
    expect(may(part('desk'), action, here)).toBe(false)
  }
  expect(may(part('notices'), 'refuse', here)).toBe(false)
})

test('an administrator sees no dossier', () => {
  expect(
    everything.filter((action) => may(staff('administrator', []), action, { unit: '18634', isAccepted: true })),
  ).toEqual([])
})

test('a helper takes no step and reads no dossier, not even within the own commune, and uses one part of the desk', () => {
  const helper = staff('helper', ['18634'])
  const here = { unit: '18634', isAccepted: true }

  expect(everything.filter((action) => may(helper, action, here))).toEqual([])
  expect(mayUse(helper, 'assist_residents')).toBe(true)
  for (const part of ['see_queue', 'file_at_counter', 'see_reports', 'see_archive', 'call_residents'] as const) {
    expect(mayUse(helper, part), part).toBe(false)
  }
  for (const role of roles.filter((each) => each !== 'helper')) {
    expect(mayUse(staff(role, ['18634']), 'assist_residents'), role).toBe(false)
  }
})

test('the desk itself does its housekeeping in the units it works for, and takes nobody’s step', () => {
  const desk: Actor = { kind: 'system', part: 'desk', units: ['18634'] }
  const here = { unit: '18634', isAccepted: true }

  expect(everything.filter((action) => may(desk, action, here))).toEqual([
    'read',
    'deliver',
    'move_date',
    'warn',
    'ask_consent',
    'answer_consent',
    'end_consent',
  ])
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
