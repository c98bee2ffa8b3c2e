// Calendars of procedures as a foreign library reads them: Debian's python3-icalendar.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { writeCalendar } from '#standards/ical'

const judge = `
import json, sys
from icalendar import Calendar
one = Calendar.from_ical(sys.stdin.buffer.read())
faults = [str(e) for c in one.walk() for e in getattr(c, 'errors', [])]
def when(value): return value.dt.isoformat()
print(json.dumps({'name': str(one['X-WR-CALNAME']), 'faults': faults, 'events': [
  {'uid': str(e['UID']), 'summary': str(e['SUMMARY']), 'description': str(e.get('DESCRIPTION', '')), 'location': str(e.get('LOCATION', '')),
   'url': str(e.get('URL', '')), 'start': when(e['DTSTART']), 'end': when(e['DTEND']) if 'DTEND' in e else None,
   'state': [e.get('SEQUENCE'), e.get('STATUS'), e.get('TRANSP'), e['GEO'].to_ical() if 'GEO' in e else None]} for e in one.walk('VEVENT')]}))
`
const python = ['/usr/bin/python3', 'python3'].find((one) => spawnSync(one, ['-c', 'import icalendar']).status === 0)
const skip = python ? false : 'python3-icalendar is not at hand'

test('what we write is what python3-icalendar reads', { skip }, () => {
  const events = [
    {
      uid: '1@portal.example',
      stamp: new Date('2026-11-02T08:00:00Z'),
      start: '2026-11-02',
      end: '2026-12-14',
      summary: 'Marktplatz: wie soll er werden?; Ideen, Wünsche \\ Fragen',
      description: `Erste Zeile\nzweite: ${'Straßenbäume, Öfen und 🚲 '.repeat(20).trim()}`,
      location: 'Marktplatz, Kernstadt',
      url: 'https://portal.example/mitmachen/marktplatz?a=1,2;b',
    },
    {
      uid: '2@portal.example',
      stamp: new Date('2026-11-02T08:00:00Z'),
      start: new Date('2027-06-17T15:00:00Z'),
      summary: 'Sitzung',
    },
    {
      uid: '3@portal.example',
      stamp: new Date('2026-11-02T08:00:00Z'),
      start: new Date('2026-12-08T17:30:00Z'),
      end: new Date('2026-12-08T19:30:00Z'),
      summary: 'Informationsabend',
      sequence: 2,
      status: 'CANCELLED',
      point: [8.7702, 51.8604],
      busy: false,
    },
  ] as const
  const file = writeCalendar({ name: 'Mitmachen in Lindenrode, überall', product: '-//Allmende//Beteiligung//DE', events })
  const read = spawnSync(python ?? '', ['-c', judge], { input: file, encoding: 'utf8' })
  assert.equal(read.status, 0, read.stderr)
  assert.deepEqual(JSON.parse(read.stdout), {
    name: 'Mitmachen in Lindenrode, überall',
    faults: [],
    events: [
      {
        uid: '1@portal.example',
        summary: events[0]?.summary,
        description: events[0]?.description,
        location: 'Marktplatz, Kernstadt',
        url: 'https://portal.example/mitmachen/marktplatz?a=1,2;b',
        start: '2026-11-02',
        end: '2026-12-14',
        state: [null, null, 'TRANSPARENT', null],
      },
      {
        uid: '2@portal.example',
        summary: 'Sitzung',
        description: '',
        location: '',
        url: '',
        start: '2027-06-17T15:00:00+00:00',
        end: null,
        state: [null, null, 'TRANSPARENT', null],
      },
      {
        uid: '3@portal.example',
        summary: 'Informationsabend',
        description: '',
        location: '',
        url: '',
        start: '2026-12-08T17:30:00+00:00',
        end: '2026-12-08T19:30:00+00:00',
        state: [2, 'CANCELLED', 'TRANSPARENT', '51.8604;8.7702'],
      },
    ],
  })
})
