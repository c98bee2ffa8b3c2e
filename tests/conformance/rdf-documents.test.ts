// Every example document is read to its end, or its fault is named.
import assert from 'node:assert/strict'
import { createReadStream, readdirSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { readCkanAnswer } from '#standards/ckan'
import { readCatalogue } from '#standards/dcat-ap-de'
import { readRdf } from '#standards/rdf'
import { sharedData, withoutShared } from '#support/shared.ts'

const skip = withoutShared()
const folders = ['dcat-examples', 'dcat-ap-de-examples', 'shacl/hvd-3.0.0', 'shacl/dcat-ap-de-testcases']

/** Documents with a fault of their own, and those that are no RDF: single CKAN packages in older forms, ISO 19139, lists, a style sheet. */
const faulty: Record<string, string> = {
  'ckanext-dcat/croissant/full_croissant_dataset.jsonld': 'syntax',
  'ckanext-dcat/dcat/dataset.ttl': 'syntax',
  'udata-harvest/evian.json': 'remote-context',
  'udata-harvest/iso-19139-to-dcat-ap.xsl': 'syntax',
  'hvd-3.0.0/example-bees_wasps_dataset.ttl': 'syntax',
  'hvd-3.0.0/hvd.jsonld': 'syntax',
}
const nested = /geonetwork-(geodcatap|dcat)-page-\d\.xml$/
const noRdf = /(readme\.txt|\.json|iso19139-.*\.xml|geoide-.*\.xml)$/

const filesIn = (folder: string) =>
  readdirSync(path.join(sharedData() ?? '', folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))

for (const folder of folders)
  test(`${folder}: every document is read or its fault is named`, { skip }, async () => {
    const files = filesIn(folder)
    assert.ok(files.length > 10)
    const seen: Record<string, number> = {}
    for (const file of files) {
      const answer = await readCkanAnswer(createReadStream(file))
      if (answer.kind === 'reading') {
        seen.ckan = (seen.ckan ?? 0) + 1
        assert.ok(answer.reading.records.length + answer.reading.rejected.length > 0, file)
        continue
      }
      assert.ok(answer.kind === 'other', file)
      const { quads, fault } = await readRdf(answer.content, { fileName: file })
      const known = Object.entries(faulty).find(([name]) => file.endsWith(name))?.[1]
      const expected = known ?? (nested.test(file) ? 'syntax' : noRdf.test(file) ? 'unknown-format' : undefined)
      assert.equal(fault?.code, expected, file)
      if (fault?.code === 'syntax') assert.ok(fault.line !== undefined || file.endsWith('.jsonld'), file)
      const { records, rejected, catalogues, rest } = readCatalogue(quads)
      assert.ok(quads.length === 0 || records.length + rejected.length + catalogues.length + rest.length > 0, file)
      seen[fault?.code ?? 'read'] = (seen[fault?.code ?? 'read'] ?? 0) + 1
    }
    assert.ok((seen.read ?? 0) > 10, JSON.stringify(seen))
  })
