// Documents that are broken, odd or meant to hurt: a sentence with the place, an exit code, never a stack, and memory within bounds.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, suite, test } from 'node:test'
import { places, type TestHouse, testHouse } from '#support/house.ts'
import { command, type Ended } from '#support/program.ts'
import { turtleCatalogue, turtleDataset, turtlePrefixes } from '#support/text.ts'

let town: TestHouse
let folder = ''
const memory = 600 * 1024 * 1024

/** Imports a document as a program of its own. */
async function take(name: string, content: string | Uint8Array, slug: string = places.stadt, bound = memory): Promise<Ended> {
  const file = path.join(folder, name)
  writeFileSync(file, content)
  const ended = await command(['import', '--tenant', slug, '--json', file], {
    env: { DATABASE_URL: town.house.config.DATABASE_URL ?? '', ALLMENDE_DATA: folder, PUBLIC_URL: 'https://portal.example' },
  })
  assert.doesNotMatch(ended.out + ended.err, /\n\s+at .*:\d+:\d+/, name)
  assert.ok(ended.peak < bound, `${name}: ${Math.round(ended.peak / 1e6)} MB`)
  return ended
}

const xml = (inside: string, before = '') =>
  `<?xml version="1.0"?>\n${before}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dcat="http://www.w3.org/ns/dcat#" xmlns:dct="http://purl.org/dc/terms/">\n${inside}\n</rdf:RDF>\n`
const xmlDataset = (title: string) =>
  `<dcat:Catalog rdf:about="https://d.example/k"><dcat:dataset><dcat:Dataset rdf:about="https://d.example/x"><dct:title xml:lang="de">${title}</dct:title></dcat:Dataset></dcat:dataset></dcat:Catalog>`
const one = (properties: string) =>
  `${turtlePrefixes}<https://d.example/k> a dcat:Catalog ; dcat:dataset <https://d.example/h> .\n<https://d.example/h> a dcat:Dataset ; ${properties} .`
const bomb = `<!DOCTYPE r [\n<!ENTITY a "${'x'.repeat(100)}">\n${Array.from({ length: 9 }, (_, i) => `<!ENTITY ${String.fromCharCode(98 + i)} "${`&${String.fromCharCode(97 + i)};`.repeat(10)}">`).join('\n')}\n]>\n`

/** What cannot be read: name, content, what is said, and whether the line is named. */
const unreadable: [string, string | Uint8Array, RegExp, boolean][] = [
  ['milliarden-lacher.rdf', xml(xmlDataset('&j;'), bomb), /DTD/, true],
  ['fremde-datei.rdf', xml(xmlDataset('&f;'), '<!DOCTYPE r [<!ENTITY f SYSTEM "file:///etc/passwd">]>\n'), /DTD/, true],
  ['zehn-megabyte.ttl', one(`dct:title "${'x'.repeat(10_000_000)}"`), /länger als 1\.024 KB/, true],
  ['zehn-megabyte.rdf', xml(xmlDataset('x'.repeat(10_000_000))), /länger als 1\.024 KB/, true],
  [
    'zehn-megabyte.jsonld',
    `{"@id": "https://d.example/h", "http://purl.org/dc/terms/title": "${'x'.repeat(10_000_000)}"}`,
    /länger als 1\.024 KB/,
    true,
  ],
  [
    'falsche-kodierung.rdf',
    Buffer.from(xml(xmlDataset('B\u00e4ume')).replace('?>', ' encoding="UTF-8"?>'), 'latin1'),
    /Kodierung/,
    false,
  ],
  [
    'halb.ttl',
    turtleCatalogue(Array.from({ length: 200 }, (_, id) => ({ id }))).slice(0, 60_000),
    /hört mitten im Text auf|fehlerhaft/,
    false,
  ],
  ['halb.rdf', xml(xmlDataset('x')).slice(0, -30), /hört mitten im Text auf|fehlerhaft/, false],
  [
    'halb.jsonld',
    '{"@graph": [{"@id": "https://d.example/h", "@type": ["http://www.w3.org/ns/dcat#Dataset"',
    /hört mitten im Text auf|fehlerhaft/,
    false,
  ],
  ['leer.ttl', '', /hört mitten im Text auf/, false],
  ['leer.rdf', '', /hört mitten im Text auf/, false],
  ['nur-worte.ttl', '# hier steht nichts\n', /hört mitten im Text auf/, false],
  ['bild.png', Buffer.from('89504e470d0a1a0a0000000d49484452ff00fe', 'hex'), /nicht erkannt|Kodierung/, false],
  ['nullen.bin', new Uint8Array(100_000), /nicht erkannt|fehlerhaft/, false],
  ['seite.html', '<!doctype html><html><body><h1>Wartung</h1></body></html>', /nicht erkannt/, false],
  ['wetter.json', '{"temperatur": 21, "ort": "Ahornstadt"}', /./, false],
  ['liste.json', '[1, 2, 3, null, "x"]', /./, false],
  ['tief.jsonld', `${'{"http://d.example/p":'.repeat(100_000)}1${'}'.repeat(100_000)}`, /tiefer als 100/, true],
  [
    'tief.ttl',
    `<https://d.example/a> <https://d.example/p> ${'[ <https://d.example/p> '.repeat(100_000)}`,
    /tiefer als 100/,
    true,
  ],
  ['tief.rdf', xml('<dct:relation><dct:x>'.repeat(50_000)), /tiefer als 100/, true],
  ['fremder-kontext.jsonld', '{"@context": "https://fremd.example/context.jsonld", "@id": "x"}', /Kontext/, false],
]

