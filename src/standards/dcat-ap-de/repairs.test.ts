import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  encodeRecord,
  findFormat,
  findMediaType,
  frequencies,
  htmlToText,
  languages,
  licences,
  parseBytes,
  parseDate,
  readCatalogue,
  themes,
} from '#standards/dcat-ap-de'
import { canonicalNTriples, namespaces, readRdf } from '#standards/rdf'

const prefixes = Object.entries(namespaces)
  .map(([prefix, namespace]) => `@prefix ${prefix}: <${namespace}> .`)
  .join('\n')

/** Reads one dataset with one distribution from the lines about each. */
async function read(dataset: string, distribution = '') {
  const turtle = `${prefixes}\n<https://a.example/d> a dcat:Dataset ; dct:title "Titel" ; dcat:distribution <https://a.example/f> . <https://a.example/f> a dcat:Distribution .
${dataset ? `<https://a.example/d> ${dataset} .` : ''} ${distribution ? `<https://a.example/f> ${distribution} .` : ''}`
  const { quads, fault } = await readRdf(turtle, { format: 'turtle' })
  assert.equal(fault, undefined, fault?.excerpt)
  const reading = readCatalogue(quads)
  const [record] = reading.records
  assert.ok(record?.kind === 'dataset')
  const [file] = record.distribution
  assert.ok(file)
  return { ...reading, record, file, log: reading.repairs.map(({ property, from, to }) => `${property}: ${from} -> ${to}`) }
}

const eu = 'http://publications.europa.eu/resource/authority/'
const iana = 'https://www.iana.org/assignments/media-types/'

test('texts are found in the vocabularies however they are written', () => {
  const cases: [found: string | undefined, code: string | undefined][] = [
    ...['CSV', 'csv', '.csv', 'text/csv', ' Csv ', `${iana}text/csv`].map((text): [string | undefined, string] => [
      findFormat(text)?.code,
      'CSV',
    ]),
    [findFormat('SHP')?.code, 'SHP'],
    [findFormat('Zip+shp')?.code, 'SHP'],
    [findFormat('application/vnd.ms-excel')?.code, 'XLS'],
    [findFormat('WMS')?.code, 'WMS_SRVC'],
    [findFormat(`${eu}file-type/WMS`)?.code, 'WMS_SRVC'],
    [findFormat('https://a.example/csv')?.code, undefined],
    [findFormat('irgendwas')?.code, undefined],
    [licences.find('Datenlizenz Deutschland – Zero – Version 2.0')?.code, 'dl-zero-de/2.0'],
    [licences.find('https://www.govdata.de/dl-de/by-2-0')?.code, 'dl-by-de/2.0'],
    [licences.find('http://dcat-ap.de/def/licenses/dl-by-de/2_0')?.code, 'dl-by-de/2.0'],
    [licences.find('https://www.dcat-ap.de/def/licenses/cc-zero')?.code, 'cc-zero'],
    [licences.find('http://creativecommons.org/licenses/by/4.0/deed.de')?.code, 'cc-by/4.0'],
    [licences.find('http://opendefinition.org/licenses/cc-by-sa/')?.code, 'cc-by-sa'],
    [licences.find('https://creativecommons.org/licenses/by-nc-sa/4.0/')?.code, undefined],
    [licences.find('Nutzungsbedingungen der Stadt')?.code, undefined],
    ...[
      'de',
      'deu',
      'ger',
      'German',
      'Deutsch',
      'de-DE',
      'http://id.loc.gov/vocabulary/iso639-1/de',
      'http://lexvo.org/id/iso639-3/deu',
      `${eu}language/DEU/`,
    ].map((text): [string | undefined, string] => [languages.find(text)?.code, 'DEU']),
    [frequencies.find('jährlich')?.code, 'ANNUAL'],
    [frequencies.find('http://purl.org/linked-data/sdmx/2009/code#freq-M')?.code, 'MONTHLY'],
    [frequencies.find('http://purl.org/cld/freq/semiannual')?.code, 'ANNUAL_2'],
    [frequencies.find('continual')?.code, 'CONT'],
    [themes.find('Bevölkerung')?.code, 'SOCI'],
    [themes.find('http://inspire.ec.europa.eu/theme/tn')?.code, 'TRAN'],
  ]
  for (const [at, [found, code]] of cases.entries()) assert.equal(found, code, `case ${at}`)
  assert.equal(findMediaType('application/json; charset=utf-8'), `${iana}application/json`)
  assert.equal(findMediaType('CSV'), `${iana}text/csv`)
  assert.equal(findMediaType('http://www.iana.org/assignments/media-types/text/csv'), `${iana}text/csv`)
  assert.equal(findMediaType('kein Typ'), undefined)
})

