import assert from 'node:assert/strict'
import { it } from 'node:test'
import { parseQuery } from '../analyzer/parse-query.ts'
import type { SearchDocument, SearchQuery } from '../port.ts'
import { finish, OwnIndex } from './engine.ts'

const shape = { version: 1, facets: ['few', 'many', 'several'], weights: { title: 6, keywords: 3, description: 1, other: 1 } }

/** The same numbers every time. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * below)
  }
}

function documents(count: number): SearchDocument[] {
  const random = numbers(5)
  return Array.from({ length: count }, (_, i) => ({
    id: `d${i}`,
    kind: 'dataset',
    scopes: ['land', `ort${random(4)}`],
    fields: { title: `${['Baum', 'Haus', 'Weg'][random(3)]} ${random(50)}` },
    facets: {
      few: [`f${random(3)}`],
      many: [`m${random(700)}`],
      several: Array.from({ length: random(4) }, () => `s${random(12)}`),
    },
    flags: random(2) === 0 ? ['open'] : [],
    modified: random(1_000),
  }))
}

/** What the index should answer, counted the slow way. */
function slowly(
  all: readonly SearchDocument[],
  query: SearchQuery,
  word: string,
): { total: number; counts: Record<string, Map<string, number>> } {
  const passes = (document: SearchDocument, without?: string) =>
    document.scopes.includes(query.scope) &&
    (document.fields.title ?? '').includes(word) &&
    (query.flags ?? []).every((flag) => document.flags.includes(flag)) &&
    Object.entries(query.facets ?? {}).every(
      ([name, keys]) => name === without || keys.length === 0 || keys.some((key) => document.facets[name]?.includes(key)),
    )
  const counts = Object.fromEntries(
    shape.facets.map((name) => {
      const found = new Map<string, number>()
      for (const document of all)
        if (passes(document, name)) for (const key of new Set(document.facets[name])) found.set(key, (found.get(key) ?? 0) + 1)
      return [name, found]
    }),
  )
  return { total: all.filter((document) => passes(document)).length, counts }
}

it('counts as the slow way does: over several segments, with removals, for small and large results', () => {
  const all = documents(3_000)
  const index = new OwnIndex(shape)
  for (const [from, to] of [
    [0, 2_500],
    [2_500, 2_900],
    [2_900, 3_000],
  ] as const)
    finish(index.upsert(all.slice(from, to)))
  const removed = all.filter((_, i) => i % 17 === 0).map((document) => document.id)
  index.remove(removed)
  assert.ok(index.stats().segments > 1)
  const left = all.filter((document) => !removed.includes(document.id))
  const random = numbers(9)
  for (let round = 0; round < 120; round++) {
    const word = ['', 'Baum', 'Haus'][random(3)] as string
    const facets: Record<string, string[]> = {}
    if (random(2) === 0) facets.few = [`f${random(3)}`]
    if (random(3) === 0) facets.several = [`s${random(12)}`, `s${random(12)}`]
    if (random(4) === 0) facets.many = [`m${random(700)}`]
    const query: SearchQuery = {
      scope: ['land', 'ort1', 'ort3'][random(3)] as string,
      text: word,
      facets,
      flags: random(3) === 0 ? ['open'] : [],
      facetLimit: 1_000,
    }
    const parsed = parseQuery(word, {})
    assert.ok(parsed.ok)
    const answer = index.search(query, parsed.value, Number.POSITIVE_INFINITY)
    assert.ok(answer.ok)
    const expected = slowly(left, query, word)
    assert.equal(answer.value.total, expected.total)
    for (const name of shape.facets) {
      const found: [string, number][] = (answer.value.facets[name] ?? [])
        .filter((one) => one.count > 0)
        .map((one): [string, number] => [one.key, one.count])
      assert.deepEqual(new Map(found), expected.counts[name], `${name} of ${JSON.stringify(query)}`)
      assert.deepEqual(
        found,
        found.toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)),
      )
    }
  }
})
