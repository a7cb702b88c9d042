import type { CalendarEntryInput } from '#shared/calendar/schemas.ts'
import type { CalendarKind } from '#shared/sla/calendar.ts'

/** The form of one entry: everything as it is typed. */
export interface EntryDraft {
  date: string
  kind: CalendarKind
  name: string
  level: 'nation' | 'province' | 'unit'
  /** `Toàn Lưu (18634)`, as the list offers it. */
  unit: string
  /** `07:00-11:30 13:30-17:00`; empty: the kind's own hours. */
  hours: string
  source: string
  announcedOn: string
  supersedes: string
}

export const emptyDraft = (date: string, today: string): EntryDraft => ({
  date,
  kind: 'local_closure',
  name: '',
  level: 'province',
  unit: '',
  hours: '',
  source: '',
  announcedOn: today,
  supersedes: '',
})

/** As the server takes it; what is missing or wrong is the server's to say, field by field. */
export function toEntryInput(draft: EntryDraft): CalendarEntryInput {
  const { date, kind, name, level, unit, hours, source, announcedOn, supersedes } = draft

  return {
    date,
    kind,
    name: name.trim(),
    scope: level === 'unit' ? { level, code: /\d{5}/.exec(unit)?.[0] ?? '' } : { level },
    ...(hours.trim() && { sessions: readHours(hours) }),
    source: source.trim(),
    announcedOn,
    ...(supersedes && { supersedes }),
  }
}

/** `7:00 - 11:30, 13:30-17:00` and its like; what is no hour is left as it is, to be refused with words. */
export function readHours(text: string): [string, string][] {
  return text
    .replace(/\s*[-–]\s*/g, '-')
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map((session) => {
      const [opens = '', closes = ''] = session
        .split('-')
        .map((time) => time.replace(/^(\d)(?=[:h])/, '0$1').replace('h', ':'))

      return [opens, closes]
    })
}

/** The field of the form that a problem of the server is about. */
export function fieldOf(pointer: string): keyof EntryDraft | undefined {
  const [, field] = /^#\/entries\/\d+\/(.+)$/.exec(pointer) ?? []
  if (!field) return undefined
  if (field.startsWith('scope')) return 'unit'
  if (field.startsWith('sessions')) return 'hours'

  return field as keyof EntryDraft
}