test('dates and sizes are read as Germans write them, and never guessed', () => {
  const dates: [string, string | undefined][] = [
    ['31.12.2024', '2024-12-31'],
    ['1.2.2024', '2024-02-01'],
    ['31.12.2024 08:05 Uhr', '2024-12-31T08:05:00'],
    ['2024/5/1', '2024-05-01'],
    ['2024-05-01 10:00:00', '2024-05-01T10:00:00'],
    ['2024-05-01T10:00:00+0200', '2024-05-01T10:00:00+02:00'],
    ['März 2024', '2024-03'],
    ['05/2024', '2024-05'],
    ['2024', '2024'],
    ['12/31/2024', undefined],
    ['01/02/2024', undefined],
    ['31.13.2024', undefined],
    ['gestern', undefined],
    ['', undefined],
  ]
  for (const [written, date] of dates) assert.equal(parseDate(written), date, written)
  const sizes: [string, number | undefined][] = [
    ['1234', 1234],
    ['6776.0', 6776],
    ['1.234', 1234],
    ['1.234.567', 1234567],
    ['1,2 MB', 1_200_000],
    ['1.5 MB', 1_500_000],
    ['3 KiB', 3072],
    ['-5', undefined],
    ['groß', undefined],
    ['9'.repeat(40), undefined],
  ]
  for (const [written, size] of sizes) assert.equal(parseBytes(written), size, written)
})

test('HTML becomes paragraphs; what only looks like it stays', () => {
  assert.equal(
    htmlToText('<p>Erster&nbsp;Absatz</p><p>mit <b>fett</b> &amp; <a href="https://a.example/x">Link</a></p>'),
    'Erster Absatz\n\nmit fett & Link (https://a.example/x)',
  )
  assert.equal(htmlToText('<ul><li>eins</li><li>zwei</li></ul><script>alert(1)</script>'), '– eins\n– zwei')
  assert.equal(htmlToText('<a href="javascript:alert(1)">Klick</a>'), 'Klick')
  const start = performance.now()
  htmlToText('<a '.repeat(100_000))
  htmlToText('<script>'.repeat(100_000))
  htmlToText('&#x'.repeat(100_000))
  assert.ok(performance.now() - start < 5000)
})

