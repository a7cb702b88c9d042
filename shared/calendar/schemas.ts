import * as z from 'zod/mini'
import { instant, localDay } from '../http/instant.ts'
import { calendarKinds } from '../sla/calendar.ts'
import { unitName } from '../units/schemas.ts'

export const calendarMarks = ['seen', 'memory', 'derived'] as const

const unitCode = z.string().check(z.regex(/^\d{5}$/, 'Mã xã, phường gồm năm chữ số.'))
const timeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Giờ viết dạng 07:00.'))
const year = z.coerce.number().check(z.int(), z.minimum(2020), z.maximum(2100))

/** Whom an entry concerns; the province is the desk's own. */
export const calendarScopeInput = z.discriminatedUnion('level', [
  z.strictObject({ level: z.literal('nation') }),
  z.strictObject({ level: z.literal('province') }),
  z.strictObject({ level: z.literal('unit'), code: unitCode }),
])
export type CalendarScopeInput = z.infer<typeof calendarScopeInput>

/** What one document orders about one day, as the administrator types it in. */
export const calendarEntryInput = z.strictObject({
  date: localDay,
  kind: z.enum(calendarKinds),
  /** As the document names it: "Ngày Văn hóa Việt Nam". */
  name: z
    .string()
    .check(z.minLength(2, 'Hãy ghi tên ngày như trong văn bản.'), z.maxLength(200, 'Tên quá dài, tối đa 200 chữ.')),
  scope: calendarScopeInput,
  /** `[["07:00", "11:30"]]` replaces the day's sessions; absent: those of the kind. */
  sessions: z.optional(
    z.array(z.tuple([timeOfDay, timeOfDay])).check(z.minLength(1), z.maxLength(4, 'Một ngày có nhiều nhất bốn buổi.')),
  ),
  source: z
    .string()
    .check(
      z.minLength(5, 'Hãy ghi số hiệu văn bản đã ban hành, ví dụ: Công văn 12729/VPCP-KGVX.'),
      z.maxLength(300, 'Tên văn bản quá dài, tối đa 300 chữ.'),
    ),
  /** How sure we are of the document; `seen` unless said otherwise. */
  mark: z.optional(z.enum(calendarMarks)),
  announcedOn: localDay,
  /** The entry that this one corrects, or takes back (`kind: withdrawn`). */
  supersedes: z.optional(z.uuid()),
})
export type CalendarEntryInput = z.infer<typeof calendarEntryInput>

export const calendarChangeInput = z.strictObject({
  entries: z
    .array(calendarEntryInput)
    .check(z.minLength(1, 'Chưa có ngày nào để ghi.'), z.maxLength(60, 'Mỗi lần ghi nhiều nhất 60 ngày.')),
})
export type CalendarChangeInput = z.infer<typeof calendarChangeInput>

export const calendarQuery = z.strictObject({ year: z.optional(year), unit: z.optional(unitCode) })

export const calendarYearParams = z.strictObject({ year })
export const calendarYearInput = z.strictObject({
  complete: z.boolean(),
  source: z
    .string()
    .check(
      z.minLength(5, 'Hãy ghi thông báo đã công bố lịch nghỉ của năm.'),
      z.maxLength(300, 'Tên văn bản quá dài, tối đa 300 chữ.'),
    ),
})
export type CalendarYearInput = z.infer<typeof calendarYearInput>

export const calendarDay = z.object({
  id: z.uuid(),
  date: localDay,
  kind: z.enum(calendarKinds),
  name: z.string(),
  scope: z.object({
    level: z.enum(['nation', 'province', 'unit']),
    code: z.optional(z.string()),
    name: z.optional(z.string()),
  }),
  sessions: z.nullable(z.array(z.tuple([z.string(), z.string()]))),
  source: z.string(),
  mark: z.string(),
  announcedAt: instant,
  recordedAt: instant,
  /** The later of announced and recorded: dossiers that had ended by then never heard of it. */
  knownFrom: instant,
  supersedes: z.nullable(z.uuid()),
  /** False once a later entry replaced it or took it back; a withdrawal itself is never in force. */
  inForce: z.boolean(),
})
export type CalendarDay = z.infer<typeof calendarDay>

/** One year: everything that was ever recorded about its days, and whether its notices are all announced. */
export const calendarView = z.object({
  year: z.number(),
  /** With a unit only what concerns it is listed; without one, everything. */
  unit: z.nullable(unitName),
  isComplete: z.boolean(),
  completeSource: z.nullable(z.string()),
  /** By date, then in the order in which they were recorded. */
  days: z.array(calendarDay),
})
export type CalendarView = z.infer<typeof calendarView>

/** One promised date that would move. */
export const movedDate = z.object({
  code: z.string(),
  procedure: z.string(),
  unit: z.string(),
  /** The due date of an accepted dossier, or the deadline to accept. */
  kind: z.enum(['due', 'reception']),
  from: instant,
  to: instant,
  becomesOverdue: z.boolean(),
  /** Overdue before, in time after. */
  isHealed: z.boolean(),
})
export type MovedDate = z.infer<typeof movedDate>

const moveCounts = z.object({
  moved: z.number(),
  later: z.number(),
  earlier: z.number(),
  becomeOverdue: z.number(),
  healed: z.number(),
})
export type MoveCounts = z.infer<typeof moveCounts>

/** What saving would do to the open dossiers. */
export const calendarPreviewView = z.object({
  at: instant,
  /** Open dossiers whose dates were computed both ways. */
  looked: z.number(),
  totals: moveCounts,
  byUnit: z.array(z.extend(moveCounts, { unit: unitName })),
  /** The widest moves first; at most `previewItems`, `totals.moved` says how many there are. */
  items: z.array(movedDate),
})
export type CalendarPreviewView = z.infer<typeof calendarPreviewView>

/** How many moved dates a preview lists. */
export const previewItems = 500

/** Entries that were saved together, and how far the moving of dates has come. */
export const calendarChangeView = z.object({
  id: z.uuid(),
  recordedAt: instant,
  recordedBy: z.string(),
  entries: z.array(z.object({ id: z.uuid(), date: localDay, kind: z.enum(calendarKinds), name: z.string() })),
  /** Null until the work began. */
  total: z.nullable(z.number()),
  looked: z.number(),
  moved: z.number(),
  doneAt: z.nullable(instant),
})
export type CalendarChangeView = z.infer<typeof calendarChangeView>

export const calendarChangesView = z.object({ items: z.array(calendarChangeView) })
export const calendarChangeParams = z.strictObject({ id: z.uuid() })
