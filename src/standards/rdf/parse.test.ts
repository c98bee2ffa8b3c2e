import assert from 'node:assert/strict'
import { test } from 'node:test'
import { translator } from '#kernel/locale.ts'
import { de, detectFormat, en, parseRdf, type RdfFault, readRdf } from '#standards/rdf'

const xml = (body: string, head = '<?xml version="1.0" encoding="UTF-8"?>') =>
  `${head}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dct="http://purl.org/dc/terms/">${body}</rdf:RDF>`
const titled = (title: string) =>
  xml(`<rdf:Description rdf:about="https://a.example/1"><dct:title>${title}</dct:title></rdf:Description>`)

const formats: [start: string, hints: Parameters<typeof detectFormat>[1], format: string | undefined][] = [
  [titled('A'), {}, 'rdfxml'],
  [titled('A'), { contentType: 'text/plain', fileName: 'katalog' }, 'rdfxml'],
  ['@prefix a: <b:> .', {}, 'turtle'],
  ['<https://a.example/1> a <b:c> .', { fileName: 'a.nt' }, 'turtle'],
  ['PREFIX a: <b:>', {}, 'turtle'],
  ['# comment\n<a:b> <c:d> <e:f> <g:h> .', { fileName: 'a.nq' }, 'trig'],
  ['{"@context": {}}', { contentType: 'application/json' }, 'jsonld'],
  ['<!DOCTYPE html><html><body>', { contentType: 'text/turtle' }, undefined],
  ['<html lang="de">', {}, undefined],
  ['<gmd:MD_Metadata xmlns:gmd="http://www.isotc211.org/2005/gmd"/>', { fileName: 'a.xml' }, undefined],
  ['Guten Tag', {}, undefined],
  ['', {}, undefined],
]
test('the format shows in the text, whatever the server says', () => {
  for (const [start, hints, format] of formats) assert.equal(detectFormat(start, hints), format, start)
})

