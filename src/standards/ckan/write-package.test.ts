import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CkanOrganization, packageToRecord, writePackage } from '#standards/ckan'
import type { Dataset } from '#standards/dcat-ap-de'
import { dataset, distribution } from '#support/text.ts'

const organization: CkanOrganization = {
  id: 'o',
  name: 'stadt',
  title: 'Stadt Beispiel',
  type: 'organization',
  description: '',
  image_url: '',
  created: '2026-01-01T00:00:00.000000',
  is_organization: true,
  approval_status: 'approved',
  state: 'active',
}
const uri = 'https://daten.example/baeume'
const given: Dataset = dataset('Bäume', {
  uri,
  identifier: ['baum-1'],
  issued: '2020-05-01',
  modified: '2026-03-04T05:06:07Z',
  keyword: [{ value: 'Baum', lang: 'de' }],
  theme: ['http://publications.europa.eu/resource/authority/data-theme/ENVI'],
  contributorID: ['http://dcat-ap.de/def/contributors/openNRW'],
  politicalGeocodingLevelURI: ['http://dcat-ap.de/def/politicalGeocoding/Level/municipality'],
  publisher: {
    uri: 'https://a.example/#amt',
    type: 'http://xmlns.com/foaf/0.1/Organization',
    name: [{ value: 'Amt', lang: 'de' }],
  },
  contactPoint: [{ fn: [{ value: 'Grünamt', lang: 'de' }], email: 'gruen@a.example' }],
  spatial: [{ geometry: 'POLYGON ((6.9 50.9, 7.1 50.9, 7.1 51.1, 6.9 50.9))' }],
  temporal: [{ start: '2020-01-01', end: '2020-12-31' }],
  accrualPeriodicity: 'http://publications.europa.eu/resource/authority/frequency/ANNUAL',
  landingPage: ['https://a.example/baeume'],
  extra: [`<${uri}> <urn:x-ckan:extra:Eigenes%20Feld> "bleibt" .`],
  distribution: [
    distribution({
      uri: `${uri}/csv`,
      downloadURL: ['https://a.example/baeume.csv'],
      format: 'http://publications.europa.eu/resource/authority/file-type/CSV',
      byteSize: 1234,
      license: 'http://dcat-ap.de/def/licenses/dl-by-de/2.0',
      licenseAttributionByText: [{ value: 'Stadt Beispiel', lang: 'de' }],
    }),
  ],
})
const place = {
  id: '6c0b7f4e-0000-4000-8000-000000000001',
  name: 'baeume',
  created: new Date('2026-11-01T10:00:00Z'),
  changed: new Date('2026-11-26T20:05:54.123Z'),
  organization,
  resourceIds: ['r1'],
  uploads: new Set<number>(),
  tables: new Set<number>(),
}

test('a record becomes a package as the consumers of CKAN expect it', () => {
  const made = writePackage(given, place)
  const extras = Object.fromEntries(made.extras.map(({ key, value }) => [key, value]))
  assert.equal(made.extras.length, Object.keys(extras).length, 'no key stands twice')
  assert.partialDeepStrictEqual(made, {
    name: 'baeume',
    metadata_modified: '2026-11-26T20:05:54.123000',
    license_id: 'http://dcat-ap.de/def/licenses/dl-by-de/2.0',
    isopen: true,
    owner_org: 'o',
    num_resources: 1,
    groups: [{ name: 'envi', title: 'Umwelt' }],
    tags: [{ name: 'Baum' }],
  })
  assert.partialDeepStrictEqual(extras, {
    guid: uri,
    identifier: 'baum-1',
    issued: '2020-05-01',
    contributorID: '["http://dcat-ap.de/def/contributors/openNRW"]',
    spatial: '{"type":"Polygon","coordinates":[[[6.9,50.9],[7.1,50.9],[7.1,51.1],[6.9,50.9]]]}',
    publisher_name: 'Amt',
    'Eigenes Feld': 'bleibt',
  })
  assert.partialDeepStrictEqual(made.resources[0], { id: 'r1', format: 'CSV', size: 1234, mimetype: 'text/csv', position: 0 })
})

test('read back, it says the same', () => {
  const { record, rejected } = packageToRecord(JSON.parse(JSON.stringify(writePackage(given, place))))
  assert.equal(rejected, undefined)
  assert.partialDeepStrictEqual(record, {
    uri,
    issued: '2020-05-01',
    modified: '2026-03-04T05:06:07Z',
    theme: given.theme,
    contributorID: given.contributorID,
    politicalGeocodingLevelURI: given.politicalGeocodingLevelURI,
    temporal: given.temporal,
    accrualPeriodicity: given.accrualPeriodicity,
    landingPage: given.landingPage,
    spatial: [{ geometry: 'POLYGON ((6.9 50.9, 7.1 50.9, 7.1 51.1, 6.9 50.9))' }],
    publisher: { uri: 'https://a.example/#amt' },
    distribution: [
      {
        uri: `${uri}/csv`,
        downloadURL: ['https://a.example/baeume.csv'],
        byteSize: 1234,
        license: 'http://dcat-ap.de/def/licenses/dl-by-de/2.0',
      },
    ],
  })
  assert.ok(record?.extra.includes(given.extra[0] ?? ''))
})
