import { expect, test } from 'vitest'
import { behindIndicator, levers, meanTimes, percent, type QualityDossier, serviceQuality } from './service-quality.ts'
import { complaintClasses, complaintsBehind, type QualityComplaint } from './service-quality-complaints.ts'
import { complaintIndicatorIds, dossierIndicatorIds, indicatorIds } from './service-quality-indicators.ts'

let number = 0
/** An online dossier, resolved on time with its result and papers, unless a test says otherwise. */
const dossier = (changes: Partial<QualityDossier> = {}): QualityDossier => ({
  code: `D${++number}`,
  procedure: '1.004194',
  unit: '18634',
  received: '4',
  outcome: '9',
  fate: 'resolved',
  receivedAt: new Date('2026-11-02T02:00:00Z'),
  dueAt: new Date('2026-11-05T10:00:00Z'),
  endedAt: new Date('2026-11-05T02:00:00Z'),
  isOnline: true,
  waitsAgain: false,
  givesResult: true,
  hasResultFile: true,
  hasDigitalPaper: true,
  hasReusedPaper: false,
  fee: 7_000,
  isPaidOnline: true,
  isDisliked: false,
  taken: { unit: 'working_day', amount: { numerator: 1_200, denominator: 480 } },
  isEnded: true,
  ...changes,
})
const open = { outcome: '12', fate: 'open', endedAt: null, hasResultFile: false, isEnded: false, taken: null } as const
const ratesOf = (dossiers: QualityDossier[]) =>
  Object.fromEntries(serviceQuality(dossiers, 11, []).map(({ id, rate }) => [id, rate]))

test('the row of CLOCK §9 has 3 of 4 in time: 75.00 %', () => {
  const row = [
    dossier({ received: '6', outcome: '10' }),
    dossier(open),
    dossier({ received: '5', outcome: '9', fate: 'withdrawn' }),
    dossier({ outcome: '8' }),
  ]
  const [inTime] = serviceQuality(row, 11, [])

  expect(inTime).toMatchObject({ id: '2.1', numerator: 3, denominator: 4, rate: 75, points: 15 })
})

test('nothing to divide by is not applicable, and never a hundred', () => {
  expect(ratesOf([])).toEqual({
    2.1: null,
    3.2: 0,
    3.3: null,
    3.6: null,
    4.1: null,
    4.2: null,
    4.3: null,
    5.2: null,
    5.3: null,
    5.4: null,
  })
  expect(serviceQuality([], 0, []).map(({ points }) => points)).toEqual(
    Array.from({ length: indicatorIds.length }, () => null),
  )
})

test('rates are rounded half up from the exact fraction', () => {
  expect(percent({ numerator: 2, denominator: 3 })).toBe(66.67)
  expect(percent({ numerator: 1, denominator: 800 })).toBe(0.13)
  expect(percent({ numerator: 1, denominator: 16 })).toBe(6.25)
})

test('waiting on a second supplement counts as overdue, and answering it lifts two indicators', () => {
  const dossiers = [dossier(), dossier({ ...open, waitsAgain: true })]
  const [first] = levers(dossiers, new Date('2026-11-14T17:00:00Z'), false)

  expect(ratesOf(dossiers)).toMatchObject({ 2.1: 50, 5.4: 50 })
  expect(first).toMatchObject({ id: 'answer_again', indicator: '2.1', gainRate: 50, dossiers: [dossiers[1]?.code] })
  // 2.1: 10 of 20 more; 5.4: 50 % of a threshold of 90 % is 3.33 of 6, so 2.67 more.
  expect(first?.gainPoints).toBe(12.67)
})

test('a dossier both late and disliked counts in both, and satisfaction does not fall below 0', () => {
  expect(ratesOf([dossier(), dossier({ outcome: '10', isDisliked: true })])).toMatchObject({ 5.4: 0 })
  expect(ratesOf([dossier(), dossier(), dossier({ outcome: '10', isDisliked: true })])).toMatchObject({ 5.4: 33.33 })
  expect(ratesOf([dossier({ outcome: '10', isDisliked: true })])).toMatchObject({ 5.4: 0 })
})

