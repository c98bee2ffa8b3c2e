import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { blank, canonicalNTriples, iri, readRdf, safeIri, text, toJsonLd, toRdfXml, toTurtle, triple } from '#standards/rdf'

const writers = { 'a.ttl': toTurtle, 'a.rdf': toRdfXml, 'a.jsonld': toJsonLd }
async function pieces(writer: typeof toTurtle, graphs: Parameters<typeof toTurtle>[0]): Promise<string[]> {
  const found: string[] = []
  for await (const piece of writer(graphs)) found.push(piece)
  return found
}

const graphs = [
  [triple(iri('https://a.example/1'), 'http://purl.org/dc/terms/title', text('Eins', 'de'))],
  [],
  [triple(iri('https://a.example/2'), 'http://purl.org/dc/terms/title', text('Zwei', 'de'))],
]
for (const [fileName, writer] of Object.entries(writers)) {
  test(`${fileName}: a stream that stops after any piece is no valid document`, async () => {
    const all = await pieces(writer, graphs)
    for (let end = 1; end < all.length; end++)
      assert.ok((await readRdf(all.slice(0, end).join(''), { fileName })).fault, `after piece ${end}`)
    assert.equal((await readRdf(all.join(''), { fileName })).fault, undefined)
  })

  test(`${fileName}: a cut inside is no valid document either, but for the one byte after a dot in Turtle`, async () => {
    const whole = (await pieces(writer, graphs)).join('')
    const end = whole.trimEnd().length - (fileName === 'a.ttl' ? '# end of document, 3 records'.length + 3 : 1)
    for (let cut = 1; cut < end; cut += 7) {
      const part = whole.slice(0, cut)
      if (fileName === 'a.ttl' && /\.\s*$/.test(part)) continue
      assert.ok((await readRdf(part, { fileName })).fault, part.slice(-40))
    }
  })

  test(`${fileName}: an empty catalogue is a valid document`, async () => {
    assert.deepEqual(
      await readRdf((await pieces(writer, [])).join(''), { fileName }).then(({ quads, fault }) => [quads.length, fault]),
      [0, undefined],
    )
  })

  test(`${fileName}: records keep their blank nodes apart`, async () => {
    const one = (title: string) => [triple(blank('b'), 'http://purl.org/dc/terms/title', text(title))]
    const { quads } = await readRdf((await pieces(writer, [one('A'), one('B')])).join(''), { fileName })
    assert.equal(new Set(quads.map(({ subject }) => subject.value)).size, 2)
  })
}

// XML 1.0 cannot hold control characters; the reader of catalogues takes them out.
const xmlText = fc.string({ unit: 'grapheme', maxLength: 30 }).map((value) => value.replace(/[^\P{Cc}\n\r\t]/gu, '?'))
// RDF/XML resolves `.` and `..` in every IRI (RFC 3986, 5.2.2), the others do not.
const subjects = fc.oneof(
  fc.integer({ min: 0, max: 5 }).map((n) => blank(`b${n}`)),
  fc
    .webUrl()
    .filter((url) => !/\/\.{1,2}(?:$|[/?#])/.test(url))
    .map((url) => iri(safeIri(url).replaceAll(/[[\]]/g, ''))),
)
const predicates = fc.constantFrom(
  'http://purl.org/dc/terms/title',
  'https://a.example/x-1/y_2',
  'urn:x:1a',
  'https://a.example/ü#straße',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#type',
)
const literals = fc.oneof(
  xmlText.map((value) => text(value)),
  xmlText.map((value) => text(value, 'de-de')),
  xmlText.map((value) => text(value, '', 'http://www.w3.org/2001/XMLSchema#token')),
)
const quads = fc.array(
  fc.tuple(subjects, predicates, fc.oneof(subjects, literals)).map(([s, p, o]) => triple(s, p, o)),
  { maxLength: 15 },
)

for (const [fileName, writer] of Object.entries(writers))
  test(`${fileName}: any graph comes back the same`, async () => {
    await fc.assert(
      fc.asyncProperty(quads, async (graph) => {
        const written = (await pieces(writer, [graph])).join('')
        const { quads: read, fault } = await readRdf(written, { fileName })
        assert.equal(fault, undefined, written)
        assert.equal(canonicalNTriples(read), canonicalNTriples(graph))
      }),
      { numRuns: 150 },
    )
  })

test('what XML cannot hold is replaced, what it cannot name is described', async () => {
  const graph = [
    triple(iri('a:b'), 'https://a.example/1', text('x')),
    triple(iri('a:b'), 'http://purl.org/dc/terms/title', text('a\u0000b')),
  ]
  const { quads: read, fault } = await readRdf((await pieces(toRdfXml, [graph])).join(''), { fileName: 'a.rdf' })
  assert.equal(fault, undefined)
  assert.ok(read.some(({ object }) => object.value === 'a\ufffdb'))
  assert.ok(read.some(({ object }) => object.value === 'https://a.example/1'))
})
