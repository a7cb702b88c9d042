import { isReached, type Result, ratioOf, type Sample } from './sample.ts'

/** The results as a Markdown table, so that a run can be kept as it was printed. */
export function tableOf(results: readonly Result[]): string {
  const head = ['#', 'work', 'limit', 'desk', 'p50 / p99', 'CPU each', 'ratio', 'reach']
  const lines = results.map((result) => [
    String(result.row),
    result.work,
    result.limit ? `${result.limit.name}: ${spread(result.limit.sample, result.unit)}` : '',
    spread(result.desk, result.unit),
    result.latency ? `${number(result.latency.p50)} / ${number(result.latency.p99)} ms` : '',
    result.cpuMs ? `${number(result.cpuMs)} ms` : '',
    result.limit ? number(ratioOf(result)) : '',
    `${result.reach.better === 'more' ? '≥' : '≤'} ${result.reach.value}${result.limit ? '' : ` ${result.unit}`} ${isReached(result) ? 'yes' : '**no**'}`,
  ])

  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

/** Median and, where it varies, from least to most. */
function spread({ median, min, max }: Sample, unit: string): string {
  return min === max ? `${number(median)} ${unit}` : `${number(median)} (${number(min)}–${number(max)}) ${unit}`
}

/** Three digits that mean something, and no more. */
function number(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en')

  return value >= 10 ? value.toFixed(1) : value.toFixed(2)
}
