import { readFile } from 'node:fs/promises'
import type { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { buildCalendar, type WorkingCalendar } from '#shared/sla/calendar.ts'
import { parseCalendarCsv } from '#shared/sla/calendar-csv.ts'
import { clockOf } from '#shared/sla/clock.ts'
import { explainClock } from '#shared/sla/explain.ts'
import { type LineError, readClockLine } from './clock-line.ts'

const nationalCalendar = new URL('../../db/reference/calendar-vietnam.csv', import.meta.url)

interface ClockOptions {
  /** Adds to each answer the steps that lead to it. */
  explain: boolean
}

/**
 * `desk clock`: one dossier in each line of JSON; its due date, working minutes and standing in each line of answer.
 *
 * Read on the national calendar with every entry known; instants are answered in UTC. A bad line is answered in its
 * place by `{ id, error: { line, errors } }`, stops nothing, and makes the exit code 1. Lines are answered as they
 * come and no faster than `output` takes them, so a file of any length fits. Resolves to the exit code.
 */
export async function runClock(input: Readable, output: Writable, options: ClockOptions): Promise<0 | 1> {
  const book = parseCalendarCsv(await readFile(nationalCalendar, 'utf8'))
  const calendar = buildCalendar(book, { unit: '', province: '', knownAt: 'all' })
  let exitCode: 0 | 1 = 0

  let number = 0
  const answerLine = (line: string): string => {
    number += 1
    if (line.trim() === '') return ''
    const answer = answerTo(line, number, calendar, options)
    if ('error' in answer) exitCode = 1

    return `${JSON.stringify(answer)}\n`
  }
  const answers = async function* (batches: AsyncIterable<string[]>) {
    for await (const lines of batches) yield lines.map(answerLine).join('')
  }
  await pipeline(input, lineBatches, answers, output, { end: false })

  return exitCode
}

function answerTo(line: string, number: number, calendar: WorkingCalendar, { explain }: ClockOptions) {
  const read = readClockLine(line)
  if ('errors' in read) return refusal(read.id, number, read.errors)

  try {
    const input = { ...read.dossier, calendar }
    const clock = clockOf(input)

    return {
      id: read.id,
      dueAt: clock.dueAt,
      workingMinutes: clock.workingMinutes,
      standing: clock.standing,
      ...(explain && { steps: explainClock(input, clock) }),
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error

    return refusal(read.id, number, [
      {
        pointer: '#',
        detail: {
          vi: 'Các ngày nằm ngoài lịch: chỉ tính được từ năm 1 đến năm 9999.',
          en: 'The dates leave the calendar, which reaches from year 1 to year 9999.',
        },
      },
    ])
  }
}

function refusal(id: string | number | null, line: number, errors: LineError[]) {
  return { id, error: { line, errors } }
}

/** The lines that each chunk completes: answered together, one write for many lines instead of one each. */
async function* lineBatches(chunks: AsyncIterable<Buffer | string>) {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of chunks) {
    rest += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    const lines = rest.split('\n')
    rest = lines.pop() ?? ''
    if (lines.length > 0) yield lines
  }
  if (rest) yield [rest]
}
