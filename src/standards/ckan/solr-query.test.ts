import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseSolrDate, parseSolrQuery, parseSolrSort, type SolrCondition } from '#standards/ckan'

/** A condition in short: `(a:1 & !b:2)`. */
function short(one: SolrCondition): string {
  switch (one.kind) {
    case 'all':
      return `(${one.parts.map(short).join(' & ')})`
    case 'any':
      return `(${one.parts.map(short).join(' | ')})`
    case 'not':
      return `!${short(one.part)}`
    case 'value':
      return `${one.field}:${one.phrase ? `"${one.value}"` : one.value}`
    case 'range':
      return `${one.field}:${one.withoutFrom ? '{' : '['}${one.from ?? '*'},${one.to ?? '*'}${one.withoutTo ? '}' : ']'}`
  }
}
const read = (text: string) => {
  const answer = parseSolrQuery(text)
  return answer.ok ? short(answer.value) : `refused: ${answer.error.message}`
}

test('queries of harvesters and scripts are read as they are meant', () => {
  for (const [text, means] of [
    ['', '()'],
    ['*:*', '*:*'],
    ['organization:stadt-a', 'organization:stadt-a'],
    // ckanext-harvest joins its terms with spaces: the OR belongs to the organizations.
    [
      'organization:a OR organization:b metadata_modified:[2026-11-26T19:00:00.123456Z TO *]',
      '((organization:a | organization:b) & metadata_modified:[2026-11-26T19:00:00.123456Z,*])',
    ],
    ['-organization:a -groups:b', '(!organization:a & !groups:b)'],
    ['+tags:"Bäume und Straßen" AND NOT res_format:PDF', '(tags:"Bäume und Straßen" & !res_format:PDF)'],
    ['organization:(a OR b)', '(organization:a | organization:b)'],
    ['(a AND b) OR c', '((:a & :b) | :c)'],
    ['license_id:http://dcat-ap.de/def/licenses/cc-zero', 'license_id:http://dcat-ap.de/def/licenses/cc-zero'],
    ['metadata_created:{2026-01-01 TO NOW-7DAYS/DAY]', 'metadata_created:{2026-01-01,NOW-7DAYS/DAY]'],
    ['B-Plan 47', '(:B-Plan & :47)'],
    ['title:a\\:b', 'title:a:b'],
  ] as const)
    assert.equal(read(text), means, text)
})

test('what cannot be read is refused with a reason, in linear time', () => {
  for (const text of [
    '(',
    ')',
    'a AND',
    'OR a',
    'title:',
    'title:(a',
    '"a',
    '[a TO',
    'a AND b OR c',
    '{!join from=a}b',
    'a:(b:c)',
  ])
    assert.match(read(text), /^refused: /, text)
  const began = performance.now()
  for (const text of [
    '('.repeat(7000),
    '-'.repeat(7000),
    '"'.repeat(7000),
    '\\'.repeat(7999),
    '[ '.repeat(3500),
    'x '.repeat(4000),
  ])
    assert.match(read(text), /^refused: /, text.slice(0, 10))
  assert.ok(performance.now() - began < 500)
})

test('dates are ISO 8601 or sums from now', () => {
  const now = new Date('2026-11-26T20:15:30Z')
  const iso = (text: string) => parseSolrDate(text, now)?.toISOString()
  assert.equal(iso('2026-11-26T19:00:00.123456Z'), '2026-11-26T19:00:00.123Z')
  assert.equal(iso('2026-11-26T19:00:00'), '2026-11-26T19:00:00.000Z')
  assert.equal(iso('NOW-7DAYS/DAY'), '2026-11-19T00:00:00.000Z')
  assert.equal(iso('NOW-1YEAR'), '2025-11-26T20:15:30.000Z')
  for (const bad of ['gestern', '2026-13-01', 'NOW-1ELEPHANT', '20261126']) assert.equal(iso(bad), undefined, bad)
})

test('an order names fields', () => {
  assert.deepEqual(parseSolrSort('metadata_modified desc, id'), {
    ok: true,
    value: [
      { field: 'metadata_modified', descending: true },
      { field: 'id', descending: false },
    ],
  })
  assert.equal(parseSolrSort('id; drop table').ok, false)
})
