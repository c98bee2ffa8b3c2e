import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type DataService, type Dataset, readCatalogue } from '#standards/dcat-ap-de'
import { ogcRecordToQuads, readCollections, readItems, writeRecord } from './index.ts'

const uri = 'https://geo.example/collections/k/items/a'
const read = (record: Record<string, unknown>) => readCatalogue(ogcRecordToQuads(record, uri)).records[0]
const last = (iri: string | undefined) => iri?.split('/').at(-1)

const sound = {
  id: 'a',
  type: 'Feature',
  geometry: {
    type: 'Polygon',
    coordinates: [
      [
        [6, 51],
        [7, 51],
        [7, 52],
        [6, 51],
      ],
    ],
  },
  time: { interval: ['2019-01-01', '..'] },
  properties: {
    type: 'dataset',
    title: 'Baumkataster',
    description: 'Alle Bäume',
    keywords: ['Grün'],
    themes: [
      { concepts: [{ id: 'ENVI' }], scheme: 'http://publications.europa.eu/resource/authority/data-theme' },
      { concepts: [{ id: 'MONUMENTE' }] },
    ],
    updated: '2025-02-03Z',
    language: { code: 'de' },
    contacts: [{ organization: 'Gartenamt', emails: [{ value: 'gruen@amt.example' }], roles: ['publisher', 'pointOfContact'] }],
    license: 'CC-BY-4.0',
    externalIds: [{ value: 'https://registry.example/baum-7' }],
  },
  links: [
    { rel: 'self', href: uri },
    { rel: 'enclosure', href: 'https://geo.example/baeume.csv', type: 'text/csv', title: 'Tabelle', length: 12 },
    { rel: 'item', href: 'https://geo.example/wfs?service=WFS&request=GetCapabilities' },
    { rel: 'about', href: 'https://geo.example/ueber' },
  ],
}

test('a record of OGC API Records 1.0', () => {
  const record = read(sound) as Dataset
  assert.deepEqual(record.title, [{ value: 'Baumkataster', lang: 'de' }])
  assert.deepEqual(record.theme.map(last), ['ENVI'])
  assert.deepEqual(record.keyword.map((one) => one.value).sort(), ['Grün', 'MONUMENTE'])
  assert.equal(record.modified, '2025-02-03')
  assert.equal(record.publisher?.name[0]?.value, 'Gartenamt')
  assert.equal(record.contactPoint[0]?.email, 'gruen@amt.example')
  assert.deepEqual(record.temporal, [{ start: '2019-01-01' }])
  assert.match(record.spatial[0]?.geometry ?? '', /^POLYGON/)
  assert.deepEqual(
    record.page.map((one) => one.uri),
    ['https://geo.example/ueber'],
  )
  assert.deepEqual(
    record.distribution.map((one) => [last(one.format), last(one.license), one.byteSize, one.downloadURL.length]),
    [
      ['CSV', '4.0', 12, 1],
      ['WFS_SRVC', '4.0', undefined, 0],
    ],
  )
})

test('the dialects of the drafts: associations, providers, an extent', () => {
  const record = read({
    id: 'b',
    properties: {
      title: 'Alt',
      type: 'dataset',
      providers: [{ name: 'Amt', roles: ['host'] }],
      associations: [{ href: 'https://geo.example/a.geojson', type: 'application/geo+json', name: 'Datei' }],
      extent: { spatial: { bbox: [[6, 51, 7, 52]] }, temporal: { interval: [['2019-01-01', '2020-01-01']] } },
    },
  }) as Dataset
  assert.equal(record.publisher?.name[0]?.value, 'Amt')
  assert.equal(last(record.distribution[0]?.format), 'GEOJSON')
  assert.equal(record.spatial[0]?.bbox, 'POLYGON((6 51, 7 51, 7 52, 6 52, 6 51))')
  assert.deepEqual(record.temporal, [{ start: '2019-01-01', end: '2020-01-01' }])
})

test('a service', () => {
  const service = read({
    id: 'c',
    properties: { title: 'Dienst', type: 'service' },
    links: [
      { rel: 'service', href: 'https://geo.example/wfs' },
      { rel: 'service-desc', href: 'https://geo.example/wfs?request=GetCapabilities' },
    ],
  }) as DataService
  assert.deepEqual(service.endpointURL, ['https://geo.example/wfs'])
  assert.equal(service.endpointDescription.length, 1)
})

test('what we write ourselves is read as the same', () => {
  const record = read(sound) as Dataset
  const place = { id: 'a', created: new Date(0), changed: new Date(0), lang: 'de', links: [] }
  const again = read({ ...writeRecord(record, place) }) as Dataset
  assert.deepEqual(again.title, record.title)
  assert.deepEqual(again.theme, record.theme)
  assert.deepEqual(
    again.distribution.map((one) => [one.format, one.license, one.accessURL]),
    record.distribution.map((one) => [one.format, one.license, one.accessURL]),
  )
})

test('collections and pages, with links that are relative', () => {
  const base = 'https://geo.example/ogc/collections'
  assert.deepEqual(
    readCollections(
      {
        collections: [
          { id: 'x', itemType: 'feature' },
          { id: 'k k', itemType: 'record' },
        ],
      },
      base,
    ),
    [{ id: 'k k', title: '', items: 'https://geo.example/ogc/collections/k%20k/items' }],
  )
  assert.equal(readCollections({ title: 'x' }, base), undefined)
  assert.deepEqual(
    readItems({ features: [{}], numberMatched: 3, links: [{ rel: 'next', href: '?offset=1' }] }, `${base}/k/items`),
    {
      records: [{}],
      matched: 3,
      next: `${base}/k/items?offset=1`,
    },
  )
})
