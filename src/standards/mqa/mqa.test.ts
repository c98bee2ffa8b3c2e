import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { suite, test } from 'node:test'
import type { Dataset, Distribution } from '#standards/dcat-ap-de'
import {
  bandOf,
  bestOf,
  dimensions,
  knownLicence,
  machineReadable,
  nonProprietary,
  pointsOf,
  scoreOf,
  type Tried,
  total,
  weights,
  worthOf,
} from '#standards/mqa'
import { sharedData, withoutShared } from '#support/shared.ts'
import { dataset } from '#support/text.ts'

const eu = 'http://publications.europa.eu/resource/authority'
const bare: Dataset = {
  ...dataset('Bäume'),
  keyword: [],
  theme: [],
  spatial: [],
  temporal: [],
  contactPoint: [],
  distribution: [],
}
for (const field of ['publisher', 'accessRights', 'issued', 'modified'] as const) delete bare[field]
const file: Distribution = {
  uri: 'https://stadt.example/datei',
  title: [],
  description: [],
  language: [],
  conformsTo: [],
  page: [],
  rights: [],
  applicableLegislation: [],
  hvdCategory: [],
  extra: [],
  accessURL: [],
  downloadURL: [],
  licenseAttributionByText: [],
  accessService: [],
}
const words = [{ value: 'Baum', lang: 'de' }]
const withFile = (given: Partial<Distribution>): Dataset => ({ ...bare, distribution: [{ ...file }, { ...file, ...given }] })
const score = (record: Dataset, tried: Tried = { violations: 1 }) => scoreOf(pointsOf(record, tried)).score
const address = ['https://stadt.example/']

// What each property alone is worth, added up by hand from the published table.
const worth: [what: string, points: number, record: Dataset, tried?: Tried][] = [
  ['keywords', 30, { ...bare, keyword: words }],
  ['a theme', 30, { ...bare, theme: [`${eu}/data-theme/ENVI`] }],
  ['an area', 20, { ...bare, spatial: [{}] }],
  [
    'a key of a municipality is no area',
    0,
    { ...bare, politicalGeocodingURI: [`http://dcat-ap.de/def/politicalGeocoding/municipalityKey/05`] },
  ],
  ['a period', 20, { ...bare, temporal: [{}] }],
  ['an address of access that answers', 50, withFile({ accessURL: address }), { violations: 1, access: true }],
  ['an address of access that does not', 0, withFile({ accessURL: address }), { violations: 1, access: false }],
  ['no address answers for nobody', 0, withFile({}), { violations: 1, access: true, download: true }],
  ['an address of download', 20, withFile({ downloadURL: address }), { violations: 1, download: false }],
  ['an address of download that answers', 50, withFile({ downloadURL: address }), { violations: 1, download: true }],
  ['a format of the list that is open and read by programs', 70, withFile({ format: `${eu}/file-type/CSV` })],
  ['a format that belongs to somebody, read by programs', 50, withFile({ format: `${eu}/file-type/XLSX` })],
  ['a format that is open, not read by programs', 50, withFile({ format: `${eu}/file-type/TXT` })],
  ['PDF', 30, withFile({ format: `${eu}/file-type/PDF` })],
  ['a format in words', 20, withFile({ format: 'CSV-Datei' })],
  ['a media type of IANA', 20, withFile({ mediaType: 'https://www.iana.org/assignments/media-types/text/csv' })],
  ['a media type in words', 10, withFile({ mediaType: 'csv' })],
  ['the official rules', 30, bare, { violations: 0 }],
  ['a licence of the list', 30, withFile({ license: 'http://dcat-ap.de/def/licenses/dl-by-de/2.0' })],
  ['a licence of the EU', 30, withFile({ license: `${eu}/licence/CC_BY_4_0` })],
  ['a licence that no list knows', 20, withFile({ license: 'https://stadt.example/bedingungen' })],
  ['access rights of the list', 15, { ...bare, accessRights: `${eu}/access-right/PUBLIC` }],
  ['access rights in words', 10, { ...bare, accessRights: 'https://stadt.example/offen' }],
  ['a contact', 20, { ...bare, contactPoint: [{ fn: words }] }],
  ['a publisher', 10, { ...bare, publisher: { name: words } }],
  ['rights', 5, withFile({ rights: [{}] })],
  ['a size', 5, withFile({ byteSize: 0 })],
  ['a day of issue', 5, { ...bare, issued: '2026-11-01' }],
  ['a day of change', 5, { ...bare, modified: '2026-11-01' }],
]

