// data.json, as harvesters of DKAN and data.gov read it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { allTenants, updateTenant } from '#identity'
import { places } from '#support/house.ts'
import { type TestServer, testServer } from '#support/server.ts'
import { dataset, distribution } from '#support/text.ts'

let portal: TestServer
before(async () => {
  portal = await testServer()
  await portal.publish(places.stadt, [
    dataset('Bäume', {
      uri: 'https://daten.example/baeume',
      modified: '2026-03-04',
      accrualPeriodicity: 'http://publications.europa.eu/resource/authority/frequency/ANNUAL',
      temporal: [{ start: '2020-01-01', end: '2020-12-31' }],
      distribution: [
        distribution({
          uri: 'https://daten.example/baeume/csv',
          downloadURL: ['https://daten.example/baeume.csv'],
          format: 'http://publications.europa.eu/resource/authority/file-type/CSV',
        }),
      ],
    }),
    ...Array.from({ length: 420 }, (_, n) => dataset(`Satz ${n}`)),
  ])
})
after(() => portal?.close())

type Dataset = Record<string, unknown> & { title: string; identifier: string }

test('every dataset once, with all that the schema wants', async () => {
  const answer = await portal.get('/data.json', { accept: '*/*' })
  const catalogue = answer.json() as { conformsTo: string; dataset: Dataset[] }
  assert.equal(catalogue.conformsTo, 'https://project-open-data.cio.gov/v1.1/schema')
  assert.deepEqual([catalogue.dataset.length, new Set(catalogue.dataset.map((one) => one.identifier)).size], [421, 421])
  const wanted = [
    '@type',
    'title',
    'description',
    'keyword',
    'modified',
    'publisher',
    'contactPoint',
    'identifier',
    'accessLevel',
  ]
  for (const one of catalogue.dataset) for (const name of wanted) assert.ok(one[name], `${one.title}: ${name}`)
  assert.partialDeepStrictEqual(
    catalogue.dataset.find((one) => one.title === 'Bäume'),
    {
      modified: '2026-03-04',
      accrualPeriodicity: 'R/P1Y',
      temporal: '2020-01-01/2020-12-31',
      license: 'https://creativecommons.org/publicdomain/zero/1.0/',
      contactPoint: { fn: 'Stadt Ahornstadt', hasEmail: 'mailto:daten@ahornstadt.example' },
      landingPage: 'https://portal.example/ahornstadt/daten/baeume',
      distribution: [{ downloadURL: 'https://daten.example/baeume.csv', mediaType: 'text/csv', format: 'CSV' }],
    },
  )
})

test('the addresses of DKAN: a list, and one by one; withdrawn is not there', async () => {
  const list = (await portal.get('/ahornstadt/api/1/metastore/schemas/dataset/items')).json() as Dataset[]
  assert.equal(list.length, 421)
  const path = `/api/1/metastore/schemas/dataset/items/${list[0]?.identifier}`
  assert.deepEqual((await portal.get(path)).json(), list[0])
  await portal.store(places.stadt).withdraw(list[0]?.identifier ?? '', 'Fehler')
  assert.equal((await portal.get(path)).statusCode, 404)
  assert.equal((await portal.get('/buchendorf/data.json')).json().dataset.length, 0)
})

test('who names nobody to ask, not even for itself, is asked through the one above', async () => {
  const { house } = portal
  const [dorf] = (await allTenants(house.database.system)).filter((one) => one.slug === places.dorf)
  assert.ok(dorf)
  await updateTenant(house.database.system, { ...dorf, contact: { organisation: 'Dorf', email: '' } })
  await house.keeper.refresh()
  await portal.publish(places.dorf, [
    dataset('Ohne Anschrift', { contactPoint: [{ fn: [{ value: 'Amt', lang: 'de' }], email: '' }] }),
  ])
  const [one] = (await portal.get(`/${places.dorf}/data.json`, { accept: '*/*' })).json().dataset
  assert.partialDeepStrictEqual(one.contactPoint, { fn: 'Amt', hasEmail: 'mailto:daten@kreis-birkenau.example' })
})
