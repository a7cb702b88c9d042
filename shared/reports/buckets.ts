/**
 * Working times are counted in buckets that grow by a tenth, so that a median or a 90th percentile of any sum of
 * cells is known without any dossier at hand. Bucket 0 holds zero minutes; bucket `b` holds the whole minutes above
 * `1.1^(b-2)` and up to `1.1^(b-1)`: a day of 480 minutes is bucket 66, sixty days are bucket 109.
 */
const growth = 1.1

/** The most by which an estimate can miss the exact percentile, as a share of it. */
export const percentileError = 0.05

export const bucketOf = (minutes: number): number =>
  minutes <= 0 ? 0 : Math.ceil(Math.log(minutes) / Math.log(growth)) + 1

/**
 * What a bucket stands for: the geometric middle of its least and greatest whole minute, which is within 5 % of both
 * because they are less than a tenth apart. Exact where a bucket holds one whole number only, as it does below 20.
 */
export function minutesOf(bucket: number): number {
  if (bucket === 0) return 0
  const least = Math.floor(growth ** (bucket - 2)) + 1
  const greatest = Math.floor(growth ** (bucket - 1))

  return Math.sqrt(least * greatest)
}

/** How many dossiers took a time of each bucket; buckets without any are absent. */
export type TimeCounts = ReadonlyMap<number, number>

/**
 * The time below or at which the share `p` of the dossiers lies, by nearest rank (`percentile_disc` of SQL), within
 * {@link percentileError}; null when there are none.
 */
export function percentileOf(times: TimeCounts, p: number): number | null {
  const total = [...times.values()].reduce((sum, count) => sum + count, 0)
  const rank = Math.max(1, Math.ceil(total * p))
  let seen = 0
  for (const [bucket, count] of [...times].sort(([a], [b]) => a - b)) {
    seen += count
    if (seen >= rank) return minutesOf(bucket)
  }

  return null
}