test('what was carried over is in no cohort, and fees of 0 are in no denominator', () => {
  const dossiers = [
    dossier({ received: '6' }),
    dossier({ fee: 0, isPaidOnline: false }),
    dossier({ isPaidOnline: false }),
  ]

  expect(serviceQuality(dossiers, 11, []).find(({ id }) => id === '3.6')).toMatchObject({
    numerator: 0,
    denominator: 1,
  })
  expect(serviceQuality(dossiers, 11, []).find(({ id }) => id === '3.3')).toMatchObject({
    numerator: 2,
    denominator: 2,
  })
})

test('numerator and missing together are the denominator, for each indicator that counts dossiers', () => {
  const dossiers = [
    dossier(),
    dossier(open),
    dossier({ isOnline: false, received: '5' }),
    dossier({ isDisliked: true }),
  ]
  for (const id of dossierIndicatorIds) {
    const [all, met, missing] = (['denominator', 'numerator', 'missing'] as const).map((part) =>
      behindIndicator(dossiers, id, part).map(({ code }) => code),
    )
    expect([...(met ?? []), ...(missing ?? [])].sort(), id).toEqual([...(all ?? [])].sort())
  }
})

test('the mean time is of resolved dossiers only, in the unit of their term', () => {
  const hours = { unit: 'working_minute', amount: { numerator: 200, denominator: 60 } } as const
  const dossiers = [
    dossier(),
    dossier({ taken: null, fate: 'refused' }),
    dossier({ taken: hours }),
    dossier({ received: '6' }),
  ]

  expect(meanTimes(dossiers)).toEqual([
    { procedure: '1.004194', unit: 'working_day', resolved: 1, mean: 2.5 },
    { procedure: '1.004194', unit: 'working_minute', resolved: 1, mean: 3.33 },
  ])
})

test('a running period names what must still be finished in time', () => {
  const dossiers = [dossier(), dossier(open)]
  const kept = levers(dossiers, new Date('2026-11-14T17:00:00Z'), true).find(({ id }) => id === 'close_in_time')

  expect(kept).toMatchObject({ isKeeping: true, gainRate: 50 })
})

/** Answered in time, and nobody said what they think of it, unless a test says otherwise. */
const complaint = (changes: Partial<QualityComplaint> = {}): QualityComplaint => ({
  id: `C${++number}`,
  code: 'D1',
  unit: '18634',
  topic: 'slow',
  receivedAt: new Date('2026-11-02T02:00:00Z'),
  replyDueAt: new Date('2026-11-04T10:00:00Z'),
  repliedAt: new Date('2026-11-03T02:00:00Z'),
  answerDueAt: new Date('2026-11-23T10:00:00Z'),
  closedAt: new Date('2026-11-10T02:00:00Z'),
  isLate: false,
  isSatisfied: null,
  ...changes,
})
const withComplaints = (complaints: QualityComplaint[]) => serviceQuality([], 11, complaints)

test('complaints count in time when no date was missed, and for satisfaction less the late and the dissatisfied', () => {
  const complaints = [
    complaint(),
    complaint({ isSatisfied: true }),
    complaint({ isSatisfied: false }),
    complaint({ isLate: true, isSatisfied: true }),
  ]

  expect(withComplaints(complaints).filter(({ id }) => id === '5.2' || id === '5.3')).toMatchObject([
    { id: '5.2', numerator: 3, denominator: 4, rate: 75, points: null, isProvisional: false },
    { id: '5.3', numerator: 2, denominator: 4, rate: 50 },
  ])
  expect(withComplaints([complaint({ isLate: true, isSatisfied: false })])).toContainEqual(
    expect.objectContaining({ id: '5.3', numerator: 0, denominator: 1, rate: 0 }),
  )
  expect(withComplaints([complaint({ closedAt: null })])).toContainEqual(
    expect.objectContaining({ id: '5.2', rate: 100, isProvisional: true }),
  )
})

test('of complaints too, numerator and missing together are the denominator; classes are all of them', () => {
  const complaints = [complaint({ isLate: true }), complaint({ isSatisfied: false }), complaint({ topic: 'attitude' })]
  for (const id of complaintIndicatorIds) {
    const parts = (['numerator', 'missing'] as const).flatMap((part) => complaintsBehind(complaints, id, part))
    expect(parts.map(({ id: own }) => own).sort()).toEqual(complaints.map(({ id: own }) => own).sort())
  }
  expect(complaintClasses([...complaints, complaint({ topic: 'no longer offered' })])).toEqual([
    { topic: 'slow', count: 2 },
    { topic: 'attitude', count: 1 },
    { topic: 'other', count: 1 },
  ])
})
