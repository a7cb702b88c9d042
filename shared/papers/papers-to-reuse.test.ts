import { expect, test } from 'vitest'
import type { DossierEvent, EventActor, PaperMention } from '../dossiers/events.ts'
import { judgeReuse } from './papers-to-reuse.ts'

const officer: EventActor = { kind: 'staff', accountId: 'a1', name: 'Lê Thị Hạnh', role: 'commander', unit: '18634' }
const desk: EventActor = { kind: 'system', part: 'desk' }
const checkedAt = new Date('2026-11-20T17:30:00Z')

const paper = (id: string, kind = 'lease', more: Partial<PaperMention> = {}): PaperMention => ({
  id,
  kind,
  sha256: `hash of ${id}`,
  bytes: 9,
  type: 'image/jpeg',
  ...more,
})

/** As much of a log as decides: what came when, and how it ended. */
const log = (filed: PaperMention[], ...later: [action: string, actor: EventActor, papers?: PaperMention[]][]) =>
  [['submit', { kind: 'resident' }, filed] as const, ...later].map(([action, actor, papers], index) => ({
    seq: index + 1,
    action,
    actor,
    occurredAt: checkedAt,
    recordedAt: checkedAt,
    data: papers ? { papers } : {},
  })) as unknown as DossierEvent[]

const judge = (events: DossierEvent[], id = 'first', kind = 'lease', kept = ['first', 'second'], on = '2026-12-01') =>
  judgeReuse({ events, keptPapers: new Set(kept) }, id, kind, on)

const granted = log([paper('first')], ['resolve', officer])

test('what an officer granted may be used again for a year, counted from the local day', () => {
  expect(judge(granted)).toMatchObject({
    may: true,
    paper: { id: 'first', sha256: 'hash of first' },
    check: { verifiedBy: { name: 'Lê Thị Hạnh', unit: '18634' }, verifiedAt: checkedAt, until: '2027-11-21' },
  })
})

test.each([
  ['which is not in that dossier', judge(granted, 'other'), 'unknown'],
  ['of another kind', judge(granted, 'first', 'loan'), 'other_kind'],
  ['of a dossier that waits', judge(log([paper('first')])), 'not_checked'],
  ['of a dossier that was refused', judge(log([paper('first')], ['refuse', officer])), 'not_checked'],
  ['of a notice that the desk received by itself', judge(log([paper('first')], ['resolve', desk])), 'not_checked'],
  ['whose file is gone', judge(granted, 'first', 'lease', []), 'gone'],
  [
    'that agreed to one request',
    judge(log([paper('first', 'owner-consent')], ['resolve', officer]), 'first', 'owner-consent'),
    'never',
  ],
])('a paper %s is not used again', (_, judged, why) => {
  expect(judged).toEqual({ may: false, why })
})

test('of a kind that was sent anew after a request, only what came last was found good', () => {
  const mended = log(
    [paper('first'), paper('loan', 'loan')],
    ['answer_supplement', { kind: 'resident' }, [paper('second')]],
    ['resolve', officer],
  )

  expect(judge(mended)).toEqual({ may: false, why: 'replaced' })
  expect(judge(mended, 'second')).toMatchObject({ may: true })
  expect(judge(mended, 'loan', 'loan', ['loan'])).toMatchObject({ may: true })
})

test('a paper that was itself used again keeps the last day of its first check', () => {
  const before = {
    dossier: 'QUAY.42-260901-000001',
    paper: 'zero',
    verifiedBy: { accountId: 'a1', name: 'Lê Thị Hạnh', unit: '18634' },
    verifiedAt: '2026-09-01T02:00:00.000Z',
    until: '2027-09-01',
    consent: true as const,
  }
  const events = log([paper('first', 'lease', { reusedFrom: before })], ['resolve', officer])

  expect(judge(events)).toMatchObject({ may: true, check: { until: '2027-09-01' } })
  expect(judge(events, 'first', 'lease', ['first'], '2027-09-02')).toEqual({
    may: false,
    why: 'expired',
    until: '2027-09-01',
  })
})
