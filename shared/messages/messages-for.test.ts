import { expect, test } from 'vitest'
import type { DossierEvent, EventActor, EventData } from '../dossiers/events.ts'
import type { DossierAction } from '../dossiers/transitions.ts'
import { messagesFor } from './messages-for.ts'

const at = new Date('2026-11-24T02:00:00Z')
const dates = { receptionDueAt: new Date('2026-11-24T10:00:00Z'), dueAt: new Date('2026-11-27T10:00:00Z') }
const officer: EventActor = { kind: 'staff', accountId: '1', name: 'Hạnh', role: 'officer', unit: '18634' }
const event = <A extends DossierAction>(action: A, data: Partial<EventData[A]>, actor: EventActor = officer, seq = 4) =>
  ({ seq, action, actor, occurredAt: at, recordedAt: at, data }) as unknown as DossierEvent

test('an accepted dossier is told of with its due date, once per event', () => {
  expect(messagesFor(event('accept', {}), dates)).toEqual([
    { template: 'accepted', facts: { dueAt: '2026-11-27T10:00:00.000Z' }, dedupe: 'accept:4' },
  ])
})

test('a notice that the desk accepts and ends by itself is told of once', () => {
  const desk: EventActor = { kind: 'system', part: 'desk' }
  const said = [
    event('submit', {}, { kind: 'resident' }, 1),
    event('accept', {}, desk, 2),
    event('resolve', {}, desk, 3),
    event('hand_over', {}, desk, 4),
  ].flatMap((each) => messagesFor(each, { receptionDueAt: null, dueAt: at }))

  expect(said.map(({ template }) => template)).toEqual(['notice_received'])
})

test('a fee is told of with its amount', () => {
  expect(messagesFor(event('request_payment', { amount: 15_000 }), dates)).toMatchObject([
    { template: 'payment_asked', facts: { amount: '15000' } },
  ])
})

test.each(['claim', 'release', 'propose', 'send_back', 'deliver', 'withdraw', 'rate'] as const)(
  'nobody is told of “%s”',
  (action) => {
    expect(messagesFor(event(action, {}), dates)).toEqual([])
  },
)
