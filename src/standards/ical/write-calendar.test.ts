import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writeCalendar } from './write-calendar.ts'

const event = {
  uid: '1@portal.example',
  stamp: new Date('2026-11-02T08:00:00Z'),
  start: '2026-11-02',
  end: '2026-12-14',
  summary: 'Ideen',
}
const written = (more: object = {}) =>
  writeCalendar({ name: 'Mitmachen', product: '-//Allmende//DE', events: [{ ...event, ...more }] })

test('a line holds at most 75 octets, and no character is cut in two', () => {
  const summary = 'Über Straßenbäume, Öfen und 🚲'.repeat(12)
  const file = written({ summary })
  for (const line of file.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line)
  assert.ok(file.replaceAll('\r\n ', '').includes(`SUMMARY:${summary.replaceAll(',', '\\,')}`))
})

test('comma, semicolon, backslash and line break do not end a value; nothing can begin a line of its own', () => {
  const file = written({ description: 'a, b; c\\d\r\nEND:VCALENDAR', url: 'https://x.example/\r\nEND:VCALENDAR' })
  assert.match(file, /DESCRIPTION:a\\, b\\; c\\\\d\\nEND:VCALENDAR\r\n/)
  assert.equal(file.match(/^END:VCALENDAR/gm)?.length, 1)
})

test('days are dates, moments are in UTC', () => {
  assert.match(written(), /DTSTART;VALUE=DATE:20261102\r\nDTEND;VALUE=DATE:20261214\r\n/)
  assert.match(written({ start: new Date('2026-11-01T23:00:00Z') }), /DTSTART:20261101T230000Z\r\n/)
})
