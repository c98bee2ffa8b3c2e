import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allRoutes } from '#app'
import { machineAddresses } from './machine-addresses.ts'

test('every address that the help names is answered by the house', () => {
  const paths = new Set(allRoutes().flatMap(({ routes }) => Object.values(routes).map((route) => route.path)))
  assert.ok(paths.size > 20)
  for (const { path } of Object.values(machineAddresses))
    assert.ok(paths.has(path.replace('/collections/datasets', '/collections/:collection')) || paths.has(path), path)
})
