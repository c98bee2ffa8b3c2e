import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { translator } from '#kernel/locale.ts'
import { de } from './locales/de.ts'
import { readAccess } from './model/access.ts'
import { bestOf } from './model/poll.ts'
import { readEvent, readTimes } from './model/read-event.ts'
import { type FormFault, readRegistration } from './model/registration.ts'
import { readRule, timesOf } from './model/slots.ts'
import { whenWords } from './model/when.ts'

const form = (fields: Readonly<Record<string, string>>) => new URLSearchParams(fields)
const faultsOf = (read: { ok: boolean; error?: readonly FormFault[] }) =>
  (read.error ?? []).map(({ field, fault }) => `${field}: ${fault}`)
const rule = { tag: '2026-12-08', von: '14:00', bis: '17:00', minuten: '20', pause: '0', tische: '2' }

suite('days and hours', () => {
  test('are those of clocks in Germany, also on the nights on which they change', () => {
    const faults: FormFault[] = []
    const summer = readTimes(form({ tag: '2027-03-27', von: '22:00', bis: '06:00', 'bis-tag': '2027-03-28' }), faults)
    assert.equal((summer.endsAt.getTime() - summer.startsAt.getTime()) / 3_600_000, 7)
    const winter = readTimes(form({ tag: '30.10.2027', von: '22:00', bis: '06:00', 'bis-tag': '31.10.2027' }), faults)
    assert.equal((winter.endsAt.getTime() - winter.startsAt.getTime()) / 3_600_000, 9)
    assert.deepEqual(faults, [])
  })

  test('are written as people say them', () => {
    const at = (from: string, until: string) =>
      whenWords({ startsAt: new Date(from), endsAt: new Date(until) }, 'de', translator('de', de)).replaceAll('\u00a0', ' ')
    assert.equal(at('2026-12-08T17:30:00Z', '2026-12-08T19:30:00Z'), 'Dienstag, 8. Dezember 2026, 18:30 bis 20:30 Uhr')
    assert.equal(
      at('2026-12-08T17:30:00Z', '2026-12-09T09:00:00Z'),
      'Dienstag, 8. Dezember 2026, 18:30 Uhr, bis Mittwoch, 9. Dezember 2026, 10:00 Uhr',
    )
  })

  test('what is no day and no hour, and an end before the beginning, is named with its field', () => {
    const faults: FormFault[] = []
    readTimes(form({ tag: '31.02.2027', von: '25:00', bis: '' }), faults)
    readTimes(form({ tag: '2027-02-01', von: '18:00', bis: '17:00' }), faults)
    assert.deepEqual(faultsOf({ ok: false, error: faults }), ['tag: day', 'von: time', 'bis: time', 'bis: end-first'])
  })
})

suite('slots by a rule', () => {
  test('three hours of twenty minutes at two tables are eighteen, at nine times', () => {
    const read = readRule(form(rule))
    assert.ok(read.ok)
    assert.equal(read.value.length, 18)
    const times = timesOf(read.value.map((one, i) => ({ ...one, id: String(i), taken: i === 0 })))
    assert.deepEqual([times.length, times[0]?.free, times[1]?.free], [9, 1, 2])
    assert.equal(times.at(-1)?.endsAt.toISOString(), '2026-12-08T16:00:00.000Z')
  })

  test('a break stands between two, and the last one ends no later than the end', () => {
    const read = readRule(form({ ...rule, bis: '15:10', pause: '10', tische: '1' }))
    assert.ok(read.ok)
    assert.deepEqual(
      read.value.map(({ startsAt }) => startsAt.toISOString().slice(11, 16)),
      ['13:00', '13:30'],
    )
  })

  test('no slot is longer than another on the night on which clocks go back', () => {
    const read = readRule(form({ tag: '2027-10-31', von: '01:00', bis: '04:00', minuten: '60', pause: '0', tische: '1' }))
    assert.ok(read.ok)
    assert.equal(read.value.length, 4, 'that night has one hour more')
  })

  for (const [change, fault] of [
    [{ bis: '14:10' }, 'bis: too-short'],
    [{ minuten: '0' }, 'minuten: minutes'],
    [{ tische: 'viele' }, 'tische: desks'],
    [{ minuten: '5', bis: '23:59', tische: '20' }, 'minuten: too-many'],
  ] as const)
    test(`${JSON.stringify(change)} is refused`, () => {
      const read = readRule(form({ ...rule, ...change }))
      assert.deepEqual(faultsOf(read as never), [fault])
    })
})

