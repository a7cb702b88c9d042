import * as z from 'zod/mini'
import type { ClockInput } from '#shared/sla/clock.ts'
import { isTerm } from '#shared/sla/due-date.ts'
import { minuteOf } from '#shared/sla/minutes.ts'
import type { Bilingual } from '#shared/text/bilingual.ts'

/** One thing that is wrong with a line: where, by JSON pointer, and what was expected there. */
export interface LineError {
  pointer: string
  detail: Bilingual
}

type LineId = string | number | null

type ReadLine = { id: LineId; dossier: Omit<ClockInput, 'calendar'> } | { id: LineId; errors: LineError[] }

/** A term longer than this is a mistake in the file, and would only take long to count. */
const LONGEST_TERM = 1_000_000

/** Any offset. Seconds may be left out, as on a slip. */
const instantText = z.union([z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })])

const clockLine = z.strictObject({
  id: z.union([z.string(), z.number()]),
  term: z.strictObject({
    unit: z.enum(['working_day', 'working_minute', 'calendar_day', 'immediate']),
    value: z.int().check(z.minimum(0), z.maximum(LONGEST_TERM)),
  }),
  acceptedAt: instantText,
  pauses: z._default(z.array(z.strictObject({ from: instantText, to: z.nullable(instantText) })), []),
  endedAt: z._default(z.nullable(instantText), null),
  now: instantText,
})

const anInstant: Bilingual = {
  vi: 'Cần một thời điểm ISO 8601 có múi giờ, như 2026-11-20T16:40:00+07:00.',
  en: 'An ISO 8601 instant with its offset is needed, like 2026-11-20T16:40:00+07:00.',
}
const aWholeNumber: Bilingual = {
  vi: `Cần một số nguyên từ 1 đến ${LONGEST_TERM}; với "immediate" là 0. Nửa ngày làm việc là 240 working_minute.`,
  en: `A whole number from 1 to ${LONGEST_TERM} is needed; 0 for "immediate". Half a working day is 240 working_minute.`,
}

/** What each field must be, by its name. */
const expected: Record<string, Bilingual> = {
  id: { vi: 'Cần một chuỗi hoặc một số.', en: 'A text or a number is needed.' },
  term: { vi: 'Cần { unit, value }.', en: 'Needed: { unit, value }.' },
  unit: {
    vi: 'Cần working_day, working_minute, calendar_day hoặc immediate.',
    en: 'Needed: working_day, working_minute, calendar_day or immediate.',
  },
  value: aWholeNumber,
  pauses: { vi: 'Cần một danh sách { from, to }.', en: 'A list of { from, to } is needed.' },
  acceptedAt: anInstant,
  endedAt: anInstant,
  now: anInstant,
  from: anInstant,
  to: anInstant,
}
const anObject: Bilingual = { vi: 'Cần một đối tượng JSON.', en: 'A JSON object is needed.' }
const unknownField: Bilingual = { vi: 'Không có trường này; hãy xem lại tên.', en: 'No such field; check the name.' }

/** Reads one line of `desk clock`, or says everything that is wrong with it. */
export function readClockLine(text: string): ReadLine {
  const json = parseJson(text)
  if (json === undefined) {
    return {
      id: null,
      errors: [{ pointer: '#', detail: { vi: 'Dòng này không phải JSON.', en: 'This line is not JSON.' } }],
    }
  }

  const parsed = clockLine.safeParse(json)
  if (!parsed.success) return { id: idOf(json), errors: parsed.error.issues.flatMap(lineErrors) }

  const { id, term, acceptedAt, pauses, endedAt, now } = parsed.data
  const dossier = {
    term,
    acceptedAt: new Date(acceptedAt),
    pauses: pauses.map(({ from, to }) => ({ from: new Date(from), to: to === null ? null : new Date(to) })),
    endedAt: endedAt === null ? null : new Date(endedAt),
    now: new Date(now),
  }
  const errors = contradictions(dossier)

  return errors.length > 0 ? { id, errors } : { id, dossier }
}

/** What no schema of single fields can see: terms that are none, and times that run backwards. */
function contradictions({ term, acceptedAt, pauses, endedAt }: Omit<ClockInput, 'calendar'>): LineError[] {
  const errors: LineError[] = []
  if (!isTerm(term)) errors.push({ pointer: '#/term/value', detail: aWholeNumber })
  if (endedAt && minuteOf(endedAt) < minuteOf(acceptedAt)) {
    errors.push({
      pointer: '#/endedAt',
      detail: {
        vi: 'Kết thúc trước khi tiếp nhận: không tiếp nhận thì không có thời hạn.',
        en: 'It ends before it is accepted: without acceptance there is no term.',
      },
    })
  }
  for (const [index, { from, to }] of pauses.entries()) {
    if (to && minuteOf(to) < minuteOf(from)) {
      errors.push({
        pointer: `#/pauses/${index}/to`,
        detail: {
          vi: 'Lần tạm dừng kết thúc trước khi bắt đầu.',
          en: 'The pause ends before it begins.',
        },
      })
    }
  }

  return errors
}

function lineErrors({ path, ...issue }: z.core.$ZodIssue): LineError[] {
  const pointer = ['#', ...path.map(String)].join('/')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ pointer: `${pointer}/${key}`, detail: unknownField }))
  }

  return [{ pointer, detail: expected[String(path.at(-1))] ?? anObject }]
}

function idOf(json: unknown): LineId {
  const id = typeof json === 'object' && json !== null && 'id' in json ? json.id : null

  return typeof id === 'string' || typeof id === 'number' ? id : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
