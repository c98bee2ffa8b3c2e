import assert from 'node:assert/strict'
import { test } from 'node:test'
import { packageToRecord, readCkanAnswer, readPackages } from '#standards/ckan'

const base = 'https://daten.a.example'
const given = {
  id: 'abc',
  name: 'baeume',
  title: 'Bäume',
  notes: 'Alle Bäume.',
  license_id: 'dl-de-zero-2.0',
  state: 'active',
  private: false,
  url: 'www.a.example/baeume',
  maintainer: 'Grünflächenamt',
  maintainer_email: 'gruen@a.example',
  organization: { id: 'org1', title: 'Stadt Beispiel' },
  tags: [{ name: 'baum', display_name: 'Baum' }],
  groups: [
    { name: 'umwelt_klima', title: 'Umwelt und Klima' },
    { name: 'x', title: 'Straßenbäume' },
  ],
  extras: [
    { key: 'contributorID', value: '["http://dcat-ap.de/def/contributors/openNRW"]' },
    { key: 'politicalGeocodingLevelURI', value: 'municipality' },
    { key: 'spatial', value: '{"type":"Point","coordinates":[6.9,50.9]}' },
    { key: 'temporal_start', value: '2020-01-01' },
    { key: 'temporal_end', value: '31.12.2020' },
    { key: 'frequency', value: 'jährlich' },
    { key: 'Eigenes Feld', value: 'bleibt' },
  ],
  resources: [
    {
      id: 'r1',
      name: 'Liste',
      url: 'https://a.example/baeume.csv',
      format: 'CSV',
      size: 1234,
      mimetype: 'text/csv',
      hash: 'd41d8cd98f00b204e9800998ecf8427e',
      created: '2020-01-01T10:00:00',
    },
    { id: 'r2', url: 'https://a.example/wms', format: 'WMS' },
    { id: 'r3', url: 'javascript:alert(1)', format: 'HTML' },
  ],
}

test('a package becomes a record with everything it says', () => {
  const { record, rejected } = packageToRecord(given, { base })
  assert.equal(rejected, undefined)
  assert.partialDeepStrictEqual(record, {
    uri: `${base}/dataset/abc`,
    title: [{ value: 'Bäume', lang: '' }],
    publisher: { uri: `${base}/organization/org1`, name: [{ value: 'Stadt Beispiel', lang: '' }] },
    maintainer: [{ name: [{ value: 'Grünflächenamt', lang: '' }], mbox: 'gruen@a.example' }],
    contactPoint: [{ fn: [{ value: 'Grünflächenamt', lang: '' }], email: 'gruen@a.example' }],
    theme: ['http://publications.europa.eu/resource/authority/data-theme/ENVI'],
    keyword: [
      { value: 'Baum', lang: '' },
      { value: 'Straßenbäume', lang: '' },
    ],
    contributorID: ['http://dcat-ap.de/def/contributors/openNRW'],
    politicalGeocodingLevelURI: ['http://dcat-ap.de/def/politicalGeocoding/Level/municipality'],
    spatial: [{ geometry: 'POINT (6.9 50.9)' }],
    temporal: [{ start: '2020-01-01', end: '2020-12-31' }],
    accrualPeriodicity: 'http://publications.europa.eu/resource/authority/frequency/ANNUAL',
    landingPage: ['http://www.a.example/baeume'],
    distribution: [
      {
        uri: `${base}/dataset/abc/resource/r1`,
        downloadURL: ['https://a.example/baeume.csv'],
        byteSize: 1234,
        license: 'http://dcat-ap.de/def/licenses/dl-zero-de/2.0',
        issued: '2020-01-01T10:00:00',
        checksum: { algorithm: 'http://spdx.org/rdf/terms#checksumAlgorithm_md5' },
      },
      {
        uri: `${base}/dataset/abc/resource/r2`,
        accessURL: ['https://a.example/wms'],
        downloadURL: [],
        format: 'http://publications.europa.eu/resource/authority/file-type/WMS_SRVC',
      },
      { uri: `${base}/dataset/abc/resource/r3`, accessURL: [] },
    ],
  })
  assert.ok(
    record?.extra.includes(`<${base}/dataset/abc> <urn:x-ckan:extra:Eigenes%20Feld> "bleibt" .`),
    record?.extra.join('\n'),
  )
})

test('packages that are not for the public or no packages are rejected by name', () => {
  const reading = readPackages(
    {
      success: true,
      result: {
        results: [
          given,
          { ...given, id: 'b', private: true },
          { ...given, id: 'c', state: 'deleted' },
          { ...given, id: 'd', title: '', name: '' },
          7,
        ],
      },
    },
    { base },
  )
  assert.equal(reading?.records.length, 1)
  assert.deepEqual(
    reading?.rejected.map(({ reason }) => reason),
    ['private', 'deleted', 'no-title', 'no-package'],
  )
})

test('an answer is told from other documents, which are handed back whole', async () => {
  const answer = await readCkanAnswer(
    JSON.stringify({
      help: `${base}/api/3/action/help_show?name=package_search`,
      success: true,
      result: { count: 1, results: [given] },
    }),
  )
  assert.ok(answer.kind === 'reading' && answer.reading.records[0]?.uri === `${base}/dataset/abc`)
  async function* turtle() {
    for (let part = 0; part < 100; part++) yield Buffer.from(`<a:${part}> <b:c> "${'x'.repeat(2000)}" .\n`)
  }
  const other = await readCkanAnswer(turtle())
  assert.equal(other.kind, 'other')
  let length = 0
  if (other.kind === 'other') for await (const part of other.content as AsyncIterable<Uint8Array>) length += part.length
  assert.ok(length > 200_000)
  assert.equal((await readCkanAnswer('{"@context": {}, "@graph": []}')).kind, 'other')
  assert.equal((await readCkanAnswer('{"success": true, "result": {"results": [')).kind, 'other')
})
