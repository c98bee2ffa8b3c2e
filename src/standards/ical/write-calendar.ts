/** One event of a calendar. */
export interface CalendarEvent {
  /** Stays the same for ever, unique in the world: `id@host`. */
  readonly uid: string
  /** When it was changed last. */
  readonly stamp: Date
  /** Whole days: `2026-11-02` and the day after the last one; or moments. */
  readonly start: string | Date
  readonly end?: string | Date | undefined
  readonly summary: string
  readonly description?: string | undefined
  readonly location?: string | undefined
  readonly url?: string | undefined
  /** Raised with each change that readers must take over (3.8.7.4). */
  readonly sequence?: number | undefined
  /** Takes place, or does not any more: then calendars strike it out (3.8.1.11). */
  readonly status?: 'CONFIRMED' | 'CANCELLED' | undefined
  /** Longitude and latitude. */
  readonly point?: readonly [lon: number, lat: number] | undefined
  /** Whoever goes there has no time for anything else. */
  readonly busy?: boolean | undefined
}

export interface CalendarFile {
  readonly name: string
  /** Who made it: `-//Allmende//DE`. */
  readonly product: string
  readonly events: readonly CalendarEvent[]
}

/** RFC 5545 3.3.11: backslash, semicolon, comma and line break are escaped; other control characters have no place. */
const text = (value: string): string =>
  value
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\n/g, '\\n')

const encoder = new TextEncoder()

/** RFC 5545 3.1: a line holds at most 75 octets; it goes on after a line break and a space. No character is cut in two. */
function folded(line: string): string {
  let out = ''
  let octets = 0
  for (const sign of line) {
    const size = encoder.encode(sign).length
    if (octets + size > 75) {
      out += '\r\n '
      octets = 1
    }
    out += sign
    octets += size
  }
  return `${out}\r\n`
}

/** `DTSTART;VALUE=DATE:20261102` for a day, `DTSTART:20261101T230000Z` for a moment. */
const at = (name: string, when: string | Date): string =>
  typeof when === 'string' ? `${name};VALUE=DATE:${when.replaceAll('-', '')}` : `${name}:${moment(when)}`
const moment = (when: Date): string => `${when.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`

const eventLines = (one: CalendarEvent): string[] => [
  'BEGIN:VEVENT',
  `UID:${text(one.uid)}`,
  `DTSTAMP:${moment(one.stamp)}`,
  at('DTSTART', one.start),
  ...(one.end ? [at('DTEND', one.end)] : []),
  `SUMMARY:${text(one.summary)}`,
  ...(one.description ? [`DESCRIPTION:${text(one.description)}`] : []),
  ...(one.location ? [`LOCATION:${text(one.location)}`] : []),
  // A URI is no text: it is not escaped (3.3.13).
  ...(one.url ? [`URL:${one.url.replace(/[\r\n]/g, '')}`] : []),
  ...(one.point ? [`GEO:${one.point[1].toFixed(6)};${one.point[0].toFixed(6)}`] : []),
  ...(one.sequence === undefined ? [] : [`SEQUENCE:${one.sequence}`]),
  ...(one.status ? [`STATUS:${one.status}`] : []),
  // Days that something runs do not make anybody busy.
  `TRANSP:${one.busy ? 'OPAQUE' : 'TRANSPARENT'}`,
  'END:VEVENT',
]

/** An iCalendar document (RFC 5545); `name` also as readers outside the standard want it. */
export const writeCalendar = (file: CalendarFile): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${text(file.product)}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${text(file.name)}`,
    ...file.events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
    .map(folded)
    .join('')
