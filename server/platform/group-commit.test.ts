import { expect, test } from 'vitest'
import { groupCommit } from './group-commit.ts'

/** A database that says which groups it was given, and answers only when it is told to. */
function slowStore(refuse: (item: string) => Error | undefined = () => undefined) {
  const groups: string[][] = []
  const open: (() => void)[] = []
  const commit = groupCommit<string, string>({
    most: 3,
    async store(items) {
      groups.push([...items])
      await new Promise<void>((resume) => open.push(resume))
      const refusal = items.map(refuse).find((error) => error !== undefined)
      if (refusal) throw refusal

      return items.map((item) => `${item} stored`)
    },
  })
  const settleAll = async <T>(answers: Promise<T>[]) => {
    const settled = Promise.allSettled(answers)
    let done = false
    void settled.then(() => {
      done = true
    })
    while (!done) {
      open.splice(0).forEach((resume) => {
        resume()
      })
      await new Promise(setImmediate)
    }

    return settled
  }

  return { groups, commit, settleAll }
}

test('what comes while two groups are under way goes together with the next, each with its own answer', async () => {
  const { groups, commit, settleAll } = slowStore()

  const answers = await settleAll(['a', 'b', 'c', 'd', 'e', 'f'].map(commit))

  expect(groups).toEqual([['a'], ['b'], ['c', 'd', 'e'], ['f']])
  expect(answers.map((answer) => answer.status === 'fulfilled' && answer.value)).toEqual(
    ['a', 'b', 'c', 'd', 'e', 'f'].map((item) => `${item} stored`),
  )
})

test('nobody fails for another’s fault: a refused group is stored one by one', async () => {
  const { groups, commit, settleAll } = slowStore((item) => (item === 'd' ? new Error('not free') : undefined))

  const answers = await settleAll(['a', 'b', 'c', 'd', 'e'].map(commit))

  expect(groups.slice(2)).toEqual([['c', 'd', 'e'], ['c'], ['d'], ['e']])
  expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'fulfilled'])
})

test('when PostgreSQL is away all of a group hear it at once', async () => {
  const { groups, commit, settleAll } = slowStore(() => new Error('Connection terminated unexpectedly'))

  const answers = await settleAll(['a', 'b', 'c', 'd'].map(commit))

  expect(groups).toEqual([['a'], ['b'], ['c', 'd']])
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'rejected'])
})
