import assert from 'node:assert/strict'
import { test } from 'node:test'
import { districtsOf, narrowed } from './districts.ts'
import type { PlaceRow, PlaceState } from './read-places.ts'

const row = (slug: string, level: 'gemeinde' | 'kreis', kreis: string | undefined, state: PlaceState): PlaceRow => ({
  place: { id: slug, slug, name: slug, level, ...(kreis ? { kreis } : {}) },
  state,
  count: state === 'none' ? 0 : 1,
  recent: state === 'recent' ? 1 : 0,
  any: 1,
})

const rows = [
  row('kreis-a', 'kreis', '05100', 'recent'),
  row('ahorn', 'gemeinde', '05100', 'recent'),
  row('birke', 'gemeinde', '05100', 'none'),
  row('dorn', 'gemeinde', '05200', 'older'),
  row('fern', 'gemeinde', undefined, 'older'),
]

test('municipalities stand with their district, the largest share first, places of elsewhere last', () => {
  assert.deepEqual(
    districtsOf(rows).map((one) => [one.key, one.rows.length]),
    [
      ['frei', 1],
      ['05100', 2],
      ['sonst', 1],
    ],
  )
})

test('an address narrows the list by district and state; what it does not know it leaves aside', () => {
  const slugs = (query: string) => narrowed(rows, new URLSearchParams(query)).rows.map(({ place }) => place.slug)
  assert.deepEqual(slugs('kreis=05100&zustand=none'), ['birke'])
  assert.deepEqual(slugs('zustand=older'), ['dorn', 'fern'])
  assert.equal(slugs('kreis=x&zustand=constructor').length, rows.length)
})
