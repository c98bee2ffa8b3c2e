import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keysOf } from './keys.ts'

const keys = keysOf('a'.repeat(40))

test('what is sealed opens under the same secret and for the same purpose, and unchanged only', () => {
  const sealed = keys.seal('JBSWY3DPEHPK3PXP', 'totp/jana')
  assert.equal(keys.open(sealed, 'totp/jana'), 'JBSWY3DPEHPK3PXP')
  assert.equal(keys.open(sealed, 'totp/tom'), undefined)
  assert.equal(keysOf('b'.repeat(40)).open(sealed, 'totp/jana'), undefined)
  const bytes = Buffer.from(sealed, 'base64url')
  bytes[30] = (bytes[30] ?? 0) ^ 1
  assert.equal(keys.open(bytes.toString('base64url'), 'totp/jana'), undefined)
  for (const bad of ['', 'x', '!!', 'a'.repeat(100)]) assert.equal(keys.open(bad, 'totp/jana'), undefined)
})

test('fingerprints of the same value differ by kind and by secret', () => {
  const one = keys.fingerprint('account', 'jana@x.example')
  assert.deepEqual(one, keys.fingerprint('account', 'jana@x.example'))
  assert.notDeepEqual(one, keys.fingerprint('group', 'jana@x.example'))
  assert.notDeepEqual(one, keysOf('b'.repeat(40)).fingerprint('account', 'jana@x.example'))
})
