import { isUnavailable } from './db.ts'

/** How a group is stored, and how large it may grow. */
export interface GroupCommit<Item, Answer> {
  /** Stores all of them in one transaction and answers in their order, or rejects and has stored none. */
  store: (items: readonly Item[]) => Promise<Answer[]>
  /** Groups under way at the same time. */
  atOnce?: number
  most?: number
}

/**
 * Lets writes that come at the same time share one transaction, and so one round trip and one sync to disk: whoever
 * comes while groups are under way waits and goes with the next. Alone, nobody waits.
 *
 * Each caller's promise settles after COMMIT, as if it had been alone. When a group is refused, its members are stored
 * one by one, so that nobody fails for another's fault; each must be safe to run twice. When PostgreSQL is away all
 * of a group hear it at once.
 */
export function groupCommit<Item, Answer>({ store, atOnce = 2, most = 32 }: GroupCommit<Item, Answer>) {
  const waiting: Member<Item, Answer>[] = []
  let running = 0

  const next = () => {
    while (running < atOnce && waiting.length > 0) {
      running += 1
      void settle(waiting.splice(0, most)).finally(() => {
        running -= 1
        next()
      })
    }
  }

  const settle = async (group: Member<Item, Answer>[]) => {
    try {
      const answers = await store(group.map(({ item }) => item))
      group.forEach((member, index) => {
        member.resolve(answers[index] as Answer)
      })
    } catch (error) {
      if (group.length === 1 || isUnavailable(error)) {
        for (const { reject } of group) reject(error)

        return
      }
      await Promise.all(group.map((member) => settle([member])))
    }
  }

  return (item: Item): Promise<Answer> =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      next()
    })
}

interface Member<Item, Answer> {
  item: Item
  resolve: (answer: Answer) => void
  reject: (error: unknown) => void
}
