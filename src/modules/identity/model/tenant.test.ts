import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import { allRoutes } from '#app'
import { type Site, shownWith } from '#kernel/site.ts'
import { tenant } from '#support/house.ts'
import { checkTenant, reservedSlugs, sitesOf } from './tenant.ts'

const land = tenant({ slug: 'land', kind: 'land' })
const kreis = tenant({ slug: 'kreis', kind: 'kreis', parent: land.id, officialKey: '05001' })
const stadt = tenant({ slug: 'stadt', parent: kreis.id, hosts: ['daten.stadt.example', 'stadt.example'] })
const dorf = tenant({ slug: 'dorf', parent: kreis.id })

const faultsOf = (given: Parameters<typeof tenant>[0]) => {
  const checked = checkTenant(tenant(given))
  return checked.ok ? [] : checked.error.map((fault) => `${fault.field}: ${fault.fault}`)
}

suite('the tree of tenants', () => {
  const sites = sitesOf([dorf, land, stadt, kreis])
  const slugs = (ids: readonly string[] | undefined) => (ids ?? []).map((id) => sites.byId(id)?.slug)

  test('each view shows its own tenant first, then all below it', () => {
    assert.deepEqual(slugs(sites.bySlug('land')?.within).sort(), ['dorf', 'kreis', 'land', 'stadt'])
    assert.equal(sites.bySlug('land')?.within[0], land.id)
    assert.deepEqual(slugs(sites.bySlug('kreis')?.within).sort(), ['dorf', 'kreis', 'stadt'])
    assert.deepEqual(slugs(sites.bySlug('dorf')?.within), ['dorf'])
  })

  test('the way up leads over the parent to the root', () => {
    assert.deepEqual(slugs(sites.bySlug('dorf')?.ancestors), ['kreis', 'land'])
    assert.deepEqual(sites.root.ancestors, [])
  })

  test('the root stands at /, everybody else at /slug, and each of its hosts finds a tenant', () => {
    assert.equal(sites.root.path, '')
    assert.equal(sites.bySlug('dorf')?.path, '/dorf')
    assert.equal(sites.byHost('stadt.example')?.slug, 'stadt')
    assert.equal(sites.byHost('dorf.example'), undefined)
  })

  test('a circle, which no database should hold, does not hang', () => {
    const a = tenant({ slug: 'a' })
    const b = tenant({ slug: 'b', parent: a.id })
    assert.equal(sitesOf([land, { ...a, parent: b.id }, b]).all.length, 3)
  })
})

suite('what a view shows of a module', () => {
  const kreis = tenant({ slug: 'kreis', parent: land.id, modules: [] })
  const on = tenant({ slug: 'an', parent: kreis.id, modules: ['catalogue'] })
  const off = tenant({ slug: 'aus', parent: kreis.id, modules: [] })
  const sites = sitesOf([land, kreis, on, off])
  const shown = () => shownWith('catalogue', sites.bySlug('kreis') as Site, sites)

  test('is its own and that of those below who have it, one list as long as no tenant changes', () => {
    assert.deepEqual(shown(), [kreis.id, on.id])
    assert.equal(shown(), shown())
    const changed = sitesOf([land, kreis, { ...on, modules: [] }, { ...off, modules: ['catalogue'] }])
    assert.deepEqual(shownWith('catalogue', changed.bySlug('kreis') as Site, changed), [kreis.id, off.id])
    assert.deepEqual(shownWith('participation', changed.bySlug('kreis') as Site, changed), [kreis.id])
  })
})

suite('a tenant as somebody typed it', () => {
  test('what fits is accepted', () =>
    assert.deepEqual(faultsOf({ slug: 'ahornstadt-2', officialKey: '055540004004', hosts: ['daten.ahornstadt.example'] }), []))

  test('everything that is wrong is named at once', () =>
    assert.deepEqual(
      faultsOf({ slug: 'Große Stadt', name: ' ', kind: 'dorf' as 'gemeinde', officialKey: '12x', hosts: ['https://x'] }),
      ['name: missing', 'slug: invalid', 'kind: invalid', 'key: invalid', 'host: invalid'],
    ))

  test('official keys have the lengths of ARS and AGS', () => {
    for (const key of ['05', '05554', '05554004', '055540004', '055540004004'])
      assert.deepEqual(faultsOf({ slug: 'x', officialKey: key }), [], key)
    for (const key of ['5', '0555', '0555400400', '05554000400'])
      assert.deepEqual(faultsOf({ slug: 'x', officialKey: key }), ['key: invalid'], key)
  })

  test('no tenant may take an address of the house', () => {
    const firsts = allRoutes().flatMap(({ routes }) =>
      Object.values(routes).map((route) => /^\/([^/:.]*)$|^\/([^/:.]*)\//.exec(route.path)),
    )
    const words = new Set(
      firsts.map((found) => found?.[1] ?? found?.[2] ?? '').filter((word) => /^[a-z0-9][a-z0-9-]*$/.test(word)),
    )
    assert.ok(words.has('daten') && words.has('api'), [...words].join())
    assert.deepEqual(
      [...words].filter((word) => !reservedSlugs.has(word)),
      [],
    )
    assert.deepEqual(faultsOf({ slug: 'daten' }), ['slug: reserved'])
    assert.deepEqual(faultsOf({ slug: 'en' }), ['slug: reserved'])
  })
})
