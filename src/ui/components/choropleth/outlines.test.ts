import assert from 'node:assert/strict'
import { test } from 'node:test'
import { middleOf, outline } from './outlines.ts'

const square = (id: string, west: number) => ({
  id,
  geometry: {
    type: 'Polygon' as const,
    coordinates: [
      [
        [west, 0],
        [west + 1, 0],
        [west + 1, 0.5],
        [west + 1, 1],
        [west, 1],
        [west, 0],
      ],
    ],
  },
})

test('neighbours share their border on the grid and keep no point in the middle of a line', () => {
  const { paths, width, height } = outline([square('a', 0), square('b', 1)], 200)
  assert.deepEqual([width, height], [200, 100])
  assert.equal(paths.get('a'), 'M0 100l100 0 0-100-100 0 0 100z')
  assert.equal(paths.get('b'), 'M100 100l100 0 0-100-100 0 0 100z')
})

test('a multipolygon becomes one path; an area smaller than the grid an empty one', () => {
  const tiny = {
    id: 't',
    geometry: {
      type: 'Polygon' as const,
      coordinates: [
        [
          [0, 0],
          [1e-6, 0],
          [0, 1e-6],
          [0, 0],
        ],
      ],
    },
  }
  const many = {
    id: 'm',
    geometry: {
      type: 'MultiPolygon' as const,
      coordinates: [square('', 0).geometry.coordinates, square('', 3).geometry.coordinates],
    },
  }
  const { paths } = outline([tiny, many], 100)
  assert.equal(paths.get('t'), '')
  assert.equal(paths.get('m')?.match(/M/g)?.length, 2)
})

test('no areas are no fault', () => {
  assert.equal(outline([]).paths.size, 0)
})

test('a name stands in the middle of its area, in the largest of several', () => {
  const { paths } = outline([square('a', 0), square('b', 1)], 200)
  assert.deepEqual(middleOf(paths.get('a') ?? ''), [50, 50])
  assert.deepEqual(middleOf(paths.get('b') ?? ''), [150, 50])
  assert.deepEqual(middleOf('M0 0l1 0 0 1-1 0zM10 10l20 0 0 20-20 0 0-20z'), [20, 20])
  assert.equal(middleOf(''), undefined)
})
