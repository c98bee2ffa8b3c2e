import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { dueOn, numberOf, readDraft, readNumber } from './request.ts'

suite('a wish or remark as it comes in', () => {
  test('its number is read as it is written', () => {
    assert.equal(numberOf({ kind: 'wish', year: 2026, number: 7 }), 'DW-2026-0007')
    assert.equal(numberOf({ kind: 'remark', year: 2026, number: 12_345 }), 'AN-2026-12345')
    assert.deepEqual(readNumber('dw-2026-0007'), { kind: 'wish', year: 2026, number: 7 })
    for (const none of ['DW-2026-7', 'DW-1999-0001', 'XX-2026-0001', 'DW-2026-0007/', '__proto__', ''])
      assert.equal(readNumber(none), undefined)
  })

  test('an answer is promised within 30 days, by the calendar here', () => {
    assert.equal(dueOn(new Date('2026-11-24T10:00:00Z')), '2026-12-24')
    assert.equal(dueOn(new Date('2026-11-24T23:30:00Z')), '2026-12-25')
  })

  test('every fault names its field', () => {
    const read = readDraft('wish', new URLSearchParams({ title: 'abc', body: ' ', email: 'anna@' }))
    assert.deepEqual(read.ok ? [] : read.error, [
      { field: 'title', fault: 'short' },
      { field: 'body', fault: 'missing' },
      { field: 'email', fault: 'invalid' },
    ])
  })
})
