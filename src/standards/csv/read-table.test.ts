import assert from 'node:assert/strict'
import { test } from 'node:test'
import { columnKind, readTable, readTableSchema, scanTable, sniffDelimiter } from './index.ts'

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => Buffer.from(text, encoding)
const read = (given: Buffer, maxRows = 10) => readTable(given, { whole: true, maxRows })

test('a file of a German office program is read as it is', () => {
  const table = read(bytes('Nr;Straße;Höhe\r\nL-1;Lange Straße;17,5\r\nL-2;Äußerer Ring;1.204,0\r\n', 'latin1'))
  assert.equal(table.encoding, 'windows-1252')
  assert.equal(table.delimiter, ';')
  assert.deepEqual(table.header, ['Nr', 'Straße', 'Höhe'])
  assert.deepEqual(table.rows[1], ['L-2', 'Äußerer Ring', '1.204,0'])
})

test('the euro sign and quotes of windows-1252 are no control characters', () => {
  const table = read(Buffer.concat([bytes('a;b;c\n1;'), Buffer.from([0x80, 0x20, 0x84]), bytes(';3\n')]))
  assert.equal(table.rows[0]?.[1], '€ „')
})

test('half a character and half a line at a cut are left out', () => {
  const whole = bytes('name,art\nLinde,Ä\nEiche,Ö\n')
  const table = readTable(whole.subarray(0, whole.length - 2), { whole: false, maxRows: 10 })
  assert.equal(table.encoding, 'utf-8')
  assert.deepEqual(table.rows, [['Linde', 'Ä']])
})

test('delimiters are told apart though decimals have commas', () => {
  assert.equal(sniffDelimiter('a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5\n'), ';')
  assert.equal(sniffDelimiter('a,b,c\n1,2,"x;y"\n'), ',')
  assert.equal(sniffDelimiter('a\tb\n1,5\t2,5\n'), '\t')
  assert.equal(sniffDelimiter('a|b\n1|2\n'), '|')
  assert.equal(sniffDelimiter('sep=,\na,b\n1,2\n'), ',')
  assert.equal(sniffDelimiter('name\nEins, zwei\n'), ';')
})

test('titles above the head are set aside', () => {
  const table = read(bytes('Einwohner nach Ortsteil;;\n;;\nOrtsteil;Jahr;Einwohner\nMitte;2025;12\nNord;2025;13\nSüd;2025;14\n'))
  assert.deepEqual(table.header, ['Ortsteil', 'Jahr', 'Einwohner'])
  assert.deepEqual(table.preamble[0], 'Einwohner nach Ortsteil')
  assert.equal(table.rows.length, 3)
})

test('rows of another width are kept and named with their line', () => {
  const table = read(bytes('a;b;c\n1;2;3\n4;5\n6;7;8;9\n'))
  assert.equal(table.rows.length, 3)
  assert.deepEqual(table.faults, [
    { line: 3, cells: 2, expected: 3 },
    { line: 4, cells: 4, expected: 3 },
  ])
})

test('a quote that is never closed does not swallow the file', () => {
  const table = read(bytes('a;b\n1;"zwei\n3;4\n'))
  assert.deepEqual(table.rows, [
    ['1', '"zwei'],
    ['3', '4'],
  ])
})

test('a file without a head, an empty file and one cell', () => {
  assert.deepEqual(read(bytes('1;2\n3;4\n')).header, ['', ''])
  assert.deepEqual(read(bytes('')).rows, [])
  assert.deepEqual(read(bytes('allein')).header, ['allein'])
})

test('kinds of columns', () => {
  assert.equal(columnKind(['1962', '2018', '']), 'year')
  assert.equal(columnKind(['1.204,5', '-3']), 'number')
  assert.equal(columnKind(['12.846', '7']), 'integer')
  assert.equal(columnKind(['01234', '43123']), 'text')
  assert.equal(columnKind(['31.12.2026', '2026-01-01']), 'date')
  assert.equal(columnKind(['ja', 'nein']), 'boolean')
  assert.equal(columnKind(['', ' ']), 'empty')
})

test('one walk counts rows, gaps and values and finds where pages begin', async () => {
  const text = `art;jahr\n${Array.from({ length: 120 }, (_, i) => `${i % 3 ? 'Linde' : 'Bäume'};${i % 10 ? 2000 + i : ''}\n`).join('')}kaputt\n`
  const file = Buffer.from(text, 'latin1')
  const table = read(file)
  async function* pieces() {
    for (let at = 0; at < file.length; at += 17) yield file.subarray(at, at + 17)
  }
  const scan = await scanTable(pieces(), table, 2, { every: 50, maxBytes: 1e6, maxValues: 20 })
  assert.equal(scan.rows, 121)
  assert.deepEqual(scan.empty, [0, 13])
  assert.equal(scan.values[0]?.get('Bäume'), 40)
  assert.equal(scan.values[1], undefined)
  assert.equal(scan.faultCount, 1)
  assert.equal(scan.faults[0]?.line, 122)
  assert.equal(scan.offsets.length, 3)
  assert.match(file.subarray(scan.offsets[1]).toString('latin1'), /^Linde;2?0?5?0?\n/)
  const cut = await scanTable(pieces(), table, 2, { every: 50, maxBytes: 100, maxValues: 20 })
  assert.equal(cut.whole, false)
  assert.ok(cut.rows < 15)
})

test('a table schema is read or refused, never trusted', () => {
  assert.equal(readTableSchema('{"fields":[{"name":"nr","description":"Nummer"}]}')?.[0]?.description, 'Nummer')
  assert.equal(readTableSchema('{"fields":"x"}'), undefined)
  assert.equal(readTableSchema('kaputt'), undefined)
})
