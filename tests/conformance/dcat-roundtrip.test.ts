// The real catalogues: nothing is lost, every change is named, and what goes out is the same graph in every format.
import assert from 'node:assert/strict'
import { createReadStream } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { isDeepStrictEqual } from 'node:util'
import type { Quad, Term } from '@rdfjs/types'
import { readCkanAnswer } from '#standards/ckan'
import { encodeCatalogue, encodeRecord, type Reading, readCatalogue } from '#standards/dcat-ap-de'
import { contentHash, fromLines, readRdf, toJsonLd, toLines, toRdfXml, toTurtle } from '#standards/rdf'
import { sharedData, withoutShared } from '#support/shared.ts'
import { judge, withoutRdflib } from './rdf-judge.ts'

const skip = withoutShared()
const rdflib = withoutRdflib()
const dashboard = 'shacl/dcat-ap-de-testcases/dashboard'

interface Expected {
  file: string
  records: number
  distributions: number
  kept: number
  repairs: Record<string, number>
}

const expected: Expected[] = [
  {
    file: `${dashboard}/brandenburg-catalog-original-input.rdf`,
    records: 112,
    distributions: 212,
    kept: 0,
    repairs: {
      'adms:identifier': 6,
      'dcat:accessURL': 64,
      'dcat:downloadURL': 64,
      'dcat:mediaType': 150,
      'dcat:theme': 64,
      'dcatde:politicalGeocodingLevelURI': 62,
      'dcatde:politicalGeocodingURI': 62,
      'dct:description': 47,
      'dct:format': 212,
      'dct:identifier': 62,
      'dct:language': 50,
      'dct:license': 144,
      'dct:modified': 7,
      'dct:publisher': 47,
      'dct:title': 7,
      'foaf:homepage': 5,
    },
  },
  {
    file: `${dashboard}/rostock-catalog-original-input.rdf`,
    records: 100,
    distributions: 773,
    kept: 3,
    repairs: {
      'adms:status': 773,
      'dcat:byteSize': 521,
      'dcatap:availability': 1546,
      'dcatde:contributorID': 200,
      'dcatde:geocodingDescription': 100,
      'dcatde:licenseAttributionByText': 8,
      'dcatde:maintainer': 100,
      'dcatde:politicalGeocodingLevelURI': 200,
      'dcatde:politicalGeocodingURI': 198,
      'dct:accessRights': 100,
      'dct:format': 194,
      'dct:language': 874,
      'dct:license': 773,
      'dct:rights': 773,
      'foaf:mbox': 200,
      'locn:geometry': 100,
      'spdx:algorithm': 521,
    },
  },
  {
    file: 'ckan/ckan.json',
    records: 70,
    distributions: 117,
    kept: 0,
    repairs: {
      'dcat:landingPage': 1,
      'dcat:mediaType': 7,
      'dcat:theme': 124,
      'dct:accrualPeriodicity': 1,
      'dct:description': 60,
      'dct:format': 116,
      'dct:license': 117,
    },
  },
]

async function read(file: string): Promise<{ reading: Reading; quads?: Quad[] }> {
  const name = path.join(sharedData() ?? '', file)
  const answer = await readCkanAnswer(createReadStream(name))
  if (answer.kind === 'reading') return { reading: answer.reading }
  assert.equal(answer.kind, 'other')
  const { quads, fault } = await readRdf(answer.kind === 'other' ? answer.content : '', { fileName: name })
  assert.equal(fault, undefined)
  return { reading: readCatalogue(quads), quads }
}

const graphsOf = (reading: Reading): Quad[][] => [
  ...reading.catalogues.map((listing) => encodeCatalogue(listing.head, listing)),
  ...reading.records.map(encodeRecord),
  fromLines(reading.rest),
]

async function write(writer: typeof toTurtle, graphs: Quad[][]): Promise<string> {
  let text = ''
  for await (const piece of writer(graphs)) text += piece
  return text
}

