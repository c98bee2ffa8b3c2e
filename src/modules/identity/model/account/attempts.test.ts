import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressGroup } from './attempts.ts'
import { deviceOf } from './device.ts'

test('neighbours in one network belong together', () => {
  assert.equal(addressGroup('192.0.2.7'), addressGroup('192.0.2.200'))
  assert.notEqual(addressGroup('192.0.2.7'), addressGroup('192.0.3.7'))
  assert.equal(addressGroup('::ffff:192.0.2.7'), addressGroup('192.0.2.9'))
  assert.equal(addressGroup('2001:db8:0:1::1'), addressGroup('2001:0db8::2:0:0:5'))
  assert.notEqual(addressGroup('2001:db8:1::1'), addressGroup('2001:db8:2::1'))
})

test('a device is named so that one knows one’s own, and no closer', () => {
  assert.equal(deviceOf('Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0'), 'Firefox, Windows')
  assert.equal(
    deviceOf(
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 Version/19.0 Mobile/15E148 Safari/604.1',
    ),
    'Safari, iPhone',
  )
  assert.equal(deviceOf('<script>'), '')
  assert.equal(deviceOf(undefined), '')
})
