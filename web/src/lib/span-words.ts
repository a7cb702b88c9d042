/** Minutes of a whole day and night. */
export const DAY_MINUTES = 1440

/**
 * A span to the minute, so that several said beside each other visibly add up: `2 ngày 5 giờ 10 phút`.
 *
 * `minutesOfDay` is 1440 for time by the clock, 480 for working time.
 */
export function spanWords(minutes: number, minutesOfDay: number): string {
  const parts = [
    [Math.floor(minutes / minutesOfDay), 'ngày'],
    [Math.floor((minutes % minutesOfDay) / 60), 'giờ'],
    [minutes % 60, 'phút'],
  ] as const

  return (
    parts
      .filter(([value]) => value > 0)
      .map(([value, unit]) => `${value} ${unit}`)
      .join(' ') || '0 phút'
  )
}