test('each repair stands in the record and in the log', async () => {
  const { record, file, log, kept } = await read(
    `dct:title "  <b>Bäume</b>  " ; dct:description "<p>Eins</p><p>Zwei</p>"@de_DE ; dct:language "de" ; dct:accrualPeriodicity "jährlich" ; dct:issued "31.12.2024" ;
     dct:publisher "Stadt Beispiel" ; dcat:theme "Umwelt", "Bäume", <https://a.example/thema/Verkehr> ; dct:identifier <https://a.example/id> ; dct:accessRights "public" ;
     dcat:contactPoint [ vcard:fn "Amt" ; vcard:hasEmail "amt@a.example" ; vcard:hasTelephone "0221 / 123-45" ] ; dct:spatial "Köln" ;
     <http://dcat-ap.de/def/dcatde/1_0contributorID> <https://www.dcat-ap.de/def/contributors/openNRW> ; dct:temporal [ a dct:PeriodOfTime ; schema:startDate "2020" ]`.replace(
      '@de_DE',
      '@de-DE',
    ),
    `dcat:accessURL "https://a.example/a b.csv" ; dct:format "csv" ; dcat:mediaType "CSV" ; dct:license "CC BY 4.0" ; dcat:byteSize "1,2 MB" ; dct:modified "2024-05-01" ;
     <https://www.dcat-ap.de/def/dcatde/1.1/plannedAvailability> <https://www.dcat-ap.de/def/plannedAvailability/stable> ; adms:status <http://purl.org/adms/status/Completed>`,
  )
  assert.deepEqual(kept, [])
  assert.partialDeepStrictEqual(record, {
    title: [
      { value: 'Bäume', lang: '' },
      { value: 'Titel', lang: '' },
    ],
    description: [{ value: 'Eins\n\nZwei', lang: 'de-de' }],
    language: [`${eu}language/DEU`],
    accrualPeriodicity: `${eu}frequency/ANNUAL`,
    issued: '2024-12-31',
    publisher: { type: 'http://xmlns.com/foaf/0.1/Agent', name: [{ value: 'Stadt Beispiel', lang: '' }] },
    theme: [`${eu}data-theme/ENVI`, `${eu}data-theme/TRAN`, 'https://a.example/thema/Verkehr'],
    keyword: [{ value: 'Bäume', lang: '' }],
    identifier: ['https://a.example/id'],
    accessRights: `${eu}access-right/PUBLIC`,
    contactPoint: [{ type: 'http://www.w3.org/2006/vcard/ns#Kind', email: 'amt@a.example', telephone: '0221-123-45' }],
    spatial: [{ prefLabel: [{ value: 'Köln', lang: '' }] }],
    contributorID: ['http://dcat-ap.de/def/contributors/openNRW'],
    temporal: [{ start: '2020' }],
    extra: [],
  })
  assert.partialDeepStrictEqual(file, {
    accessURL: ['https://a.example/a%20b.csv'],
    format: `${eu}file-type/CSV`,
    mediaType: `${iana}text/csv`,
    license: 'http://dcat-ap.de/def/licenses/cc-by/4.0',
    byteSize: 1_200_000,
    modified: '2024-05-01',
    availability: `${eu}planned-availability/STABLE`,
    status: `${eu}distribution-status/COMPLETED`,
    extra: [],
  })
  for (const line of [
    'dct:title:   <b>Bäume</b>   -> Bäume',
    'dcat:byteSize: 1,2 MB -> 1200000',
    'dct:modified: "2024-05-01" -> "2024-05-01"^^xsd:date',
    'dct:license: CC BY 4.0 -> http://dcat-ap.de/def/licenses/cc-by/4.0',
  ])
    assert.ok(log.includes(line), line)
})

test('what follows from the record is added and named', async () => {
  const { record, file, log } = await read(
    'dct:publisher [ foaf:name "Stadt" ; foaf:mbox "post@a.example" ] ; dct:license <http://dcat-ap.de/def/licenses/cc-zero>',
    'dcat:downloadURL <https://a.example/f.csv>',
  )
  assert.deepEqual(file.accessURL, ['https://a.example/f.csv'])
  assert.equal(file.license, 'http://dcat-ap.de/def/licenses/cc-zero')
  assert.equal(record.contactPoint[0]?.email, 'post@a.example')
  assert.ok(log.includes('dcat:accessURL:  -> https://a.example/f.csv'))
  assert.equal(record.issued, undefined)
})

test('addresses that run programs never become links, and are named', async () => {
  const { record, file, kept } = await read(
    'dcat:landingPage <javascript:alert(1)>, "data:text/html,x" ; foaf:page <vbscript:x> ; dct:license "Hausrecht"',
    'dcat:accessURL <JavaScript:alert(2)>, <https://a.example/ok> ; dct:license "Nutzungsbedingungen der Stadt"',
  )
  assert.deepEqual([record.landingPage, record.page, file.accessURL], [[], [], ['https://a.example/ok']])
  assert.deepEqual(kept.map(({ property, reason }) => `${property} ${reason}`).sort(), [
    'dcat:accessURL unsafe-link',
    'dcat:landingPage not-understood',
    'dcat:landingPage unsafe-link',
    'foaf:page unsafe-link',
  ])
  assert.ok(record.extra.some((line) => line.includes('javascript:alert(1)')))
  assert.deepEqual(file.licenseDocument?.label, [{ value: 'Nutzungsbedingungen der Stadt', lang: '' }])
})

