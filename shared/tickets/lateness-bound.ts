/** What a visit asks of the counters: when it came, how long it takes, by when it should be called. Minutes. */
export interface Visit {
  arrivesAt: number
  serviceMinutes: number
  callBy: number
}

/**
 * The largest excess of work over what `counters` can do, over every window of time: minutes of service that arrive
 * in a window, minus the window's length times the counters.
 *
 * 0 for nobody. One visit alone counts whole, for its window has no length.
 */
export function burstMinutes(visits: readonly Visit[], counters: number): number {
  let ending = 0
  let largest = 0
  let before = 0
  for (const { arrivesAt, serviceMinutes } of [...visits].sort((a, b) => a.arrivesAt - b.arrivesAt)) {
    ending = Math.max(0, ending - counters * (arrivesAt - before)) + serviceMinutes
    largest = Math.max(largest, ending)
    before = arrivesAt
  }

  return largest
}

/**
 * The most minutes by which anybody is called after their class's target, while `counters` work without a rest:
 * `S + B / c - T`, with the longest service S, the burst B and the shortest target T. The proof is in README.md.
 *
 * It asks nothing of those who arrive: whoever comes, whenever, in whatever class. Below zero everybody is in time.
 */
export function latenessBound(visits: readonly Visit[], counters: number): number {
  const longest = Math.max(0, ...visits.map(({ serviceMinutes }) => serviceMinutes))
  const shortestTarget = Math.min(...visits.map(({ callBy, arrivesAt }) => callBy - arrivesAt))

  return longest + burstMinutes(visits, counters) / counters - shortestTarget
}
