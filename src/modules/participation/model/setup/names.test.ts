import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formats } from '../../formats.ts'
import { routeParts } from '../../routes.ts'
import { freeSlug, keptSlugs } from './names.ts'

test('a short name that is an address of the portal itself is given to no procedure', () => {
  const routes = [...routeParts, ...formats.map((one) => one.routes ?? {})].flatMap((part) => Object.values(part))
  const own = routes.flatMap(({ path }) => /^\/mitmachen\/([a-z][^/.]*)/.exec(path)?.[1] ?? [])
  assert.deepEqual([...new Set(own)].sort(), [...keptSlugs].sort())
  assert.equal(freeSlug('Regeln!', []), 'regeln-2')
  assert.equal(freeSlug('Spielplatz', ['spielplatz']), 'spielplatz-2')
})
