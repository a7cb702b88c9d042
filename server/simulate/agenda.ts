/** Things to be done, the earliest first; of those with one time the one that was added first. */
export interface Agenda<T> {
  add(at: number, item: T): void
  /** The time of the first thing, or undefined when nothing is left. */
  next(): number | undefined
  /** Takes out all that are due before `end`, in their order. */
  takeBefore(end: number): T[]
}

/** A binary heap. */
export function openAgenda<T>(): Agenda<T> {
  const heap: Entry<T>[] = []
  let added = 0

  const swapUp = (index: number) => {
    for (let child = index; child > 0; ) {
      const parent = (child - 1) >> 1
      if (!swapIfLater(heap, parent, child)) return
      child = parent
    }
  }
  const swapDown = () => {
    for (let parent = 0; ; ) {
      const left = parent * 2 + 1
      const child = left + 1 < heap.length && isLater(heap[left], heap[left + 1]) ? left + 1 : left
      if (child >= heap.length || !swapIfLater(heap, parent, child)) return
      parent = child
    }
  }
  const takeFirst = (): T | undefined => {
    const [first] = heap
    const last = heap.pop()
    if (heap.length > 0 && last) {
      heap[0] = last
      swapDown()
    }

    return first?.item
  }

  return {
    add(at, item) {
      heap.push({ at, order: added++, item })
      swapUp(heap.length - 1)
    },
    next: () => heap[0]?.at,
    takeBefore(end) {
      const taken: T[] = []
      while (heap[0] && heap[0].at < end) {
        const item = takeFirst()
        if (item !== undefined) taken.push(item)
      }

      return taken
    },
  }
}

interface Entry<T> {
  at: number
  order: number
  item: T
}

function isLater<T>(a: Entry<T> | undefined, b: Entry<T> | undefined): boolean {
  if (!a || !b) return false

  return a.at > b.at || (a.at === b.at && a.order > b.order)
}

function swapIfLater<T>(heap: Entry<T>[], first: number, second: number): boolean {
  const [a, b] = [heap[first], heap[second]]
  if (!a || !b || !isLater(a, b)) return false
  heap[first] = b
  heap[second] = a

  return true
}