test('records without a title or description of their own are rejected with the reason', async () => {
  const { quads } =
    await readRdf(`${prefixes} <https://a.example/k> a dcat:Catalog ; dct:title "K" ; dcat:dataset <https://a.example/1>, <https://a.example/2>, [ dct:title "ohne Adresse" ] .
    <https://a.example/1> dct:description "nur Text" .`)
  const reading = readCatalogue(quads)
  assert.deepEqual(reading.rejected.map(({ record, reason }) => `${record} ${reason}`).sort(), [
    'https://a.example/1 no-title',
    'https://a.example/2 not-described',
  ])
  const [record] = reading.records
  assert.match(record?.uri ?? '', /^urn:uuid:[0-9a-f-]{36}$/)
  assert.deepEqual(readCatalogue(quads).records[0]?.uri, record?.uri)
})

test('circles of blank nodes and records that point at each other end', async () => {
  const { record } = await read(
    'dct:relation _:a , <https://a.example/d> . _:a dct:relation _:b . _:b dct:relation _:a . <https://a.example/f> dct:isPartOf <https://a.example/d>',
  )
  assert.equal(record.extra.length, 3)
  assert.equal(record.distribution[0]?.extra.length, 1)
})

test('what a property cannot hold stays beside it, triple for triple', async () => {
  const { quads } = await readRdf(
    `${prefixes} <https://a.example/d> a dcat:Dataset , dcat:Resource ; dct:title "Titel" ; dct:issued "2024"^^xsd:gYear , "2025"^^xsd:gYear ; dct:publisher _:p ; dct:creator _:p ;
      dct:spatial [ a dct:Location ; locn:geometry [ a locn:Geometry ; gsp:asWKT "POINT (1 2)"^^gsp:wktLiteral ; rdfs:label "genau" ] ] ;
      dcat:contactPoint [ a vcard:Kind ; vcard:fn "Amt" ; vcard:note "erst schreiben" ] ; dct:relation _:a . _:a dct:relation _:a .
     _:p a foaf:Agent ; foaf:name "Stadt" ; dct:identifier "4711" .`,
    { format: 'turtle' },
  )
  const { records, repairs, rest } = readCatalogue([...quads, ...quads])
  assert.deepEqual([repairs, rest], [[], []])
  assert.equal(records[0]?.extra.length, 10)
  assert.equal(canonicalNTriples(records.flatMap(encodeRecord)), canonicalNTriples(quads))
})

test('a node that many records share leads nobody to half the world', async () => {
  const chain = Array.from(
    { length: 20_000 },
    (_, at) => `<https://a.example/n${at}> dct:relation <https://a.example/n${at + 1}> .`,
  ).join('\n')
  const records = Array.from(
    { length: 200 },
    (_, at) => `<https://a.example/d${at}> a dcat:Dataset ; dct:title "T" ; dct:relation <https://a.example/n0> .`,
  ).join('\n')
  const { quads } = await readRdf(`${prefixes} ${chain} ${records}`, { format: 'turtle' })
  const reading = readCatalogue(quads)
  assert.equal(reading.records.length, 200)
  assert.ok(reading.records.every((record) => record.extra.length < 1100))
  assert.ok(reading.rest.length > 18_000)
})

test('characters that XML cannot hold go, with a note', async () => {
  const { record, log } = await read('<https://a.example/x> "a\\u0000b"')
  assert.ok(record.extra.some((line) => line.endsWith('"ab" .')))
  assert.ok(log.some((line) => line.startsWith('rdf:value')))
})
