import { expect, test } from 'vitest'
import type { Confirmation } from '../dossiers/assisted-by.ts'
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

test('the applicant is told of an agreement that does not come, and not of one that does', () => {
  const person = { request: 'r', role: 'head', answersSha256: '' } as const
  const desk: EventActor = { kind: 'system', part: 'consents' }
  const toldOf = (agrees: boolean, by: 'link' | 'counter') =>
    messagesFor(event('answer_consent', { ...person, agrees, by }, desk), dates).map(({ template }) => template)

  expect([toldOf(false, 'link'), toldOf(true, 'link'), toldOf(false, 'counter')]).toEqual([['consent_missing'], [], []])
  const silence = event('end_consent', { ...person, reason: 'not_answered' }, desk)
  expect(messagesFor(silence, { ...dates, dueAt: null })).toMatchObject([
    { template: 'consent_missing', dedupe: 'end_consent:4' },
  ])
  expect(messagesFor(silence, dates)).toEqual([])
  expect(messagesFor(event('end_consent', { ...person, reason: 'not_needed' }, desk), dates)).toEqual([])
})

test('the tracking key is told only to whoever proved the own address with digits at a helper’s device', () => {
  const toldOf = (confirmedBy: Confirmation) =>
    messagesFor(
      event(
        'submit',
        { assistedBy: { role: 'helper', unit: '18634', accountId: 'a', confirmedBy } },
        { kind: 'resident' },
      ),
      dates,
    ).map(({ template, recipient }) => [template, recipient])

  expect(messagesFor(event('submit', {}), dates).map(({ template }) => template)).toEqual(['filed'])
  expect(toldOf('typed_name')).toEqual([['filed', undefined]])
  expect(toldOf('one_time_password')).toEqual([
    ['filed', undefined],
    ['tracking_key', 'proved_applicant'],
  ])
})

test.each(['claim', 'release', 'propose', 'send_back', 'deliver', 'withdraw', 'rate'] as const)(
  'nobody is told of “%s”',
  (action) => {
    expect(messagesFor(event(action, {}), dates)).toEqual([])
  },
)
