import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConfig } from '#platform/config'
import { harvesters } from '../harvesters.ts'
import { byAddress, readSource, type TypedSource } from './save-source.ts'

const typed = (given: Partial<TypedSource>): TypedSource => ({
  name: 'Quelle',
  kind: byAddress,
  address: '',
  schedule: 'daily',
  vanishPercent: '20',
  contact: '',
  settings: {},
  ...given,
})
const outbound = { fetch: async () => Promise.reject(new Error('asked')), refuses: async () => undefined, close: () => {} }
// Nobody opened a folder here.
const house = { outbound, config: readConfig({}), sites: () => ({ byId: () => undefined }) as never }
async function kindOf(address: string): Promise<string> {
  const read = await readSource(house, '', typed({ address }))
  return read.ok ? read.value.kind : read.error.map((one) => `${one.field} ${one.fault}`).join(', ')
}

test('an address shows what kind of source it is', async () => {
  const shown = {
    'https://apps.geoportal.example/soapServices/CSWStartup?Service=CSW&Request=GetCapabilities': 'csw',
    'https://metadaten.example/geonetwork/srv/ger/csw': 'csw',
    'https://geo.example/ogc/collections/katalog': 'ogc-records',
    'https://demo.example/pygeoapi/': 'ogc-records',
    'https://daten.example/explore/?sort=modified': 'opendatasoft',
    'https://daten.example/api/v2/catalog/datasets': 'opendatasoft',
    'https://repo.example/oai/request': 'oai-pmh',
    'https://uni.example/oai2d?verb=Identify': 'oai-pmh',
    'https://daten.example/data.json': 'data-json',
    'https://ckan.example/': 'ckan',
    'https://daten.example/api/3/action/package_search': 'ckan',
    'https://daten.example/catalog.ttl': 'dcat',
  }
  for (const [address, kind] of Object.entries(shown)) assert.equal(await kindOf(address), kind, address)
  for (const one of harvesters)
    if (!['ckan', 'folder'].includes(one.id)) assert.equal(await kindOf(one.example), one.id, one.example)
})

test('where it does not, a person is asked; without an address the address is the fault', async () => {
  assert.equal(await kindOf('https://daten.example/'), 'kind unrecognised')
  assert.equal(await kindOf(''), 'address missing')
  assert.equal(await kindOf('daten'), 'address no-address')
})

test('what a kind lets people set is read, and what it does not know is refused', async () => {
  const read = async (records: string) =>
    readSource(house, '', typed({ kind: 'csw', address: 'https://geo.example/csw', settings: { records } }))
  const open = await read('open')
  assert.ok(open.ok)
  assert.deepEqual(open.value.settings, { records: 'open', rows: 20 })
  const wrong = await read('beliebig')
  assert.ok(!wrong.ok)
  assert.deepEqual(wrong.error, [{ field: 'settings-records', fault: 'unknown' }])
})
