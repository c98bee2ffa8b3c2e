import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { QueryField } from '../port.ts'
import { parseQuery } from './parse-query.ts'

const fields: Record<string, QueryField> = {
  titel: { field: 'title' },
  format: { facet: 'format', resolve: (word) => [word.toUpperCase()] },
}
const read = (text: string) => {
  const parsed = parseQuery(text, fields)
  assert.ok(parsed.ok)
  return {
    terms: parsed.value.terms.map(
      (t) =>
        `${t.exclude ? '-' : ''}${t.field ? `${t.field}:` : ''}${t.words.join('+')}${t.phrase ? '!' : ''}${t.prefix ? '*' : ''}`,
    ),
    conditions: parsed.value.conditions,
  }
}

it('reads words, phrases, exclusions, beginnings and fields', () => {
  assert.deepEqual(read('Bäume "im Park" „am See“ -Wald Verkehrs* titel:Haushalt titel:"der Plan"').terms, [
    'bäume',
    'im+park!',
    'am+see!',
    '-wald',
    'verkehrs*',
    'title:haushalt',
    'title:der+plan!',
  ])
  assert.deepEqual(read('format:csv Kita').conditions, [{ facet: 'format', keys: ['CSV'] }])
})

it('takes an unknown prefix for a word, and an unclosed quote for a phrase to the end', () => {
  assert.deepEqual(read('foo:bar constructor:x').terms, ['foo', 'bar', 'constructor', 'x'])
  assert.deepEqual(read('"im Park').terms, ['im+park!'])
})

it('refuses what is too long', () => {
  assert.deepEqual(parseQuery('x'.repeat(1_001), fields), {
    ok: false,
    error: { code: 'text-too-long', field: 'text', limit: 1_000 },
  })
  assert.deepEqual(parseQuery('a '.repeat(33), fields), {
    ok: false,
    error: { code: 'too-many-words', field: 'text', limit: 32 },
  })
})
