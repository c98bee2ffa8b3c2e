import assert from 'node:assert/strict'
import { test } from 'node:test'
import { boundQuery } from './bounded-query.ts'

const text = (query: string, most = 100) => {
  const bounded = boundQuery(query, most)
  return bounded.ok ? bounded.value.text.replace(/\s+/g, ' ').trim() : bounded.error
}

test('every query but a question for yes or no gets an end', () => {
  for (const [query, expected] of [
    ['SELECT * { ?s ?p ?o }', 'SELECT * { ?s ?p ?o } LIMIT 100'],
    ['SELECT * { ?s ?p ?o } LIMIT 7', 'SELECT * { ?s ?p ?o } LIMIT 7'],
    ['select * { ?s ?p ?o } limit 7000 offset 3', 'select * { ?s ?p ?o } limit 100 offset 3'],
    ['SELECT * { { SELECT ?s { ?s ?p ?o } LIMIT 5000 } }', 'SELECT * { { SELECT ?s { ?s ?p ?o } LIMIT 5000 } } LIMIT 100'],
    ['SELECT ?limit { ?limit ?p "LIMIT 5 }" }', 'SELECT ?limit { ?limit ?p "LIMIT 5 }" } LIMIT 100'],
    [
      'PREFIX l: <urn:limit#> SELECT * { ?s l:limit "a\\"b" } # LIMIT 3',
      'PREFIX l: <urn:limit#> SELECT * { ?s l:limit "a\\"b" } # LIMIT 3 LIMIT 100',
    ],
    ['SELECT * { ?s ?p ?o } VALUES ?o { 1 }', 'SELECT * { ?s ?p ?o } LIMIT 100 VALUES ?o { 1 }'],
    ['CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } ORDER BY ?s', 'CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } ORDER BY ?s LIMIT 100'],
    ['DESCRIBE <urn:x>', 'DESCRIBE <urn:x> LIMIT 100'],
    ['ASK { ?s ?p ?o }', 'ASK { ?s ?p ?o }'],
    ['INSERT DATA { <a:a> <a:b> 1 }', 'updates are not offered here'],
    ['x'.repeat(30_000), 'a query has at most 20000 characters'],
    ['', 'SELECT, ASK, CONSTRUCT or DESCRIBE is wanted'],
  ] as const)
    assert.equal(text(query), expected, query)
})
