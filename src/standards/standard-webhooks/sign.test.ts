import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'
import { newSigningSecret, signedHeaders } from './sign.ts'

const message = { id: 'msg_0197a3c0', timestamp: 1_764_000_000, body: '{"type":"catalogue.changed","data":{"place":"Köln"}}' }

test('somebody else, who has only the specification, comes to the same signature', (t) => {
  const secret = newSigningSecret()
  const program = `
import base64, hashlib, hmac, json, sys
given = json.load(sys.stdin)
key = base64.b64decode(given["secret"].removeprefix("whsec_"))
signed = given["id"] + "." + str(given["timestamp"]) + "." + given["body"]
print("v1," + base64.b64encode(hmac.new(key, signed.encode(), hashlib.sha256).digest()).decode())`
  const run = spawnSync('python3', ['-c', program], { input: JSON.stringify({ secret, ...message }), encoding: 'utf8' })
  if (run.error) return t.skip('python3 is not there')
  assert.equal(signedHeaders(message, [secret])['webhook-signature'], run.stdout.trim(), run.stderr)
})

test('while one secret takes the place of another, both sign', () => {
  const [now, former] = [newSigningSecret(), newSigningSecret()]
  const [first, second] = (signedHeaders(message, [now, former])['webhook-signature'] ?? '').split(' ')
  assert.equal(first, signedHeaders(message, [now])['webhook-signature'])
  assert.equal(second, signedHeaders(message, [former])['webhook-signature'])
  assert.equal(Buffer.from(now.slice('whsec_'.length), 'base64').length, 32)
})
