// What `reference install --from` makes of the collected official material.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openReference, profiles } from '#catalogue'
import { withoutShared } from '#support/shared.ts'
import { referenceData } from './shacl-material.ts'

const skip = withoutShared()

test('profiles, lists, keys and boundaries are complete', { skip }, async () => {
  const reference = openReference(await referenceData())
  for (const { shapes } of Object.values(profiles)) assert.ok((await reference.shapes(shapes)).ok)
  const places = reference.municipalities()
  assert.ok(places.ok)
  const gemeinden = places.value.filter((place) => place.level === 'gemeinde')
  const kreise = places.value.filter((place) => place.level === 'kreis')
  assert.deepEqual([gemeinden.length, kreise.length], [396, 53])
  const population = (list: typeof gemeinden) => list.reduce((sum, place) => sum + (place.population ?? 0), 0)
  assert.deepEqual([population(gemeinden), population(kreise)], [17_947_221, 17_947_221])
  assert.ok(
    places.value.every((place) => place.lon !== undefined && place.lon > 5.8 && place.lon < 9.5 && place.kreisName !== ''),
  )
  for (const [level, list] of [
    ['gemeinden', gemeinden],
    ['kreise', kreise],
  ] as const) {
    const boundaries = reference.boundaries(level)
    assert.ok(boundaries.ok)
    assert.deepEqual(boundaries.value.map((feature) => feature.properties.ARS).sort(), list.map((place) => place.ars).sort())
  }
  const sizes = Map.groupBy(reference.vocabulary(), (entry) => entry.scheme.replace(/.*\//, ''))
  assert.deepEqual(
    ['data-theme', 'access-right', 'licenses', 'contributors', 'asd487ae75'].map(
      (scheme) => sizes.get(scheme)?.filter((entry) => entry.de).length,
    ),
    [14, 7, 34, 69, 96],
  )
})