suite('forms', () => {
  const event = { kind: 'event', mostPeople: 3, seats: 20, asksName: 'yes', asksNeeds: true } as const
  test('who registers is told what is wrong, field by field', () => {
    const read = readRegistration(form({ personen: '4', email: 'anna@' }), event)
    assert.deepEqual(faultsOf(read as never), ['personen: too-many-people', 'name: name', 'email: email'])
    assert.ok(readRegistration(form({ personen: '4' }), event, 'staff').ok, 'staff may bring a larger group without a name')
    const few = readRegistration(form({ personen: '3', name: 'Jana' }), { ...event, seats: 2 })
    assert.deepEqual(faultsOf(few as never), ['personen: more-than-seats'], 'it would wait for ever')
  })

  test('what is not asked is not kept', () => {
    const read = readRegistration(form({ name: 'Jana', bedarf: 'childcare', 'bedarf-text': 'x' }), {
      ...event,
      mostPeople: 1,
      asksName: 'no',
      asksNeeds: false,
    })
    assert.deepEqual(read, { ok: true, value: { people: 1, needs: [] } })
  })

  test('an event is read with its programme and its access; a script is no link', () => {
    const typed = form({
      titel: 'Abend',
      tag: '2026-12-08',
      von: '18:30',
      bis: '20:30',
      anmeldung: '1',
      plaetze: '60',
      hoechstens: '4',
      'anmeldung-tag': '2026-12-07',
      'zugang-stepFree': 'yes',
      'zugang-lift': 'perhaps',
      link: 'https://video.example/abend',
    })
    for (const [part, value] of [
      ['zeit', ''],
      ['titel', ''],
      ['wer', ''],
      ['zeit', '18:30'],
      ['titel', 'Begrüßung'],
      ['wer', 'Frau Demir'],
    ] as const)
      typed.append(`programm-${part}`, value)
    const at = { kind: 'event', startsAt: new Date(), endsAt: new Date() } as const
    const read = readEvent(typed, at)
    assert.ok(read.ok)
    const { writing, link } = read.value
    assert.deepEqual(writing.programme, [{ time: '18:30', title: 'Begrüßung', who: 'Frau Demir' }])
    assert.deepEqual(writing.access, { stepFree: 'yes' })
    assert.equal(writing.registerUntil?.toISOString(), '2026-12-07T23:00:00.000Z')
    assert.deepEqual(link, { link: 'https://video.example/abend', everybody: false })
    typed.set('link', 'javascript:alert(1)')
    assert.deepEqual(faultsOf(readEvent(typed, at) as never), ['link: link'])
  })

  test('what a row says of access and this program does not know is left out', () =>
    assert.deepEqual(readAccess({ lift: 'no', ramp: 'yes', toilet: 7, transport: 'Bus 2', stepFree: '' }), {
      lift: 'no',
      transport: 'Bus 2',
    }))
})

test('the best time is the one most people can, and of those the one that fewest must', () => {
  const option = (id: string, yes: number, maybe: number) => ({ id, yes, maybe, startsAt: new Date(), endsAt: new Date() })
  assert.deepEqual([...bestOf([option('a', 3, 0), option('b', 2, 2), option('c', 3, 1)])], ['c'])
  assert.deepEqual([...bestOf([option('a', 0, 0)])], [])
})