const whole: Dataset = {
  ...bare,
  keyword: words,
  theme: [`${eu}/data-theme/ENVI`],
  spatial: [{}],
  temporal: [{}],
  accessRights: `${eu}/access-right/PUBLIC`,
  contactPoint: [{ fn: words }],
  publisher: { name: words },
  issued: '2026-11-01',
  modified: '2026-11-01',
  distribution: [
    {
      ...file,
      accessURL: address,
      downloadURL: address,
      format: `${eu}/file-type/CSV`,
      mediaType: 'https://www.iana.org/assignments/media-types/text/csv',
      license: 'http://dcat-ap.de/def/licenses/dl-by-de/2.0',
      rights: [{}],
      byteSize: 1,
    },
  ],
}

suite('points of the Metadata Quality Assessment', () => {
  test('405 in all: 100, 100, 110, 75 and 20', () => {
    assert.equal(total, 405)
    assert.deepEqual(dimensions.map(bestOf), [100, 100, 110, 75, 20])
    assert.equal(new Set(weights.map((one) => one.id)).size, weights.length)
  })

  for (const [what, points, record, tried] of worth) test(`${what}: ${points}`, () => assert.equal(score(record, tried), points))

  test('everything is 405, nothing is 0, and what nobody asked is neither', () => {
    const all = { violations: 0, access: true, download: true }
    assert.deepEqual(scoreOf(pointsOf(whole, all)), {
      score: 405,
      best: 405,
      parts: { findability: 100, accessibility: 100, interoperability: 110, reusability: 75, contextuality: 20 },
      lost: [],
      open: [],
    })
    assert.deepEqual(
      [score(bare), scoreOf(pointsOf(bare, { violations: 1 })).best, scoreOf(pointsOf(bare, {})).open],
      [0, 405, ['conformance']],
    )
    const unasked = scoreOf(pointsOf(whole, {}))
    assert.deepEqual([unasked.score, unasked.best, unasked.open], [295, 295, ['accessanswers', 'downloadanswers', 'conformance']])
  })

  test('who mends what others wait for earns theirs, too', () => {
    assert.deepEqual(['download', 'licence', 'access', 'themes'].map(worthOf), [50, 30, 15, 30])
  })

  test('names of scores begin where the vocabulary says', () => {
    const names = [405, 351, 350, 221, 220, 120, 119, 0].map((one) => bandOf(one))
    assert.deepEqual(names, ['excellent', 'excellent', 'good', 'good', 'enough', 'enough', 'bad', 'bad'])
    assert.equal(bandOf(295, 295), 'excellent')
  })

  test('our tables are those of data.europa.eu', { skip: withoutShared() }, () => {
    const list = (name: string) => readFileSync(path.join(sharedData() ?? '', 'vocab/mqa', name), 'utf8')
    const codes = (name: string) =>
      new Set([...list(name).matchAll(/rdf:about="[^"]*\/file-type\/([A-Z0-9_]+)"/g)].map(([, code]) => code))
    assert.deepEqual(codes('edp-machine-readable-format.rdf'), new Set([...machineReadable]))
    assert.deepEqual(codes('edp-non-proprietary-format.rdf'), new Set([...nonProprietary]))
    const german = [...list('edp-licences-skos.rdf').matchAll(/http:\/\/dcat-ap\.de\/def\/licenses\/[^"]+/g)].map(([iri]) => iri)
    assert.ok(german.length > 20 && german.every(knownLicence))
    assert.ok(!knownLicence('http://dcat-ap.de/def/licenses/other-closed'))
  })
})
