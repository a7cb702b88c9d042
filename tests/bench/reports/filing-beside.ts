import type { BenchDesk } from '../bench-desk.ts'
import { filingRequests } from '../filing.ts'
import { answersOf, Connection, type Load, loadWith } from '../http-load.ts'
import { inTurns, type Result, sampleOf } from '../sample.ts'
import { yearReport } from './year-report.ts'

/** Few: a desk at its limit has queues of its own making, and its tail would say nothing about the report. */
const connections = 4
const reportEveryMs = 1_000

/** Filing while somebody opens the province's year once a second, against filing alone; p99. */
export async function measureFilingBeside(
  desk: BenchDesk,
  supervisor: string,
  { rounds, seconds, say }: { rounds: number; seconds: number; say: (message: string) => void },
): Promise<Result> {
  const units = desk.units.slice(0, connections)
  const cookies = await Promise.all(units.map(async (unit) => (await desk.signIn(unit))[0] ?? ''))
  const requests = units.map((unit, index) => filingRequests(unit, cookies[index] ?? ''))
  const file = () => loadWith(desk.address, { connections, seconds, wanted: 201 }, (index) => requests[index]?.())
  const beside = async () => {
    const connection = await Connection.open(desk.address)
    const request = yearReport(supervisor)
    let isReading = false
    const timer = setInterval(() => {
      if (isReading) return
      isReading = true
      void connection.send(request).finally(() => {
        isReading = false
      })
    }, reportEveryMs)
    try {
      return await file()
    } finally {
      clearInterval(timer)
      while (isReading) await new Promise((resume) => setTimeout(resume, 20))
      connection.close()
    }
  }
  await file()
  const { limits, desks } = await inTurns(rounds, file, beside)
  say(`alone ${answersOf(limits, 201)}; beside the report ${answersOf(desks, 201)}`)
  const p99 = (loads: readonly Load[]) => sampleOf(loads.map((load) => load.p99))

  return {
    row: 10,
    work: 'submit p99 while the year is opened once a second',
    unit: 'ms',
    limit: { name: 'without', sample: p99(limits) },
    desk: p99(desks),
    reach: { value: 1.3, better: 'less' },
  }
}
