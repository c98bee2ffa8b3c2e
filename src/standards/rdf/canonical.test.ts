import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Quad, Term } from '@rdfjs/types'
import fc from 'fast-check'
import { blank, canonicalNTriples, contentHash, fromLines, iri, text, toLines, triple } from '#standards/rdf'

const p = 'http://a.example/p'
const renamed = (quads: readonly Quad[], prefix: string) => {
  const swap = (term: Term) => (term.termType === 'BlankNode' ? blank(prefix + term.value) : term)
  return quads.map((quad) => triple(swap(quad.subject), quad.predicate.value, swap(quad.object))).reverse()
}

const trees = fc
  .array(fc.tuple(fc.nat(9), fc.nat(3)), { maxLength: 30 })
  .map((edges) =>
    edges.flatMap(([parent, value], at) => [
      triple(at === 0 ? iri('a:root') : blank(`n${Math.min(parent, at - 1)}`), p, blank(`n${at}`)),
      triple(blank(`n${at}`), p, text(String(value))),
    ]),
  )
test('trees have one form, whatever their labels and order', () => {
  fc.assert(fc.property(trees, (quads) => assert.equal(canonicalNTriples(renamed(quads, 'zz')), canonicalNTriples(quads))))
})

test('a changed value changes the hash, a doubled triple does not', () => {
  const quad = triple(iri('a:b'), p, text('1'))
  assert.equal(contentHash([quad, quad]), contentHash([quad]))
  assert.notEqual(contentHash([triple(iri('a:b'), p, text('2'))]), contentHash([quad]))
  assert.notEqual(contentHash([triple(iri('a:b'), p, text('1', 'de'))]), contentHash([quad]))
})

test('circles of blank nodes end, equal ones alike and different ones not', () => {
  const circle = (size: number, label: string) =>
    Array.from({ length: size }, (_, at) => triple(blank(`${label}${at}`), p, blank(`${label}${(at + 1) % size}`)))
  assert.equal(canonicalNTriples(circle(6, 'a')), canonicalNTriples(renamed(circle(6, 'a'), 'q')))
  assert.notEqual(canonicalNTriples(circle(6, 'a')), canonicalNTriples([...circle(3, 'a'), ...circle(3, 'b')]))
})

test('a web of 2,000 look-alike nodes is named in bounded time', () => {
  const web = Array.from({ length: 2000 }, (_, at) => triple(blank(`n${at}`), p, blank(`n${(at * 7 + 1) % 2000}`)))
  const start = performance.now()
  canonicalNTriples(web)
  assert.ok(performance.now() - start < 20_000)
})

test('lines give back what was written into them', () => {
  const term = fc.string({ unit: 'binary' }).map((value) => value.toWellFormed())
  fc.assert(
    fc.property(term, fc.constantFrom('', 'de', 'en-gb'), (value, lang) => {
      const quads = [
        triple(blank('c0'), p, text(value, lang)),
        triple(iri('a:b'), p, text(value, '', 'x:y')),
        triple(iri('a:b'), p, blank('c0')),
      ]
      assert.deepEqual(toLines(fromLines(toLines(quads))), toLines(quads))
      assert.equal(fromLines(toLines(quads))[0]?.object.value, value)
    }),
  )
  assert.throws(() => fromLines(['no line']), /not an N-Triples line/)
})
