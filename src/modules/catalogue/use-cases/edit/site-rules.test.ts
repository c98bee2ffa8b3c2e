import assert from 'node:assert/strict'
import { after, before, suite, test } from 'node:test'
import { allTenants, updateTenant } from '#identity'
import { places, type TestHouse, testHouse } from '#support/house.ts'
import { readSettings, writeSettings } from '../../store/version-store.ts'
import { staffDb } from './staff.ts'

let town: TestHouse
const settings = () => readSettings(staffDb(town.house, town.site(places.dorf)))

suite('what the settings of a site say about editing', () => {
  before(async () => {
    town = await testHouse()
  })
  after(() => town?.close())

  test('four eyes, licence and publisher of the site come before what the catalogue keeps, and only there', async () => {
    await writeSettings(staffDb(town.house, town.site(places.dorf)), { fourEyes: true, offices: ['Bauamt'], defaults: {} })
    assert.equal((await settings()).fourEyes, true)
    const one = (await allTenants(town.house.database.system)).find((tenant) => tenant.slug === places.dorf)
    assert.ok(one)
    const defaults = { licence: 'http://dcat-ap.de/def/licenses/cc-zero', publisher: 'Amt für Statistik' }
    await updateTenant(town.house.database.system, { ...one, settings: { fourEyes: false, defaults } })
    await town.house.keeper.refresh()
    assert.deepEqual(await settings(), {
      fourEyes: false,
      offices: ['Bauamt'],
      defaults: { license: defaults.licence, publisher: { name: defaults.publisher } },
    })
    assert.equal((await readSettings(staffDb(town.house, town.site(places.stadt)))).fourEyes, false)
  })
})