const deep = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth)
const laughs = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>${titled('&b;').slice(38)}`
const hostile: [what: string, text: string | Uint8Array, fault: Partial<RdfFault>, quads?: number][] = [
  ['entities', laughs, { code: 'dtd', line: 1 }],
  ['a document type alone', `<!DOCTYPE rdf:RDF SYSTEM "file:///etc/passwd">\n${titled('A').slice(38)}`, { code: 'dtd', line: 1 }],
  ['10 MB in an XML text', titled('x'.repeat(10_000_000)), { code: 'text-too-long', line: 1 }],
  ['10 MB in CDATA', titled(`<![CDATA[${'<x>'.repeat(3_400_000)}]]>`), { code: 'text-too-long' }],
  ['10 MB in a comment', xml(`<!--${'x'.repeat(10_000_000)}-->`), { code: 'text-too-long' }],
  ['10 MB in an attribute', xml(`<rdf:Description rdf:about="a:${'x'.repeat(10_000_000)}"/>`), { code: 'text-too-long' }],
  ['10 MB in a Turtle text', `<a:b> <c:d> "ok" .\n<a:b> <c:d> """${'x\n'.repeat(5_000_000)}""" .`, { code: 'text-too-long' }, 1],
  ['10 MB in a Turtle IRI', `<a:b> <c:d> <e:${'x'.repeat(10_000_000)}> .`, { code: 'text-too-long' }],
  ['10 MB in JSON', `{"@id":"a:b","c:d":"${'x'.repeat(10_000_000)}"}`, { code: 'text-too-long' }],
  ['a deep XML', xml(deep('<rdf:Description><dct:relation>', '</dct:relation></rdf:Description>', 200)), { code: 'too-deep' }],
  ['a deep Turtle', `<a:b> <c:d> ${deep('[ <c:d> ', ']', 200)} .`, { code: 'too-deep' }],
  ['a deep list', `<a:b> <c:d> ${deep('(', ')', 10_000)} .`, { code: 'too-deep' }],
  ['a deep JSON', `{"@id":"a:b","c:d":${deep('[', ']', 100_000)}}`, { code: 'too-deep' }],
  ['half an XML', titled('A').slice(0, -20), { code: 'cut-off' }, 1],
  ['half a Turtle', '<a:b> <c:d> "1" .\n<a:b> <c:d> "2', { code: 'cut-off' }, 1],
  ['half a JSON', '{"@graph":[{"@id":"a:b","c:d":"1"},{"@id"', { code: 'cut-off', line: 1 }],
  ['a fault in line 3', '<a:b> <c:d> "1" .\n\n<a:b> <c:d> oops .', { code: 'syntax', line: 3 }, 1],
  ['a fault in XML', xml('<dct:title>\n</dct:titel>'), { code: 'syntax', line: 2 }],
  ['a fault in JSON', '{"@id": "a:b",\n "c:d": oops }', { code: 'syntax', line: 2, column: 9 }],
  [
    'a context on the net',
    '{"@context":"https://a.example/c.jsonld","@id":"a:b"}',
    { code: 'remote-context', params: { url: 'https://a.example/c.jsonld' } },
  ],
  ['windows-1252 said to be UTF-8', Buffer.from(titled('Straße'), 'latin1'), { code: 'encoding' }],
  [
    'an encoding nobody knows',
    Buffer.from(xml('', '<?xml version="1.0" encoding="klingon"?>')),
    { code: 'encoding', params: { encoding: 'klingon' } },
  ],
  ['a web page', '<!DOCTYPE html><html><head><title>404</title></head></html>', { code: 'unknown-format' }],
  ['other JSON', '{"success": true, "result": {}}', { code: 'unknown-format' }],
  ['nothing', '', { code: 'unknown-format' }],
]
for (const [what, text, expected, quads] of hostile)
  test(`hostile or broken: ${what}`, async () => {
    const { fault, quads: read } = await readRdf(text)
    assert.partialDeepStrictEqual(fault, expected)
    if (quads !== undefined) assert.equal(read.length, quads)
    assert.ok((fault?.excerpt ?? '').length <= 160)
    for (const [lang, texts] of [
      ['de', de],
      ['en', en],
    ] as const)
      assert.doesNotMatch(translator(lang, texts)(fault?.key ?? '', fault?.params), /rdf\.fault|\{\w+\}/)
  })

test('a limit on the whole document holds for a stream that never ends', async () => {
  async function* endless() {
    for (;;) yield '<a:b> <c:d> "e" .\n'.repeat(1000)
  }
  const { fault } = await readRdf(endless(), { limits: { bytes: 1024 * 1024 } })
  assert.equal(fault?.code, 'too-large')
})

test('a source that breaks is a fault, and what came before was given', async () => {
  async function* broken() {
    yield `<a:b> <c:d> "e" .${' '.repeat(10_000)}`
    throw new Error('ECONNRESET')
  }
  const reading = parseRdf(broken())
  let count = 0
  for await (const _ of reading) count++
  assert.equal(count, 1)
  assert.partialDeepStrictEqual(reading.fault, { code: 'broken-source', params: { detail: 'ECONNRESET' } })
})

const utf16 = (text: string, big: boolean) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return big ? bytes.swap16() : bytes
}
const declared = (encoding: string) => titled('Straße – 5 €').replace('UTF-8', encoding)
const encodings: [what: string, bytes: Uint8Array, contentType?: string][] = [
  ['UTF-8 with mark', Buffer.from(`\ufeff${titled('Straße – 5 €')}`)],
  ['UTF-16 little', utf16(declared('UTF-16'), false)],
  ['UTF-16 big', utf16(declared('UTF-16'), true)],
  ['UTF-16 without mark', Buffer.from(declared('UTF-16'), 'utf16le')],
  ['windows-1252 in the declaration', Buffer.from(declared('windows-1252').replace('–', '\x96').replace('€', '\x80'), 'latin1')],
  ['ISO-8859-1 in the declaration', Buffer.from(declared('ISO-8859-1').replace('–', '\x96').replace('€', '\x80'), 'latin1')],
  [
    'windows-1252 in the content type',
    Buffer.from(declared('').replace(' encoding=""', '').replace('–', '\x96').replace('€', '\x80'), 'latin1'),
    'text/xml; charset=windows-1252',
  ],
]
for (const [what, bytes, contentType] of encodings)
  test(`encoding: ${what}, also in pieces of one byte`, async () => {
    for (const source of [bytes, Array.from(bytes, (byte) => Uint8Array.of(byte))]) {
      // One byte does not tell an encoding: pieces are joined until there is enough.
      const { quads, fault } = await readRdf(source, contentType ? { contentType } : {})
      assert.equal(fault, undefined)
      assert.equal(quads[0]?.object.value, 'Straße – 5 €')
    }
  })

test('relative IRIs are resolved against the address of the document', async () => {
  const { quads } = await readRdf('<a> <#b> <../c> .', { format: 'turtle', baseIRI: 'https://a.example/x/y.ttl' })
  assert.deepEqual(
    [quads[0]?.subject.value, quads[0]?.predicate.value, quads[0]?.object.value],
    ['https://a.example/x/a', 'https://a.example/x/y.ttl#b', 'https://a.example/c'],
  )
})

test('members of JSON-LD may come in any order, and no triple is dropped for a bad IRI', async () => {
  const { quads, fault } = await readRdf('{"c:d":{"e:f":[{"@id":"g:h [1]"}],"@id":"i:j"},"@id":"a:b","@context":{"x":"y:z"}}')
  assert.equal(fault, undefined)
  assert.deepEqual(quads.map(({ subject, object }) => `${subject.value} ${object.value}`).sort(), [
    'a:b i:j',
    'i:j g:h%20%5B1%5D',
  ])
})