suite('documents that cannot be read', { concurrency: 2 }, () => {
  before(async () => {
    town = await testHouse()
    folder = mkdtempSync(path.join(tmpdir(), 'allmende-hostile-'))
  })
  after(async () => {
    assert.equal(await town.store(places.dorf).count(), 0, 'nothing of them was taken in')
    await town.close()
    rmSync(folder, { recursive: true, force: true })
  })
  for (const [name, content, said, line] of unreadable)
    test(name, async () => {
      const { code, out, err } = await take(name, content, places.dorf)
      assert.equal(code, 1, out.slice(0, 500) + err)
      const { read, faults } = JSON.parse(out) as { read: number; faults: { source: string; message: string; line?: number }[] }
      assert.equal(read, 0)
      assert.equal(faults[0]?.source, name)
      assert.match(faults[0]?.message ?? '', said)
      if (line) assert.ok((faults[0]?.line ?? 0) >= 1, out.slice(0, 500))
      assert.doesNotMatch(out, /root:x:0/)
    })
})

suite('documents that are odd, but can be read', () => {
  before(async () => {
    town = await testHouse()
    folder = mkdtempSync(path.join(tmpdir(), 'allmende-odd-'))
  })
  after(async () => {
    await town.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const taken = async (name: string, content: string | Uint8Array, bound = memory) => {
    const { code, out, err } = await take(name, content, places.stadt, bound)
    assert.ok(code === 0 || code === 1, err)
    const report = JSON.parse(out)
    assert.equal(report.read, report.created + report.updated + report.unchanged + report.rejected.length)
    assert.deepEqual(report.faults, [], out.slice(0, 500))
    return report
  }

  test('umlauts in Latin-1 where the document says so, UTF-16 with its mark, UTF-8 with a mark', async () => {
    const text = xml(xmlDataset('Straßenbäume'))
    for (const [name, content] of [
      ['latin.rdf', Buffer.from(text.replace('?>', ' encoding="ISO-8859-1"?>'), 'latin1')],
      ['utf16.rdf', Buffer.from(`\ufeff${text.replace('?>', ' encoding="UTF-16"?>')}`, 'utf16le')],
      ['marke.rdf', Buffer.from(`\ufeff${text}`)],
    ] as const) {
      await taken(name, content)
      assert.equal((await town.store(places.stadt).bySlug('strassenbaeume'))?.record.title[0]?.value, 'Straßenbäume', name)
    }
  })

  test('blank nodes that point at each other in a circle', async () => {
    const circle = one(
      'dct:title "Kreis"@de ; dct:spatial _:a . _:a dct:isPartOf _:b . _:b dct:isPartOf _:c . _:c dct:isPartOf _:a ; dct:relation <https://d.example/h>',
    )
    assert.equal((await taken('kreis.ttl', circle)).created, 1)
    assert.equal((await taken('kreis.ttl', circle)).unchanged, 1)
  })

  test('datasets and catalogues that contain each other', async () => {
    const text = `${turtlePrefixes}<https://d.example/k1> a dcat:Catalog ; dcat:catalog <https://d.example/k2> ; dcat:dataset <https://d.example/s1> .
<https://d.example/k2> a dcat:Catalog ; dcat:catalog <https://d.example/k1> ; dcat:dataset <https://d.example/s2> .
<https://d.example/s1> a dcat:Dataset ; dct:title "S1" ; dcat:inSeries <https://d.example/s2> . <https://d.example/s2> a dcat:Dataset ; dct:title "S2" ; dcat:inSeries <https://d.example/s1> ; dcat:distribution <https://d.example/s1> .`
    const { read } = await taken('ineinander.ttl', text)
    assert.ok(read >= 1)
  })

  test('HTML in titles and addresses that run something are kept as text', async () => {
    await taken(
      'html.ttl',
      one(
        'dct:title "<img src=x onerror=alert(1)>Fotos"@de ; dct:description "<script>alert(1)</script>"@de ; dcat:landingPage <javascript:alert(1)> ; dcat:distribution <javascript:alert(2)> . <javascript:alert(2)> a dcat:Distribution ; dcat:accessURL <javascript:alert(3)>, <data:text/html,x>',
      ),
    )
    const { rows } = { rows: await town.store(places.stadt).pageAfter('', 100) }
    assert.ok(rows.some((row) => row.record.uri === 'https://d.example/h'))
  })

  test('a dataset with a hundred thousand distributions', async () => {
    const text = `${turtlePrefixes}<https://daten.example/katalog> a dcat:Catalog .\n${turtleDataset({ id: 'gross', distributions: 100_000 })}`
    // 27 MB of Turtle; the document is held as a whole while it is read, 30 to 45 times its size as the collector has leisure.
    const report = await taken('gross.ttl', text, 2.5 * memory)
    assert.equal(report.read, 1)
    if (report.created === 1) {
      const kept = await town.store(places.stadt).bySlug('datensatz-gross')
      assert.equal(kept?.record.kind === 'dataset' && kept.record.distribution.length, 100_000)
    } else assert.match(report.rejected[0].reason, /ungewöhnlich groß/)
  })

  test('twenty thousand words, dates from elsewhere, numbers that are none', async () => {
    const text = one(
      `dct:title "Wörter"@de ; dcat:keyword ${Array.from({ length: 20_000 }, (_, i) => `"w${i}"@de`).join(', ')} ; dct:modified "gestern", "2026-02-31", "99999-01-01", "-0001"^^<http://www.w3.org/2001/XMLSchema#gYear> ; dcat:distribution [ a dcat:Distribution ; dcat:accessURL <https://d.example/w> ; dcat:byteSize "sehr groß", "-5", "1e400", "99999999999999999999" ]`,
    )
    await taken('woerter.ttl', text)
  })

  test('a file that is not there, a folder, and a tenant that nobody knows', async () => {
    const env = { DATABASE_URL: town.house.config.DATABASE_URL ?? '', ALLMENDE_DATA: folder }
    for (const args of [
      ['import', '--tenant', places.stadt, '/gibt/es/nicht.ttl'],
      ['import', '--tenant', places.stadt, folder],
      ['import', '--tenant', 'niemand', path.join(folder, 'html.ttl')],
      ['import', path.join(folder, 'html.ttl')],
      ['import', '--tenant', places.stadt],
      ['import', '--mandant', places.stadt],
      ['importiere'],
    ]) {
      const { code, err } = await command(args, { env })
      assert.equal(code, 2, args.join(' '))
      assert.match(err, /\w/)
      assert.doesNotMatch(err, /\n\s+at /)
    }
  })
})
