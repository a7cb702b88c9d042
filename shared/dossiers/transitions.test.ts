import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  allowedActions,
  type DossierAction,
  type DossierState,
  dossierActions,
  dossierStates,
  isEnded,
  nextState,
  quietActions,
} from './transitions.ts'

/** Walks a dossier from its filing; steps that the table does not allow are left out, as the desk refuses them. */
function walk(actions: readonly DossierAction[]) {
  let state: DossierState = 'submitted'
  let isAccepted = false
  const path: DossierState[] = [state]
  for (const action of actions) {
    const next = nextState({ state, isAccepted }, action)
    if (!next) continue
    isAccepted ||= action === 'accept'
    state = next
    path.push(state)
  }

  return { state, isAccepted, path }
}

const sequences = fc.array(fc.constantFrom(...dossierActions), { maxLength: 40 })

test('every sequence of actions leaves a state of the table', () => {
  fc.assert(
    fc.property(sequences, (actions) => {
      expect(dossierStates).toContain(walk(actions).state)
    }),
  )
})

test('what has ended never begins again', () => {
  fc.assert(
    fc.property(sequences, (actions) => {
      const { path } = walk(actions)
      const ended = path.findIndex(isEnded)
      if (ended >= 0) expect(path.slice(ended).every(isEnded)).toBe(true)
    }),
  )
})

test('nothing is decided before it was accepted', () => {
  fc.assert(
    fc.property(sequences, (actions) => {
      const { path, isAccepted } = walk(actions)
      if (
        path.some((state) =>
          ['accepted', 'processing', 'proposed', 'resolved', 'refused', 'payment_due'].includes(state),
        )
      ) {
        expect(isAccepted).toBe(true)
      }
    }),
  )
})

test('no state is a dead end: from each open one an end can be reached', () => {
  for (const start of dossierStates.filter((state) => !isEnded(state))) {
    const reached = new Set<DossierState>([start])
    for (const state of reached) {
      for (const action of dossierActions) {
        for (const isAccepted of [false, true]) {
          const next = nextState({ state, isAccepted }, action)
          if (next) reached.add(next)
        }
      }
    }
    expect([...reached].some(isEnded), start).toBe(true)
  }
})

test('a supplement asked before acceptance returns to the queue of the new, one asked later to the work', () => {
  expect(nextState({ state: 'need_supplement', isAccepted: false }, 'answer_supplement')).toBe('submitted')
  expect(nextState({ state: 'need_supplement', isAccepted: true }, 'answer_supplement')).toBe('processing')
})

test('what the calendar, a warning, a letter, another body or whoever is asked to agree does changes no state', () => {
  const stateless = [...quietActions, 'extend', 'begin_agency_check', 'end_agency_check'] as const
  for (const state of dossierStates) {
    for (const action of stateless.filter((each) => each !== 'deliver')) {
      const next = nextState({ state, isAccepted: true }, action)
      expect(next ?? state, `${action} in ${state}`).toBe(state)
      if (isEnded(state)) expect(next, `${action} in ${state}`).toBeUndefined()
    }
  }
})

test('nobody proposes, signs or transfers what waits for the resident', () => {
  expect(allowedActions('need_supplement')).not.toEqual(expect.arrayContaining(['propose']))
  expect(nextState({ state: 'need_supplement', isAccepted: true }, 'resolve')).toBeUndefined()
})
