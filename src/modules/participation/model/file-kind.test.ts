import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fileName, kindName, kindOfFile } from './file-kind.ts'

/** A ZIP of empty parts, not packed; the first may say something. */
function archive(names: readonly string[], said = ''): Buffer {
  const local = names.map((name, i) => {
    const content = Buffer.from(i === 0 ? said : '')
    const head = Buffer.alloc(30)
    head.write('PK\x03\x04', 'latin1')
    head.writeUInt32LE(content.length, 18)
    head.writeUInt16LE(name.length, 26)
    return Buffer.concat([head, Buffer.from(name), content])
  })
  const list = names.map((name) => {
    const head = Buffer.alloc(46)
    head.write('PK\x01\x02', 'latin1')
    head.writeUInt16LE(name.length, 28)
    return Buffer.concat([head, Buffer.from(name)])
  })
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt32LE(Buffer.concat(local).length, 16)
  return Buffer.concat([...local, ...list, end])
}

test('a file is what its content is', () => {
  const ending = (content: Buffer) => {
    const kind = kindOfFile(content)
    return typeof kind === 'object' ? kind.ending : kind
  }
  const odt = 'application/vnd.oasis.opendocument.text'
  for (const [content, wanted] of [
    [Buffer.from('%PDF-1.7'), 'pdf'],
    [Buffer.from('RIFF....WEBPVP8 '), 'webp'],
    [archive(['[Content_Types].xml', 'word/document.xml']), 'docx'],
    [archive(['[Content_Types].xml', 'ppt/presentation.xml']), 'pptx'],
    [archive(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin']), 'macros'],
    [archive(['mimetype', 'content.xml'], odt), 'odt'],
    [archive(['mimetype', 'Basic/Standard/Module1.xml'], odt), 'macros'],
    [archive(['mimetype'], 'application/epub+zip'), undefined],
    [archive(['word/document.xml']), undefined],
    [Buffer.from('PK\x03\x04'), undefined],
    [Buffer.from('<svg onload="alert(1)"/>'), undefined],
    [Buffer.alloc(0), undefined],
  ] as const)
    assert.equal(ending(content), wanted)
  assert.equal(kindName(odt), 'ODT')
})

test('a name keeps its words and loses paths and what it pretends to be', () => {
  assert.equal(fileName('C:\\Bilder\\Haltestelle  Nord.JPG.exe', 'jpg'), 'Haltestelle Nord.JPG.jpg')
  assert.equal(fileName('../../<b>"x"', 'pdf'), 'bx.pdf')
  assert.equal(fileName('.pdf', 'pdf'), 'datei.pdf')
})
