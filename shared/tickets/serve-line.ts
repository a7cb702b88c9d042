import type { Visit } from './lateness-bound.ts'

/** A visit and when it was called. */
export interface Served<V extends Visit = Visit> {
  visit: V
  calledAt: number
  counter: number
}

/**
 * Serves everybody who comes, in an order, as counters do: whoever is free calls the first of those who are there,
 * at once, and a service is never broken off. Deterministic; the simulation and the proofs' tests run on it.
 */
export function serveLine<V extends Visit>(
  visits: readonly V[],
  counters: number,
  compare: (a: V, b: V) => number,
): Served<V>[] {
  const coming = [...visits].sort((a, b) => a.arrivesAt - b.arrivesAt)
  const freeAt = Array.from({ length: counters }, () => 0)
  const here: V[] = []
  const served: Served<V>[] = []
  let next = 0
  let now = 0

  while (served.length < visits.length) {
    const counter = freeAt.indexOf(Math.min(...freeAt))
    const free = freeAt[counter] ?? 0
    const arriving = coming[next]
    now = Math.max(now, free, here.length === 0 && arriving ? arriving.arrivesAt : 0)
    for (let each = arriving; each && each.arrivesAt <= now; each = coming[next]) {
      here.push(each)
      next += 1
    }
    here.sort(compare)
    const visit = here.shift()
    if (!visit) break
    served.push({ visit, calledAt: now, counter })
    freeAt[counter] = now + visit.serviceMinutes
  }

  return served
}
