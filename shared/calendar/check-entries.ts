import {
  type CalendarBook,
  type CalendarEntry,
  type CalendarKind,
  type CalendarScope,
  readSessions,
} from '../sla/calendar.ts'
import { type LocalDate, parseLocalDate, startOf, toDate } from '../sla/minutes.ts'
import { formatIsoDay, localDayOf } from '../text/format.ts'
import type { CalendarEntryInput } from './schemas.ts'

/** What is wrong with one entry, by JSON pointer within the change. */
export interface EntryProblem {
  pointer: string
  detail: string
}

export interface EntryContext {
  book: CalendarBook
  now: Date
  /** Communes of today. */
  isUnit(code: string): boolean
  province: string
}

/** What only a unit or a province can order, and what only the State or the province can. */
const localKinds: readonly CalendarKind[] = ['local_closure', 'local_opening']

/**
 * Whether these entries may be recorded together; every problem at once, each with what to do.
 *
 * A second ruling about a day by the same authority must name the first (`supersedes`), so that nobody overrules a
 * document without having seen it.
 */
export function checkEntries(entries: readonly CalendarEntryInput[], context: EntryContext): EntryProblem[] {
  return entries.flatMap((entry, index) => {
    const at = (field: string, detail: string) => ({ pointer: `#/entries/${index}/${field}`, detail })
    const twin = entries.findIndex((other) => other.date === entry.date && sameScope(other.scope, entry.scope))

    return [
      ...timeProblems(entry, context, at),
      ...scopeProblems(entry, context, at),
      ...supersedesProblems(entry, context, at),
      ...(twin < index
        ? [at('date', `Ngày ${formatIsoDay(entry.date)} đã có ở dòng ${twin + 1} của lần ghi này.`)]
        : []),
    ]
  })
}

/** The entry as it would stand in the book; the id and the instant of recording are the desk's. */
export function toEntry(input: CalendarEntryInput, id: string, recordedAt: Date, province: string): CalendarEntry {
  const { announcedOn, scope, sessions, supersedes, mark = 'seen', name, source, ...rest } = input

  return {
    ...rest,
    id,
    name: name.trim(),
    source: source.trim(),
    scope: fullScope(scope, province),
    ...(sessions && { sessions }),
    mark,
    announcedAt: announcedAt(announcedOn),
    recordedAt,
    ...(supersedes && { supersedes }),
  }
}

/** A document counts as announced from 00:00 of its day. */
export const announcedAt = (day: LocalDate): Date => toDate(startOf(parseLocalDate(day)))

type At = (field: string, detail: string) => EntryProblem

function timeProblems(
  { announcedOn, sessions, kind }: CalendarEntryInput,
  { now }: EntryContext,
  at: At,
): EntryProblem[] {
  const problems: EntryProblem[] = []
  if (announcedOn > localDayOf(now)) {
    problems.push(
      at(
        'announcedOn',
        `Ngày ban hành không thể sau hôm nay (${formatIsoDay(localDayOf(now))}): chưa ban hành thì chưa ghi.`,
      ),
    )
  }
  if (sessions && kind === 'withdrawn') problems.push(at('sessions', 'Mục rút lại không có giờ làm việc.'))
  if (sessions && !isInOrder(sessions)) {
    problems.push(at('sessions', 'Các buổi phải nối tiếp nhau và giờ đóng phải sau giờ mở, ví dụ 07:00 đến 11:30.'))
  }

  return problems
}

function scopeProblems({ kind, scope }: CalendarEntryInput, { isUnit }: EntryContext, at: At): EntryProblem[] {
  if (scope.level === 'unit' && !isUnit(scope.code)) {
    return [at('scope/code', `Không có xã, phường nào mang mã ${scope.code} trong danh mục hiện hành.`)]
  }
  if (kind === 'withdrawn') return []
  if (scope.level === 'nation' && localKinds.includes(kind)) {
    return [
      at(
        'kind',
        'Đóng cửa, mở cửa tại chỗ chỉ ghi cho tỉnh hoặc cho một xã, phường. Cả nước thì chọn loại ngày nghỉ, ngày làm bù.',
      ),
    ]
  }
  if (scope.level === 'unit' && !localKinds.includes(kind)) {
    return [
      at(
        'kind',
        'Một xã, phường chỉ có đóng cửa hoặc mở cửa tại chỗ; ngày nghỉ và hoán đổi do Nhà nước hoặc tỉnh quy định.',
      ),
    ]
  }

  return []
}

function supersedesProblems(
  { kind, date, scope: given, supersedes }: CalendarEntryInput,
  { book, province }: EntryContext,
  at: At,
): EntryProblem[] {
  const scope = fullScope(given, province)
  if (!supersedes) {
    if (kind === 'withdrawn') return [at('supersedes', 'Hãy chọn mục cần rút lại.')]
    const standing = book.entries.find(
      (entry) =>
        entry.date === date && sameScope(entry.scope, scope) && !isReplaced(entry, book) && entry.kind !== 'withdrawn',
    )

    return standing
      ? [
          at(
            'supersedes',
            `Ngày ${formatIsoDay(date)} đã có “${standing.name}” (${standing.source}). Nếu văn bản mới thay mục đó, hãy ghi là thay cho nó.`,
          ),
        ]
      : []
  }
  const corrected = book.entries.find(({ id }) => id === supersedes)
  if (!corrected) return [at('supersedes', 'Không có mục này trong lịch.')]
  if (!covers(corrected.scope, scope)) {
    return [
      at('supersedes', 'Mục được thay phải cùng phạm vi hoặc rộng hơn: một xã không rút được ngày nghỉ của nơi khác.'),
    ]
  }
  if (book.entries.some((entry) => entry.supersedes === supersedes && sameScope(entry.scope, scope))) {
    return [at('supersedes', `“${corrected.name}” đã được thay hoặc rút lại rồi. Hãy xem lại lịch.`)]
  }
  if (kind === 'withdrawn' && corrected.date !== date) {
    return [at('date', `Mục cần rút lại là của ngày ${formatIsoDay(corrected.date)}.`)]
  }

  return []
}

function isReplaced(entry: CalendarEntry, { entries }: CalendarBook): boolean {
  return entries.some(({ supersedes, scope }) => supersedes === entry.id && covers(scope, entry.scope))
}

function isInOrder(sessions: NonNullable<CalendarEntryInput['sessions']>): boolean {
  try {
    readSessions(sessions)

    return true
  } catch {
    return false
  }
}

const fullScope = (scope: CalendarEntryInput['scope'], province: string): CalendarScope =>
  scope.level === 'province' ? { level: 'province', code: province } : scope

type AnyScope = CalendarScope | CalendarEntryInput['scope']

const codeOf = (scope: AnyScope) => ('code' in scope ? scope.code : '')

/** Of one level and, for a unit, the same unit; the desk has one province. */
const sameScope = (a: AnyScope, b: AnyScope) => a.level === b.level && (a.level !== 'unit' || codeOf(a) === codeOf(b))

const breadth = { nation: 2, province: 1, unit: 0 } as const

/** Whether what `wide` concerns holds all that `narrow` does. */
export const covers = (wide: CalendarScope, narrow: CalendarScope): boolean =>
  breadth[wide.level] > breadth[narrow.level] || sameScope(wide, narrow)
