import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { places, type TestHouse, testHouse } from '#support/house.ts'
import { type AddTenant, addTenant } from './add-tenant.ts'

let town: TestHouse
const add = async (given: Partial<AddTenant>) =>
  addTenant(town.house.database.system, town.house.sites(), {
    slug: 'neudorf',
    name: 'Gemeinde Neudorf',
    kind: 'gemeinde',
    ...given,
  })
const faults = async (given: Partial<AddTenant>) => {
  const added = await add(given)
  return added.ok ? [] : added.error.map((fault) => `${fault.field}: ${fault.fault} (${fault.value})`)
}

suite('adding a tenant', () => {
  before(async () => {
    town = await testHouse({ tenants: { stadt: { hosts: ['daten.ahornstadt.example'] } } })
  })
  after(() => town?.close())

  test('it hangs below the parent that was named, and is there at once for every process', async () => {
    const added = await add({
      slug: 'talheim',
      name: 'Stadt Talheim',
      parentSlug: places.kreis,
      officialKey: '050010003003',
      hosts: ['talheim.example'],
    })
    assert.ok(added.ok)
    assert.equal(added.value.shortName, 'Talheim')
    assert.equal(await town.house.keeper.refresh(), true)
    const site = town.site('talheim')
    assert.deepEqual(site.ancestors, [town.site(places.kreis).id, town.site(places.land).id])
    assert.ok(town.site(places.land).within.includes(site.id))
    assert.equal(await town.house.keeper.refresh(), false)
  })

  test('without a parent it hangs below the root', async () => {
    const added = await add({ slug: 'freiland' })
    assert.ok(added.ok && added.value.parent === town.site(places.land).id)
  })

  test('a parent that is not there is named', async () =>
    assert.deepEqual(await faults({ parentSlug: 'nirgends' }), ['parent: unknown (nirgends)']))

  test('slug, host and key that others have are named together', async () =>
    assert.deepEqual(await faults({ slug: places.dorf, hosts: ['daten.ahornstadt.example'], officialKey: '05001' }), [
      `slug: taken (${places.dorf})`,
      'host: taken (daten.ahornstadt.example)',
      'key: taken (05001)',
    ]))

  test('two who add the same slug at the same moment: one is told that it is taken', async () => {
    const both = await Promise.all([add({ slug: 'zwilling' }), add({ slug: 'zwilling' })])
    assert.deepEqual(both.map((one) => one.ok).sort(), [false, true])
  })
})
