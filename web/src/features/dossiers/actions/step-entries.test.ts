import { expect, test } from 'vitest'
import { openSteps, stepEntries, stepForKey } from './step-entries.ts'

const dossier = {
  state: 'submitted' as const,
  allowed: [],
  fee: 0,
  paid: false,
  variant: null,
  variants: [],
  letter: null,
  agencyCheck: null,
}

test('E takes a free dossier first, and accepts it when it is in one’s hands', () => {
  expect(stepForKey(openSteps({ ...dossier, allowed: ['claim', 'accept', 'refuse'] }), 'take')).toBe('claim')
  expect(stepForKey(openSteps({ ...dossier, allowed: ['release', 'accept', 'refuse'] }), 'take')).toBe('accept')
})

test('a key without an open step does nothing', () => {
  expect(stepForKey(openSteps({ ...dossier, allowed: ['claim'] }), 'grant')).toBeUndefined()
})

test('what waits for the signature is not claimed first', () => {
  expect(openSteps({ ...dossier, state: 'proposed', allowed: ['claim', 'resolve', 'send_back'] })).toEqual([
    'resolve',
    'send_back',
  ])
})

test('no fee is asked for where there is none, or where it was paid', () => {
  expect(openSteps({ ...dossier, allowed: ['request_payment'] })).toEqual([])
  expect(openSteps({ ...dossier, allowed: ['request_payment'], fee: 20_000 })).toEqual(['request_payment'])
  expect(openSteps({ ...dossier, allowed: ['request_payment'], fee: 20_000, paid: true })).toEqual([])
})

test('the term can be changed only to another one', () => {
  const verified = { id: 'verify', name: { vi: 'Phải xác minh', en: 'To be verified' } }

  expect(openSteps({ ...dossier, allowed: ['change_variant'], variants: [verified], variant: verified })).toEqual([])
  expect(openSteps({ ...dossier, allowed: ['change_variant'], variants: [verified] })).toEqual(['change_variant'])
})

test('a letter is offered while one may be sent, and a check by another body is begun before it is ended', () => {
  const accepted = {
    ...dossier,
    state: 'processing' as const,
    allowed: ['extend', 'begin_agency_check', 'end_agency_check'] as const,
  }
  const open = { agency: 'Công an phường Thành Sen', reason: 'Xác minh', since: new Date(0) }

  expect(openSteps({ ...accepted, allowed: [...accepted.allowed] })).toEqual(['begin_agency_check'])
  expect(
    openSteps({
      ...accepted,
      allowed: [...accepted.allowed],
      agencyCheck: open,
      letter: { sendBy: new Date(0), standing: 'proposed' },
    }),
  ).toEqual(['end_agency_check', 'extend'])
})

test('steps share a key only where one follows the other', () => {
  const entries = Object.entries(stepEntries)
  const keys = new Set(entries.flatMap(([, { key }]) => key ?? []))
  const sharing = [...keys].map((key) => entries.filter(([, entry]) => entry.key === key).map(([name]) => name))

  expect(sharing.filter(({ length }) => length > 1)).toEqual([
    ['claim', 'accept'],
    ['record_payment', 'request_payment'],
    ['end_agency_check', 'begin_agency_check'],
  ])
})
