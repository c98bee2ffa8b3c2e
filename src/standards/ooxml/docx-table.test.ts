import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inflateRawSync } from 'node:zlib'
import { docxTable } from './docx-table.ts'

/** The parts of an archive by name, read by its local headers. */
function parts(zip: Buffer): Map<string, string> {
  const found = new Map<string, string>()
  for (let at = 0; zip.readUInt32LE(at) === 0x04034b50; ) {
    const [packed, name, extra] = [zip.readUInt32LE(at + 18), zip.readUInt16LE(at + 26), zip.readUInt16LE(at + 28)]
    const start = at + 30 + name + extra
    found.set(zip.toString('utf8', at + 30, at + 30 + name), inflateRawSync(zip.subarray(start, start + packed)).toString())
    at = start + packed
  }
  return found
}

test('a table becomes a document whose head is repeated, and texts stay texts', () => {
  const file = docxTable({
    title: 'Lindenufer & Steg',
    lang: 'de-DE',
    intro: '2 Beiträge',
    head: ['Nummer', 'Text'],
    rows: [
      ['LU-0001', 'Bänke <b>\nund Tische\u0007'],
      ['LU-0002', ''],
    ],
  })
  const found = parts(Buffer.from(file))
  assert.deepEqual([...found.keys()].slice(0, 2), ['[Content_Types].xml', '_rels/.rels'])
  const text = found.get('word/document.xml') ?? ''
  assert.match(text, /<w:pStyle w:val="Heading1"\/>.*Lindenufer &amp; Steg/)
  assert.match(text, /<w:tblHeader\/>.*Nummer/)
  assert.match(text, /Bänke &lt;b&gt;<\/w:t><w:br\/><w:t xml:space="preserve">und Tische<\/w:t>/)
  assert.equal(text.match(/<w:tr>/g)?.length, 3)
})

test('what was taken out is struck through, what was put in is underlined', () => {
  const file = docxTable({
    title: 'Synopse',
    lang: 'de-DE',
    intro: '',
    head: ['Wunsch'],
    rows: [[[{ text: 'Er tagt ' }, { text: 'zweimal', mark: 'del' }, { text: 'viermal', mark: 'ins' }]]],
  })
  const text = parts(Buffer.from(file)).get('word/document.xml') ?? ''
  assert.match(text, /<w:rPr><w:strike\/><\/w:rPr><w:t xml:space="preserve">zweimal/)
  assert.match(text, /<w:rPr><w:u w:val="single"\/><\/w:rPr><w:t xml:space="preserve">viermal/)
})
