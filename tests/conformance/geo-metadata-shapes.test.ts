// Geo metadata as DCAT-AP.de: the official shapes find nothing in it that a program could have mended.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { readRecords, recordAddress } from '#standards/csw'
import { type CatalogueRecord, encodeRecord, readCatalogue } from '#standards/dcat-ap-de'
import { headOf, isRecord, recordToQuads } from '#standards/iso19139'
import { isOgcRecord, ogcRecordToQuads } from '#standards/ogc-records'
import { readRdf, shorten, toTurtle } from '#standards/rdf'
import { readXml } from '#standards/xml'
import { sharedData, withoutShared } from '#support/shared.ts'
import { findings, openJudge, referenceData } from './shacl-material.ts'

const skip = withoutShared()
const inShared = (...parts: string[]) => path.join(sharedData() ?? '', ...parts)

const uriOf = (id: string) => recordAddress('https://geo.example/csw', id)
function isoIn(folder: string, wanted: RegExp): CatalogueRecord[] {
  return readdirSync(inShared(folder))
    .filter((name) => wanted.test(name))
    .flatMap((name) => {
      const tree = readXml(readFileSync(inShared(folder, name)).toString())
      if (!tree.ok) throw new Error(`${name}: ${tree.error.code}`)
      return readRecords(tree.value)?.records ?? [tree.value]
    })
    .filter(isRecord)
    .flatMap((record) => readCatalogue(recordToQuads(record, uriOf(headOf(record).id), { uriOf })).records)
}
function ogcIn(file: string): CatalogueRecord[] {
  const all: unknown[] = Object.values(JSON.parse(readFileSync(inShared(file)).toString())._default)
  return all.filter(isOgcRecord).flatMap((one) => readCatalogue(ogcRecordToQuads(one, uriOf(String(one.id)))).records)
}

type Counts = Record<string, number>
/** What is left. Only who keeps the metadata knows these: nothing is said of a licence or publisher, and OPeNDAP is no format of the list. */
const expected: readonly (readonly [name: string, records: () => CatalogueRecord[], count: number, violations: Counts])[] = [
  ['InGrid', () => isoIn('iso19139/ingrid-editor', /\.xml$/), 3, {}],
  ['GeoNetwork', () => isoIn('dcat-examples/udata-harvest', /iso19139.*\.xml$/), 7, {}],
  [
    'pygeoapi, ISO 19139',
    () => isoIn('iso19139/pygeoapi', /\.xml$/),
    10,
    { 'MinCount dct:license': 30, 'MinCount dct:publisher': 7 },
  ],
  [
    'pycsw',
    () => isoIn('iso19139/pycsw/apiso-data', /\.xml$/),
    18,
    { 'MinCount dct:license': 21, 'MinCount dct:publisher': 1, 'InScheme dct:format': 2, 'NodeKind dct:format': 2 },
  ],
  ['pygeoapi, OGC API Records', () => ogcIn('iso19139/pygeoapi/sample-records.tinydb'), 3, { 'MinCount dct:license': 8 }],
]

for (const [name, records, count, violations] of expected)
  test(`${name} after reading`, { skip }, async () => {
    // A record that stands in two documents counts once.
    const all = [...new Map(records().map((one) => [one.uri, one])).values()]
    let turtle = ''
    for await (const piece of toTurtle(all.map(encodeRecord))) turtle += piece
    const { quads } = await readRdf(turtle, { format: 'turtle' })
    const causes: Counts = {}
    for (const one of await findings(openJudge(await referenceData()), quads, 'dcat-ap.de-3.0')) {
      if (one.severity !== 'Violation') continue
      if (process.env.LOOK) console.log(JSON.stringify(one).slice(0, 600))
      const cause = `${one.constraint} ${shorten(one.path ?? '')}`
      causes[cause] = (causes[cause] ?? 0) + 1
    }
    assert.deepEqual([all.length, causes], [count, violations])
  })
