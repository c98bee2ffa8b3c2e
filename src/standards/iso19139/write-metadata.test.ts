// What is written as ISO 19139 is read back by the reader beside it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCatalogue, say } from '#standards/dcat-ap-de'
import { readXml } from '#standards/xml'
import { dataset, distribution } from '#support/text.ts'
import { isRecord, recordToQuads, writeMetadata } from './index.ts'

test('title, licence, attribution, area, time, theme and addresses survive the way there and back', () => {
  const licence = 'http://dcat-ap.de/def/licenses/dl-by-de/2.0'
  const part = distribution({
    uri: 'https://daten.example/7/csv',
    accessURL: ['https://daten.example/7.csv'],
    license: licence,
    licenseAttributionByText: [{ value: 'Stadt Ahornstadt <Amt>', lang: 'de' }],
  })
  const record = dataset('Bäume & Sträucher', {
    uri: 'https://daten.example/7',
    distribution: [part],
    theme: ['http://publications.europa.eu/resource/authority/data-theme/ENVI'],
    temporal: [{ start: '2020-01-01', end: '2021-12-31' }],
    modified: '2025-07-10',
  })
  const xml = writeMetadata(record, {
    id: '5d1c1f1e-0000-4000-8000-000000000007',
    lang: 'de',
    changed: new Date('2026-01-02T03:04:05Z'),
    page: 'https://portal.example/daten/7',
    bounds: [6.9, 50.9, 7.1, 51.1],
    keeper: { name: 'Stadt Ahornstadt', email: 'daten@ahornstadt.example' },
    links: [{ address: 'https://daten.example/7.csv', protocol: 'WWW:DOWNLOAD-1.0-http--download', title: 'CSV' }],
  })
  const read = readXml(xml)
  assert.ok(read.ok && isRecord(read.value))
  const quads = recordToQuads(read.value, record.uri, { uriOf: () => undefined })
  const [back] = readCatalogue(quads).records
  assert.ok(back?.kind === 'dataset')
  assert.equal(say(back.title), 'Bäume & Sträucher')
  assert.equal(back.distribution[0]?.license, licence)
  assert.equal(say(back.distribution[0]?.licenseAttributionByText ?? []), 'Stadt Ahornstadt <Amt>')
  assert.equal(back.distribution[0]?.accessURL[0], 'https://daten.example/7.csv')
  assert.deepEqual([back.temporal[0]?.start, back.temporal[0]?.end], ['2020-01-01', '2021-12-31'])
  assert.deepEqual(back.theme, record.theme)
  assert.ok(back.spatial.length > 0)
})
