import { expect, test } from 'vitest'
import type { DossierEvent, PaperMention, ReusedFrom } from '#shared/dossiers/events.ts'
import { unfoundedReuse } from './reused-papers.ts'

const checkedAt = new Date('2026-11-20T02:00:00Z')
const filedAt = new Date('2026-12-01T02:00:00Z')
const officer = { kind: 'staff', accountId: 'a1', name: 'Lê Thị Hạnh', role: 'commander', unit: '18634' }
const lease = { id: 'old', kind: 'lease', sha256: 'aa', bytes: 9, type: 'image/jpeg' }
const earlier = new Map([
  [
    'QUAY-1',
    [
      { action: 'submit', actor: { kind: 'resident' }, data: { papers: [lease] } },
      { action: 'resolve', actor: officer, data: {} },
    ].map((event, index) => ({
      ...event,
      seq: index + 1,
      occurredAt: checkedAt,
      recordedAt: checkedAt,
    })) as unknown as DossierEvent[],
  ],
])

const used = (from: Partial<ReusedFrom> = {}, paper: Partial<PaperMention> = {}): PaperMention => ({
  ...lease,
  id: 'new',
  ...paper,
  reusedFrom: {
    dossier: 'QUAY-1',
    paper: 'old',
    verifiedBy: { accountId: 'a1', name: 'Lê Thị Hạnh', unit: '18634' },
    verifiedAt: checkedAt.toISOString(),
    until: '2027-11-20',
    consent: true,
    ...from,
  },
})

test('a paper that was used again rests on the earlier dossier’s own log', () => {
  expect(unfoundedReuse(used(), filedAt, earlier)).toBeUndefined()
  expect(unfoundedReuse({ ...lease, id: 'sent' }, filedAt, earlier)).toBeUndefined()
})

test.each([
  ['a dossier that is not there', used({ dossier: 'QUAY-2' }), 'there is no dossier QUAY-2'],
  ['a paper that it never had', used({ paper: 'other' }), 'did not let it (unknown)'],
  ['another kind', used({}, { kind: 'loan' }), 'did not let it (other_kind)'],
  ['other bytes', used({}, { sha256: 'bb' }), 'other bytes'],
  ['another officer', used({ verifiedBy: { accountId: 'a2', name: 'Ai Đó', unit: '18634' } }), 'somebody else checked'],
  ['another day', used({ until: '2028-11-20' }), 'it counts until 2027-11-20'],
])('verify finds one that names %s', (_, paper, fault) => {
  expect(unfoundedReuse(paper, filedAt, earlier)).toContain(fault)
})

test('verify finds one that was used before it was checked', () => {
  expect(unfoundedReuse(used(), new Date('2026-11-19T02:00:00Z'), earlier)).toContain('did not let it')
})
