// After import and export the official shapes of DCAT-AP.de 3.0 find nothing that a program could have mended.
import assert from 'node:assert/strict'
import { createReadStream } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { readCkanAnswer } from '#standards/ckan'
import { encodeCatalogue, encodeRecord, type Reading, readCatalogue } from '#standards/dcat-ap-de'
import { readRdf, shorten, toTurtle } from '#standards/rdf'
import { sharedData, withoutShared } from '#support/shared.ts'
import { findings, openJudge, referenceData } from './shacl-material.ts'

const skip = withoutShared()
const dashboard = 'shacl/dcat-ap-de-testcases/dashboard'

/** What is left. Nobody but the publisher knows these: who published, what it is about; which official licence a house rule means. */
const expected: Record<string, { violations: Record<string, number>; warnings: Record<string, number> }> = {
  [`${dashboard}/brandenburg-catalog-original-input.rdf`]: {
    violations: { 'MinCount dct:publisher': 1, 'MinCount dct:description': 2 },
    warnings: { 'MaxCount dcatde:politicalGeocodingURI': 62, 'InScheme dct:license': 148 },
  },
  [`${dashboard}/rostock-catalog-original-input.rdf`]: {
    violations: { 'MinCount dct:publisher': 1 },
    warnings: {
      'MaxCount dcatde:politicalGeocodingURI': 99,
      'MaxCount dcatde:maintainer': 100,
      'MaxCount dcatde:geocodingDescription': 100,
    },
  },
  'ckan/ckan.json': { violations: {}, warnings: { 'MaxCount dcatde:maintainer': 21 } },
}

async function read(file: string): Promise<Reading> {
  const answer = await readCkanAnswer(createReadStream(path.join(sharedData() ?? '', file)))
  if (answer.kind === 'reading') return answer.reading
  return readCatalogue(answer.kind === 'other' ? (await readRdf(answer.content, { fileName: file })).quads : [])
}

for (const [file, counts] of Object.entries(expected))
  test(`${file} after repair`, { skip }, async () => {
    const reading = await read(file)
    let turtle = ''
    for await (const piece of toTurtle([
      ...reading.catalogues.map((one) => encodeCatalogue(one.head, one)),
      ...reading.records.map(encodeRecord),
    ]))
      turtle += piece
    const { quads } = await readRdf(turtle, { format: 'turtle' })
    const found = await findings(openJudge(await referenceData()), quads, 'dcat-ap.de-3.0')
    const count = (severity: string) => {
      const causes: Record<string, number> = {}
      for (const finding of found.filter((one) => one.severity === severity)) {
        const cause = `${finding.constraint} ${shorten(finding.path ?? '')}`
        causes[cause] = (causes[cause] ?? 0) + 1
      }
      return causes
    }
    assert.deepEqual({ violations: count('Violation'), warnings: count('Warning') }, counts)
  })
