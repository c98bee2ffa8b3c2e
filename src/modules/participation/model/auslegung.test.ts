import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { addDays } from '#kernel/deadline.ts'
import { within } from '#kernel/span.ts'
import { lastDayForAgencies, lastDayOfAuslegung, longEnough, spanOfDays } from './auslegung.ts'

suite('how long a draft is public: one month, at least 30 days', () => {
  for (const [first, last, why] of [
    ['2026-03-01', '2026-03-31', 'the month is longer'],
    ['2026-04-01', '2026-04-30', 'both are the same'],
    ['2026-02-01', '2026-03-02', 'February: 30 days are longer'],
    ['2028-02-01', '2028-03-01', 'February of a leap year'],
    ['2026-01-31', '2026-03-01', 'there is no 30th of February'],
    ['2028-01-31', '2028-02-29', 'in a leap year both end on the 29th'],
    ['2026-02-15', '2026-03-16', 'through February'],
    ['2028-02-15', '2028-03-15', 'through February of a leap year'],
    ['2026-12-10', '2027-01-09', 'over the turn of the year'],
  ] as const)
    test(`from ${first} to ${last}: ${why}`, () => assert.equal(lastDayOfAuslegung(first), last))

  test('never fewer than 30 days, never less than a month, for every day of a leap cycle', () => {
    for (let first = '2025-01-01'; first < '2029-01-01'; first = addDays(first, 1)) {
      const { from, until } = spanOfDays(first, lastDayOfAuslegung(first))
      const days = Math.round(((until?.getTime() ?? 0) - from.getTime()) / 86_400_000)
      assert.ok(days === 30 || days === 31, `${first}: ${days} days`)
    }
  })

  test('an agency that was asked has the day of asking besides', () => {
    assert.equal(lastDayForAgencies('2026-02-01'), '2026-03-03')
    assert.equal(lastDayForAgencies('2026-01-31'), '2026-03-02')
    assert.equal(lastDayForAgencies('2026-03-31'), '2026-04-30')
  })

  test('what arrives in the last second is in time, also where the clocks were changed meanwhile', () => {
    const span = spanOfDays('2026-03-01', '2026-03-31')
    assert.ok(within(span, new Date('2026-03-31T23:59:59.999+02:00')))
    assert.ok(!within(span, new Date('2026-04-01T00:00:00+02:00')))
    assert.ok(within(span, new Date('2026-03-01T00:00:00+01:00')))
    assert.ok(!within(span, new Date('2026-02-28T23:59:59.999+01:00')))
  })

  test('a period that is a day too short is noticed', () => {
    assert.deepEqual(longEnough('2026-02-01', '2026-03-01'), { enough: false, last: '2026-03-02' })
    assert.deepEqual(longEnough('2026-02-01', '2026-03-02'), { enough: true, last: '2026-03-02' })
  })
})