/** Triples with every blank node written alike, counted: enough to see whether one is missing. */
function counted(quads: Iterable<Quad>): Map<string, { quad: Quad; count: number }> {
  const word = (term: Term) => (term.termType === 'BlankNode' ? '_' : term.value)
  const found = new Map<string, { quad: Quad; count: number }>()
  for (const quad of quads) {
    const key = `${word(quad.subject)} ${quad.predicate.value} ${toLines([quad])[0]
      ?.replace(/^\S+ \S+ /, '')
      .replace(/^_:\S+/, '_')}`
    found.set(key, { quad, count: (found.get(key)?.count ?? 0) + 1 })
  }
  return found
}

for (const { file, records, distributions, kept, repairs } of expected) {
  test(`${file}: read = records + rejected, every repair named`, { skip }, async () => {
    const { reading } = await read(file)
    assert.equal(reading.records.length + reading.rejected.length, records)
    assert.deepEqual(reading.rejected, [])
    const parts = reading.records.flatMap((record) => (record.kind === 'service' ? [] : record.distribution))
    assert.equal(parts.length, distributions)
    assert.equal(reading.kept.length, kept)
    const kinds: Record<string, number> = {}
    for (const { property } of reading.repairs) kinds[property] = (kinds[property] ?? 0) + 1
    assert.deepEqual(kinds, repairs)
  })

  test(`${file}: what is gone from the source stands in the log`, { skip }, async () => {
    const { reading, quads } = await read(file)
    if (!quads) return
    const now = counted(graphsOf(reading).flat())
    const named = new Set(reading.repairs.map((repair) => repair.from.replace(/…$/, '')))
    const literal = (term: Term) => (term.termType === 'Literal' ? `"${term.value}"` : '')
    const lost = [...counted(quads)].filter(([key, { quad, count }]) => {
      if ((now.get(key)?.count ?? 0) >= count) return false
      const { predicate, object } = quad
      return (
        ![predicate.value, object.value, object.value.slice(0, 500)].some((text) => named.has(text)) &&
        ![...named].some((from) => from.startsWith(literal(object)) && from.startsWith('"'))
      )
    })
    assert.deepEqual(
      lost.map(([key]) => key),
      [],
    )
  })

  test(`${file}: a second import changes nothing, in any format`, { skip }, async () => {
    const { reading } = await read(file)
    const graphs = graphsOf(reading)
    const hashes = new Map(reading.records.map((record) => [record.uri, contentHash(encodeRecord(record))]))
    for (const [fileName, writer] of Object.entries({ 'a.ttl': toTurtle, 'a.rdf': toRdfXml, 'a.jsonld': toJsonLd })) {
      const { quads, fault } = await readRdf(await write(writer, graphs), { fileName })
      assert.equal(fault, undefined)
      const again = readCatalogue(quads)
      assert.deepEqual(again.repairs, [])
      const before = new Map(reading.records.map((record) => [record.uri, record]))
      for (const record of again.records) {
        const first = before.get(record.uri)
        if (!isDeepStrictEqual(record, first)) assert.deepEqual(record, first)
        assert.equal(contentHash(encodeRecord(record)), hashes.get(record.uri))
      }
      assert.equal(again.records.length, reading.records.length)
      assert.ok(isDeepStrictEqual(again.catalogues, reading.catalogues))
    }
  })

  test(`${file}: rdflib finds the same graph in Turtle, RDF/XML and JSON-LD`, { skip: skip || rdflib }, async () => {
    const graphs = graphsOf((await read(file)).reading)
    const relabelled = graphs.map((graph, at) => toLines(graph).map((line) => line.replace(/(^| )_:(\S+)/g, `$1_:r${at}$2`)))
    const verdict = judge({
      nt: [...new Set(relabelled.flat())].join('\n'),
      ttl: await write(toTurtle, graphs),
      rdf: await write(toRdfXml, graphs),
      jsonld: await write(toJsonLd, graphs),
    })
    assert.equal(verdict.same, true)
    assert.equal(new Set(verdict.triples).size, 1)
    assert.equal(verdict.triples[0], new Set(relabelled.flat()).size)
  })
}
