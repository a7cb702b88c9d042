import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextPaymentState, type PaymentAction, type PaymentState } from './transitions.ts'

/** Every state in turn, from the asking on; what makes no sense is passed over. */
function run(actions: readonly PaymentAction[]): PaymentState[] {
  const states: PaymentState[] = ['requested']
  for (const action of actions) {
    const state = states.at(-1) ?? 'requested'
    states.push(nextPaymentState(state, action) ?? state)
  }

  return states
}

const notices = fc.array(fc.constantFrom<PaymentAction>('tell', 'confirm', 'fail', 'expire'), { maxLength: 12 })

test('in whatever order and however often notices come, money that arrived is paid, and only such money', () => {
  fc.assert(
    fc.property(notices, (actions) => {
      expect(run(actions).at(-1) === 'paid').toBe(actions.includes('confirm'))
    }),
  )
})

test('a payment becomes paid once at most', () => {
  fc.assert(
    fc.property(notices, (actions) => {
      const states = run(actions)
      const arrivals = states.filter((state, at) => state === 'paid' && states[at - 1] !== 'paid')
      expect(arrivals.length).toBeLessThanOrEqual(1)
    }),
  )
})

test('who said that the money was sent waits for the bank and is never told that it is too late', () => {
  expect(nextPaymentState('waiting_bank', 'expire')).toBeUndefined()
  expect(run(['tell', 'tell', 'confirm'])).toEqual(['requested', 'waiting_bank', 'waiting_bank', 'paid'])
})

test('what went back to the payer stays there, whatever the bank repeats', () => {
  expect(run(['confirm', 'refund', 'confirm', 'fail', 'refund']).at(-1)).toBe('refunded')
})
