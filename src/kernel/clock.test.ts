import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readMoment } from './clock.ts'

const iso = (day: string, time: string) => readMoment(day, time).toISOString()

test('days and times are those of the clocks in Germany, in summer and winter and around the change', () => {
  assert.equal(iso('2026-07-01', '08:00'), '2026-07-01T06:00:00.000Z')
  assert.equal(iso('2026-12-01', '08:00'), '2026-12-01T07:00:00.000Z')
  assert.equal(iso('2026-10-25', '04:00'), '2026-10-25T03:00:00.000Z')
  assert.equal(iso('2027-03-28', '03:30'), '2027-03-28T01:30:00.000Z')
})

test('what is no day or time is no moment', () => {
  for (const [day, time] of [
    ['2026-13-40', '08:00'],
    ['gestern', '08:00'],
    ['2026-12-01', '25:00'],
    ['', ''],
  ] as const)
    assert.ok(Number.isNaN(readMoment(day, time).getTime()), `${day} ${time}`)
})
