import assert from 'node:assert/strict'
import { test } from 'node:test'
import { boxesAround } from './result-map.tsx'

test('the quarters of a box fill it, and the way out stays in the world', () => {
  const boxes = new Map(boxesAround([6, 50, 8, 52]).map(({ name, box }) => [name, box]))
  assert.deepEqual(boxes.get('nw'), [6, 51, 7, 52])
  assert.deepEqual(boxes.get('se'), [7, 50, 8, 51])
  assert.deepEqual(boxes.get('out'), [5, 49, 9, 53])
  assert.deepEqual(boxesAround([-180, -90, 180, 90]).find((one) => one.name === 'out')?.box, [-180, -90, 180, 90])
})
