/** What several rounds of one measurement gave. */
export interface Sample {
  median: number
  min: number
  max: number
}

/** One line of the table: a limit and the desk, measured in turns. */
export interface Result {
  row: number
  work: string
  /** What the numbers count: `a second`, `ms`, `kB`. */
  unit: string
  /** Absent where the desk is held against a fixed number of bytes. */
  limit?: { name: string; sample: Sample }
  desk: Sample
  /** Which ratio (or size) the design asks for, and whether more or less of it is better. */
  reach: { value: number; better: 'more' | 'less' }
  /** p50 and p99 of the desk's answers in the middle round, in milliseconds. */
  latency?: { p50: number; p99: number }
  /** Processor time of the desk's process for one answer, in milliseconds. */
  cpuMs?: number
}

export function sampleOf(values: readonly number[]): Sample {
  const sorted = [...values].sort((a, b) => a - b)

  return { median: percentile(sorted, 0.5), min: sorted[0] ?? 0, max: sorted.at(-1) ?? 0 }
}

/** The value below which the share `p` of the sorted values lies: the nearest one that was measured. */
export const percentile = (sorted: readonly number[], p: number): number =>
  sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * p) - 1))] ?? 0

/**
 * Measures limit and desk in turns. Absolute figures move by half between two minutes of the same machine: only
 * what was measured side by side may be divided.
 */
export async function inTurns<Limit, Desk>(
  rounds: number,
  limit: () => Promise<Limit>,
  desk: () => Promise<Desk>,
): Promise<{ limits: Limit[]; desks: Desk[] }> {
  const limits: Limit[] = []
  const desks: Desk[] = []
  for (let round = 0; round < rounds; round += 1) {
    limits.push(await limit())
    desks.push(await desk())
  }

  return { limits, desks }
}

/** The desk's share of the limit, or its multiple where both are times. */
export const ratioOf = ({ limit, desk }: Result): number => (limit ? desk.median / limit.sample.median : desk.median)

export function isReached(result: Result): boolean {
  const { value, better } = result.reach

  return better === 'more' ? ratioOf(result) >= value : ratioOf(result) <= value
}
