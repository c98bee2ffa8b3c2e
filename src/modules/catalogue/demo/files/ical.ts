import { addDays } from '../calendar.ts'

/** An appointment; without `start` it lasts the whole day. Times are local, `17:30`. */
export interface Appointment {
  uid: string
  day: string
  start?: string
  end?: string
  summary: string
  location?: string
  description?: string
}

const escaped = (text: string): string => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replaceAll('\n', '\\n')

// RFC 5545, 3.1: a line has at most 75 octets; the next one begins with a space.
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let size = 0
  for (const sign of line) {
    const width = Buffer.byteLength(sign)
    if (size + width > 74) {
      parts.push(part)
      part = ''
      size = 0
    }
    part += sign
    size += width
  }
  parts.push(part)
  return parts.join('\r\n ')
}

const berlin = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Berlin',
  'BEGIN:DAYLIGHT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'DTSTART:19700329T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'DTSTART:19701025T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
]

const compact = (text: string): string => text.replace(/[-:]/g, '')

function eventOf(event: Appointment, stamp: string): string[] {
  const at = (time: string): string => `;TZID=Europe/Berlin:${compact(event.day)}T${compact(time)}00`
  const allDay = [
    `DTSTART;VALUE=DATE:${compact(event.day)}`,
    `DTEND;VALUE=DATE:${compact(addDays(event.day, 1))}`,
    'TRANSP:TRANSPARENT',
  ]
  const when = event.start ? [`DTSTART${at(event.start)}`, `DTEND${at(event.end ?? event.start)}`] : allDay
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${compact(stamp)}T080000Z`,
    ...when,
    `SUMMARY:${escaped(event.summary)}`,
    ...(event.location ? [`LOCATION:${escaped(event.location)}`] : []),
    ...(event.description ? [`DESCRIPTION:${escaped(event.description)}`] : []),
    'END:VEVENT',
  ]
}

/** A calendar (RFC 5545). `stamp` is the day on which it was made. */
export function icalOf(name: string, stamp: string, events: readonly Appointment[]): string {
  const zone = events.some(({ start }) => start) ? berlin : []
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kreis Sennewald//Offene Daten//DE',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escaped(name)}`,
  ]
  const all = [...lines, ...zone, ...events.flatMap((event) => eventOf(event, stamp)), 'END:VCALENDAR']
  return `${all.map(folded).join('\r\n')}\r\n`
}
