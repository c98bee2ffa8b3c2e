import assert from 'node:assert/strict'
import { test } from 'node:test'
import { greetingAt } from './staff.tsx'

test('one greets by the clocks in Germany, in summer and in winter', () => {
  const at = (text: string) => greetingAt(new Date(text))
  assert.deepEqual(['2026-07-01T02:30:00Z', '2026-07-01T09:30:00Z', '2026-07-01T16:30:00Z'].map(at), [
    'morning',
    'day',
    'evening',
  ])
  assert.deepEqual(['2026-12-01T02:30:00Z', '2026-12-01T09:30:00Z', '2026-12-01T16:30:00Z'].map(at), [
    'evening',
    'morning',
    'day',
  ])
})
