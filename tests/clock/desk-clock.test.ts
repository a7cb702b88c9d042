import { PassThrough, Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { setImmediate } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { runClock } from '#server/cli/clock.ts'

interface Answer {
  id: string | number | null
  dueAt?: string
  steps?: { kind: string; text: { vi: string } }[]
  error?: { line: number; errors: { pointer: string; detail: { vi: string; en: string } }[] }
}

const good = {
  id: 'a',
  term: { unit: 'working_day', value: 3 },
  acceptedAt: '2026-11-20T16:40:00+07:00',
  pauses: [{ from: '2026-11-23T16:00:00+07:00', to: '2026-11-25T08:00:00+07:00' }],
  endedAt: null,
  now: '2026-11-26T10:00:00+07:00',
}

async function deskClock(
  chunks: string[],
  options = { explain: false },
): Promise<{ exitCode: 0 | 1; answers: Answer[] }> {
  const output = new PassThrough()
  const written = text(output)
  const exitCode = await runClock(Readable.from(chunks.map((chunk) => Buffer.from(chunk))), output, options)
  output.end()

  return {
    exitCode,
    answers: (await written)
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  }
}

const lines = (...values: unknown[]) => [values.map((value) => `${JSON.stringify(value)}\n`).join('')]

describe('desk clock', () => {
  test('answers each line with due date, working minutes and standing', async () => {
    const ended = { ...good, id: 'b', endedAt: '2026-11-26T03:00:00Z' }

    expect(await deskClock(lines(good, ended))).toEqual({
      exitCode: 0,
      answers: [
        { id: 'a', dueAt: '2026-11-27T10:00:00.000Z', workingMinutes: 1040, standing: 'running' },
        { id: 'b', dueAt: '2026-11-27T10:00:00.000Z', workingMinutes: 1040, standing: 'early' },
      ],
    })
  })

  test('takes any offset, minutes without seconds, immediate terms, and lines cut anywhere', async () => {
    const notice = {
      id: 7,
      term: { unit: 'immediate', value: 0 },
      acceptedAt: '2026-11-22T11:30-05:00',
      endedAt: '2026-11-22T16:30:59.9Z',
      now: '2026-11-23T00:00Z',
    }
    const whole = JSON.stringify(notice)
    const { exitCode, answers } = await deskClock([
      whole.slice(0, 31),
      `${whole.slice(31)}\r\n\n`,
      JSON.stringify(good),
    ])

    expect(exitCode).toBe(0)
    expect(answers).toMatchObject([
      { id: 7, dueAt: '2026-11-22T16:30:00.000Z', workingMinutes: 0, standing: 'on_time' },
      { id: 'a' },
    ])
  })

  test('explains on request, in both languages', async () => {
    const { answers } = await deskClock(lines(good), { explain: true })

    expect(answers[0]?.steps?.map(({ kind }) => kind)).toEqual([
      'accepted',
      'day_off',
      'day_counted',
      'day_off',
      'day_counted',
      'day_counted',
      'base_due',
      'pause',
      'moved_due',
      'worked',
      'standing',
    ])
    expect(answers[0]?.steps?.[0]?.text).toEqual({
      vi: 'Tiếp nhận thứ Sáu 20/11/2026 lúc 16:40. Ngày tiếp nhận không tính (Bộ luật Dân sự 2015 Điều 147).',
      en: 'Accepted on Friday 20/11/2026 at 16:40. The day of acceptance is not counted (Civil Code 2015, Article 147).',
    })
  })

  test.each<[string, unknown, string[]]>([
    ['half a day', { ...good, term: { unit: 'working_day', value: 0.5 } }, ['#/term/value']],
    ['no days', { ...good, term: { unit: 'working_day', value: 0 } }, ['#/term/value']],
    ['an immediate term with a length', { ...good, term: { unit: 'immediate', value: 1 } }, ['#/term/value']],
    ['an unknown unit', { ...good, term: { unit: 'week', value: 1 } }, ['#/term/unit']],
    ['an instant without offset', { ...good, acceptedAt: '2026-11-20T16:40:00' }, ['#/acceptedAt']],
    ['a day that does not exist', { ...good, now: '2026-02-30T16:40:00Z' }, ['#/now']],
    [
      'a pause that ends before it begins',
      { ...good, pauses: [{ from: good.now, to: good.acceptedAt }] },
      ['#/pauses/0/to'],
    ],
    ['an end before acceptance', { ...good, endedAt: '2026-11-20T16:39:59+07:00' }, ['#/endedAt']],
    ['a misspelt field', { ...good, pause: [] }, ['#/pause']],
    ['several faults at once', { id: 'a', term: good.term, now: 5 }, ['#/acceptedAt', '#/now']],
    ['dates beyond the calendar', { ...good, acceptedAt: '9999-12-31T16:40:00Z', now: '9999-12-31T16:40:00Z' }, ['#']],
  ])('refuses %s, names the place, and goes on', async (_name, bad, pointers) => {
    const { exitCode, answers } = await deskClock(lines(good, bad, { ...good, id: 'last' }))

    expect(exitCode).toBe(1)
    expect(answers).toHaveLength(3)
    expect(answers[1]).toMatchObject({ id: 'a', error: { line: 2 } })
    expect(answers[1]?.error?.errors.map(({ pointer }) => pointer)).toEqual(pointers)
    expect(answers[2]).toMatchObject({ id: 'last', dueAt: '2026-11-27T10:00:00.000Z' })
  })

  test.each(['nonsense', '[]', 'null', '"text"'])('refuses a line that is %s', async (line) => {
    const { exitCode, answers } = await deskClock([`${line}\n`])

    expect(exitCode).toBe(1)
    expect(answers).toMatchObject([{ id: null, error: { line: 1, errors: [{ pointer: '#' }] } }])
  })

  test('reads no further than its answers are taken', async () => {
    let taken = 0
    const input = Readable.from(
      (function* () {
        for (; taken < 300; taken += 1) yield `${JSON.stringify(good)}\n`
      })(),
    )
    const output = new PassThrough({ highWaterMark: 1024 })
    const done = runClock(input, output, { explain: true })

    await expect.poll(() => output.writableNeedDrain, { timeout: 20_000 }).toBe(true)
    for (let turn = 0; turn < 100; turn += 1) await setImmediate()
    expect(taken).toBeLessThan(100)

    output.resume()
    expect(await done).toBe(0)
    expect(taken).toBe(300)
  })
})
