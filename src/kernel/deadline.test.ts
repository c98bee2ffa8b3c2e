import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { addDays, dayBegins, dayEnds, daysLeft, lastDayAfterDays, lastDayAfterMonths, lastMomentOf, readDay } from './deadline.ts'

const hours = (day: string) => (dayEnds(day).getTime() - dayBegins(day).getTime()) / 3_600_000

suite('days and their ends', () => {
  test('a day is written in two ways, and must exist', () => {
    for (const text of ['2026-03-31', '31.03.2026', '31.3.2026', ' 31. 3. 2026 ']) assert.equal(readDay(text), '2026-03-31', text)
    assert.equal(readDay('29.02.2028'), '2028-02-29')
    for (const text of ['29.02.2026', '2026-02-30', '31.04.2026', '2026-13-01', '00.01.2026', '31.03.', '31.03.26', 'morgen', ''])
      assert.equal(readDay(text), undefined, text)
    assert.throws(() => dayEnds('2026-02-30'), /no calendar day: 2026-02-30/)
  })

  test('the 31st of March is over when April begins on the clocks in Germany', () => {
    assert.equal(dayEnds('2026-03-31').toISOString(), '2026-03-31T22:00:00.000Z')
    assert.equal(lastMomentOf('2026-03-31').toISOString(), '2026-03-31T21:59:59.999Z')
    assert.equal(dayEnds('2026-12-31').toISOString(), '2026-12-31T23:00:00.000Z')
  })

  test('days of 23 and 25 hours end at midnight all the same', () => {
    assert.deepEqual(['2026-03-28', '2026-03-29', '2026-10-25', '2026-10-26'].map(hours), [24, 23, 25, 24])
    assert.equal(dayEnds('2026-03-29').toISOString(), '2026-03-29T22:00:00.000Z')
    assert.equal(dayEnds('2026-10-25').toISOString(), '2026-10-25T23:00:00.000Z')
    assert.equal(addDays('2026-03-28', 2), '2026-03-30')
    assert.equal(addDays('2028-03-01', -1), '2028-02-29')
  })

  test('days left are counted as on a calendar, also on a day of 25 hours', () => {
    const end = dayEnds('2026-10-25')
    const left = (now: string) => daysLeft(end, new Date(now))
    assert.equal(left('2026-10-25T00:10:00+02:00'), 0)
    assert.equal(left('2026-10-25T23:59:59+01:00'), 0)
    assert.equal(left('2026-10-24T23:59:59+02:00'), 1)
    assert.equal(left('2026-10-01T12:00:00+02:00'), 24)
    assert.equal(left('2026-10-26T00:00:00+01:00'), -1)
  })

  test('every day of two years ends where the next begins', () => {
    for (let day = '2027-01-01'; day < '2029-01-01'; day = addDays(day, 1))
      assert.equal(dayEnds(day).getTime(), dayBegins(addDays(day, 1)).getTime())
  })
})

suite('periods', () => {
  test('after an event, the day of the same number; where there is none, the last of the month', () => {
    const cases = [
      ['2026-01-15', 1, '2026-02-15'],
      ['2026-01-31', 1, '2026-02-28'],
      ['2028-01-31', 1, '2028-02-29'],
      ['2026-01-28', 1, '2026-02-28'],
      ['2026-02-28', 1, '2026-03-28'],
      ['2026-03-31', 1, '2026-04-30'],
      ['2025-12-31', 2, '2026-02-28'],
      ['2026-12-05', 1, '2027-01-05'],
    ] as const
    for (const [start, months, last] of cases) assert.equal(lastDayAfterMonths(start, months, 'event'), last, start)
  })

  test('from the beginning of a day, the day before', () => {
    const cases = [
      ['2026-03-01', '2026-03-31'],
      ['2026-03-02', '2026-04-01'],
      ['2026-02-01', '2026-02-28'],
      ['2028-02-01', '2028-02-29'],
      ['2026-01-29', '2026-02-28'],
      ['2026-01-30', '2026-02-28'],
      ['2026-01-31', '2026-02-28'],
      ['2028-01-30', '2028-02-29'],
      ['2028-01-31', '2028-02-29'],
      ['2026-03-31', '2026-04-30'],
      ['2026-12-01', '2026-12-31'],
    ] as const
    for (const [start, last] of cases) assert.equal(lastDayAfterMonths(start, 1, 'day'), last, start)
  })

  test('days are counted with the first or without', () => {
    assert.equal(lastDayAfterDays('2026-02-01', 30, 'day'), '2026-03-02')
    assert.equal(lastDayAfterDays('2026-02-01', 30, 'event'), '2026-03-03')
  })
})
