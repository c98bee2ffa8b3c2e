import assert from 'node:assert/strict'
import { test } from 'node:test'
import { areaFinder } from './areas.ts'

const square = (west: number) =>
  ({
    type: 'Polygon',
    coordinates: [
      [
        [west, 51],
        [west + 1, 51],
        [west + 1, 52],
        [west, 52],
        [west, 51],
      ],
    ],
  }) as const

test('a point lies in one part of a district, or elsewhere; what has none lies nowhere', () => {
  const find = areaFinder([
    { id: 'a', area: { ...square(7), coordinates: [...square(7).coordinates] } },
    { id: 'b', area: { ...square(8), coordinates: [...square(8).coordinates] } },
  ])
  const at = (lon: number) => find({ type: 'Point', coordinates: [lon, 51.5] })
  assert.deepEqual([at(7.5), at(8.5), at(9.5), find(null)], ['a', 'b', 'elsewhere', ''])
})
