import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type CatalogueRecord, encodeRecord, readCatalogue } from '#standards/dcat-ap-de'
import { canonicalNTriples, contentHash, readRdf, toTurtle } from '#standards/rdf'

const eu = 'http://publications.europa.eu/resource/authority/'
const words = fc.stringMatching(/^[A-Za-zäöüÄÖÜß]{1,8}( [A-Za-zäöüß]{1,8}){0,3}$/)
const lang = fc.record({ value: words, lang: fc.constantFrom('', 'de', 'en') })
const few = <T>(one: fc.Arbitrary<T>, maxLength = 3) =>
  fc.uniqueArray(one, { maxLength, selector: (value) => JSON.stringify(value) })
const address = fc.webUrl({ validSchemes: ['https'] }).filter((url) => !/\/\.{1,2}(?:$|[/?#])|[[\]|^`{}\\'"<> ]/.test(url))
const date = fc.constantFrom('2024', '2024-05', '2024-05-01', '2024-05-01T10:00:00Z')
const maybe = <T>(one: Record<string, fc.Arbitrary<T>>) => fc.record(one, { requiredKeys: [] })

const agent = fc
  .tuple(
    fc.record({
      type: fc.constantFrom('http://xmlns.com/foaf/0.1/Agent', 'http://xmlns.com/foaf/0.1/Organization'),
      name: fc.array(lang, { minLength: 1, maxLength: 1 }),
    }),
    maybe({ mbox: fc.constant('amt+1@a.example'), homepage: address }),
  )
  .map(([one, more]) => ({ ...one, ...more }))
const place = fc.constantFrom(
  { prefLabel: [{ value: 'Köln', lang: 'de' }] },
  { geometry: 'POINT (6.9 50.9)' },
  { uri: 'http://dcat-ap.de/def/politicalGeocoding/districtKey/05315' },
  { uri: 'https://a.example/ort', geometry: 'POINT (7 51)' },
)
const described = {
  title: fc.array(lang, { minLength: 1, maxLength: 1 }),
  description: few(lang),
  language: few(fc.constantFrom(`${eu}language/DEU`, `${eu}language/ENG`)),
  conformsTo: few(
    fc.constantFrom(
      { uri: 'https://a.example/norm' },
      { type: 'http://purl.org/dc/terms/Standard', label: [{ value: 'Norm', lang: '' }] },
    ),
  ),
  page: few(fc.record({ uri: address }), 1),
  rights: fc.constant([]),
  applicableLegislation: fc.constant(['http://data.europa.eu/eli/reg_impl/2023/138/oj']),
  hvdCategory: few(fc.constantFrom('http://data.europa.eu/bna/c_ac64a52d')),
}
const dates = maybe({ issued: date, modified: date })
const distribution = fc
  .tuple(
    fc.record({
      ...described,
      accessURL: fc.array(address, { minLength: 1, maxLength: 1 }),
      downloadURL: few(address, 2),
      licenseAttributionByText: few(lang),
      accessService: few(address, 1),
    }),
    dates,
    fc.record(
      {
        format: fc.constant(`${eu}file-type/CSV`),
        mediaType: fc.constant('https://www.iana.org/assignments/media-types/text/csv'),
        byteSize: fc.nat(),
        license: fc.constant('http://dcat-ap.de/def/licenses/cc-zero'),
        checksum: fc.constant({ algorithm: 'http://spdx.org/rdf/terms#checksumAlgorithm_md5', value: 'ab12' }),
        spatialResolutionInMeters: fc.constant('0.5'),
        temporalResolution: fc.constant('P1D'),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([one, two, three]) => ({ ...one, ...two, ...three, extra: [] }))
const dataset = fc
  .tuple(
    fc.record({
      ...described,
      identifier: few(words),
      keyword: few(lang),
      theme: few(fc.constantFrom(`${eu}data-theme/ENVI`, `${eu}data-theme/TRAN`)),
      creator: few(agent),
      contributor: few(agent, 1),
      originator: few(agent, 1),
      maintainer: few(agent, 1),
      contactPoint: few(
        fc.record({
          type: fc.constant('http://www.w3.org/2006/vcard/ns#Kind'),
          fn: fc.array(lang, { minLength: 1, maxLength: 1 }),
          email: fc.constant('a@b.example'),
        }),
        2,
      ),
      landingPage: few(address, 1),
      contributorID: fc.constant(['http://dcat-ap.de/def/contributors/openNRW']),
      politicalGeocodingURI: fc.constant([]),
      politicalGeocodingLevelURI: fc.constant([]),
      geocodingDescription: few(lang, 1),
      legalBasis: few(lang, 1),
      spatial: few(place),
      temporal: few(fc.record({ start: date, end: date }), 2),
      type: fc.constant([]),
      provenance: fc.constant([]),
      qualityProcessURI: fc.constant([]),
      versionNotes: few(lang, 1),
      relation: few(address, 2),
      source: fc.constant([]),
      isReferencedBy: fc.constant([]),
      hasVersion: fc.constant([]),
      isVersionOf: fc.constant([]),
      inSeries: fc.constant([]),
      sample: fc.constant([]),
    }),
    dates,
    fc.record(
      {
        publisher: agent,
        accrualPeriodicity: fc.constant(`${eu}frequency/ANNUAL`),
        version: words,
        accessRights: fc.constant(`${eu}access-right/PUBLIC`),
      },
      { requiredKeys: [] },
    ),
    fc.array(distribution, { maxLength: 2 }),
    fc.constantFrom('dataset', 'series'),
  )
  .map(
    ([one, two, three, parts, kind]) =>
      ({
        kind,
        uri: 'https://a.example/d',
        ...one,
        ...two,
        ...three,
        distribution: parts.map((part, at) => ({ uri: `https://a.example/f${at}`, ...part })),
        extra: ['<https://a.example/d> <https://a.example/x> _:c0 .', '_:c0 <https://a.example/y> "Rest" .'],
      }) as unknown as CatalogueRecord,
  )

test('a record written and read again says the same, without a repair', async () => {
  await fc.assert(
    fc.asyncProperty(dataset, async (record) => {
      const quads = encodeRecord(record)
      let turtle = ''
      for await (const piece of toTurtle([quads])) turtle += piece
      const { quads: read, fault } = await readRdf(turtle, { format: 'turtle' })
      assert.equal(fault, undefined)
      const again = readCatalogue(read)
      const concluded = again.repairs.filter(({ property }) => property !== 'dcat:contactPoint')
      assert.deepEqual(concluded, [])
      if (again.repairs.length > 0) return
      const [found] = again.records
      assert.ok(found)
      assert.equal(canonicalNTriples(encodeRecord(found)), canonicalNTriples(quads))
      assert.equal(contentHash(encodeRecord(found)), contentHash(quads))
    }),
    { numRuns: 200 },
  )
})
