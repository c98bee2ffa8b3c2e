import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lineOf } from './line.ts'

test('one line is one household: the address, or the first 56 bits', () => {
  assert.equal(lineOf('::ffff:192.0.2.1'), '192.0.2.1')
  assert.equal(lineOf('2001:db8:1:2ff::1'), lineOf('2001:DB8:1:200:aa:bb:cc:dd'))
  assert.notEqual(lineOf('2001:db8:1:200::1'), lineOf('2001:db8:1:300::1'))
  assert.equal(lineOf('::1'), '0000:0000:0000:00')
})
