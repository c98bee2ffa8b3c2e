import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allAt, attributeOf, firstAt, readXml, textWithin, type XmlElement } from './index.ts'

const tree = (text: string): XmlElement => {
  const read = readXml(text)
  assert.ok(read.ok, JSON.stringify(read))
  return read.value
}
const fault = (text: string) => {
  const read = readXml(text)
  assert.ok(!read.ok)
  return [read.error.code, read.error.line]
}

test('elements, attributes and texts are found by their local names', () => {
  const root = tree(
    '\ufeff<?xml version="1.0"?><!-- a --><g:a xmlns:g="urn:g" xmlns="urn:d" x="1 &amp; 2"><b g:y=\'3\'>Gr&#252;n &lt; <![CDATA[<blau> & ]]></b><g:c><b/></g:c></g:a>',
  )
  assert.deepEqual([root.ns, root.name, attributeOf(root, 'x')], ['urn:g', 'a', '1 & 2'])
  const [b] = allAt(root, 'b')
  assert.deepEqual([b?.ns, textWithin(b), attributeOf(b, 'y')], ['urn:d', 'Grün < <blau> &', '3'])
  assert.equal(allAt(root, '**/b').length, 2)
  assert.equal(firstAt(root, '*/b')?.name, 'b')
})

test('what does not close or belong together is a fault with its line', () => {
  assert.deepEqual(fault('<a>\n<b></a>'), ['syntax', 2])
  assert.deepEqual(fault('<a>\n<b>text'), ['cut-off', 2])
  assert.deepEqual(fault('<a x="1'), ['cut-off', 1])
  assert.deepEqual(fault('<a x=1></a>'), ['syntax', 1])
  assert.deepEqual(fault('<a/><b/>'), ['syntax', 1])
  assert.deepEqual(fault('<a>&nbsp;</a>'), ['syntax', 1])
  assert.deepEqual(fault('<a>R & D</a>'), ['syntax', 1])
  assert.deepEqual(fault('<p:a/>'), ['syntax', 1])
  assert.deepEqual(fault('  '), ['cut-off', 1])
  assert.deepEqual(fault('{"a": 1}'), ['syntax', 1])
})

test('a document type is refused before anything of it is read', () => {
  assert.deepEqual(fault('<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), ['dtd', 2])
})

test('nesting without end stops at its limit', () => {
  assert.deepEqual(fault('<a>'.repeat(1_000_000)), ['too-deep', 1])
})
