import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localPath } from './local-path.ts'

test('after signing in one stays on this site', () => {
  for (const good of ['/', '/intern/freigaben', '/daten?q=etat&seite=2', '/en/intern#oben']) assert.equal(localPath(good), good)
  for (const bad of [
    '//foreign.example',
    '/\\foreign.example',
    '\\\\foreign.example',
    '/%2f/foreign.example',
    '/%2Fforeign.example',
    '/%5Cforeign.example',
    '/./\\foreign.example',
    '/.//foreign.example',
    '/x/..//foreign.example',
    '/\t/foreign.example',
    '/\n/foreign.example',
    'https://foreign.example/',
    'javascript:alert(1)',
    'intern',
    '',
    ' /intern',
    `/${'a'.repeat(3000)}`,
  ])
    assert.equal(localPath(bad), undefined, JSON.stringify(bad))
})
