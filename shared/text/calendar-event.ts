/** One date that a person wants to be reminded of. */
export interface CalendarEvent {
  /** The same for the same thing, so that a later file moves the date and adds no second one. */
  uid: string
  /** Higher in each later file. */
  sequence: number
  at: Date
  title: string
  text: string
  url?: string
  madeAt: Date
  /** How long before it the calendar rings. */
  ringsHoursBefore: number
}

/**
 * A calendar file (RFC 5545) with one event, as telephones import it: CRLF lines of at most 75 octets, instants in UTC,
 * text escaped. The event is an instant and not a span: what is due then may come earlier.
 */
export function calendarFile(event: CalendarEvent): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Quay//Hen tra ket qua//VI',
    'CALSCALE:GREGORIAN',
    'BEGIN:VEVENT',
    `UID:${escaped(event.uid)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utc(event.madeAt)}`,
    `DTSTART:${utc(event.at)}`,
    `SUMMARY:${escaped(event.title)}`,
    `DESCRIPTION:${escaped(event.text)}`,
    ...(event.url ? [`URL:${event.url}`] : []),
    'TRANSP:TRANSPARENT',
    'CLASS:PRIVATE',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `TRIGGER:-PT${event.ringsHoursBefore}H`,
    `DESCRIPTION:${escaped(event.title)}`,
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]

  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** `20261127T100000Z`. */
const utc = (at: Date) => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`

const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')

/** Lines break before the 76th octet, never inside a letter; the next begins with a space that belongs to none. */
function folded(line: string): string {
  const encoder = new TextEncoder()
  const lines: string[] = []
  let current = ''
  let octets = 0
  for (const letter of line) {
    const size = encoder.encode(letter).length
    if (octets + size > 75) {
      lines.push(current)
      current = ' '
      octets = 1
    }
    current += letter
    octets += size
  }

  return [...lines, current].join('\r\n')
}
