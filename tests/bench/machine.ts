import { cpus, loadavg, release, type as system, totalmem } from 'node:os'

/** On what it was measured: a number without this says nothing. The load is what others took at the beginning. */
export function machineLine(postgres: string, queue?: string): string {
  const cores = cpus()
  const gigabytes = Math.round(totalmem() / 2 ** 30)

  return [
    `${new Date().toISOString().slice(0, 16)}Z`,
    `${cores.length} × ${cores[0]?.model ?? 'unknown'}`,
    `${gigabytes} GB`,
    `${system()} ${release()}`,
    `Node ${process.versions.node}`,
    postgres,
    ...(queue ? [queue] : []),
    `load ${loadavg()
      .map((each) => each.toFixed(1))
      .join(' ')}`,
  ].join(' · ')
}
